#include "ui/mirror_text.h"

#include <cmath>
#include <functional>

#include "app/compare_text.h"
#include "app/control_words.h"
#include "app/course_summary.h"
#include "app/text_buffer.h"
#include "app/tissue_words.h"
#include "app/why_text.h"
#include "core/json_writer.h"
#include "library/languages.h"
#include "library/text.h"
#include "ui/control_list.h"
#include "ui/mirror_schedule.h"
#include "ui/mirror_tables.h"

namespace abscope {
namespace {

void writeChoices(JsonWriter& json, std::string_view choices) {
  json.beginArray();
  while (!choices.empty()) {
    const std::size_t number = choices.find('\x1f'), end = choices.find('\x1e');
    json.beginArray();
    json.text(choices.substr(0, number));
    json.text(choices.substr(number + 1, end - number - 1));
    json.endArray();
    choices.remove_prefix(end + 1);
  }
  json.endArray();
}

void writeControl(JsonWriter& json, const ControlList& list, const ControlNote& note) {
  const ControlInfo& info = controlInfo(note.id);
  json.beginArray();
  for (const int number : {static_cast<int>(note.id), note.instance, static_cast<int>(note.kind),
                           static_cast<int>(note.area), note.enabled ? 1 : 0, note.on, note.x,
                           note.y, note.w, note.h}) {
    json.integer(number);
  }
  json.text(info.name);
  json.text(list.text(note.name));
  json.text(helpOf(note.id));
  json.text(labelOf(note.id));  // of a group of radio buttons
  for (const double number : {note.value, note.low, note.high, note.step}) json.number(number);
  json.text(list.text(note.valueText));
  writeChoices(json, list.text(note.choices));
  json.endArray();
}

std::string controlsText(const ControlList& list) {
  JsonWriter json(JsonWriter::Layout::compact);
  json.beginArray();
  for (const ControlNote& note : list.notes()) writeControl(json, list, note);
  json.endArray();
  return json.take();
}

std::string_view dialogName(const AppState& app) {
  TextBuffer<32> key;
  key.add(controlInfo(ControlId::panel).choiceKey);
  key.addInteger(static_cast<int>(app.view.overlay));
  const bool known = app.view.overlay != Overlay::none && hasText(key);
  return tr(known ? key.view() : "mirror.dialog");
}

// A course that plays is told of once a day.
double toldDay(const AppState& app) {
  return app.view.playing ? std::floor(app.view.day) : app.view.day;
}

// What the panel of a lesson tells, in its order; the first line is its title.
void writeLesson(JsonWriter& json, const AppState& app) {
  json.beginArray();
  if (app.lesson.open()) {
    const LessonRun& run = app.lesson;
    const Beat& beat = *app.presenter.now();
    const LessonStep& step = lessonStep(app);
    json.text(run.lesson->title);
    const auto tell = [&json](std::string_view text) {
      if (!text.empty()) json.text(text);
    };
    if (run.finished) {
      tell(tr("lesson.done"));
    } else {
      const LessonPhase phase = lessonPhase(app);
      for (const std::string* text : {&beat.title, &run.caption, &beat.prediction.question}) {
        tell(*text);
      }
      tell(run.told);
      tell(step.goal.text);
      for (const LessonCondition& condition : step.goal.conditions) tell(condition.text);
      for (int i = 0; i < lessonAnswer(app).hints; ++i) {
        tell(step.hints[static_cast<std::size_t>(i)]);
      }
      if (phase >= LessonPhase::reason) tell(step.why);
      tell(run.reasonTold);
      if (phase >= LessonPhase::write) tell(step.write);
      for (const std::string* text : {&run.wrote, &run.outcome, &app.presenter.sources}) {
        if (phase == LessonPhase::told) tell(*text);
      }
    }
  }
  json.endArray();
}

std::string aboutText(const AppState& app) {
  JsonWriter json(JsonWriter::Layout::compact);
  json.beginArray();
  json.beginArray();
  json.text(tr("app.name"));
  json.text(tr("mirror.summary"));
  for (const char* key : {"mirror.tools", "mirror.play", "mirror.controls"}) json.text(tr(key));
  json.text(dialogName(app));
  json.text(tr("mirror.messages"));
  json.endArray();
  const double day = toldDay(app);
  TextBuffer<1024> text;
  for (const bool roughly : {false, true}) {
    text.clear();
    addMoment(app.derived.series, app.derived.summary, day, roughly, text);
    if (!roughly) addTissueWords(app, day, text.add(" "));
    json.text(text);
  }
  TextBuffer<1792> why;
  addExplanation(app.why, why);
  if (app.derived.pinned) {
    why.add(" ");
    addComparison(app.document, app.derived.course, app.derived.pinned->course, app.comparison,
                  why);
  }
  json.text(why);
  json.beginArray();
  writeTables(json, app, day);
  json.endArray();
  json.beginArray();
  for (const Toast& toast : app.toasts) json.text(toast.message.place + ": " + toast.message.text);
  json.endArray();
  json.integer(static_cast<int>(app.view.narration));
  writeLesson(json, app);
  json.endArray();
  return json.take();
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  return (hash ^ word) * 1099511628211u;
}

std::uint64_t aboutDigest(const AppState& app) {
  std::uint64_t hash = mixed(14695981039346656037u, app.derived.version);
  hash = mixed(hash, static_cast<std::uint64_t>(spokenLanguage()));
  hash = mixed(hash, static_cast<std::uint64_t>(std::llround(1000 * toldDay(app))));
  hash = mixed(hash, static_cast<std::uint64_t>(app.view.overlay));
  hash = mixed(hash, static_cast<std::uint64_t>(app.view.whyCurve + 1));
  hash = mixed(hash, shownUntil(app) < app.derived.course.days() ? 1 : 0);
  hash = mixed(hash, static_cast<std::uint64_t>(app.view.haze));
  hash = mixed(hash, static_cast<std::uint64_t>(app.view.narration));
  hash = mixed(hash, app.toasts.size());
  if (app.lesson.open()) {
    const BeatAnswer& answer = lessonAnswer(app);
    hash = mixed(hash, static_cast<std::uint64_t>(app.presenter.beat) + 1);
    hash = mixed(hash, static_cast<std::uint64_t>(lessonPhase(app)) + 1);
    hash = mixed(hash, static_cast<std::uint64_t>(answer.hints) + (app.lesson.finished ? 99 : 1));
    hash = mixed(hash, std::hash<std::string>()(app.lesson.outcome));
  }
  for (const Toast& toast : app.toasts) {
    hash = mixed(hash, std::hash<std::string>()(toast.message.text));
  }
  return hash;
}

// Fields of the schedule that were used, since the start.
std::uint64_t scheduleEdits = 0;

}  // namespace

void tellScheduleAgain() { ++scheduleEdits; }

MirrorNews MirrorWatch::news(const AppState& app) {
  ControlList& list = controlList();
  MirrorNews news;
  if (!list.listening()) {
    list.listen();  // from the next frame on
    return news;
  }
  if (const std::uint64_t digest = list.digest(); digest != controls_) {
    controls_ = digest;
    news.controls = controlsText(list);
  }
  if (const std::uint64_t digest = aboutDigest(app); digest != about_) {
    about_ = digest;
    news.about = aboutText(app);
  }
  if (const std::uint64_t digest = mixed(mixed(app.derived.version, scheduleEdits),
                                         static_cast<std::uint64_t>(spokenLanguage()));
      digest != schedule_) {
    schedule_ = digest;
    news.schedule = scheduleText(app);
  }
  return news;
}

void askControl(int kind, int control, int instance, double value) {
  if (kind < 0 || kind >= static_cast<int>(AskKind::count)) return;
  if (kind == static_cast<int>(AskKind::endGesture)) control = kControlCount;
  if (control < 0 || control > kControlCount || !std::isfinite(value)) return;
  controlList().ask({static_cast<AskKind>(kind), static_cast<ControlId>(control), instance, value});
}

}  // namespace abscope
