#include "app/derive.h"

namespace abscope {
namespace {

// While a slider moves, cells are realised again at most this often: tens of milliseconds for large
// tissues would make the drag stutter, whereas curves and numbers follow in every frame.
constexpr double kSecondsBetween = 0.12;

bool same(const TissueScales& a, const TissueScales& b) {
  return a.millionsPerDisc == b.millionsPerDisc && a.largestTumour == b.largestTumour &&
         a.largestNode == b.largestNode;
}

// Solved only when another scenario is pinned.
void derivePinned(AppState& app) {
  std::optional<PinnedCourse>& pinned = app.derived.pinned;
  const std::optional<Pinned>& wanted = app.document.pinned;
  if (!wanted) return pinned.reset();
  if (pinned && abscope::same(pinned->scenario, wanted->scenario)) return;
  if (!pinned) pinned.emplace();
  pinned->scenario = wanted->scenario;
  pinned->course = solve(wanted->scenario.patient, wanted->scenario.plan);
  pinned->summary = summarise(pinned->course);
  sample(pinned->course, pinned->series);
  pinned->tissueStale = true;
}

// The same discs stand for the same number of cells on both sides.
void realisePinned(AppState& app) {
  if (!app.derived.pinned) return;
  PinnedCourse& pinned = *app.derived.pinned;
  const TissueScales& scales = app.derived.scales;
  if (!pinned.tissueStale && pinned.seed == app.document.seed &&
      same(pinned.tissue.scales(), scales)) {
    return;
  }
  pinned.seed = app.document.seed;
  pinned.tissue = Tissue::realise(pinned.course, scales, static_cast<std::uint64_t>(pinned.seed));
  pinned.tissueStale = false;
}

}  // namespace

void derive(AppState& app) {
  Derived& derived = app.derived;
  const Scenario& scenario = app.document.scenario;
  derived.openCase = app.document.caseId.empty() ? nullptr : findCase(app.document.caseId);
  derived.course = solve(scenario.patient, scenario.plan);
  derived.summary = summarise(derived.course);
  sample(derived.course, derived.series);
  derivePinned(app);
  ++derived.version;
  refreshWhy(app);
  refreshComparison(app);
  refreshMap(app);
  derived.tissueStale = true;
  refreshTissue(app);
}

void refreshComparison(AppState& app) {
  const Derived& derived = app.derived;
  app.comparison =
      derived.pinned ? compare(derived.course, derived.pinned->course, app.view.day) : Comparison{};
}

void refreshTissue(AppState& app) {
  Derived& derived = app.derived;
  if (!derived.tissueStale || app.tissueWaits) return;
  if (app.gesture != 0 && app.secondsSinceTissue < kSecondsBetween) return;
  const auto seed = static_cast<std::uint64_t>(app.document.seed);
  const Course* const courses[] = {&derived.course,
                                   derived.pinned ? &derived.pinned->course : nullptr};
  derived.scales = scalesFor({courses, derived.pinned ? 2U : 1U}, app.maxCells);
  derived.tissue = Tissue::realise(derived.course, derived.scales, seed);
  derived.tissueStale = false;
  realisePinned(app);
  app.view.cell = kNoCell;  // other cells have its number now
  app.view.followCell = false;
  refreshWhy(app);
  app.secondsSinceTissue = 0;
}

void refreshWhy(AppState& app) {
  const Course& course = app.derived.course;
  const int curve = app.view.whyCurve;
  if (curve < 0) {
    app.why = explain(course, app.view.day);
    app.lit.clear();
    return;
  }
  app.why = explainCurve(course, app.view.day, static_cast<CellKind>(curve / 2),
                         static_cast<Site>(curve % 2), shownUntil(app));
  std::array<TumourFlux, kMostCauses> fluxes{};
  for (std::size_t i = 0; i < fluxes.size(); ++i) fluxes[i] = app.why.causes[i].flux;
  app.derived.tissue.movedBy(fluxes, app.why.site, app.why.fromDay, app.why.toDay, app.lit);
}

void refreshMap(AppState& app) {
  if (app.view.stage != Stage::map) return;
  Derived& derived = app.derived;
  if (derived.mapVersion != derived.version) {
    const Scenario& scenario = app.document.scenario;
    makeMapModels(scenario.patient, scenario.plan, derived.course, derived.map);
    derived.mapVersion = derived.version;
  }
  readMapFlows(derived.course, derived.map, app.view.day, app.mapFlows);
}

}  // namespace abscope
