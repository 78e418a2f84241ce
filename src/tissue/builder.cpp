#include "tissue/builder.h"

#include <algorithm>
#include <cmath>

namespace abscope {

namespace {

constexpr std::size_t at(int i) { return static_cast<std::size_t>(i); }
const Arc& arcAt(int arc) { return kNetwork.arcs[at(arc)]; }
const Compartment& compartmentAt(int i) { return kNetwork.compartments[at(i)]; }
bool isFlux(const Arc& arc, TumourFlux flux) {
  return arc.flux.scope == FluxRef::Scope::tumour && arc.flux.index == static_cast<int>(flux);
}

}  // namespace

Builder::Builder(Tissue::Data& data, std::uint64_t seed) : data_(data), seed_(seed) {
  for (int site = 0; site < 2; ++site) {
    occupants_[at(site)].assign(data_.tumours[at(site)].lattice.sites().size(), kNoCell);
  }
}

void Builder::populate(const CompartmentCounts& counts) {
  // Tumour cells: living, resistant and dying ones mixed, on the innermost sites.
  for (int site = 0; site < 2; ++site) {
    const int kinds[3] = {compartmentOf(Pool::viable, site), compartmentOf(Pool::dying, site),
                          compartmentOf(Pool::resistant, site)};
    int left[3] = {counts[at(kinds[0])], counts[at(kinds[1])], counts[at(kinds[2])]};
    Rng rng(mix64(seed_ + 11 + static_cast<std::uint64_t>(site)));
    int sum = left[0] + left[1] + left[2];
    for (int place = 0; sum > 0; ++place, --sum) {
      const auto draw = static_cast<int>(rng.below(static_cast<std::uint32_t>(sum)));
      const int which = draw < left[0] ? 0 : draw < left[0] + left[1] ? 1 : 2;
      --left[which];
      settle(site, newCell(), kinds[which], place);
    }
  }
  for (int c = 0; c < kCompartmentCount; ++c) {
    const CellKind kind = compartmentAt(c).kind;
    if (isTumourCell(kind)) continue;
    Rng rng(mix64(seed_ + 101 + static_cast<std::uint64_t>(c)));
    for (int i = 0; i < counts[at(c)]; ++i) settleImmune(newCell(), c, rng);
  }
}

void Builder::setGround(int site, float day, TumourMoment from, float toDay, TumourMoment to) {
  ground_[at(site)] = {day, toDay, from, to};
}

PlaceScale Builder::scaleAt(int site, float day) const {
  const Ground& g = ground_[at(site)];
  const float length = g.toDay - g.fromDay;
  const float share = length > 0 ? clamp01((day - g.fromDay) / length) : 1.0F;
  return placeScale({g.from.radius + share * (g.to.radius - g.from.radius), 0,
                     g.from.zoom + share * (g.to.zoom - g.from.zoom), 0});
}

void Builder::step(EventPlan& plan, float fromDay, float toDay) {
  keys_.clear();
  for (int a = 0; a < kArcCount; ++a) {
    const int count = plan.events()[at(a)];
    if (count == 0) continue;
    // Evenly over the step, each flux with a beat of its own; 24 bits of time, then the arc.
    const float offset = unitFloat(mix32(static_cast<std::uint32_t>(a) * 977 + ordinals_[at(a)]));
    for (int k = 0; k < count; ++k) {
      const float share =
          (static_cast<float>(k) + 0.02F + 0.96F * offset) / static_cast<float>(count);
      keys_.push_back((static_cast<std::uint32_t>(share * 0xffffff) << 8) |
                      static_cast<std::uint32_t>(a));
    }
    data_.arcEvents[at(a)] += count;
  }
  std::sort(keys_.begin(), keys_.end());
  deferred_.clear();
  const float first = toDay > fromDay ? std::nextafter(fromDay, kAlways) : toDay;
  for (const std::uint32_t key : keys_) {
    const float share = static_cast<float>(key >> 8) / static_cast<float>(0x1000000);
    const int arc = static_cast<int>(key & 255U);
    // After the last moment, and not after this one.
    const float day = std::min(std::max(fromDay + share * (toDay - fromDay), first), toDay);
    if (!happen(arc, day)) deferred_.push_back(arc);
  }
  // An event that found no cell waits for those that bring one.
  for (bool progress = true; progress && !deferred_.empty();) {
    progress = false;
    for (std::size_t i = 0; i < deferred_.size();) {
      if (happen(deferred_[i], toDay)) {
        deferred_.erase(deferred_.begin() + static_cast<std::ptrdiff_t>(i));
        progress = true;
      } else {
        ++i;
      }
    }
  }
  // What is left goes round in a circle between empty compartments: nothing would change.
  for (const int arc : deferred_) {
    plan.refund(arc);
    --data_.arcEvents[at(arc)];
  }
}

bool Builder::happen(int arc, float day) {
  const Arc& a = arcAt(arc);
  if (a.from != kOutside && pool(a.from).empty()) return false;
  Rng rng(mix64(seed_ ^ (static_cast<std::uint64_t>(arc + 1) << 32) ^ ordinals_[at(arc)]++));
  if (a.from == kOutside) {
    arrive(arc, day, rng);
    return true;
  }
  const CellId cell = choose(arc, day, rng);
  if (a.to == kOutside) {
    leave(arc, cell, day, rng);
  } else {
    change(arc, cell, day, rng);
  }
  return true;
}

CellId Builder::choose(int arc, float day, Rng& rng) {
  const Arc& a = arcAt(arc);
  switch (compartmentAt(a.from).kind) {
    case CellKind::tumour:
    case CellKind::resistantTumour:
      return chooseVictim(a.from, static_cast<TumourFlux>(a.flux.index), rng);
    case CellKind::dying:
      return oldestOf(a.from, 5, rng);
    case CellKind::bloodEffector:
      if (isFlux(a, TumourFlux::cd8Homing)) {
        return inStrip(static_cast<int>(a.flux.site), 8, day, rng);
      }
      break;
    case CellKind::primed:
    case CellKind::dendritic:
      return oldestOf(a.from, 3, rng);
    default:
      break;
  }
  return anyOf(a.from, rng);
}

void Builder::arrive(int arc, float day, Rng& rng) {
  const Arc& a = arcAt(arc);
  const Compartment& to = compartmentAt(a.to);
  if (a.flux.scope == FluxRef::Scope::system) {
    if (to.kind == CellKind::bloodEffector) return enterBlood(newCell(), a.to, arc, day, rng);
    return enterNode(newCell(), a.to, arc, day, rng);
  }
  switch (static_cast<TumourFlux>(a.flux.index)) {
    case TumourFlux::tumourGrowth:
    case TumourFlux::tumourGrowthByM2:
    case TumourFlux::resistantGrowth:
    case TumourFlux::resistantGrowthByM2:
      return divide(to.site, arc, day, rng);
    case TumourFlux::cd8Proliferation:
    case TumourFlux::tregProliferation:
      return divideImmune(a.to, arc, day, rng);
    case TumourFlux::dcMaturationBasal:
    case TumourFlux::dcMaturationByHmgb1:
    case TumourFlux::dcMaturationByComplement:
    case TumourFlux::dcMaturationByInterferon:
    case TumourFlux::dcMaturationByTlr7:
    case TumourFlux::tregByTgfBeta:
    case TumourFlux::tregConversion:
      return matureInPlace(a.to, arc, day, rng);
    case TumourFlux::cd8Homing:
      return comeFrom(placeInStrip(to.site, day, rng), to.site, a.to, arc, day, rng);
    default: {
      const TumourScene& scene = data_.tumours[at(to.site)];
      const Point start = bloodPoint(scene, rng.between(-0.9F, 0.9F), rng.below(1U << 30));
      return comeFrom(start, to.site, a.to, arc, day, rng);
    }
  }
}

void Builder::change(int arc, CellId cell, float day, Rng& rng) {
  const Arc& a = arcAt(arc);
  const Compartment& from = compartmentAt(a.from);
  const Compartment& to = compartmentAt(a.to);
  if (from.panel != Panel::node && to.panel == Panel::node) {  // with the lymph into the node
    const TumourScene& scene = data_.tumours[at(from.site)];
    sendOut(cell, {day, scene.exitTowardsNode(rng.between(-1, 1)), 0});
    endStay(cell, arc, day);
    return enterNode(cell, a.to, arc, day, rng);
  }
  if (to.kind == CellKind::bloodEffector) {  // out of the node into the blood
    sendOut(cell, {day, data_.node.exit(), 0});
    endStay(cell, arc, day);
    return enterBlood(cell, a.to, arc, day, rng);
  }
  // It changes where it is.
  if (isClonogenic(from.kind)) {
    const Killers killers = killersOf(static_cast<TumourFlux>(a.flux.index), from.site);
    const CellId killer = chooseKiller(killers, day, rng);
    if (killer != kNoCell) cell = killInContact(a.from, killer, day, rng);
  }
  const std::uint32_t journey = stayOf(cell).journey;
  endStay(cell, arc, day);
  startStay(cell, a.to, journey, arc, day);
  if (to.kind == CellKind::primed) stepOutwards(cell, day);
}

void Builder::leave(int arc, CellId cell, float day, Rng& rng) {
  const Compartment& from = compartmentAt(arcAt(arc).from);
  const std::uint32_t journey = stayOf(cell).journey;
  endStay(cell, arc, day);
  data_.journeys[journey].end = day;
  if (isTumourCell(from.kind)) {
    clearSite(from.site, cell, day, rng);
  }
}

CellId Builder::newCell() {
  const auto id = static_cast<CellId>(data_.cells.size());
  data_.cells.emplace_back();
  currentStay_.push_back(kNone);
  poolPlace_.push_back(kNone);
  return id;
}

std::uint32_t Builder::newJourney(CellId cell, JourneyKind kind, Panel panel, float day) {
  const auto journey = static_cast<std::uint32_t>(data_.journeys.size());
  Journey j{};
  j.cell = cell;
  j.start = day;
  j.end = kAlways;
  j.seed = mix32(static_cast<std::uint32_t>(seed_) + 0x9e3779b9U * (cell + 1) + journey);
  j.kind = kind;
  j.panel = panel;
  data_.journeys.push_back(j);
  lastEntry_.push_back(kNone);
  siteOf_.push_back(-1);
  return journey;
}

void Builder::startStay(CellId cell, int compartment, std::uint32_t journey, int arc, float day) {
  const auto id = static_cast<std::uint32_t>(data_.stays.size());
  const std::uint32_t previous = currentStay_[cell];
  if (previous == kNone) {
    data_.cells[cell].firstStay = id;
  } else {
    data_.stays[previous].next = id;
  }
  data_.stays.push_back({cell, journey, kNone, static_cast<std::uint16_t>(arc < 0 ? kNoArc : arc),
                         kNoArc, static_cast<std::uint8_t>(compartment)});
  data_.shown[at(static_cast<int>(compartmentAt(compartment).kind))] = true;
  data_.stayStarts.push_back(day);
  data_.stayEnds.push_back(kAlways);
  currentStay_[cell] = id;
  std::vector<CellId>& cells = pools_[at(compartment)];
  poolPlace_[cell] = static_cast<std::uint32_t>(cells.size());
  cells.push_back(cell);
}

void Builder::endStay(CellId cell, int arc, float day) {
  Stay& stay = stayOf(cell);
  stay.ended = static_cast<std::uint16_t>(arc);
  data_.stayEnds[currentStay_[cell]] = day;
  std::vector<CellId>& cells = pools_[stay.compartment];
  const std::uint32_t place = poolPlace_[cell];
  cells[place] = cells.back();
  poolPlace_[cells[place]] = place;
  cells.pop_back();
}

CellId Builder::anyOf(int compartment, Rng& rng) const {
  const std::vector<CellId>& cells = pool(compartment);
  return cells[rng.below(static_cast<std::uint32_t>(cells.size()))];
}

CellId Builder::oldestOf(int compartment, int tries, Rng& rng) const {
  CellId oldest = anyOf(compartment, rng);
  for (int i = 1; i < tries; ++i) {
    const CellId other = anyOf(compartment, rng);
    if (stayStart(other) < stayStart(oldest)) oldest = other;
  }
  return oldest;
}

void Builder::addWaypoint(std::uint32_t journey, Waypoint waypoint) {
  const auto entry = static_cast<std::uint32_t>(waypoints_.size());
  waypoints_.push_back({waypoint, journey, lastEntry_[journey]});
  lastEntry_[journey] = entry;
}

// Where it was still to go after that moment, it does not go any more.
void Builder::goInstead(std::uint32_t journey, const Waypoint& waypoint) {
  std::uint32_t& last = lastEntry_[journey];
  while (waypoints_[last].waypoint.day >= waypoint.day && waypoints_[last].previous != kNone) {
    waypoints_[last].journey = kNone;
    last = waypoints_[last].previous;
  }
  addWaypoint(journey, waypoint);
}

// A counting sort of the logs by journey, which keeps each journey's order of time.
void Builder::finish() {
  for (const LoggedMove& m : moves_) ++data_.journeys[m.journey].count;
  const auto givenUp = [](const LoggedWaypoint& w) { return w.journey == kNone; };
  waypoints_.erase(std::remove_if(waypoints_.begin(), waypoints_.end(), givenUp), waypoints_.end());
  for (const LoggedWaypoint& w : waypoints_) ++data_.journeys[w.journey].count;
  std::uint32_t move = 0, waypoint = 0;
  std::vector<std::uint32_t>& nexts = lastEntry_;
  for (std::size_t j = 0; j < data_.journeys.size(); ++j) {
    Journey& journey = data_.journeys[j];
    std::uint32_t& begin = journey.kind == JourneyKind::sites ? move : waypoint;
    journey.first = begin;
    nexts[j] = begin;
    begin += journey.count;
  }
  data_.siteMoves.resize(moves_.size());
  data_.waypoints.resize(waypoints_.size());
  for (const LoggedMove& m : moves_) data_.siteMoves[nexts[m.journey]++] = m.move;
  for (const LoggedWaypoint& w : waypoints_) data_.waypoints[nexts[w.journey]++] = w.waypoint;

  constexpr std::size_t block = Tissue::Data::kBlock;
  data_.latestEnds.assign((data_.stays.size() + block - 1) / block, kFromStart);
  for (std::size_t i = 0; i < data_.stays.size(); ++i) {
    float& latest = data_.latestEnds[i / block];
    latest = std::max(latest, data_.stayEnds[i]);
  }
}

}  // namespace abscope
