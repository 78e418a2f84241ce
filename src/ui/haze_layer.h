#pragma once
// The haze of the chosen signal: made anew when the day has visibly changed, drawn as a grid of
// soft colour.
#include <array>
#include <span>

#include "tissue/haze.h"
#include "ui/panel_view.h"

namespace abscope {

// The pinned course's panels come after the present one's.
constexpr std::size_t hazeSlot(std::size_t firstPanel, Panel panel) {
  return (firstPanel == 0 ? 0U : 2U) + (panel == Panel::distant ? 1U : 0U);
}

class HazeLayer {
 public:
  // `slot`: of hazeSlot.
  void update(std::size_t slot, const Course& course, const Tissue& tissue,
              std::span<const CellInstance> cells, Signal signal, Panel panel, double day);
  void draw(std::size_t slot, ImDrawList& list, const PanelView& view, ImU32 colour,
            float strength) const;
  const HazeField& field(std::size_t slot) const { return fields_[slot].field; }

 private:
  struct Kept {
    HazeField field;
    const Course* course = nullptr;
    Signal signal = Signal::none;
    double day = -1, amount = -1;
    std::size_t cells = 0;
  };
  std::array<Kept, 4> fields_;
};

// Warm hinders, cool helps.
ImU32 hazeColour(const Palette& colours, Signal signal);

}  // namespace abscope
