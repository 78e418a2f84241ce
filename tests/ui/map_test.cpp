// The mechanism map under a hand: nothing lies on anything else, an arrow opens its card, and its
// slider changes the course.
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "ui/layout.h"
#include "ui/map_sheet.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

void openMap(UiDriver& ui) {
  ui.click("stage/1");
  ui.frames(2);
}

std::string nameOf(std::string_view arrow) {
  return "mapArrow/" + std::to_string(mapArrowByName(arrow) + 1);
}

bool apart(const Rect& a, const Rect& b) {
  return a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y;
}

}  // namespace

TEST_CASE("nodes, their names and the ids of arrows do not lie on each other") {
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}, ImVec2{1440, 900}}) {
    CAPTURE(size.x);
    UiDriver driver(size);
    openMap(driver);
    const Layout layout = layoutFor(size.x, size.y, NarrowTab::course);
    std::vector<Command> out;
    const Ui ui{driver.app, out, palette(Theme::lecture), layout.scale, false};
    driver.frame();
    const MapSheet sheet = mapSheetFor(ui, mapRect(layout));
    NodePlaces nodes;
    placeNodes(ui, sheet, nodes);
    struct Named {
      Rect rect;
      std::string_view name;
    };
    std::vector<Named> boxes;
    boxes.reserve(kMapNodeCount * 2 + kMapArrowCount);
    for (int i = 0; i < kMapNodeCount; ++i) {
      const NodePlace& node = nodes[static_cast<std::size_t>(i)];
      const std::string_view name = kMapNodes[static_cast<std::size_t>(i)].name;
      if (node.radius > 0) {
        const float r = 0.9f * node.radius;
        boxes.push_back({{node.middle.x - r, node.middle.y - r, 2 * r, 2 * r}, name});
      }
      boxes.push_back({node.name, name});
    }
    for (const MapArrow& arrow : mapArrows()) {
      if (arrow.mechanism == MechanismId::count) continue;
      boxes.push_back({placeOf(ui, sheet, nodes, arrow).handle.inset(1), arrow.name});
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      CAPTURE(boxes[i].name);
      CHECK(boxes[i].rect.x >= sheet.area.x - 1);
      CHECK(boxes[i].rect.right() <= sheet.area.right() + 1);
      CHECK(boxes[i].rect.y >= sheet.area.y - 1);
      CHECK(boxes[i].rect.bottom() <= sheet.area.bottom() + 2);
      for (std::size_t k = i + 1; k < boxes.size(); ++k) {
        CAPTURE(boxes[k].name);
        CHECK(apart(boxes[i].rect, boxes[k].rect));
      }
    }
  }
}

TEST_CASE("a click on an arrow's id opens its card, whose slider changes the course") {
  UiDriver ui;
  openMap(ui);
  CHECK(ui.app.view.stage == Stage::map);
  ui.click(nameOf("P03"));
  CHECK(ui.app.view.mapArrow == mapArrowByName("P03"));
  REQUIRE(ui.shows("P03"));
  const auto version = ui.app.derived.version;
  const double before = ui.app.derived.summary.tumours[1].bestChangePercent;
  ui.dragTo("P03", 0.0f);
  ui.release();
  CHECK(ui.app.document.scenario.patient.strengths[MechanismId::P03] == 0);
  CHECK(ui.app.derived.version > version);
  CHECK(ui.app.derived.mapVersion == ui.app.derived.version);
  CHECK(ui.app.derived.summary.tumours[1].bestChangePercent != before);
  ui.click("undo");
  CHECK(ui.app.document.scenario.patient.strengths[MechanismId::P03] == 1);
  ui.click("mapArrow/0");
  CHECK(ui.app.view.mapArrow == -1);
  CHECK_FALSE(ui.shows("P03"));
}

TEST_CASE("a click anywhere on an arrow means it; one beside closes; Escape closes") {
  UiDriver ui;
  openMap(ui);
  const Layout layout = layoutFor(1280, 720, NarrowTab::course);
  std::vector<Command> out;
  const Ui frame{ui.app, out, palette(Theme::lecture), layout.scale, false};
  const MapSheet sheet = mapSheetFor(frame, mapRect(layout));
  NodePlaces nodes;
  placeNodes(frame, sheet, nodes);
  const int wanted = mapArrowByName("X07");
  const ArrowPlace place =
      placeOf(frame, sheet, nodes, mapArrows()[static_cast<std::size_t>(wanted)]);
  ui.clickAt(place.points[kArcPoints - 5]);
  CHECK(ui.app.view.mapArrow == wanted);
  ui.key(ImGuiKey_Escape);
  CHECK(ui.app.view.mapArrow == -1);
  ui.click("mapNode/" + std::to_string(static_cast<int>(MapNode::mdsc) + 1));
  CHECK(ui.app.view.mapNode == static_cast<int>(MapNode::mdsc));
  ui.click(nameOf("S01"));
  CHECK(ui.app.view.mapNode == -1);
  CHECK(ui.app.view.mapArrow == mapArrowByName("S01"));
}

TEST_CASE("the filter leaves only its own arrows to press") {
  UiDriver ui;
  openMap(ui);
  CHECK(ui.shows(nameOf("S01")));
  ui.click("mapFilter/2");
  CHECK(ui.app.view.mapFilter == MapFilter::lowDose);
  ui.frame();
  CHECK_FALSE(ui.shows(nameOf("S01")));
  CHECK(ui.shows(nameOf("L01")));
  CHECK(ui.shows(nameOf("P06")));
}

TEST_CASE(
    "nothing is worked out for the map while it is closed, and it follows the day when open") {
  UiDriver ui;
  CHECK(ui.app.derived.mapVersion == 0);
  ui.key(ImGuiKey_M);
  CHECK(ui.app.view.stage == Stage::map);
  CHECK(ui.app.derived.mapVersion == ui.app.derived.version);
  const auto at = static_cast<std::size_t>(mapArrowByName("S01"));
  apply(ui.app, SetControl{ControlId::day, 0});
  const double first = ui.app.mapFlows[at].perDay[0];
  apply(ui.app, SetControl{ControlId::day, 15});
  const double later = ui.app.mapFlows[at].perDay[0];
  CHECK(later != first);
  CHECK_FALSE(needsFrame(ui.app));
}

TEST_CASE("on a phone the map scrolls and its arrows can be pressed") {
  UiDriver ui({390, 844});
  ui.click("stage/1");
  ui.frames(2);
  REQUIRE(ui.shows(nameOf("L01")));
  ui.click(nameOf("L01"));
  CHECK(ui.app.view.mapArrow == mapArrowByName("L01"));
  CHECK(ui.shows("L01"));
}

}  // namespace abscope
