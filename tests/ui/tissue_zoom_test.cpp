// The tissue from nearer: by buttons, wheel, keys and drag; cells are still found where they are
// drawn, and a chosen one is followed until it is gone.
#include <cmath>
#include <optional>

#include <doctest/doctest.h>

#include "app/address.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

ImVec2 middleOf(const UiDriver& ui, Panel panel) { return ui.tissue.panel(panel).picture.middle(); }

// A cell drawn in this panel and found under its own middle.
std::optional<CellId> aCell(const UiDriver& ui, Panel panel, CellKind kind) {
  for (CellId id = 0; id < ui.app.derived.tissue.cellCount(); ++id) {
    const auto cell = ui.app.derived.tissue.instanceOf(id, ui.app.view.day);
    if (!cell || cell->panel != panel || cell->kind != kind || cell->presence < 1) continue;
    const auto spot = ui.tissue.spotOf(id);
    if (spot && ui.tissue.cellUnder(spot->at) == id) return id;
  }
  return std::nullopt;
}

// A drag on the ground, as by a hand that presses, moves and lets go.
void drag(UiDriver& ui, ImVec2 from, ImVec2 to) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(from.x, from.y);
  ui.frames(2);
  io.AddMouseButtonEvent(0, true);
  ui.frames(2);
  for (int i = 1; i <= 4; ++i) {
    const float share = static_cast<float>(i) / 4;
    io.AddMousePosEvent(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
    ui.frames(2);
  }
  io.AddMouseButtonEvent(0, false);
  ui.frames(2);
}

}  // namespace

TEST_CASE("zoom by buttons and keys, back to the whole, both tumours alike") {
  UiDriver ui;
  ui.frames(2);
  const float whole = ui.tissue.panel(Panel::irradiated).scale;
  CHECK(ui.widget("zoomReset").disabled);
  ui.click("zoom/more");
  CHECK(ui.app.view.zoomPercent == 150);
  CHECK(ui.tissue.panel(Panel::irradiated).scale == doctest::Approx(1.5f * whole));
  CHECK(ui.tissue.panel(Panel::distant).zoom == doctest::Approx(1.5f));
  CHECK(ui.tissue.panel(Panel::node).zoom == 1);
  ui.key(ImGuiKey_Equal);
  CHECK(ui.app.view.zoomPercent == 200);
  ui.key(ImGuiKey_Minus);
  CHECK(ui.app.view.zoomPercent == 150);
  ui.click("zoom/less");
  CHECK(ui.app.view.zoomPercent == 100);
  apply(ui.app, SetControl{ControlId::zoom, 400});
  apply(ui.app, SetControl{ControlId::panX, 60});
  ui.frames(2);
  ui.click("zoomReset");
  CHECK(ui.app.view.zoomPercent == 100);
  CHECK(ui.app.view.panPercent[1][0] == 0);
  apply(ui.app, SetControl{ControlId::zoom, 400});
  ui.key(ImGuiKey_0);
  CHECK(ui.app.view.zoomPercent == 100);
  // Plus and minus are the picked item's, where one is picked.
  apply(ui.app, SetControl{ControlId::timelineItem, 1});
  ui.frames(2);
  ui.key(ImGuiKey_Equal);
  CHECK(ui.app.view.zoomPercent == 100);
}

TEST_CASE("the wheel zooms about the pointer, and what is drawn there is still found") {
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}}) {
    UiDriver ui(size);
    apply(ui.app, SetControl{ControlId::day, 9});
    ui.frames(2);
    const auto id = aCell(ui, Panel::distant, CellKind::tumour);
    REQUIRE(id.has_value());
    const ImVec2 at = ui.tissue.spotOf(*id)->at;
    ui.wheelAt(at, 3);
    ui.frames(2);
    CHECK(ui.app.view.zoomPercent == doctest::Approx(100 * std::pow(1.25, 3)).epsilon(0.01));
    // As far as the panel's edge lets it.
    const auto after = ui.tissue.spotOf(*id);
    REQUIRE(after.has_value());
    CHECK(std::hypot(after->at.x - at.x, after->at.y - at.y) < 3);
    int found = 0, wrong = 0;
    for (CellId other = 0; other < ui.app.derived.tissue.cellCount(); other += 7) {
      const auto spot = ui.tissue.spotOf(other);
      if (!spot) continue;
      const auto under = ui.tissue.cellUnder(spot->at);
      if (!under) continue;  // beyond the edge
      const auto there = ui.tissue.spotOf(*under);
      ++found;
      if (std::hypot(there->at.x - spot->at.x, there->at.y - spot->at.y) >
          std::max(6.0f, there->radius) + 0.01f) {
        ++wrong;
      }
    }
    CHECK(found > 10);
    CHECK(wrong == 0);
    // The wheel does nothing beside the tissue.
    const double zoom = ui.app.view.zoomPercent;
    ui.wheelAt({size.x / 3, size.y - 30}, 2);
    CHECK(ui.app.view.zoomPercent == zoom);
  }
}

TEST_CASE("a drag moves the picture of its tumour and chooses nothing; a click chooses") {
  UiDriver ui;
  apply(ui.app, SetControl{ControlId::day, 5});
  apply(ui.app, SetControl{ControlId::zoom, 400});
  ui.frames(3);
  const ImVec2 from = middleOf(ui, Panel::irradiated);
  const auto before = ui.tissue.cellUnder(from);
  const ImVec2 focus = ui.tissue.panel(Panel::irradiated).focus;
  drag(ui, from, {from.x + 60, from.y - 30});
  CHECK(ui.app.view.cell == kNoCell);
  const ImVec2 after = ui.tissue.panel(Panel::irradiated).focus;
  CHECK(after.x == doctest::Approx(focus.x - 60 / 4.0f).epsilon(0.01));
  CHECK(after.y == doctest::Approx(focus.y + 30 / 4.0f).epsilon(0.01));
  CHECK(ui.app.view.panPercent[1][0] == 0);  // the other stays
  if (before) CHECK(ui.tissue.cellUnder({from.x + 60, from.y - 30}) == before);
  const auto id = aCell(ui, Panel::irradiated, CellKind::tumour);
  REQUIRE(id.has_value());
  ui.clickAt(ui.tissue.spotOf(*id)->at);
  CHECK(ui.app.view.cell == *id);
}

TEST_CASE("scroll bars are there only from nearer, and move the picture") {
  UiDriver ui;
  ui.frames(2);
  CHECK_FALSE(ui.shows("panX/0"));
  apply(ui.app, SetControl{ControlId::zoom, 200});
  ui.frames(2);
  for (const char* name : {"panX/0", "panY/0", "panX/1", "panY/1"}) CHECK(ui.shows(name));
  ui.dragTo("panX/1", 0.95f);
  ui.release();
  CHECK(ui.app.view.panPercent[1][0] > 80);
  CHECK(ui.app.view.panPercent[0][0] == 0);
}

TEST_CASE("a chosen cell is followed, keeps its mark while the course plays, and its end is told") {
  UiDriver ui;
  apply(ui.app, SetControl{ControlId::day, 9});
  apply(ui.app, SetControl{ControlId::zoom, 400});
  ui.frames(2);
  std::optional<CellId> id;
  for (CellId other = 0; other < ui.app.derived.tissue.cellCount() && !id; ++other) {
    const auto cell = ui.app.derived.tissue.instanceOf(other, 9);
    const CellStory story = ui.app.derived.tissue.storyOf(other);
    const bool fits = cell && cell->panel == Panel::distant && story.ends && story.endDay > 11 &&
                      story.endDay < 20 && cell->kind == CellKind::cd8Effector;
    if (fits) id = other;
  }
  REQUIRE(id.has_value());
  const double endDay = ui.app.derived.tissue.storyOf(*id).endDay;
  apply(ui.app, SelectCell{*id});
  ui.frames(2);
  ui.click("followCell");
  CHECK(ui.app.view.followCell);
  for (double day = 9; day < endDay - 0.3; day += 0.5) {
    apply(ui.app, SetControl{ControlId::day, day});
    ui.frames(2);
    const auto spot = ui.tissue.lastSpotOf(ui.app, *id);
    const auto cell = ui.app.derived.tissue.instanceOf(*id, day);
    if (!spot || !cell || cell->panel != Panel::distant) continue;
    // In the middle, or as near to it as the panel's edge allows.
    CAPTURE(day);
    const PanelView& view = ui.tissue.panel(Panel::distant);
    const ImVec2 wanted = view.clamped(view.onWhole(cell->x, cell->y));
    CHECK(view.focus.x == doctest::Approx(wanted.x));
    CHECK(view.rect.contains(spot->at));
  }
  apply(ui.app, SetControl{ControlId::day, endDay + 2});
  ui.frames(2);
  CHECK(ui.app.view.cell == *id);
  CHECK(ui.shows("selectCell"));  // its card, which says that it is gone
  CHECK(ui.tissue.lastSpotOf(ui.app, *id).has_value());
  ui.click("selectCell");
  CHECK(ui.app.view.cell == kNoCell);
  CHECK_FALSE(ui.app.view.followCell);
}

TEST_CASE("a haze is chosen from the list or by a key, and drawn for both tumours") {
  UiDriver ui;
  apply(ui.app, SetControl{ControlId::day, 6});
  ui.frames(2);
  ui.click("haze");
  ui.frames(2);
  ui.click("haze/6");
  ui.frames(3);
  CHECK(ui.app.view.haze == Signal::hypoxia);
  CHECK_FALSE(ui.tissue.hazes().field(hazeSlot(0, Panel::irradiated)).empty());
  CHECK(ui.tissue.hazes().field(hazeSlot(0, Panel::distant)).amount() ==
        doctest::Approx(signalAmount(ui.app.derived.course, Signal::hypoxia, Site::distant, 6)));
  apply(ui.app, SetControl{ControlId::day, 20});
  ui.frames(2);
  CHECK(ui.tissue.hazes().field(hazeSlot(0, Panel::distant)).amount() ==
        doctest::Approx(signalAmount(ui.app.derived.course, Signal::hypoxia, Site::distant, 20)));
  ui.key(ImGuiKey_H);
  CHECK(ui.app.view.haze == Signal::pdl1);
  ui.key(ImGuiKey_H);
  CHECK(ui.app.view.haze == Signal::none);
  ui.key(ImGuiKey_H, false, true);
  CHECK(ui.app.view.haze == Signal::pdl1);
}

TEST_CASE("haze, zoom and pan are in the address, and come back from it") {
  AppState app;
  start(app, "?case=dewan-2009&haze=ifn1&zoom=300&panX=40&panY=-20", "");
  CHECK(app.view.haze == Signal::interferon1);
  CHECK(app.view.zoomPercent == 300);
  CHECK(app.view.panPercent[0][0] == 40);
  CHECK(app.view.panPercent[1][1] == -20);
  CHECK(app.toasts.empty());
  AppState other;
  start(other, "", shareHash(app));
  CHECK(other.view.haze == Signal::interferon1);
  CHECK(other.view.zoomPercent == 300);
  CHECK(other.view.panPercent == app.view.panPercent);
  AppState plain;
  start(plain, "", "");
  CHECK(shareHash(plain).find("haze") == std::string::npos);
  CHECK(shareHash(plain).find("zoom") == std::string::npos);
  AppState wrong;
  start(wrong, "?haze=smoke", "");
  CHECK(wrong.view.haze == Signal::none);
  CHECK(wrong.toasts.size() == 1);
}

TEST_CASE("on a phone haze and zoom are with the legend") {
  UiDriver ui({390, 844});
  ui.click("narrowTab/3");
  for (const char* name : {"haze", "zoom/less", "zoom/more", "zoomReset"}) CHECK(ui.shows(name));
  ui.click("zoom/more");
  CHECK(ui.app.view.zoomPercent == 150);
}

}  // namespace abscope
