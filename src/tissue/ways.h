#pragma once
// Where a cell is on its way: pure functions of its waypoints and the day.
#include <algorithm>

#include "tissue/records.h"

namespace abscope {

// Speeds in radii of a tumour cell a day: far below those of cells under a microscope (10
// micrometres a minute), so that the eye can follow at a few days a second.
inline constexpr float kTravelPerDay = 16.0F;
inline constexpr float kLongestTravelDays = 2.5F;
inline constexpr float kShortestTravelDays = 0.25F;
inline constexpr float kGlideDays = 0.7F;  // a tumour cell to the next site
inline constexpr float kBloodStripsPerDay = 0.13F;

inline constexpr std::array<float, kCellKindCount> kCellRadius = {
    1.0F, 0.92F, 0.64F, 0.62F, 0.6F, 0.76F, 0.95F, 0.95F, 0.74F, 0.98F, 0.6F, 0.58F, 0.7F, 1.0F};
// How far a cell wanders about its place.
inline constexpr std::array<float, kCellKindCount> kWander = {
    0, 0, 1.0F, 0.7F, 0.6F, 0.5F, 0.45F, 0.45F, 1.2F, 0.6F, 0.55F, 0, 0.7F, 0};

// A tumour's radius as places scale with it: never so small that all places fall together.
inline float placeRadius(const TumourMoment& moment) {
  const float least = 9.5F * moment.zoom + 1.5F;
  return std::sqrt(moment.radius * moment.radius + least * least);
}

// What places scale with.
struct PlaceScale {
  float radius = 1;  // placeRadius of the tumour
  float zoom = 1;
};
inline PlaceScale placeScale(const TumourMoment& moment) {
  return {placeRadius(moment), moment.zoom};
}

inline Point placeOf(const Waypoint& w, PlaceScale now) {
  if (w.radius <= 0) return now.zoom * w.at;
  const Point place = (now.radius / w.radius) * w.at;
  // A place outside a tumour that has grown since keeps near its rim.
  const float distance = length(place);
  const float farthest = std::max(length(w.at), 1.15F * now.radius + 2.2F);
  return distance > farthest ? (farthest / distance) * place : place;
}

// Days to go from one place to another.
inline float travelDays(Point from, Point to) {
  return std::clamp(length(to - from) / kTravelPerDay, kShortestTravelDays, kLongestTravelDays);
}

// Place after `last` and before `next` (none: it stays about the last place), `wander` wide about
// it.
Point onTheWay(const Waypoint& last, const Waypoint* next, float day, PlaceScale now,
               std::uint32_t seed, float wander);

// Where a cell in the blood is: in which strip, and where along it (-1 to 1).
struct BloodPlace {
  Panel panel;
  float along;
};
inline BloodPlace bloodPlace(float phase, float day) {
  const float u = phase + kBloodStripsPerDay * day;
  const float loop = u - 2 * std::floor(0.5F * u);
  // Out of the node to the left through the irradiated tumour's strip, then to the right through
  // the distant one's.
  if (loop < 1) return {Panel::irradiated, 1 - 2 * loop};
  return {Panel::distant, 2 * (loop - 1) - 1};
}
// The phase with which a cell is at this place on this day.
inline float bloodPhase(BloodPlace place, float day) {
  const float loop =
      place.panel == Panel::irradiated ? 0.5F * (1 - place.along) : 1 + 0.5F * (place.along + 1);
  return loop - kBloodStripsPerDay * day;
}
// Where it swims, relative to the tumour's middle at zoom 1.
inline Point bloodPoint(const TumourScene& scene, float along, std::uint32_t seed) {
  const float across = 1.2F * unitFloat(mix32(seed + 77)) - 0.6F;
  return scene.stripPoint(along) + Point{0, across * scene.stripHalfWidth};
}

}  // namespace abscope
