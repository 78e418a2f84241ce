#include "library/lesson_fields.h"

#include <array>

#include "library/script_fields.h"

namespace abscope {
namespace {

constexpr TextRule kName{64, true};
constexpr TextRule kLine{100};
constexpr TextRule kQuestion{240};
constexpr TextRule kChoiceText{160};
constexpr TextRule kFeedback{400};
constexpr TextRule kPassage{900};  // what a screen of the panel holds without much scrolling
constexpr std::size_t kMostBeats = 40, kMostGoals = 5, kMostHints = 4, kMostConditions = 6,
                      kMostControls = 4, kMostSolutions = 3;
constexpr int kLongestMinutes = 60;

constexpr std::array<std::string_view, 2> kCurves = {"irradiatedVolume", "distantVolume"};
constexpr std::array<std::string_view, 3> kOnlyFor = {"all", "student", "resident"};
constexpr auto kQuantities = [] {
  std::array<std::string_view, kQuantityCount> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kQuantityInfo[i].name;
  return names;
}();

template <class E>
void describeChoice(FieldVisitor& visitor, const Field& field,
                    std::span<const std::string_view> names, E& value, E usual) {
  int index = static_cast<int>(value);
  visitor.choice(field, names, index, static_cast<int>(usual));
  value = static_cast<E>(index);
}

void describeOption(FieldVisitor& visitor, LessonChoice& choice) {
  visitor.text({"text", "what may be chosen", true}, kChoiceText, choice.text);
  visitor.flag({"right", "true where the model agrees"}, choice.right, false);
  visitor.text({"feedback", "why, or what speaks against it", true}, kFeedback, choice.feedback);
}

void describePrediction(FieldVisitor& visitor, Prediction& prediction, LessonStep& step) {
  visitor.text({"question", "asked before the future is shown"}, kQuestion, prediction.question);
  visitor.list({"choices", "2 to 5"},
               listOf(step.choices, 0, static_cast<std::size_t>(kMostChoices), describeOption));
}

void describeSketch(FieldVisitor& visitor, LessonSketch& sketch) {
  visitor.text({"question", "what to draw"}, kQuestion, sketch.question);
  describeChoice(visitor, {"curve", "which curve"}, kCurves, sketch.curve,
                 SketchCurve::irradiatedVolume);
  visitor.list(
      {"points", "where to place the curve: 1 to 5 days, in order, after the beat's"},
      {0, kMostSketchPoints, sketch.points.size(),
       [&sketch](std::size_t size) { sketch.points.resize(size); },
       [&sketch](FieldVisitor& v, std::size_t i) {
         v.number({"day", "of the course", true}, {0, kMaxCourseDays, "days"}, sketch.points[i], 0);
       }});
  visitor.number({"within", "mean factor off that still counts as right"}, {1.05, 10, "times"},
                 sketch.within, 2);
}

void describeCondition(FieldVisitor& visitor, LessonCondition& condition) {
  describeChoice(visitor, {"quantity", "what is read off the course"}, kQuantities,
                 condition.quantity, Quantity::distantVolume);
  describeChoice(visitor, {"plan", "what is read off the plan, in place of a quantity"},
                 kPlanMeasureIds, condition.plan, PlanMeasure::none);
  describeChoice(visitor, {"comparison", "how it must lie", true}, kComparisonIds,
                 condition.comparison, LessonComparison::atMost);
  visitor.number({"value", "to this", true}, {-1e9, 1e9, "in its unit"}, condition.value, 0);
  visitor.number({"day", "of the course"}, {0, kMaxCourseDays, "days"}, condition.day, 0);
  visitor.optionalNumber({"fromDay", "it must hold on every whole day from here to day"},
                         {0, kMaxCourseDays, "days"}, condition.fromDay);
  visitor.text({"text", "the condition in words", true}, kLine, condition.text);
}

void describeGoal(FieldVisitor& visitor, LessonGoal& goal) {
  visitor.text({"text", "what to reach"}, kQuestion, goal.text);
  visitor.list({"conditions", "all must hold"},
               listOf(goal.conditions, 0, kMostConditions, describeCondition));
  visitor.texts({"controls", "ids of controls to show in the lesson, such as rtDose"}, kName,
                kMostControls, goal.controls);
  visitor.list({"solutions", "changes of the set-up that reach it, for the test"},
               listOf(goal.solutions, 0, kMostSolutions, describeSceneChange));
}

void describeNext(FieldVisitor& visitor, LessonStep& step) {
  visitor.text({"right", "id of the beat after a right answer"}, kName, step.nextIfRight);
  visitor.text({"wrong", "id of the beat after a wrong one"}, kName, step.nextIfWrong);
}

void describeOnlyFor(FieldVisitor& visitor, LessonStep& step) {
  int index = step.onlyFor ? 1 + static_cast<int>(*step.onlyFor) : 0;
  visitor.choice({"level", "whom the beat is for"}, kOnlyFor, index, 0);
  step.onlyFor.reset();
  if (index > 0) step.onlyFor = static_cast<LessonLevel>(index - 1);
}

void describeBeat(FieldVisitor& visitor, Beat& beat, LessonStep& step) {
  describeOnlyFor(visitor, step);
  visitor.flag({"aside", "reached by a branch only"}, step.aside, false);
  describeSetUp(visitor, beat);
  visitor.text({"caption", "what is told before", true}, kPassage, beat.caption);
  visitor.object({"prediction", "a choice; the future is hidden until it is made"},
                 [&](FieldVisitor& v) { describePrediction(v, beat.prediction, step); });
  visitor.object({"sketch", "a curve to draw; the future is hidden until then"},
                 [&](FieldVisitor& v) { describeSketch(v, step.sketch); });
  visitor.object({"goal", "a task to solve with the lab"},
                 [&](FieldVisitor& v) { describeGoal(v, step.goal); });
  visitor.texts({"hints", "one after the other"}, kFeedback, kMostHints, step.hints);
  visitor.text({"why", "question for the reasons"}, kQuestion, step.why);
  visitor.list({"reasons", "to choose from after the run"},
               listOf(step.reasons, 0, static_cast<std::size_t>(kMostChoices), describeOption));
  visitor.text({"write", "asks for an explanation in own words"}, kQuestion, step.write);
  visitor.text({"wrote", "what a good one names"}, kFeedback, step.wrote);
  visitor.text({"outcome",
                "the explanation; {quantity@day} and {why site kind day} are read off "
                "this run"},
               kPassage, beat.outcome);
  visitor.object({"next", "branches; left out: the next beat"},
                 [&](FieldVisitor& v) { describeNext(v, step); });
  describeSupport(visitor, beat);
}

}  // namespace

void describeLesson(FieldVisitor& visitor, Lesson& lesson) {
  visitor.constant({"format", "what kind of file this is", true}, kLessonFormat);
  visitor.text({"id", "name for links; the name of the file", true}, kName, lesson.id);
  visitor.text({"title", "name for people", true}, kLine, lesson.title);
  visitor.integer({"number", "its place in the course"}, 0, 1000, lesson.number, 0);
  visitor.texts({"goals", "what somebody can do afterwards", true}, kFeedback, kMostGoals,
                lesson.goals);
  visitor.integer({"minutes", "how long it takes", true}, 1, kLongestMinutes, lesson.minutes, 1);
  std::vector<Beat>& beats = lesson.script.beats;
  visitor.list({"beats", "the steps", true}, {1, kMostBeats, beats.size(),
                                              [&lesson](std::size_t size) {
                                                lesson.script.beats.resize(size);
                                                lesson.steps.resize(size);
                                              },
                                              [&lesson](FieldVisitor& v, std::size_t i) {
                                                describeBeat(v, lesson.script.beats[i],
                                                             lesson.steps[i]);
                                              }});
}

}  // namespace abscope
