// Tumour cells sit on the sites of a packing. A daughter pushes the cells between it and the rim
// one site outwards; a gap is filled by the cells between it and the rim.
#include <algorithm>
#include <cmath>

#include "tissue/builder.h"

namespace abscope {

namespace {

constexpr std::size_t at(int i) { return static_cast<std::size_t>(i); }
float radiusOf(CellKind kind) { return kCellRadius[static_cast<std::size_t>(kind)]; }
float cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }

// A neighbour further out (or in) that `allowed` lets through, or -1. Of the two on either side of
// the straight way each is taken as often as keeps the way straight on average; always taking the
// best one would let the six directions of the packing grow arms.
template <bool kOutwards, typename Allowed>
std::int32_t straightOn(const std::vector<SiteLattice::Site>& sites, std::int32_t from, Rng& rng,
                        Allowed allowed) {
  std::int32_t first = -1;
  float firstSide = 0;
  const SiteLattice::Site& site = sites[at(from)];
  for (std::size_t i = 0; i < site.neighbours.size(); ++i) {
    const std::int32_t n = site.neighbours[kOutwards ? i : site.neighbours.size() - 1 - i];
    if (n < 0) continue;
    if (kOutwards ? n <= from : n >= from) break;
    if (!allowed(n)) continue;
    const float side = cross(site.at, sites[at(n)].at - site.at);
    if (first < 0) {
      first = n;
      firstSide = side;
    } else if (side * firstSide < 0) {
      const float share = std::fabs(firstSide) / (std::fabs(firstSide) + std::fabs(side));
      return rng.uniformFloat() < share ? n : first;
    }
  }
  return first;
}
template <typename Allowed>
std::int32_t outwards(const std::vector<SiteLattice::Site>& sites, std::int32_t from, Rng& rng,
                      Allowed allowed) {
  return straightOn<true>(sites, from, rng, allowed);
}
template <typename Allowed>
std::int32_t inwards(const std::vector<SiteLattice::Site>& sites, std::int32_t from, Rng& rng,
                     Allowed allowed) {
  return straightOn<false>(sites, from, rng, allowed);
}

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
  outermost_[at(site)] = std::max(outermost_[at(site)], place);
}

int Builder::occupied(int site) const {
  return static_cast<int>(pool(compartmentOf(Pool::viable, site)).size() +
                          pool(compartmentOf(Pool::resistant, site)).size() +
                          pool(compartmentOf(Pool::dying, site)).size());
}

// Among the free sites nearest to the middle.
std::int32_t Builder::freeSite(int site, Rng& rng) {
  const std::vector<CellId>& occupants = occupants_[at(site)];
  const auto count = static_cast<std::int32_t>(occupants.size());
  std::int32_t& innermost = innermostFree_[at(site)];
  while (innermost < count && occupants[at(innermost)] != kNoCell) ++innermost;
  std::int32_t choice = innermost;
  int found = 0;
  for (std::int32_t s = innermost; s < count && found < 8 && s < innermost + 60; ++s) {
    if (occupants[at(s)] != kNoCell) continue;
    ++found;
    if (rng.below(4) == 0) return s;
    if (found == 1) choice = s;
  }
  return choice < count ? choice : -1;
}

// From the free site inwards to a cell of this compartment some way below; path_ then leads from it
// to the site.
bool Builder::wayFromMother(int mothers, std::int32_t free, Rng& rng) {
  if (free < 0) return false;
  const int site = kNetwork.compartments[at(mothers)].site;
  const std::vector<SiteLattice::Site>& sites = data_.tumours[at(site)].lattice.sites();
  const std::vector<CellId>& occupants = occupants_[at(site)];
  const float depth = rng.uniformFloat();
  const int wanted =
      1 + static_cast<int>(depth * depth * 0.45F * ground_[at(site)].to.radius / kSiteSpacing);
  path_.clear();
  path_.push_back(free);
  std::size_t last = 0;  // place of the last possible mother on the way
  for (int step = 0; step < 4 * wanted + 8; ++step) {
    const std::int32_t from = path_.back();
    const std::int32_t next =
        inwards(sites, from, rng, [&](std::int32_t n) { return occupants[at(n)] != kNoCell; });
    if (next < 0) break;
    path_.push_back(next);
    if (data_.stays[currentStay_[occupants[at(next)]]].compartment != mothers) continue;
    last = path_.size() - 1;
    if (static_cast<int>(last) >= wanted) break;
  }
  if (last == 0) return false;
  path_.resize(last + 1);
  std::reverse(path_.begin(), path_.end());
  return true;
}

bool Builder::wayFromAny(int mothers, Rng& rng) {
  const int site = kNetwork.compartments[at(mothers)].site;
  const std::vector<SiteLattice::Site>& sites = data_.tumours[at(site)].lattice.sites();
  const std::vector<CellId>& occupants = occupants_[at(site)];
  path_.clear();
  path_.push_back(siteOf_[stayOf(anyOf(mothers, rng)).journey]);
  for (;;) {
    const std::array<std::int32_t, 6>& neighbours = sites[at(path_.back())].neighbours;
    for (std::size_t i = neighbours.size(); i-- > 0;) {
      if (neighbours[i] < 0 || occupants[at(neighbours[i])] != kNoCell) continue;
      path_.push_back(neighbours[i]);
      return true;
    }
    const std::int32_t next = outwards(sites, path_.back(), rng, [](std::int32_t) { return true; });
    if (next < 0) return false;  // at the edge of the packing
    path_.push_back(next);
  }
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
  // The tumour grows where it is least grown, from a cell not far below; else from any cell
  // outwards.
  const bool free =
      wayFromMother(compartment, freeSite(site, rng), rng) || wayFromAny(compartment, rng);
  const CellId mother = occupants[at(path_[0])];
  data_.cells[cell].mother = mother;
  startStay(cell, compartment, journey, arc, day);
  if (!free) {  // no room left at all: it stays on its mother
    const CellId there = occupants[at(path_[0])];
    moveTo(site, cell, path_[0], day);
    occupants[at(path_[0])] = there;
    return;
  }
  for (std::size_t i = path_.size() - 1; i >= 2; --i) {
    moveTo(site, occupants[at(path_[i - 1])], path_[i], day);
  }
  moveTo(site, cell, path_[0], day);
  occupants[at(path_[0])] = mother;
  moveTo(site, cell, path_[1], day);
  smoothRim(site, day, rng);
}

void Builder::clearSite(int site, CellId cell, float day, Rng& rng) {
  const std::vector<SiteLattice::Site>& sites = data_.tumours[at(site)].lattice.sites();
  std::vector<CellId>& occupants = occupants_[at(site)];
  std::int32_t gap = siteOf_[stayOf(cell).journey];
  if (occupants[at(gap)] != cell) return;  // it had no site of its own
  // Mostly the cells further out close up. Where the tumour reaches out too far, the gap goes
  // there.
  std::int32_t& outermost = outermost_[at(site)];
  occupants[at(gap)] = kNoCell;
  while (outermost > 0 && occupants[at(outermost)] == kNoCell) --outermost;
  const auto usual = static_cast<std::int32_t>(1.06F * static_cast<float>(occupied(site))) + 8;
  const bool tooFar = outermost > usual;
  const Point target = sites[at(outermost)].at;
  const auto taken = [&occupants](std::int32_t n) { return occupants[at(n)] != kNoCell; };
  for (;;) {
    std::int32_t next = -1;
    if (tooFar) {
      float nearest = squared(sites[at(gap)].at - target);
      for (const std::int32_t n : sites[at(gap)].neighbours) {
        if (n < 0 || !taken(n) || squared(sites[at(n)].at - target) >= nearest) continue;
        nearest = squared(sites[at(n)].at - target);
        next = n;
      }
    } else {
      next = outwards(sites, gap, rng, taken);
    }
    if (next < 0) break;
    const CellId moving = occupants[at(next)];
    occupants[at(next)] = kNoCell;
    moveTo(site, moving, gap, day);
    gap = next;
  }
  innermostFree_[at(site)] = std::min(innermostFree_[at(site)], gap);
  smoothRim(site, day, rng);
}

// Cells go to free sites further in, a few steps at a time: the outermost ones, which keeps the
// outline even, and a few of all, which closes what is left open inside a shrinking tumour.
void Builder::smoothRim(int site, float day, Rng& rng) {
  const std::vector<CellId>& occupants = occupants_[at(site)];
  std::int32_t& outermost = outermost_[at(site)];
  while (outermost > 0 && occupants[at(outermost)] == kNoCell) --outermost;
  int tried = 0;
  for (std::int32_t s = outermost; s > 0 && tried < 3; --s) {
    const CellId cell = occupants[at(s)];
    if (cell == kNoCell) continue;
    ++tried;
    sinkIn(site, cell, day);
  }
  const std::array<int, 3> kinds = {compartmentOf(Pool::viable, site),
                                    compartmentOf(Pool::dying, site),
                                    compartmentOf(Pool::resistant, site)};
  for (const int kind : kinds) {
    if (pool(kind).empty()) continue;
    for (int i = 0; i < 2; ++i) sinkIn(site, anyOf(kind, rng), day);
  }
}

void Builder::sinkIn(int site, CellId cell, float day) {
  const std::vector<SiteLattice::Site>& sites = data_.tumours[at(site)].lattice.sites();
  std::vector<CellId>& occupants = occupants_[at(site)];
  const std::int32_t from = siteOf_[stayOf(cell).journey];
  if (occupants[at(from)] != cell) return;
  std::int32_t place = from;
  for (int step = 0; step < 3; ++step) {
    std::int32_t lowest = place;
    for (const std::int32_t n : sites[at(place)].neighbours) {
      if (n >= 0 && n < lowest && occupants[at(n)] == kNoCell) lowest = n;
    }
    if (lowest == place) break;
    place = lowest;
  }
  if (place == from) return;
  occupants[at(from)] = kNoCell;
  moveTo(site, cell, place, day);
  innermostFree_[at(site)] = std::min(innermostFree_[at(site)], from);
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

CellId Builder::chooseVictim(int compartment, TumourFlux flux, Rng& rng) const {
  CellId victim = anyOf(compartment, rng);
  const auto place = [this](CellId cell) {
    return siteOf_[data_.stays[currentStay_[cell]].journey];
  };
  if (flux == TumourFlux::ischaemicKill ||
      flux == TumourFlux::ischaemicKillResistant) {  // far from the rim
    for (int i = 0; i < 3; ++i) {
      const CellId other = anyOf(compartment, rng);
      if (place(other) < place(victim)) victim = other;
    }
  } else if (flux == TumourFlux::radiationKill || flux == TumourFlux::radiationKillResistant) {
    // Hypoxic cells are hit half as easily.
    const int site = kNetwork.compartments[at(compartment)].site;
    const Ground& ground = ground_[at(site)];
    const float hypoxic = ground.to.hypoxia * static_cast<float>(occupied(site));
    if (static_cast<float>(place(victim)) < hypoxic && rng.below(2) == 0) {
      victim = anyOf(compartment, rng);
    }
  }
  return victim;
}

Builder::Killers Builder::killersOf(TumourFlux flux, int site) {
  switch (flux) {
    case TumourFlux::cd8Kill:
    case TumourFlux::cd8KillResistant:
      return {compartmentOf(Pool::cd8Effector, site), compartmentOf(Pool::cd8Resident, site)};
    case TumourFlux::nkKill:
    case TumourFlux::nkKillResistant:
      return {compartmentOf(Pool::nk, site)};
    case TumourFlux::m1Kill:
    case TumourFlux::m1KillResistant:
      return {compartmentOf(Pool::m1Macrophage, site)};
    default:
      return {};
  }
}

CellId Builder::anyKiller(Killers killers, Rng& rng) const {
  const auto count = [this](int compartment) {
    return compartment == kOutside ? 0U : static_cast<std::uint32_t>(pool(compartment).size());
  };
  const std::uint32_t first = count(killers.first), second = count(killers.second);
  if (first + second == 0) return kNoCell;
  const std::uint32_t draw = rng.below(first + second);
  return draw < first ? pool(killers.first)[draw] : pool(killers.second)[draw - first];
}

CellId Builder::chooseKiller(Killers killers, float day, Rng& rng) const {
  CellId best = kNoCell;
  float bestDay = kAlways;
  for (int i = 0, busy = 0; i < 6 && busy < 24; ++i) {
    const CellId cell = anyKiller(killers, rng);
    if (cell == kNoCell) return kNoCell;
    const std::uint32_t entry = lastEntry_[data_.stays[currentStay_[cell]].journey];
    const float lastDay = waypoints_[entry].waypoint.day;
    if (lastDay == day) {  // in touch with another victim at this very moment
      ++busy;
      --i;
      continue;
    }
    if (lastDay < day - 0.3F) return cell;  // long enough idle to get there
    if (lastDay < bestDay) {
      best = cell;
      bestDay = lastDay;
    }
  }
  return best;
}

CellId Builder::victimNear(int victims, Point around, Rng& rng) const {
  const int site = kNetwork.compartments[at(victims)].site;
  const SiteLattice& lattice = data_.tumours[at(site)].lattice;
  const std::vector<CellId>& occupants = occupants_[at(site)];
  for (const float reach : {2.0F, 5.0F, 9.0F}) {
    CellId nearest = kNoCell;
    float distance = 1e9F;
    lattice.visitNear(around, reach, [&](std::int32_t s) {
      const CellId cell = occupants[at(s)];
      if (cell == kNoCell || data_.stays[currentStay_[cell]].compartment != victims) return;
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
    const CellId cell = anyOf(victims, rng);
    const std::int32_t s = siteOf_[data_.stays[currentStay_[cell]].journey];
    const float d = squared(lattice.sites()[at(s)].at - around);
    if (d >= distance) continue;
    distance = d;
    nearest = cell;
  }
  return nearest;
}

CellId Builder::killInContact(int victims, CellId killer, float day, Rng& rng) {
  const int site = kNetwork.compartments[at(victims)].site;
  const CellKind kind = kNetwork.compartments[stayOf(killer).compartment].kind;
  const Point from = immuneCellAt(killer, day);
  const CellId victim = victimNear(victims, from, rng);
  const Point there = tumourCellAt(site, victim, day);
  const Point apart = from - there;
  const float distance = length(apart);
  const Point side =
      distance > 0.1F ? (1 / distance) * apart : directionOfTurns(rng.uniformFloat());
  const float reach = 0.82F * (radiusOf(CellKind::tumour) + radiusOf(kind));
  const Waypoint contact = {day, there + reach * side, scaleAt(site, day).radius};
  goInstead(stayOf(killer).journey, contact);
  data_.cells[victim].killer = killer;
  ++data_.cells[killer].kills;
  return victim;
}

}  // namespace abscope
