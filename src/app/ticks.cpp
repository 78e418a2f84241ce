#include "app/ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace abscope {

Ticks ticksFor(double highest, int wanted) {
  Ticks ticks;
  if (!(highest > 0)) return ticks;
  const double raw = highest / std::max(1, wanted);
  const double power = std::pow(10, std::floor(std::log10(raw)));
  const double lead = raw / power;
  ticks.step = power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  ticks.top = ticks.step * std::ceil(highest / ticks.step - 1e-9);
  ticks.decimals = std::max(0, -static_cast<int>(std::floor(std::log10(ticks.step) + 1e-9)));
  return ticks;
}

double dayStep(double days, int wanted) {
  constexpr std::array<double, 10> kSteps = {1, 2, 5, 10, 20, 30, 60, 90, 180, 365};
  for (const double step : kSteps) {
    if (days / step <= std::max(1, wanted)) return step;
  }
  return kSteps.back();
}

}  // namespace abscope
