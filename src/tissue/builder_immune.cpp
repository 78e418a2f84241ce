// Immune cells come out of a vessel, go to a place of their kind and stay about it; effectors go on
// to the tumour cells that they kill.
#include <algorithm>
#include <cmath>

#include "tissue/builder.h"

namespace abscope {

namespace {

constexpr std::size_t at(int i) { return static_cast<std::size_t>(i); }

// How deep in the tumour a kind lives, as ranges of the share of all cells that lie further inside.
// Above 1: outside. Illustrative, after the usual picture of the kinds: MDSC at the rim, M2 also in
// the hypoxic middle.
struct Depth {
  float inner, outer;
};
Depth depthOf(CellKind kind) {
  switch (kind) {
    case CellKind::mdsc:
      return {0.6F, 1.16F};
    case CellKind::m2Macrophage:
      return {0, 1.0F};
    case CellKind::dendritic:
      return {0.4F, 1.1F};
    case CellKind::nk:
      return {0.3F, 1.12F};
    default:
      return {0.05F, 1.04F};
  }
}

}  // namespace

// About a place in the tumour, relative to its middle.
Point Builder::homeFor(int site, CellKind kind, Rng& rng) const {
  const TumourScene& scene = data_.tumours[at(site)];
  Depth depth = depthOf(kind);
  const bool tCell = kind == CellKind::cd8Effector || kind == CellKind::cd8Exhausted ||
                     kind == CellKind::cd8Resident;
  if (tCell && rng.uniformFloat() < ground_[at(site)].to.exclusion) depth = {0.95F, 1.14F};
  const auto cells = static_cast<float>(std::max(6, occupied(site)));
  const float share = rng.between(depth.inner, depth.outer);
  const auto place = static_cast<int>(share * cells);
  const Point shift = 0.9F * directionOfTurns(rng.uniformFloat());
  if (place < scene.lattice.count() && share < 1) {
    return scene.lattice.sites()[at(place)].at + shift;
  }
  const Point direction = directionOfTurns(rng.uniformFloat());
  const float radius = std::sqrt(share * cells * kSiteArea / 3.14159F) + 1.2F;
  const Point home = (radius * scene.outline.factor(direction)) * direction + shift;
  // Not behind the vessel or out of the panel.
  const float room = ground_[at(site)].to.zoom * (scene.half - std::fabs(scene.middle.y)) - 1.5F;
  const float distance = length(home);
  return distance > room ? (room / distance) * home : home;
}

Point Builder::immuneCellAt(CellId cell, float day) const {
  const Stay& stay = data_.stays[currentStay_[cell]];
  const int site = kNetwork.compartments[stay.compartment].site;
  const bool inNode = data_.journeys[stay.journey].kind == JourneyKind::node;
  const PlaceScale scale = inNode ? PlaceScale{} : scaleAt(site, day);
  const LoggedWaypoint& last = waypoints_[lastEntry_[stay.journey]];
  if (last.waypoint.day <= day || last.previous == kNone) return placeOf(last.waypoint, scale);
  return onTheWay(waypoints_[last.previous].waypoint, &last.waypoint, day, scale, 0, 0);
}

void Builder::settleImmune(CellId cell, int compartment, Rng& rng) {
  const Compartment& c = kNetwork.compartments[at(compartment)];
  if (c.kind == CellKind::bloodEffector) {
    const std::uint32_t journey = newJourney(cell, JourneyKind::blood, Panel::node, kFromStart);
    data_.journeys[journey].bloodPhase = rng.between(0, 2);
    return startStay(cell, compartment, journey, -1, kFromStart);
  }
  if (c.panel == Panel::node) {
    const std::uint32_t journey = newJourney(cell, JourneyKind::node, Panel::node, kFromStart);
    startStay(cell, compartment, journey, -1, kFromStart);
    return addWaypoint(journey, {kFromStart, homeInNode(rng), 0});
  }
  const std::uint32_t journey = newJourney(cell, JourneyKind::tissue, c.panel, kFromStart);
  startStay(cell, compartment, journey, -1, kFromStart);
  addWaypoint(journey, {kFromStart, homeFor(c.site, c.kind, rng), scaleAt(c.site, 0).radius});
}

void Builder::comeFrom(Point start, int site, int compartment, int arc, float day, Rng& rng) {
  const CellId cell = newCell();
  const CellKind kind = kNetwork.compartments[at(compartment)].kind;
  const std::uint32_t journey =
      newJourney(cell, JourneyKind::tissue, data_.tumours[at(site)].panel, day);
  startStay(cell, compartment, journey, arc, day);
  const PlaceScale scale = scaleAt(site, day);
  const Point home = homeFor(site, kind, rng);
  addWaypoint(journey, {day, start, 0});
  addWaypoint(journey, {day + travelDays(scale.zoom * start, home), home, scale.radius});
}

void Builder::divideImmune(int compartment, int arc, float day, Rng& rng) {
  const Compartment& c = kNetwork.compartments[at(compartment)];
  const CellId cell = newCell();
  const float radius = scaleAt(c.site, day).radius;
  Point start = homeFor(c.site, c.kind, rng);
  if (!pool(compartment).empty()) {
    const CellId mother = oldestOf(compartment, 2, rng);
    data_.cells[cell].mother = mother;
    const std::uint32_t way = stayOf(mother).journey;
    start = immuneCellAt(mother, day);
    // The mother rests where she divides; one on her way goes on.
    if (waypoints_[lastEntry_[way]].waypoint.day < day) addWaypoint(way, {day, start, radius});
  }
  const std::uint32_t journey = newJourney(cell, JourneyKind::tissue, c.panel, day);
  startStay(cell, compartment, journey, arc, day);
  addWaypoint(journey, {day, start, radius});
  const Point step = rng.between(1.2F, 2.6F) * directionOfTurns(rng.uniformFloat());
  addWaypoint(journey, {day + 0.35F, start + step, radius});
  // Then each goes her own way, or many rounds of divisions would look like one clot.
  addWaypoint(journey, {day + 0.35F + rng.between(1.5F, 4), homeFor(c.site, c.kind, rng), radius});
}

void Builder::matureInPlace(int compartment, int arc, float day, Rng& rng) {
  const Compartment& c = kNetwork.compartments[at(compartment)];
  const CellId cell = newCell();
  Point place = homeFor(c.site, c.kind, rng);
  const int dying = compartmentOf(Pool::dying, c.site);
  if (c.kind == CellKind::dendritic && !pool(dying).empty()) {
    // Where tumour cells die, there is antigen; of a few the outermost.
    Point best = tumourCellAt(c.site, anyOf(dying, rng), day);
    for (int i = 0; i < 2; ++i) {
      const Point other = tumourCellAt(c.site, anyOf(dying, rng), day);
      if (squared(other) > squared(best)) best = other;
    }
    place = best + 1.1F * directionOfTurns(rng.uniformFloat());
  }
  const std::uint32_t journey = newJourney(cell, JourneyKind::tissue, c.panel, day);
  startStay(cell, compartment, journey, arc, day);
  addWaypoint(journey, {day, place, scaleAt(c.site, day).radius});
}

Point Builder::homeInNode(Rng& rng) const {
  const float radius = 0.9F * std::sqrt(rng.uniformFloat());
  const Point direction = directionOfTurns(rng.uniformFloat());
  return {radius * data_.node.outline.halfWidth * direction.x,
          radius * data_.node.outline.halfHeight * direction.y};
}

void Builder::enterNode(CellId cell, int compartment, int arc, float day, Rng& rng) {
  const std::uint32_t previous = currentStay_[cell];
  const Panel before =
      previous == kNone ? Panel::node : data_.journeys[data_.stays[previous].journey].panel;
  const std::uint32_t journey = newJourney(cell, JourneyKind::node, Panel::node, day);
  startStay(cell, compartment, journey, arc, day);
  if (before != Panel::node) {  // a dendritic cell with the lymph
    const Point start = data_.node.entry(before);
    const Point home = homeInNode(rng);
    addWaypoint(journey, {day, start, 0});
    return addWaypoint(journey, {day + 0.35F, 0.85F * home, 0});
  }
  // A T cell is primed by a dendritic cell.
  const int dendritic = compartmentOf(Pool::nodeDendritic, 0);
  Point start = homeInNode(rng);
  if (!pool(dendritic).empty()) start = immuneCellAt(anyOf(dendritic, rng), day);
  const Point away = directionOfTurns(rng.uniformFloat());
  addWaypoint(journey, {day, start + 1.1F * away, 0});
  addWaypoint(journey, {day + 0.4F, start + rng.between(1.6F, 2.6F) * away, 0});
}

// With each round of divisions a primed T cell gets further from where it was primed.
void Builder::stepOutwards(CellId cell, float day) {
  const std::uint32_t journey = stayOf(cell).journey;
  if (waypoints_[lastEntry_[journey]].waypoint.day > day - 0.2F) return;
  Rng rng(mix64(seed_ ^ (static_cast<std::uint64_t>(journey) << 20)));
  const Point from = immuneCellAt(cell, day);
  Point to = 1.15F * from + rng.between(0.8F, 2.0F) * directionOfTurns(rng.uniformFloat());
  const float x = to.x / data_.node.outline.halfWidth, y = to.y / data_.node.outline.halfHeight;
  const float outside = std::sqrt(x * x + y * y) / 0.92F;
  if (outside > 1) to = (1 / outside) * to;
  addWaypoint(journey, {day, from, 0});
  addWaypoint(journey, {day + 0.3F, to, 0});
}

void Builder::enterBlood(CellId cell, int compartment, int arc, float day, Rng& rng) {
  const std::uint32_t journey = newJourney(cell, JourneyKind::blood, Panel::node, day);
  // Somewhere in the part of a strip that is nearer to the node, so that many do not come as a
  // clot.
  const float along = 1 - rng.uniformFloat();
  const BloodPlace entrance =
      rng.below(2) == 0 ? BloodPlace{Panel::irradiated, along} : BloodPlace{Panel::distant, -along};
  data_.journeys[journey].bloodPhase = bloodPhase(entrance, day);
  startStay(cell, compartment, journey, arc, day);
}

// The last part of a journey: from where the cell is to the exit, which it reaches on its day.
void Builder::sendOut(CellId cell, Waypoint exit) {
  const std::uint32_t journey = stayOf(cell).journey;
  goInstead(journey, exit);
  data_.journeys[journey].end = exit.day;
}

// One of the many cells that a disc in the blood stands for leaves the vessel beside that disc.
Point Builder::placeInStrip(int site, float day, Rng& rng) const {
  const TumourScene& scene = data_.tumours[at(site)];
  if (!pool(compartmentOf(Pool::bloodEffector, 0)).empty()) {
    const CellId cell = inStrip(site, 8, day, rng);
    const Journey& journey = data_.journeys[data_.stays[currentStay_[cell]].journey];
    const BloodPlace place = bloodPlace(journey.bloodPhase, day);
    if (place.panel == scene.panel && std::fabs(place.along) < 0.95F) {
      return bloodPoint(scene, place.along, journey.seed);
    }
  }
  return bloodPoint(scene, rng.between(-0.85F, 0.85F), rng.below(1U << 30));
}

CellId Builder::inStrip(int site, int tries, float day, Rng& rng) const {
  const int blood = compartmentOf(Pool::bloodEffector, 0);
  const Panel panel = data_.tumours[at(site)].panel;
  CellId cell = kNoCell;
  for (int i = 0; i < tries; ++i) {
    cell = anyOf(blood, rng);
    const Journey& journey = data_.journeys[data_.stays[currentStay_[cell]].journey];
    const BloodPlace place = bloodPlace(journey.bloodPhase, day);
    if (place.panel == panel && std::fabs(place.along) < 0.9F) break;
  }
  return cell;
}

}  // namespace abscope
