#include "app/lesson.h"

#include <algorithm>
#include <span>
#include <utility>

#include "app/apply.h"
#include "app/lecture.h"
#include "app/lesson_words.h"
#include "app/notify.h"
#include "app/report.h"
#include "core/format.h"
#include "core/nearest_name.h"
#include "core/text.h"
#include "evidence/lesson_grades.h"
#include "library/text.h"

namespace abscope {
namespace {

constexpr std::string_view kBookFile = "lessons.json";
constexpr std::size_t kLongestWords = 4000;  // of one's own

bool isAddress(std::string_view id) {
  return id.find('/') != id.npos || (id.size() > 5 && id.substr(id.size() - 5) == ".json");
}

BeatAnswer& answerOf(AppState& app) {
  return app.lesson.answers[static_cast<std::size_t>(app.presenter.beat)];
}

Ballot& ballotOf(AppState& app) {
  return app.presenter.ballots[static_cast<std::size_t>(app.presenter.beat)];
}

void ask(AppState& app, const std::string& file) {
  auto& files = app.pageFiles;
  if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
}

std::string feedbackOf(const AppState& app, const std::vector<LessonChoice>& choices, int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= choices.size()) return {};
  return filledForRun(app, choices[static_cast<std::size_t>(index)].feedback);
}

// The texts that may be read now; those still to come stay empty.
void tellLesson(AppState& app) {
  LessonRun& run = app.lesson;
  const Beat& beat = *app.presenter.now();
  const LessonStep& step = lessonStep(app);
  const BeatAnswer& answer = lessonAnswer(app);
  const LessonPhase phase = run.toldPhase = lessonPhase(app);
  run.caption = filledForRun(app, beat.caption);
  run.told = phase > LessonPhase::run ? feedbackOf(app, step.choices, answer.choice) : "";
  run.reasonTold = answer.reasonLocked ? feedbackOf(app, step.reasons, answer.reason) : "";
  run.wrote = answer.wordsLocked ? filledForRun(app, step.wrote) : "";
  run.outcome = phase == LessonPhase::told ? filledForRun(app, beat.outcome) : "";
}

void goTo(AppState& app, int beat) {
  setBeat(app, beat);
  const Beat& now = *app.presenter.now();
  Ballot& ballot = ballotOf(app);
  // A beat that was passed is seen as it was left.
  if (ballot.told && now.playTo) abscope::apply(app, SetControl{ControlId::day, *now.playTo});
  app.lesson.version = 0;
  app.lesson.conditions.clear();
  app.view.lessonSide = LessonSide::lesson;
  tellLesson(app);
}

void startLesson(AppState& app, std::shared_ptr<const Lesson> lesson, int beat) {
  LessonRun fresh;
  fresh.book = app.lesson.book;
  fresh.level = app.view.lessonLevel;
  fresh.lesson = std::move(lesson);
  fresh.answers.resize(fresh.lesson->steps.size());
  app.lesson = std::move(fresh);
  app.presenter = {};
  app.presenter.script = &app.lesson.lesson->script;
  app.presenter.ballots.assign(app.lesson.answers.size(), {});
  View& view = app.view;
  view.presenter = false;
  view.overlay = Overlay::none;
  view.narrowTab = NarrowTab::lesson;
  const int last = static_cast<int>(app.lesson.answers.size()) - 1;
  goTo(app, beat > 0 ? std::min(beat, last) : firstBeat(*app.lesson.lesson, app.lesson.level));
}

void noSuchLesson(AppState& app, const std::string& id) {
  std::vector<std::string_view> ids;
  std::string list;
  for (const auto& lesson : app.lesson.book->lessons) {
    ids.push_back(lesson->id);
    (list += list.empty() ? "" : ", ") += lesson->id;
  }
  const std::string_view nearest = nearestName(id, ids);
  notify(app,
         {"?lesson=" + id, nearest.empty() ? fill(tr("message.noSuchLesson"), {{"lessons", list}})
                                           : fill(tr("message.meantLesson"), {{"name", nearest}})});
}

void openFromBook(AppState& app, const std::string& id, int beat) {
  if (auto lesson = app.lesson.book->find(id)) return startLesson(app, std::move(lesson), beat);
  noSuchLesson(app, id);
}

// The course as the lesson set it up: a prediction is about that, whatever was tried before it.
void restoreSetUp(AppState& app) {
  Scene scene = sceneOf(*app.presenter.script, app.presenter.beat);
  abscope::apply(app, LoadScenario{std::move(scene.scenario), scene.caseId, scene.armId});
  abscope::apply(app, SetControl{ControlId::day, app.presenter.now()->day});
}

void run(AppState& app) {
  const Beat& beat = *app.presenter.now();
  if (!app.view.playing && app.view.day < *beat.playTo) {
    app.view.playing = true;
    return;
  }
  abscope::apply(app, SetControl{ControlId::day, *beat.playTo});
  app.view.playing = false;
  tellBeat(app);
}

std::string choiceId(int index) { return "choice-" + std::to_string(index + 1); }

// What the beat graded, for a course site. Explanations in own words stay here.
std::vector<Answer> gradedAnswers(const AppState& app) {
  const LessonStep& step = lessonStep(app);
  const BeatAnswer& answer = lessonAnswer(app);
  const std::string& beat = app.presenter.now()->id;
  std::vector<Answer> all;
  const auto choice = [&](const std::vector<LessonChoice>& choices, int index, const char* what) {
    if (choices.empty() || index < 0) return;
    all.push_back({beat + what, AnswerKind::choice, choiceId(index),
                   choices[static_cast<std::size_t>(index)].right});
  };
  choice(step.choices, answer.choice, "-prediction");
  if (!step.sketch.points.empty()) {
    all.push_back({beat + "-curve", AnswerKind::numeric, formatNumber(answer.sketchFactor, 3),
                   answer.sketchFactor <= step.sketch.within});
  }
  choice(step.reasons, answer.reason, "-reason");
  if (!step.goal.text.empty()) {
    all.push_back({beat + "-task", AnswerKind::other, runId(app), !answer.solved});
  }
  return all;
}

// Each beat once: one that was gone back to has been told.
void report(AppState& app, bool done) {
  const LessonRun& run = app.lesson;
  if (app.presenter.beat < run.reported && !done) return;
  app.lesson.reported = std::max(run.reported, app.presenter.beat + 1);
  Report told;
  told.activity = Activity::lesson;
  told.id = run.lesson->id;
  const auto all = static_cast<double>(run.answers.size());
  told.completion = done ? 1 : static_cast<double>(app.presenter.beat + 1) / (all + 1);
  if (done) told.score = lessonScore(run).share();
  told.answers = gradedAnswers(app);
  app.reports.push_back(std::move(told));
}

void advance(AppState& app) {
  LessonRun& run = app.lesson;
  const int beat = app.presenter.beat;
  run.trail.push_back(beat);
  const bool right = answeredRight(lessonStep(app), lessonAnswer(app));
  const int next = nextBeat(*run.lesson, beat, right, run.level);
  // Asides lead back to the way; a beat that was passed already ends it.
  const bool passed = std::find(run.trail.begin(), run.trail.end(), next) != run.trail.end();
  const bool done = next < 0 || passed;
  report(app, done);
  if (done) {
    run.finished = true;
    return;
  }
  goTo(app, next);
}

void stepOn(AppState& app) {
  if (!lessonGoesOn(app)) return;
  BeatAnswer& answer = answerOf(app);
  switch (lessonPhase(app)) {
    case LessonPhase::ask:
      answer.locked = true;
      restoreSetUp(app);
      ballotOf(app).seen = true;
      run(app);
      break;
    case LessonPhase::run:
      run(app);
      break;
    case LessonPhase::reason:
      answer.reasonLocked = true;
      break;
    case LessonPhase::write:
      answer.wordsLocked = true;
      break;
    case LessonPhase::told:
      return advance(app);
    default:
      break;
  }
  tellLesson(app);
}

void stepBack(AppState& app) {
  LessonRun& run = app.lesson;
  if (run.finished) {
    run.finished = false;
  } else if (run.trail.empty()) {
    return;
  }
  const int beat = run.trail.back();
  run.trail.pop_back();
  goTo(app, beat);
}

void solve(AppState& app) {
  const LessonStep& step = lessonStep(app);
  if (lessonPhase(app) != LessonPhase::goal) return;
  Scene scene = sceneOf(*app.presenter.script, app.presenter.beat);
  applyChange(step.goal.solutions.front(), scene.scenario);
  answerOf(app).solved = true;
  abscope::apply(app, LoadScenario{std::move(scene.scenario), scene.caseId, scene.armId});
  refreshLesson(app);
}

void choose(AppState& app, const LessonDeed& deed) {
  const LessonStep& step = lessonStep(app);
  BeatAnswer& answer = answerOf(app);
  const bool reason = deed.act == LessonAct::reason;
  const std::vector<LessonChoice>& choices = reason ? step.reasons : step.choices;
  if (deed.index < 0 || static_cast<std::size_t>(deed.index) >= choices.size()) return;
  const LessonPhase phase = lessonPhase(app);
  if (reason && phase == LessonPhase::reason) answer.reason = deed.index;
  if (!reason && phase == LessonPhase::ask) answer.choice = deed.index;
}

// Which conditions of the task hold now. Another patient would be another task.
void readTask(AppState& app) {
  LessonRun& run = app.lesson;
  run.version = app.derived.version;
  run.conditions.clear();
  const Scenario scenario = sceneOf(*app.presenter.script, app.presenter.beat).scenario;
  run.allHold = same(scenario.patient, app.document.scenario.patient);
  for (const LessonCondition& condition : lessonStep(app).goal.conditions) {
    const bool isSo = holds(condition, app.derived.course);
    run.conditions.push_back(isSo);
    run.allHold = run.allHold && isSo;
  }
  if (lessonAnswer(app).reached) tellLesson(app);  // its numbers are those of this run
}

void doDeed(AppState& app, const LessonDeed& deed) {
  switch (deed.act) {
    case LessonAct::choose:
    case LessonAct::reason:
      return choose(app, deed);
    case LessonAct::next:
      return stepOn(app);
    case LessonAct::back:
      return stepBack(app);
    case LessonAct::hint: {
      BeatAnswer& answer = answerOf(app);
      const int most = static_cast<int>(lessonStep(app).hints.size());
      answer.hints = std::min(answer.hints + 1, most);
      return;
    }
    case LessonAct::solve:
      return solve(app);
    case LessonAct::again:
      return startLesson(app, app.lesson.lesson, 0);
    case LessonAct::close:
      return closeLesson(app);
  }
}

}  // namespace

void wantLessons(AppState& app) {
  if (app.lesson.book) return;
  LessonBook book = embeddedLessons();
  if (book.lessons.empty()) return ask(app, std::string(kBookFile));
  app.lesson.book = std::make_shared<const LessonBook>(std::move(book));
}

void openLesson(AppState& app, const std::string& id, int beat) {
  if (!isAddress(id)) wantLessons(app);
  if (!isAddress(id) && app.lesson.book) return openFromBook(app, id, beat);
  app.lesson.wantedId = id;
  app.lesson.wantedBeat = beat;
  if (isAddress(id)) ask(app, id);
}

void takeLessonFile(AppState& app, const PageFile& file) {
  LessonRun& run = app.lesson;
  std::erase(app.pageFiles, file.name);
  const bool isBook = file.name == kBookFile;
  if (!file.ok) {
    if (isBook) run.bookFailed = true;
    run.wantedId.clear();
    return notify(app, {file.name, fill(tr("message.noLessonFile"), {{"text", file.text}})});
  }
  const std::string wanted = std::exchange(run.wantedId, {});
  if (isBook) {
    LessonBook book = readLessonBook(file.text);
    if (!book.errors.empty()) {
      notify(app, {file.name + " " + book.errors.front().place, book.errors.front().text});
    }
    run.bookFailed = book.lessons.empty();
    run.book = std::make_shared<const LessonBook>(std::move(book));
    if (!wanted.empty()) openFromBook(app, wanted, run.wantedBeat);
    return;
  }
  if (wanted != file.name) return;  // another lesson was asked for since
  ReadLesson read = readLesson(file.text);
  if (!read.errors.empty()) {
    constexpr std::size_t kMostTold = 3;
    for (std::size_t i = 0; i < std::min(kMostTold, read.errors.size()); ++i) {
      notify(app, {file.name + " " + read.errors[i].place, read.errors[i].text});
    }
    return;
  }
  startLesson(app, std::make_shared<const Lesson>(std::move(read.lesson)), run.wantedBeat);
}

void doInLesson(AppState& app, const LessonDeed& deed) {
  if (!app.lesson.open()) return;
  doDeed(app, deed);
  refreshLesson(app);
}

void writeInLesson(AppState& app, const std::string& text) {
  if (!app.lesson.open() || lessonPhase(app) != LessonPhase::write) return;
  answerOf(app).words = text.substr(0, kLongestWords);
}

void closeLesson(AppState& app) {
  if (!app.lesson.open()) return;
  std::shared_ptr<const LessonBook> book = app.lesson.book;
  app.presenter = {};
  app.lesson = {};
  app.lesson.book = std::move(book);
  app.view.hidden = {};
  if (app.view.narrowTab == NarrowTab::lesson) app.view.narrowTab = NarrowTab::course;
}

void refreshLesson(AppState& app) {
  LessonRun& run = app.lesson;
  if (!run.open() || run.finished) return;
  BeatAnswer& answer = answerOf(app);
  const LessonStep& step = lessonStep(app);
  const Beat& beat = *app.presenter.now();
  // The curve that was drawn is held against the course once all of it is seen.
  if (!step.sketch.points.empty() && app.presenter.ballot()->told && answer.sketchFactor == 0) {
    answer.sketchFactor = sketchFactor(app.derived.course, step.sketch, beat.day, answer.sketch);
  }
  if (lessonPhase(app) != run.toldPhase) tellLesson(app);
  if (step.goal.text.empty()) return;
  if (run.version != app.derived.version) readTask(app);
  if (answer.reached || !run.allHold || app.gesture != 0) return;  // a drag is not done yet
  answer.reached = true;
  tellLesson(app);
}

}  // namespace abscope
