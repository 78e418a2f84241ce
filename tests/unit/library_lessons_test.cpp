// The lessons: each file is sound, and what its texts say of the model is so.
#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "cli/lesson_tasks.h"
#include "cli/script_claims.h"
#include "library/embedded_assets.h"
#include "library/lesson_text.h"
#include "library/lessons.h"

namespace abscope {
namespace {

constexpr std::string_view kFolder = "assets/lessons/";

std::string withBeat(const std::string& beat) {
  return R"({"format": "abscope-lesson/1", "id": "x", "title": "t", "goals": ["g"], "minutes": 5,
             "beats": [{"id": "a", "title": "t", "caption": "c", "case": "dewan-2009",
                        "arm": "8x3", "playTo": 20}, )" +
         beat + "]}";
}

std::string firstError(const std::string& beat) {
  const ReadLesson read = readLesson(withBeat(beat));
  return read.errors.empty() ? "" : read.errors[0].place + ": " + read.errors[0].text;
}

bool says(const std::string& beat, const std::string& what) {
  const std::string error = firstError(beat);
  CAPTURE(error);
  return error.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("every lesson is read without errors or warnings, under its own name and number") {
  std::set<int> numbers;
  for (const EmbeddedAsset& asset : embeddedAssets()) {
    if (asset.path.substr(0, kFolder.size()) != kFolder) continue;
    CAPTURE(asset.path);
    const ReadLesson read = readLesson(asset.bytes);
    for (const Message& message : read.errors) FAIL_CHECK(message.place, ": ", message.text);
    for (const Message& message : read.warnings) FAIL_CHECK(message.place, ": ", message.text);
    CHECK(asset.path == "assets/lessons/" + read.lesson.id + ".json");
    CHECK(numbers.insert(read.lesson.number).second);
    const ReadLesson again = readLesson(writeLesson(read.lesson));
    CHECK(again.errors.empty());
    CHECK(writeLesson(again.lesson) == writeLesson(read.lesson));
  }
  CHECK(numbers.size() == embeddedLessons().lessons.size());
  CHECK_FALSE(numbers.empty());
}

TEST_CASE("a lesson asks before it shows, explains, and is for both levels") {
  for (const auto& lesson : embeddedLessons().lessons) {
    CAPTURE(lesson->id);
    CHECK(lesson->minutes >= 5);
    CHECK(lesson->minutes <= 12);
    CHECK(lesson->goals.size() >= 2);
    for (const LessonLevel level : {LessonLevel::student, LessonLevel::resident}) {
      int asked = 0, graded = 0;
      for (int i = firstBeat(*lesson, level); i >= 0; i = nextBeat(*lesson, i, true, level)) {
        const LessonStep& step = lesson->steps[static_cast<std::size_t>(i)];
        asked += !step.choices.empty() || !step.sketch.points.empty();
        graded += !step.reasons.empty() + !step.goal.text.empty();
      }
      CHECK(asked >= 2);
      CHECK(graded >= 1);
    }
    bool writes = false;
    for (std::size_t i = 0; i < lesson->steps.size(); ++i) {
      const Beat& beat = lesson->script.beats[i];
      CAPTURE(beat.id);
      CHECK_FALSE(beat.references.empty());
      CHECK_FALSE(beat.outcome.empty());
      writes = writes || !lesson->steps[i].write.empty();
    }
    CHECK(writes);
  }
}

TEST_CASE("what the texts of a lesson claim is what the model does") {
  for (const auto& lesson : embeddedLessons().lessons) {
    int claims = 0;
    for (const ClaimResult& result : claimsOf(lesson->script)) {
      CAPTURE(lesson->id);
      CAPTURE(result.beat);
      CAPTURE(quantityInfo(result.quantity).name);
      CAPTURE(result.value);
      CAPTURE(result.contrast);
      CHECK(result.holds);
      ++claims;
    }
    CAPTURE(lesson->id);
    CHECK(claims >= 5);
    // A prediction without a claim could be wrong unseen.
    for (std::size_t i = 0; i < lesson->steps.size(); ++i) {
      const LessonStep& step = lesson->steps[i];
      CAPTURE(lesson->script.beats[i].id);
      const bool predicts = !step.choices.empty() || !step.sketch.points.empty();
      CHECK((!predicts || !lesson->script.beats[i].claims.empty()));
    }
  }
}

TEST_CASE("a task is open at first, and its solutions reach it") {
  for (const auto& lesson : embeddedLessons().lessons) {
    for (const TaskResult& task : tasksOf(*lesson)) {
      CAPTURE(lesson->id);
      CAPTURE(task.beat);
      CAPTURE(task.solution);
      CHECK(task.asWanted);
    }
  }
  // One that is reached as it is, and one whose solution is none.
  const ReadLesson read = readLesson(withBeat(
      R"({"id": "b", "title": "t", "caption": "c",
          "goal": {"text": "t", "conditions": [{"plan": "irradiatedGy", "comparison": "atMost",
                   "value": 24, "text": "t"}],
                   "solutions": [{"radiation": [{"id": "more", "start": 9,
                                                 "doseGy": {"irradiated": 8}}]}]}})"));
  REQUIRE(read.errors.empty());
  const std::vector<TaskResult> tasks = tasksOf(read.lesson);
  REQUIRE(tasks.size() == 2);
  CHECK_FALSE(tasks[0].asWanted);
  CHECK_FALSE(tasks[1].asWanted);
}

TEST_CASE("what is wrong in a lesson is told with its place and the mend") {
  CHECK(firstError(R"({"id": "b", "title": "t", "caption": "c"})").empty());
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c", "arm": "8x33"})",
             "$.beats[1].arm: no arm of this case has the id \"8x33\"; did you mean \"8x3\"?"));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c", "hint": ["h"]})",
             "did you mean \"hints\"?"));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c", "playTo": 20,
                 "prediction": {"question": "q", "choices": [{"text": "a", "feedback": "f"},
                                                             {"text": "b", "feedback": "f"}]}})",
             "$.beats[1].prediction.choices: none is right; set \"right\": true"));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c", "playTo": 20,
                 "prediction": {"question": "q", "choices": [{"text": "a", "right": true}]}})",
             "$.beats[1].prediction.choices[0].feedback: is missing"));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c",
                 "sketch": {"question": "q", "points": [{"day": 5}]}})",
             "$.beats[1].playTo: a prediction needs the day"));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c", "playTo": 9,
                 "sketch": {"question": "q", "points": [{"day": 5}, {"day": 12}]}})",
             "$.beats[1].sketch.points[1].day: is after the day to which the beat plays"));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c", "next": {"wrong": "aa"}})",
             "$.beats[1].next.wrong: no beat has the id \"aa\""));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c", "outcome": "{distantVolum@20}"})",
             "$.beats[1].outcome: no quantity is called \"distantVolum\"; did you mean "
             "\"distantVolume\"?"));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c", "outcome": "{distantVolume}"})",
             "needs a day, such as {distantVolume@20}"));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c", "outcome": "{why here cd8Effector 3}"})",
             "irradiated or distant"));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c", "outcome": "{memory@3:zz}"})",
             "no beat has the id \"zz\""));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c",
                 "goal": {"text": "t", "conditions": [{"comparison": "atMost", "value": 1,
                          "text": "t"}], "solutions": [{"noDrugs": true}]}})",
             "$.beats[1].goal.conditions[0].day: a quantity needs a day"));
  CHECK(says(R"({"id": "b", "title": "t", "caption": "c",
                 "goal": {"text": "t", "conditions": [{"plan": "totalGy", "comparison": "atMost",
                          "value": 1, "text": "t"}]}})",
             "$.beats[1].goal.solutions: a task needs a solution"));
  const ReadLesson none = readLesson(R"({"format": "abscope-lesson/1", "id": "x", "title": "t",
      "goals": [], "minutes": 5, "beats": [{"id": "a", "title": "t", "caption": "c",
      "case": "dewan-2009", "arm": "8x3", "level": "student"}]})");
  REQUIRE(none.errors.size() == 2);
  CHECK(none.errors[0].place == "$.goals");
  CHECK(none.errors[1].text == "no beat is for the level resident");
}

TEST_CASE("branches lead aside and back, and each level has beats of its own") {
  const ReadLesson read = readLesson(withBeat(
      R"({"id": "b", "title": "t", "caption": "c", "next": {"wrong": "d"}},
         {"id": "c", "title": "t", "caption": "c", "level": "resident"},
         {"id": "d", "title": "t", "caption": "c", "aside": true},
         {"id": "e", "title": "t", "caption": "c"})"));
  REQUIRE(read.errors.empty());
  const Lesson& lesson = read.lesson;
  CHECK(firstBeat(lesson, LessonLevel::student) == 0);
  CHECK(nextBeat(lesson, 1, true, LessonLevel::student) == 4);
  CHECK(nextBeat(lesson, 1, true, LessonLevel::resident) == 2);
  CHECK(nextBeat(lesson, 1, false, LessonLevel::student) == 3);
  CHECK(nextBeat(lesson, 3, true, LessonLevel::student) == 4);
  CHECK(nextBeat(lesson, 4, true, LessonLevel::student) == -1);
}

TEST_CASE("a book of lessons is read whole, or says which lesson is wrong") {
  const std::string one = withBeat(R"({"id": "b", "title": "t", "caption": "c"})");
  const std::string bad = withBeat(R"({"id": "a", "title": "t", "caption": "c"})");
  const LessonBook book =
      readLessonBook(R"({"format": "abscope-lessons/1", "lessons": [)" + one + "," + bad + "]}");
  REQUIRE(book.lessons.size() == 1);
  CHECK(book.find("x") != nullptr);
  CHECK(book.find("y") == nullptr);
  REQUIRE(book.errors.size() == 1);
  CHECK(book.errors[0].place == "x: $.beats[1].id");
  CHECK_FALSE(readLessonBook("{}").errors.empty());
}

TEST_CASE("the kept schema of lessons is what the program writes") {
  std::ifstream file(std::string(ABSCOPE_SOURCE_DIR) + "/assets/schema/lesson.schema.json");
  std::stringstream text;
  text << file.rdbuf();
  CHECK(text.str() == lessonSchema());
}

}  // namespace abscope
