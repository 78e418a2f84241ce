#include "app/presenter.h"

#include <algorithm>

#include "app/state.h"

namespace abscope {
namespace {

bool pauses(const PausesAt& at, const Event& event) {
  switch (event.kind) {
    case EventKind::fraction:
      return at.fraction;
    case EventKind::drugDose:
      return at.drugDose;
    case EventKind::progression:
      return at.progression;
    case EventKind::response:
      return at.response;
    case EventKind::cure:
      return at.cure;
    default:
      return false;
  }
}

}  // namespace

int Ballot::total() const {
  int sum = 0;
  for (const int count : hands) sum += count;
  return sum;
}

bool futureHidden(const AppState& app) {
  const Beat* beat = app.presenter.now();
  return beat && !beat->prediction.question.empty() && !app.presenter.ballot()->seen;
}

double knownUntil(const AppState& app) {
  const double end = app.derived.course.days();
  return futureHidden(app) ? std::min(end, app.presenter.now()->day) : end;
}

double shownUntil(const AppState& app) {
  const Ballot* ballot = app.presenter.ballot();
  const bool unfolds = ballot && ballot->seen && !ballot->told;
  return unfolds ? std::min(app.view.day, knownUntil(app)) : knownUntil(app);
}

double stopBetween(const AppState& app, double fromDay, double toDay) {
  double stop = std::min(toDay, knownUntil(app));
  const Beat* beat = app.presenter.now();
  if (!beat) return stop;
  if (beat->playTo && fromDay < *beat->playTo) stop = std::min(stop, *beat->playTo);
  for (const Event& event : app.derived.course.events()) {  // in the order of time
    if (event.day > stop) break;
    if (event.day > fromDay && pauses(beat->pausesAt, event)) return event.day;
  }
  return stop;
}

bool beatIsDone(const AppState& app) {
  const Beat* beat = app.presenter.now();
  if (!beat || futureHidden(app)) return false;
  return !beat->playTo || app.view.day >= *beat->playTo - 1e-6;
}

}  // namespace abscope
