#pragma once
// A lesson that is open: where it stands, what was answered, and the texts of this run. The beat
// itself, its set-up and its hidden future are those of the presenter.
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/controls.h"
#include "library/lessons.h"

namespace abscope {

struct AppState;

// What a beat waits for.
enum class LessonPhase : int { ask, run, goal, reason, write, told };

struct BeatAnswer {
  int choice = -1, reason = -1;
  bool locked = false;        // the prediction is made
  bool reasonLocked = false;  // and the reason given
  bool wordsLocked = false;
  std::array<double, kMostSketchPoints> sketch{100, 100, 100, 100, 100};  // per cent
  double sketchFactor = 0;                                                // once it was seen
  std::string words;
  int hints = 0;                         // shown
  bool reached = false, solved = false;  // the task; by a solution that was shown
};

struct LessonScore {
  double points = 0;
  int most = 0;
  double share() const { return most == 0 ? 1 : points / most; }
};

struct LessonRun {
  std::shared_ptr<const LessonBook> book;  // null: not asked for yet
  std::shared_ptr<const Lesson> lesson;    // null: none is open
  std::string wantedId;                    // opened once its file is there
  int wantedBeat = 0;
  bool bookFailed = false;
  LessonLevel level = LessonLevel::student;
  std::vector<BeatAnswer> answers;  // a beat each
  std::vector<int> trail;           // beats passed, in their order
  bool finished = false;
  int reported = 0;                          // beats before this one were told to the course site
  std::uint64_t version = 0;                 // of the course that the task was looked at with
  std::vector<bool> conditions;              // of the task: which hold
  LessonPhase toldPhase = LessonPhase::ask;  // of the texts below
  bool allHold = false;                      // of the conditions
  std::string caption, told, reasonTold, wrote, outcome;  // filled in for this run

  bool open() const { return lesson != nullptr; }
};

const LessonStep& lessonStep(const AppState& app);  // of the beat; a lesson must be open
const BeatAnswer& lessonAnswer(const AppState& app);
LessonPhase lessonPhase(const AppState& app);
// Whether what this beat grades was answered rightly; true where it grades nothing.
bool answeredRight(const LessonStep& step, const BeatAnswer& answer);
// Of the beats passed: a point for each prediction, reason and task; a hint costs a quarter.
LessonScore lessonScore(const LessonRun& run);
// The points of a sketch: 0 for sketch1.
int sketchPoint(ControlId id);
bool canSketch(const AppState& app, int point);
double sketchedNow(const AppState& app, int point);  // per cent
void setSketch(AppState& app, int point, double percent);
// True where the next step of the lesson may be taken.
bool lessonGoesOn(const AppState& app);

}  // namespace abscope
