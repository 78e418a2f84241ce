#include "tissue/event_plan.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace abscope {

namespace {

constexpr std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Families of compartments with their arcs, so that a search stays within one family.
struct FamilyGraph {
  std::array<int, kFamilyCount + 1> arcBegin{};
  std::array<int, at(kArcCount)> arcs{};
  std::array<int, kFamilyCount> compartments{};  // how many
};

constexpr int familyOf(const Arc& arc) {
  return kNetwork.compartments[at(arc.from == kOutside ? arc.to : arc.from)].family;
}

constexpr FamilyGraph buildFamilies() {
  FamilyGraph graph;
  int next = 0;
  for (int family = 0; family < kFamilyCount; ++family) {
    graph.arcBegin[at(family)] = next;
    for (int a = 0; a < kArcCount; ++a) {
      if (familyOf(kNetwork.arcs[at(a)]) == family) graph.arcs[at(next++)] = a;
    }
  }
  graph.arcBegin[kFamilyCount] = next;
  for (const Compartment& c : kNetwork.compartments) ++graph.compartments[at(c.family)];
  return graph;
}
constexpr FamilyGraph kFamilies = buildFamilies();
static_assert(kFamilies.arcBegin[kFamilyCount] == kArcCount, "kFamilyCount is wrong");

// What a flux that is owed r discs costs. The sixth power keeps every single debt small.
double cost(double r) {
  const double square = r * r;
  return square * (1 + square * square);
}

int roundCount(double discs) { return static_cast<int>(std::floor(discs + 0.5)); }

}  // namespace

EventPlan::EventPlan(const CompartmentDiscs& start) {
  for (std::size_t i = 0; i < start.size(); ++i) counts_[i] = roundCount(start[i]);
}

void EventPlan::step(const ArcDiscs& moved, const CompartmentDiscs& end, bool impulse) {
  std::array<int, kCompartmentCount + 1> net{};
  for (std::size_t a = 0; a < events_.size(); ++a) {
    debt_[a] += moved[a];
    // While an impulse happens, the steady fluxes stand for a moment but go on.
    const bool goesOn = impulse && moving_[a] && !fluxInfo(kNetwork.arcs[a].flux)->impulse;
    moving_[a] = moved[a] > 1e-9 || goesOn;
    const int count = moving_[a] && debt_[a] > 0.5 ? roundCount(debt_[a]) : 0;
    events_[a] = count;
    debt_[a] -= count;
    net[at(kNetwork.arcs[a].from)] -= count;
    net[at(kNetwork.arcs[a].to)] += count;
  }
  for (int c = 0; c < kCompartmentCount; ++c) {
    const int count = roundCount(end[at(c)]);
    balance(c, count - counts_[at(c)] - net[at(c)]);
    counts_[at(c)] = count;
  }
}

// Only fluxes that move something in this step take part: no radiation death without a fraction.
// That always suffices unless the course's numbers do not add up.
void EventPlan::balance(int compartment, int need) {
  const int direction = need > 0 ? 1 : -1;
  for (; need != 0; need -= direction) {
    const bool pushed = push(compartment, direction, true) || push(compartment, direction, false);
    assert(pushed && "a compartment that no flux reaches");
    if (!pushed) return;
  }
}

// Brings one disc more from outside into the compartment (direction 1), or takes one out (-1),
// along the cheapest path: Bellman and Ford on the family's arcs, each of which may have one event
// more, or one less where there is one.
bool EventPlan::push(int compartment, int direction, bool onlyMoving) {
  constexpr double kFar = std::numeric_limits<double>::infinity();
  std::array<double, kCompartmentCount + 1> distance;
  std::array<int, kCompartmentCount + 1> via;  // arc + 1 taken forwards, -(arc + 1) backwards
  distance.fill(kFar);
  via.fill(0);
  const int source = direction > 0 ? kOutside : compartment;
  const int target = direction > 0 ? compartment : kOutside;
  distance[at(source)] = 0;
  const int family = kNetwork.compartments[at(compartment)].family;
  const int begin = kFamilies.arcBegin[at(family)], end = kFamilies.arcBegin[at(family + 1)];
  for (int round = 0; round <= kFamilies.compartments[at(family)]; ++round) {
    bool changed = false;
    for (int i = begin; i < end; ++i) {
      const int a = kFamilies.arcs[at(i)];
      const Arc& arc = kNetwork.arcs[at(a)];
      const double owed = debt_[at(a)];
      const bool open = !onlyMoving || moving_[at(a)];
      const double forwards = distance[at(arc.from)] + std::max(1e-9, cost(owed - 1) - cost(owed));
      if (open && forwards < distance[at(arc.to)]) {
        distance[at(arc.to)] = forwards;
        via[at(arc.to)] = a + 1;
        changed = true;
      }
      if (events_[at(a)] == 0) continue;
      const double backwards = distance[at(arc.to)] + std::max(1e-9, cost(owed + 1) - cost(owed));
      if (backwards < distance[at(arc.from)]) {
        distance[at(arc.from)] = backwards;
        via[at(arc.from)] = -(a + 1);
        changed = true;
      }
    }
    if (!changed) break;
  }
  if (distance[at(target)] == kFar) return false;
  for (int node = target; node != source;) {
    const int step = via[at(node)];
    const int a = std::abs(step) - 1;
    const int sign = step > 0 ? 1 : -1;
    events_[at(a)] += sign;
    debt_[at(a)] -= sign;
    node = sign > 0 ? kNetwork.arcs[at(a)].from : kNetwork.arcs[at(a)].to;
  }
  return true;
}

}  // namespace abscope
