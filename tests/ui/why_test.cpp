// Why? under a hand: a press on a curve asks about it there, its cells light up, and a cell that is
// pressed tells its life.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/why_text.h"
#include "ui/layout.h"
#include "ui/plot_curves.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

// Where this kind's curve is on a day.
ImVec2 pointOn(UiDriver& driver, CellKind kind, double day) {
  const Layout layout = layoutFor(1280, 720, NarrowTab::course);
  std::vector<Command> out;
  const Ui ui{driver.app, out, palette(Theme::lecture), layout.scale, false};
  const PlotFrame frame = plotFrameFor(ui, plotRect(layout));
  PlotCurves curves;
  gatherCurves(ui, curves);
  for (int i = 0; i < curves.count; ++i) {
    const Curve& curve = curves.curves[static_cast<std::size_t>(i)];
    if (curve.kind != kind) continue;
    return {frame.x(day),
            heightOf(frame, curve, curveValue(driver.app.derived.series, curve, day))};
  }
  return {0, 0};
}

}  // namespace

TEST_CASE("a press on a curve asks why it moved there, and its cells light up") {
  UiDriver ui;
  const ImVec2 at = pointOn(ui, CellKind::cd8Effector, 9);
  REQUIRE(at.x > 0);
  ui.clickAt(at);
  CHECK(ui.app.view.day == doctest::Approx(9).epsilon(0.03));
  REQUIRE(ui.app.why.asked);
  CHECK(ui.app.why.subject == CellKind::cd8Effector);
  CHECK(ui.app.why.site == ui.app.view.plotSite);
  CHECK(ui.app.why.causes[0].flux != TumourFlux::count);
  CHECK(std::count(ui.app.lit.begin(), ui.app.lit.end(), 1) > 0);
  ui.frame();
  // The day moves on: the same curve, its new causes.
  apply(ui.app, SetControl{ControlId::day, 30});
  CHECK(ui.app.why.asked);
  CHECK(ui.app.why.fromDay == doctest::Approx(29));
  // A press beside every curve asks no more.
  apply(ui.app, SetControl{ControlId::whyCurve, 0});
  CHECK_FALSE(ui.app.why.asked);
  CHECK(ui.app.lit.empty());
}

TEST_CASE("the curve to explain is chosen from a list too") {
  UiDriver ui;
  apply(ui.app, SetControl{ControlId::day, 12});
  ui.click("whyCurve");
  const int choice = 1 + 2 * static_cast<int>(CellKind::mdsc) + 1;
  const std::string name = "whyCurve/" + std::to_string(choice);
  REQUIRE(ui.shows(name));
  ui.click(name);
  CHECK(ui.app.why.asked);
  CHECK(ui.app.why.subject == CellKind::mdsc);
  CHECK(ui.app.why.site == Site::distant);
}

TEST_CASE("a cell that is pressed keeps its card until that is closed") {
  UiDriver ui;
  apply(ui.app, SetControl{ControlId::day, 12});
  ui.frames(2);
  REQUIRE_FALSE(ui.tissue.cells().empty());
  const Rect panel = layoutFor(1280, 720, NarrowTab::course).panels[0];
  const CellVertex* found = nullptr;
  for (const CellVertex& cell : ui.tissue.cells()) {
    if (cell.panel == 0 && panel.inset(40).contains({cell.x, cell.y})) found = &cell;
  }
  REQUIRE(found);
  const ImVec2 at{found->x, found->y};
  ui.clickAt(at);
  REQUIRE(ui.app.view.cell != kNoCell);
  ui.frames(2);
  CHECK(ui.shows("selectCell"));
  ui.click("selectCell");
  CHECK(ui.app.view.cell == kNoCell);
}

}  // namespace abscope
