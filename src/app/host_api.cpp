#include "app/host_api.h"

#include <cmath>

#include "app/address.h"
#include "app/told.h"
#include "core/format.h"
#include "core/json_writer.h"
#include "core/version.h"
#include "library/host_message.h"
#include "library/scenario_fields.h"
#include "library/scenario_json.h"
#include "library/text.h"

namespace abscope {
namespace {

// Every message begins so.
JsonWriter begin(std::string_view type) {
  JsonWriter out(JsonWriter::Layout::compact);
  out.beginObject();
  out.field("abscope", kHostProtocol);
  out.field("type", type);
  return out;
}

std::string end(JsonWriter& out) {
  out.endObject();
  return out.take();
}

void addRequestId(JsonWriter& out, const RequestId& id) {
  if (id.kind == RequestId::Kind::text) out.field("requestId", id.text);
  if (id.kind == RequestId::Kind::number) out.field("requestId", id.number);
}

std::string refusal(const RequestId& requestId, const std::vector<Message>& errors) {
  JsonWriter out = begin("error");
  addRequestId(out, requestId);
  out.key("errors");
  out.beginArray();
  for (const Message& error : errors) {
    out.beginObject();
    out.field("place", error.place);
    out.field("text", error.text);
    out.endObject();
  }
  out.endArray();
  return end(out);
}

std::string done(const HostMessage& message) {
  JsonWriter out = begin("done");
  addRequestId(out, message.requestId);
  out.field("request", hostRequestNames()[static_cast<std::size_t>(message.request)]);
  return end(out);
}

// A link and settings are read as an address is; what an address would only warn of is refused.
void setState(const HostMessage& message, std::vector<Command>& commands,
              std::vector<Message>& errors) {
  if (!message.scenario.empty()) {
    ReadScenario read = readScenario(message.scenario);
    for (Message& error : read.errors) {
      errors.push_back({"$.scenario" + error.place.substr(1), std::move(error.text)});
    }
    commands.push_back(LoadScenario{std::move(read.scenario)});
  }
  std::vector<AddressParameter> parameters = parametersOf(message.hash);
  parameters.reserve(parameters.size() + message.settings.size());
  for (const auto& [name, value] : message.settings) {
    const ControlId id = controlByName(name);
    if (id == ControlId::count || controlInfo(id).keeps == ControlKeeps::none) {
      errors.push_back({"$.settings." + name, std::string(tr("message.noSuchSetting"))});
    }
    parameters.push_back({name, value});
  }
  for (Command& command : commandsOf(parameters)) {
    if (auto* note = std::get_if<Notify>(&command)) {
      errors.push_back({std::move(note->place), std::move(note->text)});
    } else {
      commands.push_back(std::move(command));
    }
  }
}

void loadCase(const HostMessage& message, std::vector<Command>& commands,
              std::vector<Message>& errors) {
  const Case* found = findCase(message.caseId);
  if (found == nullptr) {
    errors.push_back({"$.case", std::string(tr("message.noSuchCase"))});
  } else if (!message.armId.empty() && findArm(*found, message.armId) == nullptr) {
    errors.push_back({"$.arm", std::string(tr("message.noSuchArm"))});
  } else {
    commands.push_back(OpenCase{message.caseId, message.armId});
  }
}

void addTumours(JsonWriter& out, const AppState& app) {
  const Pair volume = volumeMm3(app.derived.course.at(app.view.day));
  out.key("tumours");
  out.beginObject();
  for (int site = 0; site < 2; ++site) {
    const TumourSummary& summary = app.derived.summary.tumours[site];
    out.key(kSiteNames[static_cast<std::size_t>(site)]);
    out.beginObject();
    out.field("volumeMm3", volume[site]);
    out.field("startMm3", summary.startMm3);
    if (!endIsHidden(app)) {
      out.field("bestChangePercent", summary.bestChangePercent);
      out.field("response", nameOf(summary.response));
      out.field("doseGy", summary.totalDoseGy);
      out.field("bed10Gy", summary.bed10Gy);
    }
    out.endObject();
  }
  out.endObject();
}

std::string eventMessage(const Event& event) {
  constexpr std::string_view kNames[] = {"fraction",    "drugDose", "tumourCleared",
                                         "progression", "response", "nadir"};
  JsonWriter out = begin("event");
  out.field("event", kNames[static_cast<int>(event.kind)]);
  out.field("day", event.day);
  if (event.kind == EventKind::fraction) {
    out.key("doseGy");
    out.beginObject();
    for (int site = 0; site < 2; ++site) {
      out.field(kSiteNames[static_cast<std::size_t>(site)], event.doseGy[site]);
    }
    out.endObject();
  } else if (event.kind == EventKind::drugDose) {
    out.field("drug", drugInfo(event.drug).id);
    out.field("usualDoses", event.amount);
  } else if (event.kind == EventKind::cure) {
    out.field("site", kSiteNames[static_cast<std::size_t>(event.site)]);
  }
  return end(out);
}

}  // namespace

HostAnswer answerHost(const AppState& app, std::string_view json) {
  HostAnswer answer;
  ReadHostMessage read = readHostMessage(json);
  const HostMessage& message = read.message;
  if (read.ok()) {
    switch (message.request) {
      case HostRequest::pause:
        answer.commands.push_back(Pause{});
        break;
      case HostRequest::resume:
        answer.commands.push_back(Play{});
        break;
      case HostRequest::getState:
        answer.reply = hostState(app, message.requestId);
        return answer;
      case HostRequest::setState:
        setState(message, answer.commands, read.errors);
        break;
      case HostRequest::loadCase:
        loadCase(message, answer.commands, read.errors);
        break;
      case HostRequest::runTo:
        answer.commands.push_back(Pause{});
        answer.commands.push_back(SetControl{ControlId::day, message.day});
        answer.commands.push_back(EndGesture{});
        break;
      case HostRequest::screenshot:
        answer.screenshotId = message.requestId;
        return answer;
      case HostRequest::announce:
        answer.announcement = message.text;
        break;
      case HostRequest::count:
        break;
    }
  }
  if (!read.ok()) answer.commands.clear();
  answer.reply = read.ok() ? done(message) : refusal(message.requestId, read.errors);
  return answer;
}

std::string hostReady(const AppState& app) {
  JsonWriter out = begin("ready");
  out.field("version", kVersion);
  out.key("requests");
  out.beginArray();
  for (const std::string_view name : hostRequestNames()) out.text(name);
  out.endArray();
  out.field("scenarioFormat", kScenarioFormat);
  out.field("case", app.document.caseId);
  return end(out);
}

std::string hostState(const AppState& app, const RequestId& requestId) {
  JsonWriter out = begin("state");
  addRequestId(out, requestId);
  out.field("case", app.document.caseId);
  out.field("arm", app.document.armId);
  out.field("day", app.view.day);
  out.field("days", app.derived.course.days());
  out.field("playing", app.view.playing);
  out.field("link", shareHash(app));
  addTumours(out, app);
  out.key("scenario");
  writeScenarioInto(out, app.document.scenario);
  return end(out);
}

std::string hostScreenshot(const RequestId& requestId, std::string_view dataUrl) {
  JsonWriter out = begin("screenshot");
  addRequestId(out, requestId);
  out.field("image", dataUrl);
  return end(out);
}

void HostWatch::addReports(const AppState& app, bool runFinished, std::vector<std::string>& news) {
  if (runFinished) {
    Report run;
    run.id = runId(app);
    run.completion = 1;
    news.push_back(reportMessage(run));
  }
  for (; reports_ < app.reports.size(); ++reports_) {
    news.push_back(reportMessage(app.reports[reports_]));
  }
  if (const std::optional<Report> lecture = lectureReport(app)) {
    // Back to an earlier beat takes nothing away.
    if (lecture_ != app.presenter.script) lectureShown_ = 0;
    if (lecture->completion > lectureShown_) {
      lectureShown_ = lecture->completion;
      news.push_back(reportMessage(*lecture));
    }
  }
  lecture_ = app.presenter.script;
}

std::vector<std::string> HostWatch::news(const AppState& app) {
  std::vector<std::string> news;
  const View& view = app.view;
  const bool changed = version_ != app.derived.version;
  bool runFinished = false;
  if (!started_) {
    news.push_back(hostReady(app));
  } else {
    // What the clock passed; a jump to another day passes nothing.
    if ((playing_ || view.playing) && !changed && view.day > day_) {
      for (const Event& event : app.derived.course.events()) {
        if (event.day > day_ && event.day <= view.day) news.push_back(eventMessage(event));
      }
      if (!view.playing && view.day >= app.derived.course.days()) {
        JsonWriter out = begin("event");
        out.field("event", "runFinished");
        out.field("day", view.day);
        news.push_back(end(out));
        runFinished = true;
      }
    }
    const bool moved = !view.playing && view.day != day_;
    if (changed || moved || view.playing != playing_) news.push_back(hostState(app, {}));
    addReports(app, runFinished, news);
  }
  started_ = true;
  day_ = view.day;
  playing_ = view.playing;
  version_ = app.derived.version;
  return news;
}

}  // namespace abscope
