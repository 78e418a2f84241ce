// Comparing by hand: pin, change, swap, match, branch, ghosts, and a sweep that answers.
#include <cmath>

#include <doctest/doctest.h>

#include "ui/allocation_counter.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

void open(UiDriver& ui, const char* id, const char* arm) {
  apply(ui.app, OpenCase{id, arm});
  ui.app.history = {};
  ui.frames(3);
}

std::size_t cellsIn(const UiDriver& ui, bool pinned) {
  std::size_t count = 0;
  for (const CellVertex& cell : ui.tissue.cells()) count += (cell.panel >= kPanelCount) == pinned;
  return count;
}

void solveSweep(UiDriver& ui) {
  for (int i = 0; i < 80 && (ui.app.sweep.empty() || ui.app.sweep.pending()); ++i) ui.frame();
  REQUIRE_FALSE(ui.app.sweep.empty());
  REQUIRE_FALSE(ui.app.sweep.pending());
}

}  // namespace

TEST_CASE("pin shows both courses, unpin one, and undo brings the pin back") {
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1000, 640}, ImVec2{390, 844}}) {
    CAPTURE(size.x);
    UiDriver ui(size);
    open(ui, "dewan-2009", "20x1-anti-ctla-4");
    if (ui.shows("narrowTab/4")) ui.click("narrowTab/4");
    CHECK(cellsIn(ui, true) == 0);
    CHECK_FALSE(ui.shows("unpin"));
    ui.click("pin");
    REQUIRE(ui.app.document.pinned);
    CHECK(cellsIn(ui, false) > 5);
    CHECK(cellsIn(ui, true) == cellsIn(ui, false));  // the same course so far
    CHECK(ui.shows("unpin"));
    CHECK(ui.shows("compareKind"));
    CHECK(ui.shows("bedRatio/2"));
    ui.click("unpin");
    CHECK(cellsIn(ui, true) == 0);
    ui.key(ImGuiKey_Z, true);
    CHECK(ui.app.document.pinned);
    CHECK(cellsIn(ui, true) > 5);
  }
}

TEST_CASE("one clock moves both sides, each tumour in its own panel") {
  UiDriver ui;
  open(ui, "dewan-2009", "20x1-anti-ctla-4");
  ui.click("pin");
  open(ui, "dewan-2009", "8x3-anti-ctla-4");
  ui.key(ImGuiKey_End);
  CHECK(ui.app.view.day == 45);
  CHECK(cellsIn(ui, true) > 3 * cellsIn(ui, false));  // 20 Gy once lets the distant tumour grow
  const auto& clips = ui.tissue.clips();
  for (const CellVertex& cell : ui.tissue.cells()) {
    const auto panel = cell.panel % kPanelCount;
    CHECK(panel != static_cast<std::uint32_t>(Panel::node));
    CHECK(clips[cell.panel].right > clips[cell.panel].left);
  }
  // A course that ends before stays on its last day.
  apply(ui.app, SetControl{ControlId::courseDays, 80});
  apply(ui.app, EndGesture{});
  ui.key(ImGuiKey_End);
  CHECK(ui.app.view.day == 80);
  CHECK(cellsIn(ui, true) > 50);
}

TEST_CASE("swap, match BED and branch by their buttons and keys") {
  UiDriver ui;
  open(ui, "dewan-2009", "20x1");
  ui.click("pin");
  open(ui, "dewan-2009", "8x3");
  ui.click("swapPinned");
  CHECK(controlValue(ui.app, ControlId::rtDose) == 20);
  ui.key(ImGuiKey_X);
  CHECK(controlValue(ui.app, ControlId::rtDose) == 8);
  ui.click("bedRatio/0");
  ui.click("matchBed");
  CHECK(controlValue(ui.app, ControlId::rtDose) == doctest::Approx(10));
  ui.click("undo");
  CHECK(controlValue(ui.app, ControlId::rtDose) == 8);
  ui.click("bedRatio/1");
  ui.key(ImGuiKey_E);
  const double d = controlValue(ui.app, ControlId::rtDose);
  CHECK(3 * d * (1 + d / 3) == doctest::Approx(20 * (1 + 20 / 3.0)));
  apply(ui.app, SetControl{ControlId::day, 2});
  ui.click("branch");
  CHECK(ui.app.document.pinned->branchDay == 2);
  CHECK(ui.app.document.scenario.plan.radiation.size() == 2);
  ui.click("undo");
  CHECK(ui.app.document.scenario.plan.radiation.size() == 1);
}

TEST_CASE("ghosts and the compared kind are view settings") {
  UiDriver ui;
  ui.click("pin");
  ui.click("ghosts");
  CHECK(ui.app.view.ghosts);
  ui.dragTo("rtDose", 0.3f);
  ui.release();
  CHECK(ui.app.ghosts.count() == 1);
  ui.click("compareKind");
  REQUIRE(ui.shows("compareKind/6"));
  ui.click("compareKind/6");
  CHECK(ui.app.view.compareKind == Immune::treg);
  ui.click("ghosts");
  CHECK_FALSE(ui.app.view.ghosts);
}

TEST_CASE("a sweep fills over frames, marks the present value, and a click sets the control") {
  UiDriver ui;
  open(ui, "dewan-2009", "8x3-anti-ctla-4");
  ui.click("stage/2");
  CHECK(needsFrame(ui.app));
  solveSweep(ui);
  CHECK_FALSE(needsFrame(ui.app));
  const Sweep& sweep = ui.app.sweep;
  CHECK(sweep.points().size() >= 200);
  // The curve is the course: the point nearest to 8 Gy has its volume.
  const double untreated = [&] {
    Plan plan;
    plan.days = 45;
    return volumeMm3(solve(ui.app.document.scenario.patient, plan).at(30))[1];
  }();
  const double share = volumeMm3(ui.app.derived.course.at(30))[1] / untreated;
  double best = 1e9, there = 0;
  for (const SweepPoint& point : sweep.points()) {
    if (std::fabs(point.value - 8) >= best) continue;
    best = std::fabs(point.value - 8);
    there = static_cast<double>(point.outcome(SweepOutcome::volume, Site::distant));
  }
  CHECK(there == doctest::Approx(share).epsilon(0.03));
  // A click in the middle: half of the range, and the curve need not be solved again.
  ui.click("sweepPick");
  const double dose = controlValue(ui.app, ControlId::rtDose);
  CHECK(dose == doctest::Approx(sweep.high() / 2).epsilon(0.05));
  CHECK_FALSE(sweep.pending());
  ui.click("undo");
  CHECK(controlValue(ui.app, ControlId::rtDose) == 8);
  // Another outcome is there at once; another control is solved.
  ui.click("sweepOutcome/3");
  CHECK_FALSE(needsFrame(ui.app));
  ui.click("sweepControl");
  ui.click("sweepControl/4");
  solveSweep(ui);
  CHECK(ui.app.sweep.control() == SweepControl::drugStart);
  ui.click("sweepPick");
  CHECK(controlValue(ui.app, ControlId::drugStart) > 10);
  ui.click("stage/0");
  ui.frame();
  CHECK(ui.app.sweep.empty());
}

TEST_CASE("a phone shows what is swept as soon as a sweep is asked for") {
  UiDriver ui({390, 844});
  ui.click("stage/2");
  ui.frames(2);
  CHECK(ui.app.view.narrowTab == NarrowTab::compare);
  CHECK(ui.shows("sweepControl"));
  ui.click("stage/1");
  CHECK(ui.app.view.narrowTab == NarrowTab::compare);  // the other pictures leave the tab alone
}

TEST_CASE("a sweep without anything to sweep says so") {
  UiDriver ui;
  open(ui, "dewan-2009", "control");
  ui.click("stage/2");
  ui.frames(3);
  CHECK(ui.app.sweep.empty());
  CHECK_FALSE(ui.shows("sweepPick"));
  CHECK_FALSE(needsFrame(ui.app));
}

TEST_CASE("comparing and a solved sweep take no memory in steady frames") {
  countImGuiAllocations();
  UiDriver ui;
  open(ui, "dewan-2009", "20x1-anti-ctla-4");
  ui.click("pin");
  open(ui, "dewan-2009", "8x3-anti-ctla-4");
  for (int pass = 0; pass < 2; ++pass) {
    apply(ui.app, SetControl{ControlId::day, 0});
    apply(ui.app, Play{});
    const long before = allocations();
    for (int i = 0; i < 600; ++i) ui.bareFrame(1.0 / 60);
    if (pass == 1) CHECK(allocations() - before == 0);
  }
  ui.frame();
  ui.click("stage/2");
  solveSweep(ui);
  for (int i = 0; i < 20; ++i) ui.bareFrame(1.0 / 60);
  const long before = allocations();
  for (int i = 0; i < 60; ++i) ui.bareFrame(1.0 / 60);
  CHECK(allocations() - before == 0);
}

}  // namespace abscope
