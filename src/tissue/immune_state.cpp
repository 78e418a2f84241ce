#include "tissue/immune_state.h"

#include <algorithm>

namespace abscope {

double marginShare(const Model& model, const State& state, const HookLevels& bound, Site site) {
  constexpr double kHalfStroma = 2, kWntKeepsOut = 0.85;
  const double stroma = model.stroma(state, bound)[static_cast<int>(site)] / kHalfStroma;
  const double steep = stroma * stroma * stroma * stroma;
  const double byWnt = kWntKeepsOut * model.resistance(Resistance::wntActive);
  return 1 - (1 - steep / (1 + steep)) * (1 - byWnt);
}

ImmuneReading immuneReading(const Course& course, double day, Site site) {
  const double at = std::clamp(day, 0.0, course.days());
  const State state = course.at(at);
  const int lane = static_cast<int>(site);
  const Pair volume = volumeMm3(state);
  const Pair cd8 = state[TumourState::cd8Effector] + state[TumourState::cd8Exhausted] +
                   state[TumourState::cd8Resident];
  ImmuneReading reading;
  if (volume[lane] < kNoTumourMm3) return reading;
  reading.cd8Density = cd8[lane] / densityVolume(volume)[lane];
  reading.marginShare =
      marginShare(course.model(), state, occupancy(course.drugLevelsAt(at)), site);
  reading.state = reading.cd8Density < kDesertBelow      ? ImmuneState::desert
                  : reading.marginShare >= kExcludedFrom ? ImmuneState::excluded
                                                         : ImmuneState::inflamed;
  return reading;
}

}  // namespace abscope
