// The schedule edited on the time axis: every drag, and its equals by click, key and number.
#include <cmath>

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "app/address.h"
#include "app/items.h"
#include "app/regimen.h"
#include "ui/ui.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

const Plan& planOf(const UiDriver& ui) { return ui.app.document.scenario.plan; }

float pixelsADay(const UiDriver& ui) {
  const Widget& day = ui.widget("day");  // 6 px wider than the axis on both sides
  return (day.max.x - day.min.x - 12) / static_cast<float>(ui.app.derived.course.days());
}

// Presses, moves over this many pixels in steps, as a hand does, and lets go.
void dragBy(UiDriver& ui, const std::string& name, float pixels, bool release = true) {
  ImGuiIO& io = ImGui::GetIO();
  const ImVec2 at = ui.widget(name).middle();
  io.AddMousePosEvent(at.x, at.y);
  ui.frame();
  io.AddMouseButtonEvent(0, true);
  ui.frame();
  for (int i = 1; i <= 4; ++i) {
    io.AddMousePosEvent(at.x + pixels * static_cast<float>(i) / 4, at.y);
    ui.frame();
  }
  if (!release) return;
  io.AddMouseButtonEvent(0, false);
  ui.frames(2);
}

void type(UiDriver& ui, const char* text) {
  ImGui::GetIO().AddInputCharactersUTF8(text);
  ui.frames(2);
}

int countOf(const UiDriver& ui, ItemKind kind, int item) {
  int count = 0;
  const EventKind wanted = kind == ItemKind::radiation ? EventKind::fraction : EventKind::drugDose;
  for (const Event& e : ui.app.derived.course.events()) count += e.kind == wanted && e.item == item;
  return count;
}

Days daysIn(const UiDriver& ui, ItemKind kind, int item) {
  return daysOf(ui.app.derived.course.events(), kind, item);
}

}  // namespace

TEST_CASE("a click picks an item, and the panel shows it") {
  UiDriver ui;
  CHECK_FALSE(ui.shows("timelineEnd"));
  ui.click("timelineItem/3");  // the first drug
  CHECK(ui.app.view.timelineItem == 3);
  CHECK(ui.app.view.sideTab == SideTab::drugs);
  CHECK(ui.app.view.drug == 0);
  CHECK(ui.shows("timelineEnd"));
  CHECK(ui.shows("drugStart/timelineMore"));
  ui.click("timelineItem/2");
  CHECK(ui.app.view.sideTab == SideTab::radiation);
  CHECK(ui.app.view.radiation == 1);
  CHECK_FALSE(ui.app.history.canUndo());  // looking is no change
  ui.click("timelineItem/0");             // the bar's cross
  CHECK(ui.app.view.timelineItem == 0);
  CHECK_FALSE(ui.shows("timelineEnd"));
  ui.click("timelineItem/1");
  ui.key(ImGuiKey_Escape);
  CHECK(ui.app.view.timelineItem == 0);
}

TEST_CASE("a drag moves an item by whole days, solves in the same frame, and is one step of undo") {
  UiDriver ui;
  const auto version = ui.app.derived.version;
  dragBy(ui, "timelineItem/1", 10.3f * pixelsADay(ui), false);
  CHECK(planOf(ui).radiation[0].start.days == 11);  // from day 1
  CHECK(ui.app.derived.version > version);
  CHECK(daysIn(ui, ItemKind::radiation, 0).first == 11);
  CHECK(daysIn(ui, ItemKind::radiation, 0).last == 13);
  CHECK(daysIn(ui, ItemKind::radiation, 1).first == 16);  // three days after its last
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  ui.frames(2);
  CHECK_FALSE(ui.app.derived.tissueStale);
  ui.click("undo");
  CHECK(planOf(ui).radiation[0].start.days == 1);
  CHECK_FALSE(ui.app.history.canUndo());
  ui.click("redo");
  CHECK(planOf(ui).radiation[0].start.days == 11);
  // Not before day 0.
  dragBy(ui, "timelineItem/1", -30 * pixelsADay(ui));
  CHECK(planOf(ui).radiation[0].start.days == 0);
}

TEST_CASE("a press that hardly moves is a click") {
  UiDriver ui;
  dragBy(ui, "timelineItem/1", 3);
  CHECK_FALSE(ui.app.history.canUndo());
  CHECK(ui.app.view.timelineItem == 1);
  CHECK(ui.app.view.day == 0);  // the cursor is not under it
}

TEST_CASE("the right edge makes a series longer and shorter, over weekends too") {
  UiDriver ui;
  ui.click("timelineItem/1");
  dragBy(ui, "timelineEnd", 4 * pixelsADay(ui));
  CHECK(planOf(ui).radiation[0].fractions == 7);
  CHECK(countOf(ui, ItemKind::radiation, 0) == 7);
  ui.click("undo");
  CHECK(planOf(ui).radiation[0].fractions == 3);
  // Days 1-4 are Tuesday to Friday, the fifth falls on Monday, day 7.
  apply(ui.app, SetControl{ControlId::rtSkipWeekends, 1});
  ui.frames(2);
  dragBy(ui, "timelineEnd", 4 * pixelsADay(ui));
  CHECK(planOf(ui).radiation[0].fractions == 5);
  CHECK(daysIn(ui, ItemKind::radiation, 0).last == 7);
  dragBy(ui, "timelineEnd", -40 * pixelsADay(ui));
  CHECK(planOf(ui).radiation[0].fractions == 1);

  ui.click("timelineItem/3");
  const DrugItem before = planOf(ui).drugs[0];
  dragBy(ui, "timelineEnd", 2 * static_cast<float>(before.intervalDays) * pixelsADay(ui));
  CHECK(planOf(ui).drugs[0].doses == before.doses + 2);
  CHECK(countOf(ui, ItemKind::drug, 0) == before.doses + 2);
}

TEST_CASE("steppers and typed numbers do what drags do") {
  UiDriver ui;
  ui.click("timelineItem/1");
  ui.click("rtStart/timelineMore");
  ui.click("rtStart/timelineMore");
  CHECK(planOf(ui).radiation[0].start.days == 3);
  ui.click("rtStart/timelineLess");
  CHECK(planOf(ui).radiation[0].start.days == 2);
  ui.click("rtFractions/timelineMore");
  CHECK(planOf(ui).radiation[0].fractions == 4);
  ui.click("undo");
  ui.click("undo");
  CHECK(planOf(ui).radiation[0].fractions == 3);
  CHECK(planOf(ui).radiation[0].start.days == 3);  // a click is a step of its own

  ui.click("rtStart/timelineValue");
  type(ui, "12");
  CHECK(planOf(ui).radiation[0].start.days == 12);
  ui.key(ImGuiKey_Enter);
  ui.click("undo");
  CHECK(planOf(ui).radiation[0].start.days == 3);  // typing is one step
  CHECK(ui.app.view.day == 0);                     // and no shortcut
}

TEST_CASE("the panel's sliders have steps and a field, with a comma as well") {
  UiDriver ui;
  ui.click("rtDose/more");
  CHECK(controlValue(ui.app, ControlId::rtDose) == doctest::Approx(12.5));
  ui.click("rtDose/less");
  ui.click("rtDose/less");
  CHECK(controlValue(ui.app, ControlId::rtDose) == doctest::Approx(11.5));
  ui.click("rtDose/value");
  type(ui, "7,25");
  ui.key(ImGuiKey_Enter);
  CHECK(controlValue(ui.app, ControlId::rtDose) == doctest::Approx(7.25));
  CHECK(doseOf(ui.app.derived.course, ui.app.document.scenario.patient, Site::irradiated).totalGy ==
        doctest::Approx(3 * 7.25));
  // What is no number or not allowed changes nothing, or goes to the nearest that is.
  ui.click("rtDose/value");
  type(ui, "abc");
  ui.key(ImGuiKey_Enter);
  CHECK(controlValue(ui.app, ControlId::rtDose) == doctest::Approx(7.25));
  ui.click("rtDose/value");
  type(ui, "99");
  CHECK(controlValue(ui.app, ControlId::rtDose) == kMaxDoseGy);
  ui.key(ImGuiKey_Escape);
}

TEST_CASE("frames go on until every key that was typed is taken in") {
  UiDriver ui;
  ui.frames(3);
  CHECK_FALSE(uiNeedsFrame());
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiKey_M, true);  // pressed and let go between two frames
  io.AddKeyEvent(ImGuiKey_M, false);
  ui.frame();
  CHECK(uiNeedsFrame());
  ui.frame();
  CHECK_FALSE(uiNeedsFrame());
}

TEST_CASE("below 3 Gy a step is a tenth, on both sides of the border") {
  const ControlInfo& dose = controlInfo(ControlId::rtDose);
  CHECK(stepped(dose, 3, 1) == doctest::Approx(3.5));
  CHECK(stepped(dose, 3, -1) == doctest::Approx(2.9));
  CHECK(stepped(dose, 2.9, 1) == doctest::Approx(3));
  CHECK(stepped(dose, 12.3, 1) == doctest::Approx(12.5));
  CHECK(stepped(dose, kMaxDoseGy, 1) == kMaxDoseGy);
  CHECK(stepped(controlInfo(ControlId::rtInterval), 0.25, -1) == doctest::Approx(0.125));
}

TEST_CASE("the whole plan moves as one by Shift and drag, by step, and by Shift and arrow") {
  UiDriver ui;
  const Plan before = planOf(ui);
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Shift, true);
  dragBy(ui, "timelineItem/1", 5 * pixelsADay(ui));
  io.AddKeyEvent(ImGuiMod_Shift, false);
  ui.frames(2);
  const auto movedBy = [&](double days) {
    for (std::size_t i = 0; i < before.drugs.size(); ++i) {
      CHECK(planOf(ui).drugs[i].start.days == before.drugs[i].start.days + days);
    }
    CHECK(planOf(ui).radiation[0].start.days == before.radiation[0].start.days + days);
    CHECK(planOf(ui).radiation[1].start.days == before.radiation[1].start.days);  // it follows
  };
  // The first item starts on day 0 and goes where the hand took it.
  movedBy(5);
  ui.click("undo");
  movedBy(0);
  CHECK_FALSE(ui.app.history.canUndo());
  ui.click("planStart/timelineMore");
  movedBy(1);
  ui.click("planStart/timelineLess");
  movedBy(0);
  CHECK_FALSE(ui.widget("planStart/timelineMore").disabled);
  CHECK(ui.widget("planStart/timelineLess").disabled);  // something starts on day 0
}

TEST_CASE("keys move, lengthen, copy and delete the picked item, and leave the clock its arrows") {
  UiDriver ui;
  ui.click("timelineItem/1");
  ui.key(ImGuiKey_RightArrow);
  CHECK(ui.app.view.day == 1);
  CHECK(planOf(ui).radiation[0].start.days == 1);
  ui.key(ImGuiKey_RightArrow, false, true);
  CHECK(planOf(ui).radiation[0].start.days == 2);
  CHECK(ui.app.view.day == 1);
  ui.key(ImGuiKey_Equal);
  CHECK(planOf(ui).radiation[0].fractions == 4);
  ui.key(ImGuiKey_Minus);
  CHECK(planOf(ui).radiation[0].fractions == 3);
  ui.key(ImGuiKey_D);
  REQUIRE(planOf(ui).radiation.size() == 3);
  CHECK(ui.app.view.timelineItem == 2);            // the copy
  CHECK(planOf(ui).radiation[1].start.days == 5);  // days 2-4, then this
  CHECK(planOf(ui).radiation[1].irradiatedGy == planOf(ui).radiation[0].irradiatedGy);
  ui.key(ImGuiKey_Delete);
  CHECK(planOf(ui).radiation.size() == 2);
  CHECK(ui.app.view.timelineItem == 0);
  ui.key(ImGuiKey_Delete);  // nothing is picked
  CHECK(planOf(ui).radiation.size() == 2);
  for (int i = 0; i < 6; ++i) ui.key(ImGuiKey_Z, true);
  CHECK(planOf(ui).radiation[0].start.days == 1);
  CHECK_FALSE(ui.app.history.canUndo());
}

TEST_CASE("an item that the keyboard has focused takes the arrows") {
  UiDriver ui;
  ui.click("timelineItem/1");
  const ImGuiID id = ui.idOf("timelineItem/1");
  ui.click("timelineItem/0");  // the bar's cross takes the focus with it
  for (int i = 0; i < 150 && ImGui::GetCurrentContext()->NavId != id; ++i) ui.key(ImGuiKey_Tab);
  REQUIRE(ImGui::GetCurrentContext()->NavId == id);
  ui.key(ImGuiKey_RightArrow);
  ui.key(ImGuiKey_RightArrow);
  CHECK(planOf(ui).radiation[0].start.days == 3);
  CHECK(ui.app.view.day == 0);
}

TEST_CASE("items are added at the shown day, copied and deleted on the bar") {
  UiDriver ui;
  apply(ui.app, SetControl{ControlId::day, 30});
  ui.frames(2);
  ui.click("addDrug/timeline");
  REQUIRE(planOf(ui).drugs.size() == 3);
  CHECK(planOf(ui).drugs[2].start.days == 30);
  CHECK(ui.app.view.timelineItem == 5);
  ui.click("copyItem/timeline");
  CHECK(planOf(ui).drugs.size() == 4);
  ui.click("removeDrug/timeline");
  CHECK(planOf(ui).drugs.size() == 3);
  ui.click("addRadiation/timeline");
  REQUIRE(planOf(ui).radiation.size() == 3);
  CHECK(planOf(ui).radiation[2].start.days == 30);
  CHECK(ui.app.view.timelineItem == 3);
  ui.click("removeRadiation/timeline");
  CHECK(planOf(ui).radiation.size() == 2);
}

TEST_CASE("series at the same time lie one below the other, and each can be taken") {
  UiDriver ui;
  apply(ui.app, SetControl{ControlId::rtAnchor, 0, 1});
  apply(ui.app, SetControl{ControlId::rtStart, 1, 1});
  ui.frames(2);
  const Widget first = ui.widget("timelineItem/1"), second = ui.widget("timelineItem/2");
  CHECK(second.min.y >= first.max.y - 0.5f);
  ui.click("timelineItem/2");
  CHECK(ui.app.view.timelineItem == 2);
  ui.click("timelineItem/1");
  CHECK(ui.app.view.timelineItem == 1);
}

TEST_CASE("an item on an event stands where the event happened, or waits at the end") {
  UiDriver ui;
  apply(ui.app, OpenCase{"lin-2022", "anti-pd-1-5x6"});
  ui.frames(2);
  const auto& plan = planOf(ui);
  REQUIRE(plan.radiation[0].start.anchor == Anchor::progression);
  double progression = -1;
  for (const Event& e : ui.app.derived.course.events()) {
    if (e.kind == EventKind::progression && progression < 0) progression = e.day;
  }
  REQUIRE(progression > 0);
  const double first = daysIn(ui, ItemKind::radiation, 0).first;
  CHECK(first == progression + plan.radiation[0].start.days);
  const Widget day = ui.widget("day"), box = ui.widget("timelineItem/1");
  const float left = day.min.x + 6 + static_cast<float>(first) * pixelsADay(ui);
  CHECK(box.min.x == doctest::Approx(left - 6).epsilon(0.01));
  // A drag changes how long after it.
  dragBy(ui, "timelineItem/1", 20 * pixelsADay(ui));
  CHECK(plan.radiation[0].start.anchor == Anchor::progression);
  CHECK(daysIn(ui, ItemKind::radiation, 0).first == doctest::Approx(first + 20));
  // In a course too short for it, it waits at the end and can still be picked and deleted.
  apply(ui.app, SetControl{ControlId::courseDays, std::floor(progression) - 1});
  ui.frames(2);
  CHECK(daysIn(ui, ItemKind::radiation, 0).first < 0);
  CHECK(ui.widget("timelineItem/1").max.x > day.max.x - 20);
  ui.click("timelineItem/1");
  CHECK_FALSE(ui.shows("timelineEnd"));
  ui.click("removeRadiation/timeline");
  CHECK(planOf(ui).radiation.empty());
}

TEST_CASE("a drug is put before, with and after radiotherapy by name") {
  UiDriver ui;
  apply(ui.app, OpenCase{"young-2016", "after-1-day"});
  ui.frames(2);
  ui.click("sideTab/1");
  REQUIRE(ui.shows("drugSequence/0"));
  CHECK(controlValue(ui.app, ControlId::drugSequence) == 2);
  const double fraction = daysIn(ui, ItemKind::radiation, 0).first;
  ui.click("drugSequence/0");
  CHECK(controlValue(ui.app, ControlId::drugSequence) == 0);
  CHECK(daysIn(ui, ItemKind::drug, 0).last <= fraction - 1);
  ui.click("drugSequence/1");
  CHECK(daysIn(ui, ItemKind::drug, 0).first == fraction);
  ui.click("drugSequence/2");
  CHECK(daysIn(ui, ItemKind::drug, 0).first == fraction + 1);
  CHECK(planOf(ui).drugs[0].start.anchor == Anchor::afterItem);
  ui.click("undo");
  CHECK(daysIn(ui, ItemKind::drug, 0).first == fraction);
  // No room before day 0: said, and not done.
  apply(ui.app, SetControl{ControlId::rtStart, 0, 0});
  ui.frames(2);
  ui.click("drugSequence/0");
  CHECK(ui.app.toasts.size() == 1);
  CHECK(daysIn(ui, ItemKind::drug, 0).first == fraction);
}

TEST_CASE("a preset brings dose, number and rhythm, and says what it changed") {
  UiDriver ui;
  apply(ui.app, OpenCase{"dewan-2009", "20x1-anti-ctla-4"});
  ui.frames(2);
  CHECK(controlValue(ui.app, ControlId::rtPreset) == 7);  // 20 Gy once
  const Summary before = ui.app.derived.summary;
  ui.click("rtPreset");
  REQUIRE(ui.shows("rtPreset/5"));
  ui.click("rtPreset/5");
  CHECK(controlValue(ui.app, ControlId::rtPreset) == 5);
  CHECK(countOf(ui, ItemKind::radiation, 0) == 3);
  const Summary& now = ui.app.derived.summary;
  CHECK(now.tumours[0].bed10Gy == doctest::Approx(43.2));
  const PresetNote& note = ui.app.presetNote;
  CHECK(note.version == ui.app.derived.version);
  CHECK(note.bed10Gy[0] == doctest::Approx(60));
  CHECK(note.endMm3[1] == before.tumours[1].endMm3);
  CHECK(now.tumours[1].endMm3 != before.tumours[1].endMm3);
  ui.click("undo");
  CHECK(countOf(ui, ItemKind::radiation, 0) == 1);
  CHECK(note.version != ui.app.derived.version);  // no longer said
}

TEST_CASE("every preset gives what its name says") {
  struct Wanted {
    int preset;
    int fractions;
    double totalGy, bed10Gy;
  };
  for (const Wanted& w : {Wanted{1, 30, 60, 72},
                          {2, 25, 45, 53.1},
                          {3, 15, 45, 58.5},
                          {4, 4, 50, 112.5},
                          {5, 3, 24, 43.2},
                          {6, 5, 30, 48},
                          {7, 1, 20, 60},
                          {8, 4, 2, 2.1},
                          {9, 2, 2, 2.2},
                          {10, 3, 36, 79.2}}) {
    CAPTURE(w.preset);
    UiDriver ui;
    apply(ui.app, OpenCase{"dewan-2009", "8x3-anti-ctla-4"});
    apply(ui.app, SetControl{ControlId::rtPreset, static_cast<double>(w.preset)});
    CHECK(controlValue(ui.app, ControlId::rtPreset) == w.preset);
    CHECK(countOf(ui, ItemKind::radiation, 0) == w.fractions);
    const Patient& patient = ui.app.document.scenario.patient;
    const TumourDose dose = doseOf(ui.app.derived.course, patient, Site::irradiated);
    CHECK(dose.totalGy == doctest::Approx(w.totalGy));
    CHECK(dose.bed10Gy == doctest::Approx(w.bed10Gy));
    CHECK(dose.eqd2At10Gy == doctest::Approx(w.bed10Gy / 1.2));
    const TumourDose distant = doseOf(ui.app.derived.course, patient, Site::distant);
    CHECK(distant.totalGy == doctest::Approx(w.preset == 10 ? 2 : 0));
    // A link opens the same plan.
    AppState other;
    other.maxCells = 300;
    start(other, "", shareHash(ui.app));
    CHECK(same(other.document.scenario.plan, ui.app.document.scenario.plan));
  }
}

TEST_CASE("fractions of one tumour closer than 6 h are warned of, wherever they come from") {
  UiDriver ui;
  apply(ui.app, OpenCase{"dewan-2009", "8x3-anti-ctla-4"});
  const auto dose = [&] {
    return doseOf(ui.app.derived.course, ui.app.document.scenario.patient, Site::irradiated);
  };
  CHECK(dose().shortestGapDays == doctest::Approx(1));
  CHECK_FALSE(dose().tooClose());
  apply(ui.app, SetControl{ControlId::rtInterval, 0.25});
  CHECK_FALSE(dose().tooClose());
  apply(ui.app, SetControl{ControlId::rtInterval, 0.125});
  CHECK(dose().tooClose());
  apply(ui.app, SetControl{ControlId::rtInterval, 1});
  // A second series on the same days.
  apply(ui.app, CopyItem{ItemKind::radiation, 0});
  CHECK_FALSE(dose().tooClose());
  apply(ui.app, SetControl{ControlId::rtStart, 1, 1});
  CHECK(dose().tooClose());
  CHECK(dose().uncertain == (8 > parametersOf(ui.app.document.scenario.patient).lqlTransitionGy));
  apply(ui.app, SetControl{ControlId::rtTarget, 1, 1});  // to the other tumour: apart
  CHECK_FALSE(dose().tooClose());
}

TEST_CASE("on a phone the bar has targets for a finger, and all of it is within the screen") {
  UiDriver ui({390, 844});
  ui.click("timelineItem/1");
  for (const char* name : {"rtStart/timelineLess", "rtStart/timelineMore",
                           "rtFractions/timelineMore", "planStart/timelineMore",
                           "copyItem/timeline", "removeRadiation/timeline", "timelineItem/0"}) {
    CAPTURE(name);
    REQUIRE(ui.shows(name));
    const Widget& widget = ui.widget(name);
    CHECK(widget.max.y - widget.min.y >= 38);
    CHECK(widget.max.x - widget.min.x >= 36);
    CHECK(widget.max.x <= 390);
    CHECK(widget.max.y <= 844);
  }
  ui.click("rtStart/timelineMore");
  CHECK(planOf(ui).radiation[0].start.days == 2);
  dragBy(ui, "timelineItem/1", 10 * pixelsADay(ui));
  CHECK(planOf(ui).radiation[0].start.days == 12);
}

}  // namespace abscope
