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

double Axis::fraction(double value) const {
  if (!log) return value / high;
  if (value <= 0) return -1;
  return std::max(-1.0, std::log(value / low) / std::log(high / low));
}

Axis linearAxis(double highest, int wanted) {
  Axis axis;
  axis.ticks = ticksFor(highest, wanted);
  axis.high = axis.ticks.top;
  return axis;
}

Axis logAxis(double highest, double lowest, int decades) {
  Axis axis;
  axis.log = true;
  const double top = highest > 0 ? std::ceil(std::log10(highest) - 1e-9) : 0;
  const double foot = lowest > 0 ? std::floor(std::log10(lowest) + 1e-9) : top - decades;
  axis.high = std::pow(10, top);
  axis.low = std::pow(10, std::clamp(foot, top - decades, top - 1));
  return axis;
}

double dayStep(double days, int wanted) {
  constexpr std::array<double, 10> kSteps = {1, 2, 5, 10, 20, 30, 60, 90, 180, 365};
  for (const double step : kSteps) {
    if (days / step <= std::max(1, wanted)) return step;
  }
  return kSteps.back();
}

}  // namespace abscope
