#include "app/lecture.h"

#include <algorithm>
#include <utility>

#include "app/apply.h"
#include "app/lesson.h"
#include "core/text.h"
#include "library/text.h"
#include "tissue/cell_kind.h"

namespace abscope {
namespace {

void showBeat(AppState& app, const Beat& beat) {
  View& view = app.view;
  const Shown& shown = beat.shown;
  view.overlay = Overlay::none;
  view.room = shown.room;
  view.stage = shown.picture == ShownPicture::tissue ? Stage::tissue : Stage::map;
  view.panel = shown.panel;
  view.plotSite = shown.site;
  view.plotMeasure = shown.measure == ShownMeasure::cells ? Measure::count : Measure::density;
  view.plotScale = shown.scale == ShownScale::log ? Scale::log : Scale::linear;
  view.daysPerSecond = beat.daysPerSecond;
  for (std::size_t i = 0; i < kCellKindIds.size(); ++i) {
    const auto& kinds = shown.kinds;
    view.hidden[i] =
        !kinds.empty() && std::find(kinds.begin(), kinds.end(), kCellKindIds[i]) == kinds.end();
  }
}

// "Dewan 2009, Clin Cancer Res 15:5379-88; ..."
std::string sourcesOf(const Beat& beat) {
  std::string text;
  for (const std::string& reference : beat.references) {
    if (!text.empty()) text += "; ";
    text += citation(reference);
  }
  return text;
}

Ballot& ballotOf(AppState& app) {
  return app.presenter.ballots[static_cast<std::size_t>(app.presenter.beat)];
}

void goToBeat(AppState& app, int index) {
  setBeat(app, index);
  const Beat& beat = *app.presenter.now();
  app.view.presenter = true;
  app.view.playing = beat.playTo && beat.prediction.question.empty();
}

// On: through the beat first, then to the next one.
void stepOn(AppState& app) {
  Presenter& lecture = app.presenter;
  const Beat& beat = *lecture.now();
  View& view = app.view;
  if (futureHidden(app)) {
    // A slip of the thumb shall not give the answer away.
    if (lecture.ballot()->total() == 0 && !lecture.skipAsked) {
      lecture.skipAsked = true;
      return;
    }
    ballotOf(app).seen = true;
    view.playing = true;
    return;
  }
  if (!beatIsDone(app)) {
    if (!view.playing) {
      view.playing = true;
      return;
    }
    abscope::apply(app, SetControl{ControlId::day, *beat.playTo});
    view.playing = false;
    return tellBeat(app);
  }
  view.playing = false;
  if (static_cast<std::size_t>(lecture.beat) + 1 < lecture.script->beats.size()) {
    goToBeat(app, lecture.beat + 1);
  }
}

}  // namespace

void setBeat(AppState& app, int index) {
  Presenter& lecture = app.presenter;
  lecture.beat = std::clamp(index, 0, static_cast<int>(lecture.script->beats.size()) - 1);
  lecture.skipAsked = false;
  const Beat& beat = *lecture.now();
  lecture.sources = sourcesOf(beat);
  Scene scene = sceneOf(*lecture.script, lecture.beat);
  if (app.document.pinned) abscope::apply(app, Unpin{});
  abscope::apply(app, LoadScenario{std::move(scene.scenario), scene.caseId, scene.armId});
  app.view.playing = false;
  showBeat(app, beat);
  app.view.radiation = app.view.drug = 0;
  abscope::apply(app, SetControl{ControlId::day, beat.day});
}

void openScript(AppState& app, const std::string& id, int beat) {
  const Script* script = findScript(id);
  if (!script) {
    std::string list;
    for (const Script& other : scripts()) (list += list.empty() ? "" : ", ") += other.id;
    return abscope::apply(
        app, Notify{"?present=" + id, fill(tr("message.noSuchScript"), {{"scripts", list}})});
  }
  closeLesson(app);
  app.presenter = {};
  app.presenter.script = script;
  app.presenter.ballots.assign(script->beats.size(), {});
  goToBeat(app, beat);
}

void stepBeat(AppState& app, int by) {
  if (app.view.blackout) {
    app.view.blackout = false;
  } else if (app.presenter.script) {
    by > 0 ? stepOn(app) : goToBeat(app, app.presenter.beat - 1);
  }
}

void setHands(AppState& app, int choice, int hands) {
  const Beat* beat = app.presenter.now();
  if (!beat || choice < 0) return;
  const auto index = static_cast<std::size_t>(choice);
  if (index >= beat->prediction.choices.size()) return;
  ballotOf(app).hands[index] = std::clamp(hands, 0, kMostHands);
}

void countHands(AppState& app, int choice, int by) {
  setHands(app, choice, static_cast<int>(controlValue(app, ControlId::hands, choice)) + by);
}

void tellBeat(AppState& app) {
  if (beatIsDone(app)) ballotOf(app).told = true;
}

void leaveLecture(AppState& app) {
  app.presenter = {};
  app.view.spotlight = app.view.blackout = false;
  app.view.hidden = {};
}

}  // namespace abscope
