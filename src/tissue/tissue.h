#pragma once
// Cells as discs that follow a solved course. Every arrival, change, division and death is one
// event of a named flux, and the number of discs of every state is round(state / scale) at every
// moment of `moments()`. The same course, scales and seed give the same tissue; where a cell is on
// a day does not depend on how one came to that day.
//
//   const Course* both[] = {&a, &b};
//   const TissueScales scales = scalesFor(both, 4000);
//   const Tissue tissue = Tissue::realise(a, scales, 1);
//   tissue.place(day, cells);   // every frame; allocates only while `cells` grows
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "tissue/cell_kind.h"
#include "tissue/scales.h"
#include "tissue/story.h"

namespace abscope {

// Positions and lengths are in radii of a tumour cell. A panel's origin is its middle, x points
// right and y points down.
struct CellInstance {
  float x, y;
  float radius;
  float rotation;  // radians
  float phase;     // dying: age of its death, 0 (just hit) to 1 (gone); others: 0
  float presence;  // 0 to 1: grows in just after it came, fades just before it goes
  float oxygen;    // tumour and dying cells: 0 in the hypoxic core, 1 well supplied
  CellId id;
  CellKind kind;
  Panel panel;
  std::uint8_t variant;  // 0 to 255, fixed for a cell: which of several drawings of its kind
};

// Half the width and height of what a panel shows.
struct PanelExtent {
  float halfWidth, halfHeight;
};

using PanelCounts = std::array<std::array<int, kCellKindCount>, kPanelCount>;

class Tissue {
 public:
  Tissue();  // empty: no cells, no days
  static Tissue realise(const Course& course, const TissueScales& scales, std::uint64_t seed);

  Tissue(Tissue&&) noexcept;
  Tissue& operator=(Tissue&&) noexcept;
  ~Tissue();

  double days() const;
  const TissueScales& scales() const;

  // All cells of all panels on this day, tumour cells first and in drawing order.
  void place(double day, std::vector<CellInstance>& out) const;

  // Discs by panel and kind; effectors in the blood are counted in the node's row.
  PanelCounts counts(double day) const;

  // Whether any disc is of this kind at any moment of the course.
  bool shows(CellKind kind) const;

  // The topmost cell under this point, if any. Builds on the same positions as `place`.
  std::optional<CellId> cellAt(Panel panel, float x, float y, double day) const;
  CellStory storyOf(CellId id) const;
  void storyOf(CellId id, CellStory& story) const;  // keeps the memory of `story`
  // Which cells one of these fluxes brought, changed or took in this time: 1 by id, else 0.
  void movedBy(std::span<const TumourFlux> fluxes, Site site, double fromDay, double toDay,
               std::vector<std::uint8_t>& moved) const;
  // Where and what the cell is on this day, if it is anywhere then.
  std::optional<CellInstance> instanceOf(CellId id, double day) const;

  // --- What to draw behind the cells ---
  // Both tumour panels show the same extent, which widens as the larger tumour grows and never
  // narrows: small tumours are seen from near, and shrinking is seen as shrinking.
  PanelExtent extent(Panel panel, double day) const;
  // The middle of a tumour in its panel.
  std::array<float, 2> tumourMiddle(Panel panel, double day) const;
  // Radius of the tumour's outline about that middle in this direction on this day (0 where there
  // is no tumour).
  float outlineRadius(Panel panel, float angleRadians, double day) const;
  // The vessels of a tumour panel as smooth lines: 0 is the large one along the panel's edge, the
  // others reach from it to the tumour. All are there through the whole course; how well they work
  // is TumourState::vessels. Gives the width.
  int vesselCount(Panel panel) const;
  float vesselLine(Panel panel, int vessel, double day,
                   std::vector<std::array<float, 2>>& points) const;
  // Half axes of the node's outline.
  PanelExtent nodeOutline() const;

  // --- What the tests hold on to ---
  // Days at which the counts are exact: every step and both sides of every impulse.
  std::span<const float> moments() const;
  int eventCount(FluxRef flux) const;
  std::size_t cellCount() const;  // ids run from 0

  struct Data;  // tissue/records.h

 private:
  std::unique_ptr<Data> data_;
};

}  // namespace abscope
