// abscope lessons: the lessons, or a check of one's own, with every claim and every task held
// against the model.
#include "cli/commands.h"
#include "cli/lesson_tasks.h"
#include "cli/script_claims.h"
#include "core/format.h"

namespace abscope {
namespace {

constexpr OptionInfo kOptions[] = {
    kOutputOption,
};

std::string listText() {
  std::string out;
  for (const auto& lesson : embeddedLessons().lessons) {
    out += lesson->id + "\n  " + lesson->title + ", " + std::to_string(lesson->minutes) + " min, " +
           std::to_string(lesson->steps.size()) + " beats\n";
  }
  return out;
}

std::string checkedText(const Lesson& lesson) {
  std::string out = lesson.title + "\n";
  for (const ClaimResult& result : claimsOf(lesson.script)) {
    const QuantityInfo& info = quantityInfo(result.quantity);
    out += "  " + result.beat + ": " + std::string(info.name) + " on day " +
           formatShortest(result.day) + ": " + formatNumber(result.value) + " " +
           std::string(info.unit);
    if (result.contrast != result.value) {
      out += isChange(result.quantity) ? ", difference " : ", ratio ";
      out += formatNumber(result.contrast);
    }
    out += result.holds ? " - so it is\n" : " - NOT SO\n";
  }
  for (const TaskResult& task : tasksOf(lesson)) {
    out += "  " + task.beat + ": task, ";
    out += task.solution == 0 ? "as set up:" : "solution " + std::to_string(task.solution) + ":";
    for (const bool isSo : task.holds) out += isSo ? " yes" : " no";
    out += task.asWanted ? " - as it shall be\n" : " - NOT AS IT SHALL BE\n";
  }
  return out;
}

Outcome run(const Arguments& arguments, const Files& files) {
  if (arguments.words().empty()) return deliver(listText(), arguments, files);
  const std::string word(arguments.words()[0]);
  if (const auto lesson = embeddedLessons().find(word)) {
    return deliver(checkedText(*lesson), arguments, files);
  }
  const std::optional<std::string> json = files.read(word);
  if (!json) {
    return refused({{"lessons", "\"" + word +
                                    "\" is neither a lesson (see abscope lessons) nor a file "
                                    "that can be read"}});
  }
  const ReadLesson read = readLesson(*json);
  if (!read.errors.empty()) return refused(read.errors, word);
  Outcome outcome = deliver(checkedText(read.lesson), arguments, files);
  for (const Message& warning : read.warnings) {
    outcome.err += "abscope: warning: " + warning.place + ": " + warning.text + "\n";
  }
  return outcome;
}

}  // namespace

CommandInfo lessonsCommand() {
  return {"lessons",
          "[ID|FILE]",
          "List the lessons, or check one and hold its claims and tasks against the model.",
          kOptions,
          1,
          run};
}

}  // namespace abscope
