#pragma once
// What somebody has done here, as a course site is told of it: which activity, how much of it, and
// how well. Whoever has an activity with an end adds to AppState::reports; the page around the lab
// hears of it (docs/embedding.md, message `report`), and the course packages tell the site.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace abscope {

struct AppState;

// run: a course played to its end. The others are named by the file that they come from.
enum class Activity : int { run, lecture, lesson, challenge, count };
std::string_view activityName(Activity activity);

// An answer to one question, as course sites keep them.
enum class AnswerKind : int { choice, numeric, fillIn, other, count };
struct Answer {
  std::string question;  // an id: letters, digits, - and _
  AnswerKind kind = AnswerKind::choice;
  std::string response;         // of a choice: its id; of a number: with a point
  std::optional<bool> correct;  // none: there is no wrong answer
};

struct Report {
  Activity activity = Activity::run;
  std::string id;               // "dewan-2009/8x3", "fraction-size"
  double completion = 0;        // 0 to 1; at 1 it has been done
  std::optional<double> score;  // 0 to 1; none: it is not marked
  std::optional<bool> passed;   // none: as the course site's mastery score says
  std::vector<Answer> answers;  // since the report before
};

// Of a run: the case and the arm that it started from, "own" without.
std::string runId(const AppState& app);
// The lecture that is open and how much of it has been shown; none: no lecture is open.
std::optional<Report> lectureReport(const AppState& app);

// The message of the protocol, as JSON.
std::string reportMessage(const Report& report);

}  // namespace abscope
