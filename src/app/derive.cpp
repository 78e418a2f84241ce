#include "app/derive.h"

namespace abscope {
namespace {

// While a slider moves, cells are realised again at most this often: tens of milliseconds for large
// tissues would make the drag stutter, whereas curves and numbers follow in every frame.
constexpr double kSecondsBetween = 0.12;

}  // namespace

void derive(AppState& app) {
  Derived& derived = app.derived;
  const Scenario& scenario = app.document.scenario;
  derived.openCase = app.document.caseId.empty() ? nullptr : findCase(app.document.caseId);
  derived.course = solve(scenario.patient, scenario.plan);
  derived.summary = summarise(derived.course);
  sample(derived.course, derived.series);
  ++derived.version;
  app.why = explain(derived.course, app.view.day);
  derived.tissueStale = true;
  refreshTissue(app);
}

void refreshTissue(AppState& app) {
  Derived& derived = app.derived;
  if (!derived.tissueStale || app.tissueWaits) return;
  if (app.gesture != 0 && app.secondsSinceTissue < kSecondsBetween) return;
  const Course* const course = &derived.course;
  derived.scales = scalesFor({&course, 1}, app.maxCells);
  const auto seed = static_cast<std::uint64_t>(app.document.seed);
  if (app.firstLook && app.view.day <= 0) {
    derived.tissue = Tissue::realise(derived.course, derived.scales, seed, 0);
  } else {
    derived.tissue = Tissue::realise(derived.course, derived.scales, seed);
    derived.tissueStale = false;
  }
  app.firstLook = false;
  app.secondsSinceTissue = 0;
}

}  // namespace abscope
