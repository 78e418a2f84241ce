#include "ui/haze_layer.h"

#include <algorithm>
#include <cmath>

namespace abscope {
namespace {

// So little cannot be seen; a course that plays at 4 days a second then makes each field anew every
// other frame.
constexpr double kSeenDays = 0.1;

}  // namespace

void HazeLayer::update(std::size_t slot, const Course& course, const Tissue& tissue,
                       std::span<const CellInstance> cells, Signal signal, Panel panel,
                       double day) {
  Kept& kept = fields_[slot];
  const Site site = panel == Panel::distant ? Site::distant : Site::irradiated;
  // Another course or tissue, or a fraction, shows in the amount or in the number of cells.
  const double amount = signalAmount(course, signal, site, day);
  const double change = std::fabs(amount - kept.amount) / signalInfo(signal).full;
  if (kept.course == &course && kept.signal == signal && kept.cells == tissue.cellCount() &&
      std::fabs(day - kept.day) < kSeenDays && change < 0.004) {
    return;
  }
  kept.course = &course;
  kept.signal = signal;
  kept.cells = tissue.cellCount();
  kept.day = day;
  kept.amount = amount;
  kept.field.make(course, tissue, cells, signal, panel, day);
}

void HazeLayer::draw(std::size_t slot, ImDrawList& list, const PanelView& view, ImU32 colour,
                     float strength) const {
  const Kept& kept = fields_[slot];
  const HazeField& field = kept.field;
  if (field.empty()) return;
  constexpr int side = HazeField::kSide;
  const auto perFull = static_cast<float>(1 / signalInfo(kept.signal).full);
  const ImU32 clear = colour & ~IM_COL32_A_MASK;
  const auto alphaOf = [&](int column, int row) {
    const float share = std::clamp(field.at(column, row) * perFull, 0.0f, 1.0f);
    return static_cast<ImU32>(strength * 255 * share * (1.6f - 0.6f * share) + 0.5f);
  };
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  list.PrimReserve(6 * (side - 1) * (side - 1), side * side);
  const unsigned first = list._VtxCurrentIdx;
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      list.PrimWriteVtx(view.toScreen(field.placeOf(column), field.placeOf(row)), uv,
                        clear | std::min<ImU32>(255, alphaOf(column, row)) << IM_COL32_A_SHIFT);
    }
  }
  const ImDrawVert* const vertices = list._VtxWritePtr - side * side;
  int squares = 0;
  for (int row = 0; row + 1 < side; ++row) {
    for (int column = 0; column + 1 < side; ++column) {
      const int at = row * side + column;
      const int corners[4] = {at, at + 1, at + side + 1, at + side};
      ImU32 any = 0;
      for (const int corner : corners) any |= vertices[corner].col & IM_COL32_A_MASK;
      if (any == 0) continue;
      ++squares;
      for (const int i : {0, 1, 2, 0, 2, 3}) {
        list.PrimWriteIdx(static_cast<ImDrawIdx>(first + static_cast<unsigned>(corners[i])));
      }
    }
  }
  list.PrimUnreserve(6 * ((side - 1) * (side - 1) - squares), 0);
}

ImU32 hazeColour(const Palette& colours, Signal signal) {
  return signalInfo(signal).helps ? colours.activating : colours.suppressing;
}

}  // namespace abscope
