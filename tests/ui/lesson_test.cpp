// A lesson on the screen: by pointer and by keys alone, wide and on a phone; a curve drawn on the
// plot; texts that fit; nothing allocated at rest.
#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "evidence/lesson_grades.h"
#include "ui/allocation_counter.h"
#include "ui/control_list.h"
#include "ui/layout.h"
#include "ui/mirror_text.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

void open(UiDriver& ui, const std::string& id, int beat = 0) {
  apply(ui.app, OpenLesson{id, beat});
  ui.frames(3);
  REQUIRE(ui.app.lesson.open());
}

int beatWith(const std::string& id, bool (*has)(const LessonStep&)) {
  const auto lesson = embeddedLessons().find(id);
  const auto found = std::find_if(lesson->steps.begin(), lesson->steps.end(), has);
  REQUIRE(found != lesson->steps.end());
  return static_cast<int>(found - lesson->steps.begin());
}

void playOut(UiDriver& ui) {
  for (int i = 0; i < 1200 && ui.app.view.playing; ++i) ui.frame(1.0 / 60);
}

}  // namespace

TEST_CASE("a beat is answered by pointer, wide and on a phone") {
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}, ImVec2{390, 844}}) {
    CAPTURE(size.x);
    UiDriver ui(size);
    open(ui, "eight-by-three");
    CHECK(ui.widget("lessonNext").disabled);
    ui.click("lessonChoice/1");
    CHECK(lessonAnswer(ui.app).choice == 1);
    ui.click("lessonNext");
    CHECK(lessonAnswer(ui.app).locked);
    playOut(ui);
    CHECK(lessonPhase(ui.app) == LessonPhase::told);
    ui.frames(2);
    ui.click("lessonNext");
    CHECK(ui.app.presenter.beat == 1);
    ui.click("lessonBack");
    CHECK(ui.app.presenter.beat == 0);
    ui.click("closeLesson");
    CHECK_FALSE(ui.app.lesson.open());
    CHECK_FALSE(ui.shows("lessonNext"));
  }
}

TEST_CASE("a beat is answered by keys alone") {
  UiDriver ui;
  ui.key(ImGuiKey_T);
  ui.frames(2);
  CHECK(ui.app.view.overlay == Overlay::lessons);
  ui.click("lessonLevel/1");
  ui.click("openLesson/0");
  REQUIRE(ui.app.lesson.open());
  CHECK(ui.app.lesson.level == LessonLevel::resident);
  ui.key(ImGuiKey_PageDown);
  CHECK_FALSE(lessonAnswer(ui.app).locked);
  ui.key(ImGuiKey_2);
  CHECK(lessonAnswer(ui.app).choice == 1);
  ui.key(ImGuiKey_PageDown);
  CHECK(lessonAnswer(ui.app).locked);
  ui.key(ImGuiKey_PageDown);  // to the end of the run
  CHECK(lessonPhase(ui.app) == LessonPhase::told);
  ui.key(ImGuiKey_PageDown);
  CHECK(ui.app.presenter.beat > 0);
  ui.key(ImGuiKey_PageUp);
  CHECK(ui.app.presenter.beat == 0);
}

TEST_CASE("a curve is drawn on the plot, by sliders and by numbers, and held against the course") {
  UiDriver ui;
  const int beat = beatWith("eight-by-three",
                            [](const LessonStep& step) { return !step.sketch.points.empty(); });
  open(ui, "eight-by-three", beat);
  REQUIRE(lessonPhase(ui.app) == LessonPhase::ask);
  const Layout layout = layoutOf(ui.app, 1280, 720);
  const double before = controlValue(ui.app, ControlId::sketch3);
  ui.clickAt({layout.plot.right() - 100, layout.plot.bottom() - 120});
  CHECK(controlValue(ui.app, ControlId::sketch3) != before);
  CHECK(ui.app.view.day == 0);  // the clock stays
  const LessonSketch& sketch = lessonStep(ui.app).sketch;
  REQUIRE(sketch.points.size() == 3);
  double first = 0;
  for (int i = 0; i < 3; ++i) {
    const double is = sketchedPercent(ui.app.derived.course, sketch.curve, 0,
                                      sketch.points[static_cast<std::size_t>(i)]);
    if (i == 0) first = 1.2 * is;
    apply(ui.app,
          SetControl{static_cast<ControlId>(static_cast<int>(ControlId::sketch1) + i), 1.2 * is});
  }
  ui.frames(2);
  ui.click("sketch1/more");
  CHECK(controlValue(ui.app, ControlId::sketch1) > first);
  ui.click("lessonNext");
  playOut(ui);
  ui.frames(2);
  CHECK(lessonAnswer(ui.app).sketchFactor == doctest::Approx(1.2).epsilon(0.02));
  const double kept = controlValue(ui.app, ControlId::sketch1);
  apply(ui.app, SetControl{ControlId::sketch1, 20});
  CHECK(controlValue(ui.app, ControlId::sketch1) == kept);
}

TEST_CASE("a task is solved with the controls that the lesson shows") {
  UiDriver ui;
  const int beat =
      beatWith("eight-by-three", [](const LessonStep& step) { return !step.goal.text.empty(); });
  open(ui, "eight-by-three", beat);
  REQUIRE(lessonPhase(ui.app) == LessonPhase::goal);
  CHECK(ui.shows("rtDose"));
  ui.click("lessonHint");
  CHECK(lessonAnswer(ui.app).hints == 1);
  apply(ui.app, SetControl{ControlId::rtDose, 8});
  apply(ui.app, SetControl{ControlId::rtFractions, 3});
  apply(ui.app, EndGesture{});
  ui.frames(2);
  CHECK(lessonPhase(ui.app) > LessonPhase::goal);
  // The plan's own panel is a tab away.
  ui.click("lessonSide/1");
  ui.frames(2);
  CHECK(ui.shows("sideTab/0"));
  CHECK_FALSE(ui.shows("lessonNext"));
}

TEST_CASE("the mirror tells what a lesson tells, and its twins answer it") {
  controlList().listen();
  UiDriver ui;
  MirrorWatch watch;
  open(ui, "eight-by-three");
  const auto& beat = *ui.app.presenter.now();
  const MirrorNews news = watch.news(ui.app);
  CHECK(news.about.find(ui.app.lesson.caption) != std::string::npos);
  CHECK(news.about.find(beat.prediction.question) != std::string::npos);
  CHECK(news.controls.find(beat.prediction.choices[1]) != std::string::npos);
  CHECK(news.about.find(lessonStep(ui.app).choices[1].feedback) == std::string::npos);
  askControl(static_cast<int>(AskKind::press), static_cast<int>(ControlId::lessonChoice), 1, 0);
  ui.frames(2);
  CHECK(lessonAnswer(ui.app).choice == 1);
  askControl(static_cast<int>(AskKind::press), static_cast<int>(ControlId::lessonNext), -1, 0);
  ui.frames(2);
  playOut(ui);
  ui.frames(2);
  const MirrorNews told = watch.news(ui.app);
  CHECK(told.about.find(lessonStep(ui.app).choices[1].feedback) != std::string::npos);
}

TEST_CASE("steady frames of a lesson allocate nothing") {
  countImGuiAllocations();
  UiDriver ui;
  const auto inFrames = [&](int count) {
    const long before = allocations();
    for (int i = 0; i < count; ++i) ui.bareFrame(1.0 / 60);
    return allocations() - before;
  };
  const auto lesson = embeddedLessons().find("eight-by-three");
  for (int beat = 0; beat < static_cast<int>(lesson->steps.size()); ++beat) {
    CAPTURE(beat);
    open(ui, "eight-by-three", beat);
    inFrames(20);
    CHECK(inFrames(40) == 0);
  }
}

}  // namespace abscope
