// What a hand does, and what follows.
#include <cmath>
#include <set>

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "app/regimen.h"
#include "library/cases.h"
#include "ui/ui.h"
#include "ui/ui_driver.h"

namespace abscope {

TEST_CASE("play runs the clock and pause stops it") {
  UiDriver ui;
  CHECK(ui.app.view.day == 0);
  ui.click("play");
  CHECK(ui.app.view.playing);
  for (int i = 0; i < 60; ++i) ui.frame(1.0 / 60);
  const double day = ui.app.view.day;
  CHECK(day > 3.5);  // 4 days a second
  CHECK(day < 4.7);
  CHECK(needsFrame(ui.app));
  ui.click("play");
  CHECK_FALSE(ui.app.view.playing);
  const double stopped = ui.app.view.day;
  ui.frames(30);
  CHECK(ui.app.view.day == stopped);
  CHECK_FALSE(needsFrame(ui.app));
}

TEST_CASE("the clock stops at the end, and play starts again from day 0") {
  UiDriver ui;
  apply(ui.app, SetControl{ControlId::day, 59.9});
  ui.click("play");
  for (int i = 0; i < 30; ++i) ui.frame(0.05);
  CHECK(ui.app.view.day == ui.app.derived.course.days());
  CHECK_FALSE(ui.app.view.playing);
  ui.click("play");
  CHECK(ui.app.view.day < 5);
  CHECK(ui.app.view.playing);
}

TEST_CASE("dragging a slider solves anew within the frame, and is one step of undo") {
  UiDriver ui;
  const double before = controlValue(ui.app, ControlId::rtDose);
  const std::vector<float> curve = ui.app.derived.series.volumeMm3[0];
  ui.dragTo("rtDose", 0.5f);
  const auto version = ui.app.derived.version;
  ui.dragTo("rtDose", 0.3f);
  CHECK(ui.app.derived.version == version + 1);  // in the one frame of the move
  CHECK(controlValue(ui.app, ControlId::rtDose) != before);
  CHECK(ui.app.derived.series.volumeMm3[0] != curve);
  CHECK(ui.app.derived.course.days() == ui.app.document.scenario.plan.days);
  ui.dragTo("rtDose", 0.7f);
  const double after = controlValue(ui.app, ControlId::rtDose);
  ui.release();
  CHECK_FALSE(ui.app.derived.tissueStale);
  CHECK(ui.app.derived.tissue.days() == ui.app.derived.course.days());

  ui.click("undo");
  CHECK(controlValue(ui.app, ControlId::rtDose) == before);
  CHECK_FALSE(ui.app.history.canUndo());
  CHECK(ui.app.derived.series.volumeMm3[0] == curve);
  ui.click("redo");
  CHECK(controlValue(ui.app, ControlId::rtDose) == after);
}

TEST_CASE("two drags are two steps of undo") {
  UiDriver ui;
  const double before = controlValue(ui.app, ControlId::rtDose);
  ui.dragTo("rtDose", 0.4f);
  ui.release();
  const double between = controlValue(ui.app, ControlId::rtDose);
  ui.dragTo("rtDose", 0.8f);
  ui.release();
  ui.key(ImGuiKey_Z, true);
  CHECK(controlValue(ui.app, ControlId::rtDose) == between);
  ui.key(ImGuiKey_Z, true);
  CHECK(controlValue(ui.app, ControlId::rtDose) == before);
  ui.key(ImGuiKey_Y, true);
  CHECK(controlValue(ui.app, ControlId::rtDose) == between);
}

TEST_CASE("dragging along the plot moves the day and leaves the document alone") {
  UiDriver ui;
  const auto version = ui.app.derived.version;
  ui.dragTo("day", 0.5f);
  CHECK(ui.app.view.day == doctest::Approx(30).epsilon(0.02));
  ui.release();
  CHECK(ui.app.derived.version == version);
  CHECK_FALSE(ui.app.history.canUndo());
}

TEST_CASE("a case is picked from the list, an arm from the bar, and the day stays") {
  UiDriver ui;
  CHECK_FALSE(ui.shows("openCase/2"));
  ui.click("cases");
  REQUIRE(ui.shows("openCase/2"));
  ui.click("openCase/2");
  CHECK(ui.app.document.caseId == cases()[2].id);
  CHECK_FALSE(ui.shows("openCase/2"));
  apply(ui.app, SetControl{ControlId::day, 20});
  const std::string arm = ui.app.document.armId;
  ui.click("arm");
  REQUIRE(ui.shows("arm/0"));
  ui.click("arm/0");
  CHECK(ui.app.document.armId != arm);
  CHECK(ui.app.view.day == 20);
  ui.click("undo");
  CHECK(ui.app.document.armId == arm);
}

TEST_CASE("the list of cases closes by its cross, by Escape, and by a click beside it") {
  UiDriver ui;
  ui.click("cases");
  ui.click("closeOverlay");
  CHECK(ui.app.view.overlay == Overlay::none);
  ui.click("cases");
  ui.key(ImGuiKey_Escape);
  CHECK(ui.app.view.overlay == Overlay::none);
  ui.click("cases");
  ui.clickAt({4, 500});
  CHECK(ui.app.view.overlay == Overlay::none);
  CHECK(ui.app.document.caseId == "barsoumian-2020");
}

TEST_CASE("the legend hides and shows a kind") {
  UiDriver ui;
  const auto kind = static_cast<std::size_t>(CellKind::mdsc);
  const std::string name = "showKind/" + std::to_string(kind);
  ui.click(name);
  CHECK(ui.app.view.hidden[kind]);
  ui.click(name);
  CHECK_FALSE(ui.app.view.hidden[kind]);
}

TEST_CASE("series of fractions are added, selected and removed") {
  UiDriver ui;
  const std::size_t count = ui.app.document.scenario.plan.radiation.size();
  ui.click("addRadiation");
  CHECK(ui.app.document.scenario.plan.radiation.size() == count + 1);
  CHECK(ui.app.view.radiation == static_cast<int>(count));
  ui.click("selectRadiation/0");
  CHECK(ui.app.view.radiation == 0);
  ui.click("removeRadiation/0");
  CHECK(ui.app.document.scenario.plan.radiation.size() == count);
  ui.click("undo");
  CHECK(ui.app.document.scenario.plan.radiation.size() == count + 1);
}

std::string choiceOf(Drug drug) { return "drugKind/" + std::to_string(static_cast<int>(drug)); }

// On the line of the open list of drugs that is nearest to a height in the middle of it.
ImVec2 listPoint(const UiDriver& ui) {
  constexpr float kMiddle = 450;
  ImVec2 nearest{0, 1e9f};
  for (const auto& [name, widget] : ui.widgets()) {
    const ImVec2 at = widget.middle();
    if (name.rfind("drugKind/", 0) != 0) continue;
    if (std::fabs(at.y - kMiddle) < std::fabs(nearest.y - kMiddle)) nearest = at;
  }
  return nearest;
}

TEST_CASE("drugs are added and chosen from the list") {
  UiDriver ui;
  ui.click("sideTab/1");
  const std::size_t count = ui.app.document.scenario.plan.drugs.size();
  ui.click("addDrug");
  REQUIRE(ui.app.document.scenario.plan.drugs.size() == count + 1);
  ui.click("drugKind");
  REQUIRE(ui.shows(choiceOf(Drug::antiPd1)));
  ui.wheelAt(listPoint(ui), -2);
  ui.click(choiceOf(Drug::antiCcr2));
  const DrugItem& item = ui.app.document.scenario.plan.drugs.back();
  CHECK(item.drug == Drug::antiCcr2);
  CHECK(item.doses == drugInfo(Drug::antiCcr2).mouse.doses);
  CHECK_FALSE(ui.app.derived.series.occupancy[static_cast<std::size_t>(Hook::antiCcr2)].empty());
}

TEST_CASE("the list has the drugs of the species, each once, and a card says what is known") {
  for (const Preset preset : {Preset::mouse, Preset::human}) {
    CAPTURE(static_cast<int>(preset));
    UiDriver ui;
    apply(ui.app, OpenCase{preset == Preset::mouse ? "dewan-2009" : "theelen-2021", ""});
    ui.click("sideTab/1");
    ui.click("addDrug");
    const int before = static_cast<int>(ui.app.document.scenario.plan.drugs.back().drug);
    ui.click("drugKind");
    std::set<std::string> shown;
    for (int turn = 0; turn < 60; ++turn) {
      for (const auto& [name, widget] : ui.widgets()) {
        if (name.rfind("drugKind/", 0) == 0) shown.insert(name);
      }
      ui.wheelAt(listPoint(ui), -2);
    }
    for (int i = 0; i < kDrugCount; ++i) {
      const auto drug = static_cast<Drug>(i);
      CAPTURE(std::string(drugInfo(drug).id));
      CHECK(shown.count(choiceOf(drug)) == (drugUse(drug, preset).isUsed() ? 1u : 0u));
    }
    // The pointer rests on a drug: its card is drawn over everything.
    const int drawn = ImGui::GetForegroundDrawList()->VtxBuffer.Size;
    ui.wheelAt(listPoint(ui), 0);
    CHECK(std::max(drawn, ImGui::GetForegroundDrawList()->VtxBuffer.Size) > 500);
    CHECK(static_cast<int>(ui.app.document.scenario.plan.drugs.back().drug) == before);
  }
}

TEST_CASE("the keyboard plays, steps, jumps, and reaches every control") {
  UiDriver ui;
  ui.key(ImGuiKey_RightArrow);
  CHECK(ui.app.view.day == 1);
  ui.key(ImGuiKey_LeftArrow);
  CHECK(ui.app.view.day == 0);
  ui.key(ImGuiKey_End);
  CHECK(ui.app.view.day == ui.app.derived.course.days());
  ui.key(ImGuiKey_Home);
  CHECK(ui.app.view.day == 0);
  ui.key(ImGuiKey_Space);
  CHECK(ui.app.view.playing);
  ui.key(ImGuiKey_Space);
  CHECK_FALSE(ui.app.view.playing);
}

TEST_CASE("Tab reaches every control in turn, and a focused slider takes the arrows") {
  UiDriver ui;
  ui.frames(2);
  const ImGuiID dose = ui.idOf("rtDose");  // before the panel scrolls
  std::set<ImGuiID> reached;
  for (int i = 0; i < 120; ++i) {
    ui.key(ImGuiKey_Tab);
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (g.NavId == 0) continue;
    CHECK_FALSE(g.NavDisableHighlight);  // the ring is to be seen
    reached.insert(g.NavId);
  }
  std::size_t enabled = 0;
  for (const auto& [name, widget] : ui.widgets()) enabled += !widget.disabled;
  CHECK(reached.size() >= enabled);

  for (int i = 0; i < 120 && ImGui::GetCurrentContext()->NavId != dose; ++i) ui.key(ImGuiKey_Tab);
  REQUIRE(ImGui::GetCurrentContext()->NavId == dose);
  const double before = controlValue(ui.app, ControlId::rtDose);
  const double day = ui.app.view.day;
  ui.key(ImGuiKey_RightArrow);
  CHECK(controlValue(ui.app, ControlId::rtDose) == doctest::Approx(before + 0.1));
  CHECK(ui.app.view.day == day);
  ui.key(ImGuiKey_LeftArrow);
  CHECK(controlValue(ui.app, ControlId::rtDose) == doctest::Approx(before));
}

TEST_CASE("up and down move the focus too, since a page keeps Tab for leaving the canvas") {
  UiDriver ui;
  std::set<ImGuiID> reached;
  for (int i = 0; i < 30; ++i) {
    ui.key(i < 20 ? ImGuiKey_DownArrow : ImGuiKey_UpArrow);
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (g.NavId != 0 && !g.NavDisableHighlight) reached.insert(g.NavId);
  }
  CHECK(reached.size() >= 5);
}

TEST_CASE("a message names the place and goes by a click") {
  UiDriver ui;
  apply(ui.app, OpenCase{"no-such-case", {}});
  ui.frames(2);
  REQUIRE(ui.app.toasts.size() == 1);
  CHECK(ui.app.toasts[0].message.place == "?case=no-such-case");
  ui.click("dismissMessage/0");
  CHECK(ui.app.toasts.empty());
  CHECK(ui.app.document.caseId == "barsoumian-2020");
}

TEST_CASE("nothing is drawn when nothing changes") {
  UiDriver ui;
  ui.frames(5);
  CHECK_FALSE(needsFrame(ui.app));
  CHECK_FALSE(uiNeedsFrame());
}

}  // namespace abscope
