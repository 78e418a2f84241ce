#include "app/report.h"

#include <algorithm>

#include "app/state.h"
#include "core/json_writer.h"
#include "library/host_message.h"

namespace abscope {

std::string_view activityName(Activity activity) {
  constexpr std::string_view kNames[] = {"run", "lecture", "lesson", "challenge"};
  return kNames[static_cast<int>(activity)];
}

std::string runId(const AppState& app) {
  const Document& document = app.document;
  return document.caseId.empty() ? "own" : document.caseId + "/" + document.armId;
}

std::optional<Report> lectureReport(const AppState& app) {
  const Script* script = app.presenter.script;
  if (!script || app.lesson.open()) return std::nullopt;
  Report report;
  report.activity = Activity::lecture;
  report.id = script->id;
  const int shown = app.presenter.beat + (beatIsDone(app) ? 1 : 0);
  report.completion = static_cast<double>(shown) / static_cast<double>(script->beats.size());
  return report;
}

std::string reportMessage(const Report& report) {
  constexpr std::string_view kKinds[] = {"choice", "numeric", "fill-in", "other"};
  JsonWriter out(JsonWriter::Layout::compact);
  out.beginObject();
  out.field("abscope", kHostProtocol);
  out.field("type", "report");
  out.field("activity", activityName(report.activity));
  out.field("id", report.id);
  out.field("completion", std::clamp(report.completion, 0.0, 1.0));
  if (report.score) out.field("score", std::clamp(*report.score, 0.0, 1.0));
  if (report.passed) out.field("passed", *report.passed);
  if (!report.answers.empty()) {
    out.key("answers");
    out.beginArray();
    for (const Answer& answer : report.answers) {
      out.beginObject();
      out.field("question", answer.question);
      out.field("kind", kKinds[static_cast<int>(answer.kind)]);
      out.field("response", answer.response);
      if (answer.correct) out.field("correct", *answer.correct);
      out.endObject();
    }
    out.endArray();
  }
  out.endObject();
  return out.take();
}

}  // namespace abscope
