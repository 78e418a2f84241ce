#include "tissue/ways.h"

namespace abscope {

Point onTheWay(const Waypoint& last, const Waypoint* next, float day, PlaceScale now,
               std::uint32_t seed, float wander) {
  Point place = placeOf(last, now);
  float calm = std::min(1.0F, (day - last.day) * 1.2F);  // 0 at a waypoint, 1 far from it
  if (next != nullptr) {
    const Point target = placeOf(*next, now);
    const float travel = std::min(travelDays(place, target), next->day - last.day);
    const float share = travel > 0 ? (day - (next->day - travel)) / travel : 1.0F;
    if (share > 0) {
      const Point step = target - place;
      const float bow =
          (unitFloat(mix32(seed ^ static_cast<std::uint32_t>(next->day * 64))) - 0.5F) * 1.6F *
          share * (1 - share);
      place = place + ease(share) * step + bow * Point{-step.y, step.x};
    }
    calm = std::min(calm, (next->day - day) * 1.2F);
  }
  if (calm <= 0 || wander <= 0) return place;
  const std::uint32_t a = mix32(seed), b = mix32(seed + 1);
  const float slow = 0.07F + 0.06F * unitFloat(a), fast = 0.15F + 0.1F * unitFloat(b);
  const float size = wander * calm;
  return place + size * Point{sineOfTurns(slow * day + unitFloat(a << 8)) +
                                  0.5F * sineOfTurns(fast * day + unitFloat(b << 8)),
                              sineOfTurns(0.9F * slow * day + unitFloat(a << 16)) +
                                  0.5F * sineOfTurns(1.1F * fast * day + unitFloat(b << 16))};
}

TumourMoment tumourMoment(const Tissue::Data& data, int site, float day) {
  const std::vector<TumourMoment>& values = data.tumourMoments[static_cast<std::size_t>(site)];
  if (values.empty()) return {};
  const auto after = std::upper_bound(data.moments.begin(), data.moments.end(), day);
  if (after == data.moments.begin()) return values.front();
  const auto i = static_cast<std::size_t>(after - data.moments.begin()) - 1;
  if (i + 1 >= values.size()) return values.back();
  const float length = data.moments[i + 1] - data.moments[i];
  const float share = length > 0 ? (day - data.moments[i]) / length : 0.0F;
  return {values[i].radius + share * (values[i + 1].radius - values[i].radius),
          values[i].hypoxia + share * (values[i + 1].hypoxia - values[i].hypoxia),
          values[i].zoom + share * (values[i + 1].zoom - values[i].zoom), values[i].exclusion};
}

}  // namespace abscope
