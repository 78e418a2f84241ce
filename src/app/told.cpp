#include "app/told.h"

#include <algorithm>

#include "app/state.h"

namespace abscope {
namespace {

const Start* startOf(const Plan& plan, std::string_view id) {
  for (const RadiationItem& item : plan.radiation) {
    if (item.id == id) return &item.start;
  }
  for (const DrugItem& item : plan.drugs) {
    if (item.id == id) return &item.start;
  }
  return nullptr;
}

bool waitsForFinding(const Plan& plan, const Start& start) {
  const Start* at = &start;
  // Items that wait for each other in a ring are refused; the count is a bound, not a rule.
  for (int i = 0; i < kMaxItems && at; ++i) {
    if (at->anchor == Anchor::day) return false;
    if (at->anchor != Anchor::afterItem) return true;
    at = startOf(plan, at->item);
  }
  return false;
}

bool waits(const Plan& plan, ItemKind kind, int index) {
  if (index < 0) return false;
  const auto i = static_cast<std::size_t>(index);
  if (kind == ItemKind::radiation) {
    return i < plan.radiation.size() && waitsForFinding(plan, plan.radiation[i].start);
  }
  return i < plan.drugs.size() && waitsForFinding(plan, plan.drugs[i].start);
}

}  // namespace

bool endIsHidden(const AppState& app) { return shownUntil(app) < app.derived.course.days(); }

bool isTold(const AppState& app, const Event& event) {
  if (event.day <= shownUntil(app)) return true;
  const bool fraction = event.kind == EventKind::fraction;
  if (!fraction && event.kind != EventKind::drugDose) return false;
  return !waits(app.document.scenario.plan, fraction ? ItemKind::radiation : ItemKind::drug,
                event.item);
}

Days toldDays(const AppState& app, ItemKind kind, int index) {
  const Days days = daysOf(app.derived.course.events(), kind, index);
  if (!endIsHidden(app) || !waits(app.document.scenario.plan, kind, index)) return days;
  return days.first > shownUntil(app) ? Days{} : days;
}

bool drugWaits(const AppState& app, Drug drug) {
  const Plan& plan = app.document.scenario.plan;
  return endIsHidden(app) &&
         std::any_of(plan.drugs.begin(), plan.drugs.end(), [&](const DrugItem& item) {
           return item.drug == drug && waitsForFinding(plan, item.start);
         });
}

}  // namespace abscope
