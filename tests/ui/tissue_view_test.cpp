// What the screen hands to the renderer of cells: all shown cells, each in its panel.
#include <cmath>

#include <doctest/doctest.h>

#include "ui/ui_driver.h"

namespace abscope {
namespace {

int shownCells(const UiDriver& ui) { return static_cast<int>(ui.tissue.cells().size()); }

int discsOnScreen(const AppState& app) {
  int sum = 0;
  for (const auto& panel : app.derived.tissue.counts(app.view.day)) {
    for (const int count : panel) sum += count;
  }
  return sum;
}

}  // namespace

TEST_CASE("every disc of the tissue is drawn, in its panel") {
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{390, 844}, ImVec2{3840, 2160}}) {
    CAPTURE(size.x);
    UiDriver ui(size);
    for (const double day : {0.0, 6.5, 20.0}) {
      apply(ui.app, SetControl{ControlId::day, day});
      ui.frames(2);
      CHECK(shownCells(ui) == discsOnScreen(ui.app));
      CHECK(shownCells(ui) > 100);
      int outside = 0, wrong = 0;
      for (const CellVertex& cell : ui.tissue.cells()) {
        REQUIRE(cell.panel < static_cast<std::uint32_t>(kPanelCount));
        const ClipRect& clip = ui.tissue.clips()[cell.panel];
        const float slack =
            3 * cell.size;  // one that comes or goes swings a little beyond the edge
        if (cell.x < clip.left - slack || cell.x > clip.right + slack ||
            cell.y < clip.top - slack || cell.y > clip.bottom + slack) {
          ++outside;
        }
        if (cell.drawing >= kCellDrawingCount || !(cell.size > 0) || !std::isfinite(cell.x))
          ++wrong;
      }
      CHECK(outside == 0);
      CHECK(wrong == 0);
    }
  }
}

TEST_CASE("a hidden kind is not drawn and cannot be pointed at") {
  UiDriver ui;
  apply(ui.app, SetControl{ControlId::day, 8});
  ui.frames(2);
  const int all = shownCells(ui);
  const int tumour = static_cast<int>(CellKind::tumour);
  int tumourCells = 0;
  for (const auto& panel : ui.app.derived.tissue.counts(8)) {
    tumourCells += panel[static_cast<std::size_t>(tumour)];
  }
  REQUIRE(tumourCells > 0);
  apply(ui.app, SetControl{ControlId::showKind, 0, tumour});
  ui.frames(2);
  CHECK(shownCells(ui) == all - tumourCells);
  for (const CellVertex& cell : ui.tissue.cells()) {
    const auto id = ui.tissue.cellUnder({cell.x, cell.y});
    if (!id) continue;  // beyond its panel's edge
    const auto instance = ui.app.derived.tissue.instanceOf(*id, ui.app.view.day);
    REQUIRE(instance.has_value());
    CHECK(instance->kind != CellKind::tumour);
  }
}

TEST_CASE("the cell under the pointer is the one drawn there") {
  UiDriver ui;
  apply(ui.app, SetControl{ControlId::day, 5});
  ui.frames(2);
  int found = 0;
  for (CellId id = 0; id < ui.app.derived.tissue.cellCount(); id += 5) {
    const auto spot = ui.tissue.spotOf(id);
    if (!spot) continue;
    const auto under = ui.tissue.cellUnder(spot->at);
    if (!under) continue;
    const auto there = ui.tissue.spotOf(*under);
    REQUIRE(there.has_value());
    const float apart = std::hypot(there->at.x - spot->at.x, there->at.y - spot->at.y);
    CHECK(apart <= std::max(6.0f, there->radius) + 0.01f);
    ++found;
  }
  CHECK(found > 20);
  CHECK_FALSE(ui.tissue.cellUnder({-50, -50}).has_value());
}

}  // namespace abscope
