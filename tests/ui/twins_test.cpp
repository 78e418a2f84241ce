// The twins of the controls: the same as are drawn, and what is asked of them is done.
#include <cmath>
#include <set>

#include <doctest/doctest.h>

#include "app/course_summary.h"
#include "ui/control_list.h"
#include "ui/mirror_text.h"
#include "ui/twin_check.h"
#include "ui/ui_driver.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

const ControlNote& twin(ControlId id, int instance = -1) {
  for (const ControlNote& note : controlList().notes()) {
    if (note.id == id && note.instance == instance) return note;
  }
  FAIL("no twin of ", std::string(controlInfo(id).name));
  return controlList().notes().front();
}

void ask(UiDriver& ui, AskKind kind, ControlId id, int instance = -1, double value = 0) {
  askControl(static_cast<int>(kind), static_cast<int>(id), instance, value);
  ui.frames(2);
}

std::string textOf(TextSpan span) { return std::string(controlList().text(span)); }

}  // namespace

TEST_CASE("twins are the controls that are drawn, in every tab, stage and overlay") {
  controlList().listen();
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{390, 844}}) {
    UiDriver ui(size);
    apply(ui.app, OpenCase{"barsoumian-2020", "hdr-ldrt-ici"});
    apply(ui.app, SetControl{ControlId::doseDetails, 1});
    apply(ui.app, SetControl{ControlId::timelineItem, 1});
    for (int tab = 0; tab < static_cast<int>(SideTab::count); ++tab) {
      apply(ui.app, SetControl{ControlId::sideTab, static_cast<double>(tab)});
      for (int narrow = 0; narrow < static_cast<int>(NarrowTab::count); ++narrow) {
        apply(ui.app, SetControl{ControlId::narrowTab, static_cast<double>(narrow)});
        checkTwins(ui);
      }
    }
    apply(ui.app, Pin{});
    for (int stage = 0; stage < static_cast<int>(Stage::count); ++stage) {
      apply(ui.app, SetControl{ControlId::stage, static_cast<double>(stage)});
      checkTwins(ui);
    }
    for (int overlay = 1; overlay < static_cast<int>(Overlay::count); ++overlay) {
      apply(ui.app, ShowOverlay{static_cast<Overlay>(overlay)});
      checkTwins(ui);
    }
    apply(ui.app, ShowOverlay{Overlay::cases});
    apply(ui.app, Notify{"here", "mend it so"});
    checkTwins(ui);
    CHECK(twin(ControlId::openCase, 0).area == Area::dialog);
    CHECK(twin(ControlId::dismissMessage, 0).area == Area::messages);
    CHECK(twin(ControlId::undo).area == Area::tools);
  }
}

TEST_CASE("what is asked of a twin is done, in sight or not") {
  controlList().listen();
  UiDriver ui({1280, 720});
  apply(ui.app, OpenCase{"barsoumian-2020", "hdr-ldrt-ici"});
  ui.frames(2);
  const auto value = [&](ControlId id) { return controlValue(ui.app, id); };
  ask(ui, AskKind::set, ControlId::rtDose, -1, 8.04);
  CHECK(value(ControlId::rtDose) == doctest::Approx(8));  // as a hand would round it
  ask(ui, AskKind::setExactly, ControlId::rtDose, -1, 8.1);
  CHECK(value(ControlId::rtDose) == doctest::Approx(8.1));
  CHECK(textOf(twin(ControlId::rtDose).valueText) == "8.1\u00a0Gy");
  ask(ui, AskKind::step, ControlId::rtDose, -1, -2);
  CHECK(value(ControlId::rtDose) == doctest::Approx(7.9));
  ask(ui, AskKind::set, ControlId::rtDose, -1, 1e9);
  CHECK(value(ControlId::rtDose) == kMaxDoseGy);
  ask(ui, AskKind::press, ControlId::sideTab, 3);
  CHECK(ui.app.view.sideTab == SideTab::mechanisms);
  // The last mechanism has scrolled away; its twin works, and comes into sight with the focus.
  const auto last = static_cast<ControlId>(kFirstMechanism + kMechanismCount - 1);
  ask(ui, AskKind::set, last, -1, 50);
  CHECK(value(last) == 50);
  CHECK(twin(last).h == 1);
  ask(ui, AskKind::reveal, last);
  ui.frames(2);
  CHECK(twin(last).h > 5);
  ask(ui, AskKind::press, ControlId::play);
  CHECK(ui.app.view.playing);
  ask(ui, AskKind::press, ControlId::cases);
  CHECK(ui.app.view.overlay == Overlay::cases);
  ask(ui, AskKind::press, ControlId::openCase, 1);
  CHECK(ui.app.view.overlay == Overlay::none);
  ask(ui, AskKind::set, ControlId::arm, -1, 1);
  CHECK(value(ControlId::arm) == 1);
  ask(ui, AskKind::press, ControlId::showKind, 0);
  CHECK(ui.app.view.hidden[0]);
  CHECK(twin(ControlId::showKind, 0).on == 0);
}

TEST_CASE("a number on the timeline has a twin of its own, of the item that is chosen") {
  controlList().listen();
  UiDriver ui({1280, 720});
  apply(ui.app, OpenCase{"barsoumian-2020", "hdr-ldrt-ici"});
  apply(ui.app, SetControl{ControlId::timelineItem, 2});
  ui.frames(3);
  REQUIRE(controlValue(ui.app, ControlId::rtFractions, 1) != 5);
  const double first = controlValue(ui.app, ControlId::rtFractions, 0);
  ask(ui, AskKind::setExactly, ControlId::rtFractions, kPartTimelineValue, 5);
  CHECK(controlValue(ui.app, ControlId::rtFractions, 1) == 5);
  CHECK(controlValue(ui.app, ControlId::rtFractions, 0) == first);
  ask(ui, AskKind::step, ControlId::rtFractions, kPartTimelineValue, -2);
  CHECK(controlValue(ui.app, ControlId::rtFractions, 1) == 3);
}

TEST_CASE("a twin that has no use, or is not there, does nothing") {
  controlList().listen();
  UiDriver ui({1280, 720});
  ui.frames(2);
  REQUIRE_FALSE(twin(ControlId::redo).enabled);
  ask(ui, AskKind::press, ControlId::redo);
  ask(ui, AskKind::press, ControlId::openCase, 0);  // the list is closed
  ui.frames(5);
  ask(ui, AskKind::press, ControlId::cases);  // the ask before must have been forgotten
  ui.frames(2);
  CHECK(ui.app.view.overlay == Overlay::cases);
  askControl(99, 0, 0, 0);
  askControl(0, -5, 0, 0);
  askControl(1, static_cast<int>(ControlId::rtDose), -1, std::nan(""));
  ui.frames(2);
}

TEST_CASE("news comes only with a change") {
  controlList().listen();
  UiDriver ui({1280, 720});
  MirrorWatch watch;
  ui.frames(3);
  const MirrorNews first = watch.news(ui.app);
  CHECK(first.controls.find("\"rtDose\"") != std::string::npos);
  CHECK(first.about.find("Irradiated tumour") != std::string::npos);
  ui.frames(2);
  CHECK(watch.news(ui.app).controls.empty());
  CHECK(watch.news(ui.app).about.empty());
  apply(ui.app, SetControl{ControlId::rtDose, 3});
  ui.frames(2);
  CHECK_FALSE(watch.news(ui.app).controls.empty());
  ui.frames(2);
  apply(ui.app, Notify{"here", "mend it so"});
  CHECK(watch.news(ui.app).about.find("mend it so") != std::string::npos);
}

TEST_CASE("the moment in words follows the course") {
  UiDriver ui({1280, 720});
  apply(ui.app, OpenCase{"barsoumian-2020", "hdr-ldrt-ici"});
  const auto moment = [&](double day, bool roughly) {
    TextBuffer<512> text;
    addMoment(ui.app.derived.series, ui.app.derived.summary, day, roughly, text);
    return std::string(text.view());
  };
  CHECK(moment(0, false).starts_with("Day 0. Irradiated tumour unchanged, CD8 T cells "));
  const Series& series = ui.app.derived.series;
  const auto volume = [&](double day) {
    return static_cast<double>(valueAt(series, series.volumeMm3[0], day));
  };
  const double percent = 100 * volume(20) / volume(0);
  const std::string number = std::to_string(static_cast<int>(std::lround(percent)));
  CHECK(moment(20, false).find("Irradiated tumour " + number + " % of start") != std::string::npos);
  CHECK(moment(20, true).find("Day") == std::string::npos);
  // Roughly: it does not change with every tenth of a day.
  std::set<std::string> exact, rough;
  for (int i = 0; i <= 100; ++i) {
    exact.insert(moment(10 + 0.1 * i, false));
    rough.insert(moment(10 + 0.1 * i, true));
  }
  CHECK(exact.size() == 101);
  CHECK(rough.size() > 1);
  CHECK(rough.size() < 50);
}

}  // namespace abscope
