#include "app/sequence.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/timeline.h"

namespace abscope {
namespace {

// The radiotherapy whose days are known without solving.
struct Known {
  double first = std::numeric_limits<double>::infinity();
  double last = -1;
  int firstItem = 0, lastItem = 0;
};

Known knownFractions(const Plan& plan) {
  Known known;
  Timeline timeline(plan);
  for (const Timeline::Entry& entry : timeline.take(std::numeric_limits<double>::max())) {
    if (!entry.isFraction) continue;
    if (entry.day < known.first) known.first = entry.day, known.firstItem = entry.item;
    if (entry.day >= known.last) known.last = entry.day, known.lastItem = entry.item;
  }
  return known;
}

bool waits(const RadiationItem& item) {
  return item.start.anchor != Anchor::day && item.start.anchor != Anchor::afterItem;
}

}  // namespace

Sequence sequenceOf(const std::vector<Event>& events, int drug) {
  double firstFraction = -1, lastFraction = -1, firstDose = -1;
  for (const Event& event : events) {
    if (event.kind == EventKind::fraction) {
      if (firstFraction < 0) firstFraction = event.day;
      lastFraction = event.day;
    } else if (event.kind == EventKind::drugDose && event.item == drug && firstDose < 0) {
      firstDose = event.day;
    }
  }
  if (firstFraction < 0 || firstDose < 0) return Sequence::count;
  if (firstDose < firstFraction) return Sequence::before;
  return firstDose > lastFraction ? Sequence::after : Sequence::with;
}

bool setSequence(Plan& plan, int drug, Sequence sequence) {
  if (drug < 0 || static_cast<std::size_t>(drug) >= plan.drugs.size()) return true;
  if (plan.radiation.empty()) return true;
  DrugItem& item = plan.drugs[static_cast<std::size_t>(drug)];
  Plan others = plan;  // the drug itself may hold up what waits for it
  others.drugs.erase(others.drugs.begin() + drug);
  const Known known = knownFractions(others);
  const bool any = known.last >= 0;
  const auto at = [&](int index) -> const RadiationItem& {
    return plan.radiation[static_cast<std::size_t>(index)];
  };
  switch (sequence) {
    case Sequence::before: {
      if (!any || known.first <= 0) return false;
      const double course = item.intervalDays * (item.doses - 1);
      item.start = {Anchor::day, std::max(0.0, std::floor(known.first - 1 - course)), {}};
      return true;
    }
    case Sequence::with:
      if (any) {
        item.start = {Anchor::day, known.first, {}};
      } else {
        item.start = at(0).start;  // waits for the same
      }
      return true;
    case Sequence::after: {
      // A series that waits for a finding comes after those with days.
      const auto last = std::find_if(plan.radiation.rbegin(), plan.radiation.rend(), waits);
      const std::string& id = last != plan.radiation.rend() ? last->id : at(known.lastItem).id;
      item.start = {Anchor::afterItem, 1, id};
      return true;
    }
    default:
      return true;
  }
}

}  // namespace abscope
