#include "app/lesson_run.h"

#include <algorithm>

#include "app/state.h"

namespace abscope {
namespace {

constexpr double kHintCost = 0.25, kLeastForTask = 0.25;

bool rightChoice(const std::vector<LessonChoice>& choices, int index) {
  return index >= 0 && static_cast<std::size_t>(index) < choices.size() &&
         choices[static_cast<std::size_t>(index)].right;
}

}  // namespace

const LessonStep& lessonStep(const AppState& app) {
  return app.lesson.lesson->steps[static_cast<std::size_t>(app.presenter.beat)];
}

const BeatAnswer& lessonAnswer(const AppState& app) {
  return app.lesson.answers[static_cast<std::size_t>(app.presenter.beat)];
}

LessonPhase lessonPhase(const AppState& app) {
  const Beat& beat = *app.presenter.now();
  const LessonStep& step = lessonStep(app);
  const BeatAnswer& answer = lessonAnswer(app);
  if (!beat.prediction.question.empty() && !answer.locked) return LessonPhase::ask;
  if (beat.playTo && !app.presenter.ballot()->told) return LessonPhase::run;
  if (!step.goal.text.empty() && !answer.reached) return LessonPhase::goal;
  if (!step.reasons.empty() && !answer.reasonLocked) return LessonPhase::reason;
  if (!step.write.empty() && !answer.wordsLocked) return LessonPhase::write;
  return LessonPhase::told;
}

bool answeredRight(const LessonStep& step, const BeatAnswer& answer) {
  if (!step.choices.empty() && !rightChoice(step.choices, answer.choice)) return false;
  if (!step.sketch.points.empty() && answer.sketchFactor > step.sketch.within) return false;
  if (!step.reasons.empty() && !rightChoice(step.reasons, answer.reason)) return false;
  return step.goal.text.empty() || (answer.reached && !answer.solved);
}

LessonScore lessonScore(const LessonRun& run) {
  LessonScore score;
  for (const int beat : run.trail) {
    const LessonStep& step = run.lesson->steps[static_cast<std::size_t>(beat)];
    const BeatAnswer& answer = run.answers[static_cast<std::size_t>(beat)];
    const auto grade = [&score](bool asked, double points) {
      if (!asked) return;
      score.points += points;
      ++score.most;
    };
    grade(!step.choices.empty(), rightChoice(step.choices, answer.choice) ? 1 : 0);
    grade(!step.sketch.points.empty(), answer.sketchFactor <= step.sketch.within ? 1 : 0);
    grade(!step.reasons.empty(), rightChoice(step.reasons, answer.reason) ? 1 : 0);
    const bool own = answer.reached && !answer.solved;
    grade(!step.goal.text.empty(), own ? std::max(kLeastForTask, 1 - kHintCost * answer.hints) : 0);
  }
  return score;
}

int sketchPoint(ControlId id) {
  return static_cast<int>(id) - static_cast<int>(ControlId::sketch1);
}

bool canSketch(const AppState& app, int point) {
  return app.lesson.open() && lessonPhase(app) == LessonPhase::ask &&
         static_cast<std::size_t>(point) < lessonStep(app).sketch.points.size();
}

double sketchedNow(const AppState& app, int point) {
  return app.lesson.open() ? lessonAnswer(app).sketch[static_cast<std::size_t>(point)] : 100;
}

void setSketch(AppState& app, int point, double percent) {
  if (!canSketch(app, point)) return;
  auto& answer = app.lesson.answers[static_cast<std::size_t>(app.presenter.beat)];
  answer.sketch[static_cast<std::size_t>(point)] = percent;
}

bool lessonGoesOn(const AppState& app) {
  if (!app.lesson.open() || app.lesson.finished) return false;
  const LessonStep& step = lessonStep(app);
  const BeatAnswer& answer = lessonAnswer(app);
  switch (lessonPhase(app)) {
    case LessonPhase::ask:
      return step.choices.empty() || answer.choice >= 0;
    case LessonPhase::goal:
      return false;
    case LessonPhase::reason:
      return answer.reason >= 0;
    default:
      return true;
  }
}

}  // namespace abscope
