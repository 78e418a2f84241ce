#include "app/background.h"

#include <chrono>

#include "app/state.h"

namespace abscope {
namespace {

constexpr double kSliceSeconds = 0.01;  // with what a frame needs, the page still answers
constexpr int kMostSteps = 400;         // a slice, where the clock of a browser is coarse

bool wantsEvidence(const AppState& app) {
  return app.view.overlay == Overlay::evidence &&
         !(app.background.evidence && app.background.evidence->done());
}

bool wantsStudy(const AppState& app) {
  const StudyWork& study = app.background.study;
  if (app.view.overlay != Overlay::study || app.derived.openCase == nullptr) return false;
  return study.item != app.derived.openCase || (study.cohorts && !study.cohorts->done());
}

// Not while a hand drags: the curves follow it, the band comes when it rests.
bool wantsBand(const AppState& app) {
  const Preset preset = app.document.scenario.patient.preset;
  if (!app.view.ensembleBand || app.gesture != 0 || bandEnsemble(preset) == nullptr) return false;
  return app.background.band.version != app.derived.version ||
         !isComplete(app.background.band, preset);
}

void stepEvidence(AppState& app) {
  if (!app.background.evidence) {
    ChosenSets sets;
    if (const Ensemble* ensemble = ensembleOf(Preset::mouse)) {
      for (const EnsembleSet& set : ensemble->sets) sets.ensemble.push_back(&set);
    }
    app.background.evidence.emplace(sets);
    return;
  }
  app.background.evidence->step();
}

void stepStudy(AppState& app) {
  StudyWork& study = app.background.study;
  if (study.item != app.derived.openCase) {
    study = {};
    study.item = app.derived.openCase;
    study.readouts = readoutsOf(*study.item);
    if (!study.item->cohorts.empty()) study.cohorts.emplace(*study.item);
    return;
  }
  study.cohorts->step();
  if (study.cohorts->done()) study.results = study.cohorts->results();
}

void stepBand(AppState& app) {
  EnsembleBand& band = app.background.band;
  if (band.version != app.derived.version) {
    return restart(band, app.derived.version, app.derived.course.days());
  }
  addNextSet(band, app.document.scenario);
}

bool step(AppState& app) {
  if (wantsBand(app)) return stepBand(app), true;
  if (wantsStudy(app)) return stepStudy(app), true;
  if (wantsEvidence(app)) return stepEvidence(app), true;
  return false;
}

}  // namespace

bool hasBackgroundWork(const AppState& app) {
  return wantsBand(app) || wantsStudy(app) || wantsEvidence(app);
}

void doBackgroundWork(AppState& app) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point start = Clock::now();
  for (int i = 0; i < kMostSteps; ++i) {
    if (!step(app)) return;
    if (std::chrono::duration<double>(Clock::now() - start).count() > kSliceSeconds) return;
  }
}

}  // namespace abscope
