#include "library/lesson_check.h"

#include <algorithm>

#include "core/format.h"
#include "core/json_writer.h"
#include "core/nearest_name.h"
#include "library/json_reader.h"
#include "library/lesson_text.h"
#include "library/script_check.h"

namespace abscope {
namespace {

class Check {
 public:
  explicit Check(const Lesson& lesson) : lesson_(lesson), problems_(checkScript(lesson.script)) {
    ids_.reserve(lesson.script.beats.size());
    for (const Beat& beat : lesson.script.beats) ids_.push_back(beat.id);
  }

  Problems run() {
    if (lesson_.goals.empty()) refuse("$.goals", "a lesson says what somebody can do afterwards");
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      beat(lesson_.script.beats[i], lesson_.steps[i], pathOf("$.beats", i));
    }
    for (const LessonLevel level : {LessonLevel::student, LessonLevel::resident}) {
      if (firstBeat(lesson_, level) < 0) {
        refuse("$.beats", "no beat is for the level " +
                              std::string(kLessonLevelIds[static_cast<std::size_t>(level)]));
      }
    }
    return std::move(problems_);
  }

 private:
  void refuse(const std::string& place, const std::string& text) {
    problems_.errors.push_back({place, text});
  }

  void beat(const Beat& b, const LessonStep& step, const std::string& place) {
    const bool chooses = !step.choices.empty(), sketches = !step.sketch.points.empty();
    if (chooses && sketches) refuse(place + ".sketch", "a beat asks for a choice or for a curve");
    options(step.choices, place + ".prediction.choices");
    options(step.reasons, place + ".reasons");
    if (step.reasons.empty() != step.why.empty()) {
      refuse(place + ".why", "a question and its reasons belong together");
    }
    if (sketches && !b.playTo) {
      refuse(place + ".playTo", "a prediction needs the day to which its future is shown");
    }
    if (sketches) sketch(b, step.sketch, place + ".sketch");
    goal(b, step, place + ".goal");
    branch(step.nextIfRight, place + ".next.right");
    branch(step.nextIfWrong, place + ".next.wrong");
    holes(b.caption, place + ".caption");
    holes(b.outcome, place + ".outcome");
    holes(step.wrote, place + ".wrote");
    for (std::size_t i = 0; i < step.reasons.size(); ++i) {
      holes(step.reasons[i].feedback, pathOf(place + ".reasons", i) + ".feedback");
    }
    for (std::size_t i = 0; i < step.choices.size(); ++i) {
      holes(step.choices[i].feedback, pathOf(place + ".prediction.choices", i) + ".feedback");
    }
  }

  void options(const std::vector<LessonChoice>& choices, const std::string& place) {
    if (choices.empty()) return;
    if (choices.size() < 2) refuse(place, "needs two or more to choose from");
    if (std::none_of(choices.begin(), choices.end(),
                     [](const LessonChoice& choice) { return choice.right; })) {
      refuse(place, "none is right; set \"right\": true where the model agrees");
    }
  }

  void sketch(const Beat& b, const LessonSketch& sketch, const std::string& place) {
    if (sketch.question.empty()) refuse(place + ".question", "says what to draw");
    double before = b.day;
    for (std::size_t i = 0; i < sketch.points.size(); ++i) {
      const double day = sketch.points[i];
      const std::string at = pathOf(place + ".points", i) + ".day";
      if (day <= before) refuse(at, "must be after day " + formatShortest(before));
      if (b.playTo && day > *b.playTo) refuse(at, "is after the day to which the beat plays");
      before = day;
    }
  }

  void goal(const Beat& b, const LessonStep& step, const std::string& place) {
    const LessonGoal& goal = step.goal;
    if (goal.text.empty() && goal.conditions.empty()) return;
    if (goal.text.empty()) refuse(place + ".text", "says what to reach");
    if (goal.conditions.empty()) refuse(place + ".conditions", "a task needs a condition");
    if (goal.solutions.empty()) {
      refuse(place + ".solutions", "a task needs a solution, so that a test can tell it has one");
    }
    if (b.playTo) refuse(place, "a beat with a task does not play by itself; leave playTo out");
    for (std::size_t i = 0; i < goal.conditions.size(); ++i) {
      const LessonCondition& c = goal.conditions[i];
      const std::string at = pathOf(place + ".conditions", i);
      if (c.fromDay && *c.fromDay > c.day) refuse(at + ".fromDay", "is after day");
      if (c.plan == PlanMeasure::none && c.day == 0) refuse(at + ".day", "a quantity needs a day");
    }
  }

  void branch(const std::string& id, const std::string& place) {
    if (id.empty() || std::find(ids_.begin(), ids_.end(), id) != ids_.end()) return;
    std::string text = "no beat has the id " + jsonQuoted(id);
    const std::string_view nearest = nearestName(id, ids_);
    if (!nearest.empty()) text += "; did you mean " + jsonQuoted(nearest) + "?";
    refuse(place, text);
  }

  void holes(const std::string& text, const std::string& place) {
    const LessonPieces read = piecesOf(text);
    if (!read.error.empty()) return refuse(place, read.error);
    for (const LessonPiece& piece : read.pieces) branch(std::string(piece.beat), place);
  }

  const Lesson& lesson_;
  std::vector<std::string_view> ids_;
  Problems problems_;
};

}  // namespace

Problems checkLesson(const Lesson& lesson) { return Check(lesson).run(); }

}  // namespace abscope
