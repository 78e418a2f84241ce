// Every widget comes from the registry, and every control of the registry is on the screen.
#include <set>

#include <doctest/doctest.h>

#include "app/control_words.h"
#include "library/text.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

std::string controlOf(const std::string& widget) { return widget.substr(0, widget.find('/')); }

// ImGui's own widgets: scroll bars and the like have names of its own.
bool isOurs(const std::string& widget) { return !widget.empty() && widget.front() != '#'; }

// Everything that a lesson can ask for, in three beats.
constexpr const char* kLesson = R"({"format": "abscope-lesson/1", "id": "x", "title": "t",
    "goals": ["g"], "minutes": 5, "beats": [
    {"id": "a", "title": "t", "caption": "c", "case": "dewan-2009", "arm": "8x3", "playTo": 20,
     "sketch": {"question": "q", "points": [{"day": 2}, {"day": 4}, {"day": 6}, {"day": 8},
                                            {"day": 9}]}},
    {"id": "b", "title": "t", "caption": "c", "playTo": 20, "prediction": {"question": "q",
     "choices": [{"text": "a", "right": true, "feedback": "f"}, {"text": "b", "feedback": "f"}]},
     "why": "w", "reasons": [{"text": "a", "right": true, "feedback": "f"},
                             {"text": "b", "feedback": "f"}], "write": "w", "wrote": "w"},
    {"id": "c", "title": "t", "caption": "c", "hints": ["h"], "goal": {"text": "t",
     "conditions": [{"plan": "irradiatedGy", "comparison": "atMost", "value": 20, "text": "t"}],
     "controls": ["rtDose", "rtTarget", "rtSkipWeekends"], "solutions": [{"noRadiation": true}]}}
    ]})";

void visitLesson(UiDriver& ui) {
  apply(ui.app, ShowOverlay{Overlay::lessons});
  ui.frames(2);
  apply(ui.app, OpenLesson{"x.json"});
  apply(ui.app, PageFile{"x.json", kLesson});
  REQUIRE(ui.app.lesson.open());
  for (int step = 0; step < 40 && !ui.app.lesson.finished; ++step) {
    ui.frames(2);
    apply(ui.app, LessonDeed{LessonAct::choose, 0});
    apply(ui.app, LessonDeed{LessonAct::reason, 1});
    if (lessonPhase(ui.app) == LessonPhase::goal) {
      apply(ui.app, LessonDeed{LessonAct::hint});
      ui.frames(2);
      apply(ui.app, LessonDeed{LessonAct::solve});
    }
    apply(ui.app, LessonDeed{LessonAct::next});
  }
  CHECK(ui.app.lesson.finished);
  ui.frames(2);
  apply(ui.app, LessonDeed{LessonAct::close});
  ui.frames(2);
}

void visit(UiDriver& ui) {
  apply(ui.app, SetControl{ControlId::doseDetails, 1});
  for (const double tab : {0.0, 1.0, 2.0, 3.0}) {
    apply(ui.app, SetControl{ControlId::sideTab, tab});
    ui.frames(2);
    for (int turn = 0; turn < 24 && ui.shows("sideTab/0"); ++turn) {
      ImGui::GetIO().AddMousePosEvent(1200, 300);
      ui.frame();
      ImGui::GetIO().AddMouseWheelEvent(0, -3);
      ui.frames(2);
    }
  }
}

}  // namespace

TEST_CASE("every widget is a control of the registry, and every control has a widget") {
  UiDriver ui({1280, 720});
  // A plan in which everything can be touched.
  apply(ui.app, OpenCase{"barsoumian-2020", "hdr-ldrt-ici"});
  apply(ui.app, SelectItem{ItemKind::radiation, 1});
  apply(ui.app, SetControl{ControlId::rtAnchor, 4});
  apply(ui.app, SetControl{ControlId::rtNodeAuto, 0});
  apply(ui.app, SetControl{ControlId::rtBloodAuto, 0});
  apply(ui.app, SetControl{ControlId::drugAnchor, 4, 1});
  apply(ui.app, SelectItem{ItemKind::drug, 1});
  apply(ui.app, SetControl{ControlId::timelineItem, 2});
  visit(ui);
  apply(ui.app, Pin{});
  apply(ui.app, SetControl{ControlId::stage, 2});
  ui.frames(3);
  apply(ui.app, SetControl{ControlId::stage, 0});
  apply(ui.app, SetControl{ControlId::stage, static_cast<double>(Stage::map)});
  apply(ui.app, SetControl{ControlId::mapArrow, 3});
  ui.frames(2);
  apply(ui.app, SetControl{ControlId::stage, 0});
  apply(ui.app, SetControl{ControlId::zoom, 300});
  for (CellId cell = 0; cell < 40 && ui.seen().count("selectCell") == 0; ++cell) {
    apply(ui.app, SelectCell{cell});
    ui.frames(2);
  }
  apply(ui.app, ShowOverlay{Overlay::cases});
  apply(ui.app, Notify{"here", "mend it so"});
  ui.frames(2);
  apply(ui.app, ShowOverlay{Overlay::study});
  for (int i = 0; i < 40; ++i) ui.frame(0.016);
  apply(ui.app, ShowOverlay{Overlay::evidence});
  ui.frames(2);
  apply(ui.app, ShowOverlay{Overlay::menu});
  ui.frames(2);
  ui.wheelAt({640, 360}, -30);
  visitLesson(ui);
  apply(ui.app, OpenScript{"double-edged-sword", 3});  // a beat with a vote
  ui.frames(2);
  apply(ui.app, SetControl{ControlId::presenter, 0});
  apply(ui.app, ShowOverlay{Overlay::none});
  ui.resize({390, 844});

  std::set<std::string> drawn;
  for (const auto& [key, count] : ui.seen()) {
    const std::string& widget = key;  // clang 14 lets no lambda see a structured binding
    if (!isOurs(widget)) continue;
    CAPTURE(widget);
    CHECK(controlByName(controlOf(widget)) != ControlId::count);
    drawn.insert(controlOf(widget));
  }
  for (int i = 0; i < kControlCount; ++i) {
    const std::string name(controlInfo(static_cast<ControlId>(i)).name);
    CAPTURE(name);
    CHECK(drawn.count(name) == 1);
  }
}

TEST_CASE("every control has a label and a help, and no text is missing") {
  for (int i = 0; i < kControlCount; ++i) {
    const ControlInfo& info = controlInfo(static_cast<ControlId>(i));
    CAPTURE(info.name);
    if (info.group == ControlGroup::mechanism) {
      CHECK(labelOf(info.id).size() > 6);  // "X01" and a title
      CHECK_FALSE(helpOf(info.id).empty());
    } else {
      CHECK(hasText(info.labelKey));
      CHECK(hasText(info.helpKey));
    }
    CHECK(info.low <= info.high);
    CHECK(info.step > 0);
    if (!unitKey(info.unit).empty()) CHECK(hasText(unitKey(info.unit)));
  }
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{390, 844}}) {
    UiDriver ui(size);
    visit(ui);
    apply(ui.app, Pin{});
    for (const double stage : {2.0, 0.0}) {
      apply(ui.app, SetControl{ControlId::stage, stage});
      for (const double tab : {0.0, 1.0, 2.0, 3.0, 4.0}) {
        apply(ui.app, SetControl{ControlId::narrowTab, tab});
        ui.frames(2);
      }
    }
    apply(ui.app, SetControl{ControlId::stage, static_cast<double>(Stage::map)});
    apply(ui.app, SetControl{ControlId::day, 12});
    for (int arrow = 0; arrow < kMapArrowCount; ++arrow) {
      apply(ui.app, SetControl{ControlId::mapArrow, static_cast<double>(arrow + 1)});
      ui.frame();
    }
    for (int node = 0; node < kMapNodeCount; ++node) {
      apply(ui.app, SetControl{ControlId::mapNode, static_cast<double>(node + 1)});
      ui.frame();
    }
    apply(ui.app, SetControl{ControlId::ensembleBand, 1});
    for (const char* study : {"theelen-2021", "vanpouille-box-2017"}) {
      apply(ui.app, OpenCase{study, {}});
      ui.frames(2);
      for (const Overlay overlay : {Overlay::cases, Overlay::study, Overlay::evidence}) {
        apply(ui.app, ShowOverlay{overlay});
        for (int i = 0; i < 900 && needsFrame(ui.app); ++i) apply(ui.app, Tick{0.016});
        ui.frames(2);
      }
    }
    for (const Overlay overlay : {Overlay::menu, Overlay::qr}) {
      apply(ui.app, ShowOverlay{overlay});
      ui.frames(2);
    }
    visitLesson(ui);
    apply(ui.app, OpenScript{"double-edged-sword", 3});
    apply(ui.app, StepBeat{1});  // the hint
    ui.frames(2);
  }
  for (const std::string& key : missingTextKeys()) FAIL_CHECK("no text for ", key);
}

}  // namespace abscope
