// Steady frames take no memory: neither at rest nor while the course plays.
#include <doctest/doctest.h>

#include "ui/allocation_counter.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

long inFrames(UiDriver& ui, int count) {
  const long before = allocations();
  for (int i = 0; i < count; ++i) ui.bareFrame(1.0 / 60);
  return allocations() - before;
}

}  // namespace

TEST_CASE("the counter counts") {
  countImGuiAllocations();
  const long before = allocations();
  delete new int(1);
  ImGui::MemFree(ImGui::MemAlloc(8));
  CHECK(allocations() >= before + 1);
}

TEST_CASE("the map and its cards allocate nothing in steady frames") {
  countImGuiAllocations();
  UiDriver ui({1280, 720});
  apply(ui.app, SetControl{ControlId::stage, static_cast<double>(Stage::map)});
  apply(ui.app, SetControl{ControlId::mapArrow, 5});
  inFrames(ui, 20);
  CHECK(inFrames(ui, 60) == 0);
  for (int pass = 0; pass < 2; ++pass) {
    apply(ui.app, SetControl{ControlId::day, 0});
    apply(ui.app, Play{});
    const long taken = inFrames(ui, 600);
    if (pass == 1) CHECK(taken == 0);
  }
}

TEST_CASE("a steady frame allocates nothing") {
  countImGuiAllocations();
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{390, 844}}) {
    CAPTURE(size.x);
    UiDriver ui(size);
    inFrames(ui, 20);
    CHECK(inFrames(ui, 60) == 0);
    apply(ui.app, SetControl{ControlId::timelineItem, 1});  // with the bar of an item
    inFrames(ui, 20);
    CHECK(inFrames(ui, 60) == 0);
    // One pass warms up what grows with the course; the second must not grow.
    for (int pass = 0; pass < 2; ++pass) {
      apply(ui.app, SetControl{ControlId::day, 0});
      apply(ui.app, Play{});
      const long taken = inFrames(ui, 600);
      if (pass == 1) CHECK(taken == 0);
      CHECK(ui.app.view.day > 30);
    }
  }
}

TEST_CASE("an open panel allocates nothing once its work is done, nor does the band") {
  countImGuiAllocations();
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{390, 844}}) {
    CAPTURE(size.x);
    UiDriver ui(size);
    apply(ui.app, SetControl{ControlId::ensembleBand, 1});
    for (const Overlay overlay : {Overlay::none, Overlay::study, Overlay::evidence}) {
      CAPTURE(static_cast<int>(overlay));
      apply(ui.app, ShowOverlay{overlay});
      for (int i = 0; i < 4000 && needsFrame(ui.app); ++i) apply(ui.app, Tick{0.016});
      REQUIRE_FALSE(needsFrame(ui.app));
      inFrames(ui, 20);
      CHECK(inFrames(ui, 60) == 0);
    }
  }
}

}  // namespace abscope
