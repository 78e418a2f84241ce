#pragma once
// A lesson for one person: beats that set the lab up, ask before they show, run, and explain. Its
// set-ups, claims and hidden future are those of a lecture script, which every lesson holds.
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "library/scripts.h"

namespace abscope {

// student: worked examples. resident: compares and reflects.
enum class LessonLevel : int { student, resident, count };
inline constexpr std::array<std::string_view, 2> kLessonLevelIds = {"student", "resident"};

// A choice, of a prediction or of reasons; at least one of a question is right.
struct LessonChoice {
  std::string text;
  bool right = false;
  std::string feedback;  // why it is right, or what speaks against it
};

// A curve drawn before it is seen: percent of its value on the day of the beat, at these days.
enum class SketchCurve : int { irradiatedVolume, distantVolume, count };
inline constexpr std::size_t kMostSketchPoints = 5;
struct LessonSketch {
  std::string question;  // empty: none
  SketchCurve curve = SketchCurve::irradiatedVolume;
  std::vector<double> points;  // days
  double within = 2;  // mean factor between the sketch and the course that still counts as right
};

// What the plan itself is measured by, beside the quantities of its course.
enum class PlanMeasure : int {
  none,
  irradiatedGy,
  distantGy,
  totalGy,  // both tumours together
  fractions,
  largestFractionGy,
  drugDoses,
  count
};
inline constexpr std::array<std::string_view, 7> kPlanMeasureIds = {
    "none", "irradiatedGy", "distantGy", "totalGy", "fractions", "largestFractionGy", "drugDoses"};

enum class LessonComparison : int { atMost, atLeast, below, above, count };
inline constexpr std::array<std::string_view, 4> kComparisonIds = {"atMost", "atLeast", "below",
                                                                   "above"};

// "distantBestDiameterChange atMost -30 on day 30", or "totalGy atMost 24".
struct LessonCondition {
  Quantity quantity = Quantity::distantVolume;
  PlanMeasure plan = PlanMeasure::none;  // in place of the quantity
  LessonComparison comparison = LessonComparison::atMost;
  double value = 0;
  double day = 0;
  std::optional<double> fromDay;  // it must hold on every whole day from here to `day`
  std::string text;               // for people: "the distant tumour shrinks by 30 %"
};

// A task that reads the course, not an answer: any plan that meets all conditions is right.
struct LessonGoal {
  std::string text;  // empty: none
  std::vector<LessonCondition> conditions;
  std::vector<std::string> controls;   // ids of controls to show in the lesson
  std::vector<SceneChange> solutions;  // of the beat's set-up; a test holds that they meet it
};

// What a beat has beside its set-up, its caption and its outcome.
struct LessonStep {
  std::optional<LessonLevel> onlyFor;  // left out for the other level
  bool aside = false;                  // reached by a branch only
  std::vector<LessonChoice> choices;   // of the beat's prediction
  LessonSketch sketch;
  std::string why;                    // question for the reasons
  std::vector<LessonChoice> reasons;  // after the run
  std::string write;                  // asks for an explanation in own words
  std::string wrote;                  // what a good one names, shown afterwards
  LessonGoal goal;
  std::vector<std::string> hints;
  std::string nextIfRight, nextIfWrong;  // ids of beats
};

struct Lesson {
  std::string id, title;
  std::vector<std::string> goals;
  int number = 0;  // place in the course
  int minutes = 0;
  Script script;                  // beats: set-up, question, caption, outcome, claims
  std::vector<LessonStep> steps;  // one for each beat
};

struct ReadLesson {
  Lesson lesson;
  std::vector<Message> errors;
  std::vector<Message> warnings;
};
ReadLesson readLesson(std::string_view json);
std::string writeLesson(const Lesson& lesson);
std::string lessonSchema();

// All lessons, as one file brings them: {"format": "abscope-lessons/1", "lessons": [...]}.
struct LessonBook {
  std::vector<std::shared_ptr<const Lesson>> lessons;
  std::vector<Message> errors;

  std::shared_ptr<const Lesson> find(std::string_view id) const;  // null: none
};
LessonBook readLessonBook(std::string_view json);
// Those that travel inside the program: all of them, but in the page none (it fetches them).
LessonBook embeddedLessons();

// The beat after this one, whose question was answered rightly or not; -1: the lesson is over.
int nextBeat(const Lesson& lesson, int beat, bool right, LessonLevel level);
// The first beat of this level.
int firstBeat(const Lesson& lesson, LessonLevel level);

}  // namespace abscope
