#include "library/lessons.h"

#include <algorithm>
#include <utility>

#include "library/embedded_assets.h"
#include "library/json_document.h"
#include "library/lesson_check.h"
#include "library/lesson_fields.h"
#include "library/problems.h"

namespace abscope {
namespace {

constexpr std::string_view kFolder = "assets/lessons/";
constexpr std::string_view kBookFormat = "abscope-lessons/1";
constexpr std::size_t kMostLessons = 200;

// What the machinery of lectures needs to know of the choices.
void fillScript(Lesson& lesson) {
  lesson.script.id = lesson.id;
  lesson.script.title = lesson.title;
  lesson.script.minutes = lesson.minutes;
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const LessonStep& step = lesson.steps[i];
    Prediction& prediction = lesson.script.beats[i].prediction;
    prediction.choices.clear();
    prediction.choices.reserve(step.choices.size());
    for (std::size_t k = 0; k < step.choices.size(); ++k) {
      prediction.choices.push_back(step.choices[k].text);
      if (step.choices[k].right && prediction.answer == 0) {
        prediction.answer = static_cast<int>(k) + 1;
      }
    }
  }
}

// A curve to draw hides the future as a question does, but has no choices to check.
void askForSketches(Lesson& lesson) {
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const LessonSketch& sketch = lesson.steps[i].sketch;
    if (!sketch.points.empty()) lesson.script.beats[i].prediction.question = sketch.question;
  }
}

Problems finish(Lesson& lesson) {
  fillScript(lesson);
  Problems problems = checkLesson(lesson);
  askForSketches(lesson);
  return problems;
}

// A beat that is not for this level, or that only a branch reaches, is passed over.
int from(const Lesson& lesson, std::size_t first, LessonLevel level) {
  for (std::size_t i = first; i < lesson.steps.size(); ++i) {
    const LessonStep& step = lesson.steps[i];
    if (!step.aside && step.onlyFor.value_or(level) == level) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace

ReadLesson readLesson(std::string_view json) {
  ReadLesson result;
  const bool isRead = readDocument(
      json, result.errors, [&](FieldVisitor& visitor) { describeLesson(visitor, result.lesson); });
  if (!isRead) return result;
  addProblems(finish(result.lesson), result.errors, result.warnings);
  return result;
}

std::string writeLesson(const Lesson& lesson) {
  Lesson copy = lesson;
  for (std::size_t i = 0; i < copy.steps.size(); ++i) {  // as it was read
    if (!copy.steps[i].sketch.points.empty()) copy.script.beats[i].prediction = {};
  }
  return writeDocument([&](FieldVisitor& visitor) { describeLesson(visitor, copy); });
}

std::string lessonSchema() {
  Lesson scratch;
  return schemaDocument({"urn:abscope:lesson:1", "Abscope lesson",
                         "Beats for one person: asked before they are shown, then explained."},
                        [&](FieldVisitor& visitor) { describeLesson(visitor, scratch); });
}

std::shared_ptr<const Lesson> LessonBook::find(std::string_view id) const {
  const auto found = std::find_if(lessons.begin(), lessons.end(),
                                  [id](const auto& lesson) { return lesson->id == id; });
  return found == lessons.end() ? nullptr : *found;
}

LessonBook readLessonBook(std::string_view json) {
  LessonBook book;
  std::vector<Lesson> read;
  readDocument(json, book.errors, [&](FieldVisitor& visitor) {
    visitor.constant({"format", "what kind of file this is", true}, kBookFormat);
    visitor.list({"lessons", "in the order of the course", true},
                 listOf(read, 1, kMostLessons, describeLesson));
  });
  if (!book.errors.empty()) return book;
  for (Lesson& lesson : read) {
    Problems problems = finish(lesson);
    for (Message& error : problems.errors) {
      book.errors.push_back({lesson.id + ": " + error.place, std::move(error.text)});
    }
    if (problems.errors.empty()) {
      book.lessons.push_back(std::make_shared<const Lesson>(std::move(lesson)));
    }
  }
  return book;
}

LessonBook embeddedLessons() {
  LessonBook book;
  for (const EmbeddedAsset& asset : embeddedAssets()) {
    if (asset.path.substr(0, kFolder.size()) != kFolder) continue;
    ReadLesson read = readLesson(asset.bytes);
    for (Message& error : read.errors) book.errors.push_back(std::move(error));
    if (read.errors.empty()) {
      book.lessons.push_back(std::make_shared<const Lesson>(std::move(read.lesson)));
    }
  }
  std::sort(book.lessons.begin(), book.lessons.end(),
            [](const auto& a, const auto& b) { return a->number < b->number; });
  return book;
}

int firstBeat(const Lesson& lesson, LessonLevel level) { return from(lesson, 0, level); }

int nextBeat(const Lesson& lesson, int beat, bool right, LessonLevel level) {
  const auto at = static_cast<std::size_t>(beat);
  const LessonStep& step = lesson.steps[at];
  const std::string& id = right ? step.nextIfRight : step.nextIfWrong;
  if (id.empty()) return from(lesson, at + 1, level);
  const auto found = std::find_if(lesson.script.beats.begin(), lesson.script.beats.end(),
                                  [&id](const Beat& other) { return other.id == id; });
  return static_cast<int>(found - lesson.script.beats.begin());
}

}  // namespace abscope
