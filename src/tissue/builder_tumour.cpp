// Tumour cells sit on the sites of a packing. A daughter pushes the cells between it and the rim
// one site outwards; a gap is filled by the cells between it and the rim.
#include <algorithm>
#include <cmath>

#include "tissue/builder.h"

namespace abscope {

namespace {

constexpr std::size_t at(int i) { return static_cast<std::size_t>(i); }
float radiusOf(CellKind kind) { return kCellRadius[static_cast<std::size_t>(kind)]; }

}  // namespace

void Builder::settle(int site, CellId cell, int compartment, int place) {
  const Panel panel = data_.tumours[at(site)].panel;
  const std::uint32_t journey = newJourney(cell, JourneyKind::sites, panel, kFromStart);
  startStay(cell, compartment, journey, -1, kFromStart);
  const int last = data_.tumours[at(site)].lattice.count() - 1;
  moveTo(site, cell, std::min(place, last), kFromStart);
}

void Builder::moveTo(int site, CellId cell, std::int32_t place, float day) {
  const std::uint32_t journey = stayOf(cell).journey;
  const auto entry = static_cast<std::uint32_t>(moves_.size());
  moves_.push_back({{day, place}, journey, lastEntry_[journey]});
  lastEntry_[journey] = entry;
  siteOf_[journey] = place;
  occupants_[at(site)][at(place)] = cell;
}

int Builder::occupied(int site) const {
  return static_cast<int>(pool(compartmentOf(Pool::viable, site)).size() +
                          pool(compartmentOf(Pool::dying, site)).size());
}

void Builder::divide(int site, int arc, float day, Rng& rng) {
  const int compartment = kNetwork.arcs[at(arc)].to;
  const std::vector<SiteLattice::Site>& sites = data_.tumours[at(site)].lattice.sites();
  std::vector<CellId>& occupants = occupants_[at(site)];
  const CellId cell = newCell();
  const std::uint32_t journey =
      newJourney(cell, JourneyKind::sites, data_.tumours[at(site)].panel, day);
  if (pool(compartment).empty()) {  // nobody to divide from: it comes up in the middle
    std::int32_t place = 0;
    while (place + 1 < static_cast<std::int32_t>(sites.size()) && occupants[at(place)] != kNoCell) {
      ++place;
    }
    startStay(cell, compartment, journey, arc, day);
    moveTo(site, cell, place, day);
    return;
  }
  // Better supplied cells divide more: the outermost of two.
  CellId mother = anyOf(compartment, rng);
  const CellId other = anyOf(compartment, rng);
  if (siteOf_[stayOf(other).journey] > siteOf_[stayOf(mother).journey]) mother = other;
  data_.cells[cell].mother = mother;

  path_.clear();
  path_.push_back(siteOf_[stayOf(mother).journey]);
  bool free = false;
  while (!free) {
    const std::array<std::int32_t, 6>& neighbours = sites[at(path_.back())].neighbours;
    for (std::size_t i = neighbours.size(); i-- > 0 && !free;) {
      free = neighbours[i] >= 0 && occupants[at(neighbours[i])] == kNoCell;
      if (free) path_.push_back(neighbours[i]);
    }
    if (free) break;
    std::int32_t next = neighbours[rng.below(8) < 5 ? 0 : 1];
    if (next <= path_.back()) next = neighbours[0];
    if (next <= path_.back()) break;  // at the edge of the packing
    path_.push_back(next);
  }
  startStay(cell, compartment, journey, arc, day);
  if (!free) {  // no room left at all: it stays on its mother
    const CellId there = occupants[at(path_[0])];
    moveTo(site, cell, path_[0], day);
    occupants[at(path_[0])] = there;
    return;
  }
  // From a free site at the rim the cell goes on to a free one nearer to the middle, so that the
  // outline stays even.
  for (bool inwards = true; inwards;) {
    inwards = false;
    const std::array<std::int32_t, 6>& neighbours = sites[at(path_.back())].neighbours;
    for (std::size_t i = neighbours.size(); i-- > 0 && !inwards;) {
      const std::int32_t n = neighbours[i];
      inwards = n >= 0 && n < path_.back() && occupants[at(n)] == kNoCell;
      if (inwards) path_.back() = n;
    }
  }
  for (std::size_t i = path_.size() - 1; i >= 2; --i) {
    moveTo(site, occupants[at(path_[i - 1])], path_[i], day);
  }
  moveTo(site, cell, path_[0], day);
  occupants[at(path_[0])] = mother;
  moveTo(site, cell, path_[1], day);
}

void Builder::clearSite(int site, CellId cell, float day, Rng& rng) {
  const std::vector<SiteLattice::Site>& sites = data_.tumours[at(site)].lattice.sites();
  std::vector<CellId>& occupants = occupants_[at(site)];
  std::int32_t gap = siteOf_[stayOf(cell).journey];
  if (occupants[at(gap)] != cell) return;  // it had no site of its own
  for (;;) {
    occupants[at(gap)] = kNoCell;
    std::int32_t choice = -1;
    int found = 0;
    for (const std::int32_t n : sites[at(gap)].neighbours) {
      if (n <= gap) break;
      if (occupants[at(n)] == kNoCell) continue;
      choice = n;
      if (++found == 2 || rng.below(8) < 5) break;
    }
    if (choice < 0) return;
    moveTo(site, occupants[at(choice)], gap, day);
    gap = choice;
  }
}

Point Builder::tumourCellAt(int site, CellId cell, float day) const {
  const std::vector<SiteLattice::Site>& sites = data_.tumours[at(site)].lattice.sites();
  std::uint32_t entry = lastEntry_[data_.stays[currentStay_[cell]].journey];
  Point place = sites[at(moves_[entry].move.site)].at;
  for (;;) {
    const LoggedMove& move = moves_[entry];
    const float age = (day - move.move.day) / kGlideDays;
    if (age >= 1 || move.previous == kNone) return place;
    const Point before = sites[at(moves_[move.previous].move.site)].at;
    place = place + (1 - ease(age)) * (before - sites[at(move.move.site)].at);
    entry = move.previous;
  }
}

CellId Builder::chooseVictim(int site, TumourFlux flux, Rng& rng) const {
  const int viable = compartmentOf(Pool::viable, site);
  CellId victim = anyOf(viable, rng);
  const auto place = [this](CellId cell) {
    return siteOf_[data_.stays[currentStay_[cell]].journey];
  };
  if (flux == TumourFlux::ischaemicKill) {  // far from the rim
    for (int i = 0; i < 3; ++i) {
      const CellId other = anyOf(viable, rng);
      if (place(other) < place(victim)) victim = other;
    }
  } else if (flux == TumourFlux::radiationKill) {  // hypoxic cells are hit half as easily
    const Ground& ground = ground_[at(site)];
    const float hypoxic = ground.to.hypoxia * static_cast<float>(occupied(site));
    if (static_cast<float>(place(victim)) < hypoxic && rng.below(2) == 0)
      victim = anyOf(viable, rng);
  }
  return victim;
}

CellId Builder::chooseKiller(int compartment, float day, Rng& rng) const {
  CellId best = kNoCell;
  float bestDay = kAlways;
  for (int i = 0; i < 6; ++i) {
    const CellId cell = anyOf(compartment, rng);
    const std::uint32_t entry = lastEntry_[data_.stays[currentStay_[cell]].journey];
    const float lastDay = waypoints_[entry].waypoint.day;
    if (lastDay < day - 0.3F) return cell;  // long enough idle to get there
    if (lastDay < bestDay) {
      best = cell;
      bestDay = lastDay;
    }
  }
  return best;
}

CellId Builder::victimNear(int site, Point around, Rng& rng) const {
  const SiteLattice& lattice = data_.tumours[at(site)].lattice;
  const std::vector<CellId>& occupants = occupants_[at(site)];
  const int viable = compartmentOf(Pool::viable, site);
  for (const float reach : {2.0F, 5.0F, 9.0F}) {
    CellId nearest = kNoCell;
    float distance = 1e9F;
    lattice.visitNear(around, reach, [&](std::int32_t s) {
      const CellId cell = occupants[at(s)];
      if (cell == kNoCell || data_.stays[currentStay_[cell]].compartment != viable) return;
      const float d = squared(lattice.sites()[at(s)].at - around) * rng.between(0.6F, 1.0F);
      if (d >= distance) return;
      distance = d;
      nearest = cell;
    });
    if (nearest != kNoCell) return nearest;
  }
  CellId nearest = kNoCell;
  float distance = 1e9F;
  for (int i = 0; i < 6; ++i) {
    const CellId cell = anyOf(viable, rng);
    const std::int32_t s = siteOf_[data_.stays[currentStay_[cell]].journey];
    const float d = squared(lattice.sites()[at(s)].at - around);
    if (d >= distance) continue;
    distance = d;
    nearest = cell;
  }
  return nearest;
}

CellId Builder::killInContact(int site, CellId killer, float day, Rng& rng) {
  const CellKind kind = kNetwork.compartments[stayOf(killer).compartment].kind;
  const Point from = immuneCellAt(killer, day);
  const CellId victim = victimNear(site, from, rng);
  const Point there = tumourCellAt(site, victim, day);
  const Point apart = from - there;
  const float distance = length(apart);
  const Point side =
      distance > 0.1F ? (1 / distance) * apart : directionOfTurns(rng.uniformFloat());
  const float reach = 0.82F * (radiusOf(CellKind::tumour) + radiusOf(kind));
  const Waypoint contact = {day, there + reach * side, scaleAt(site, day).radius};
  const std::uint32_t journey = stayOf(killer).journey;
  const std::uint32_t entry = lastEntry_[journey];
  if (waypoints_[entry].waypoint.day >= day && waypoints_[entry].previous != kNone) {
    waypoints_[entry].waypoint = contact;  // it was still on its way: it goes here instead
  } else {
    addWaypoint(journey, contact);
  }
  data_.cells[victim].killer = killer;
  ++data_.cells[killer].kills;
  return victim;
}

}  // namespace abscope
