#include "model/course.h"

#include <algorithm>
#include <cmath>

namespace abscope {

std::size_t Course::stepAt(double day) const {
  const auto after =
      std::upper_bound(steps_.begin(), steps_.end(), day,
                       [](double value, const CourseStep& step) { return value < step.startDay; });
  if (after == steps_.begin()) return 0;
  return static_cast<std::size_t>(after - steps_.begin()) - 1;
}

std::size_t Course::stepBefore(double day) const {
  const auto first =
      std::lower_bound(steps_.begin(), steps_.end(), day,
                       [](const CourseStep& step, double value) { return step.startDay < value; });
  if (first == steps_.begin()) return 0;
  return static_cast<std::size_t>(first - steps_.begin()) - 1;
}

State Course::inStep(const CourseStep& step, double day) const {
  const double x = (day - step.startDay) / step.lengthDays;
  const double y = 1 - x;
  State state;
  for (std::size_t i = 0; i < state.pairs.size(); ++i) {
    Pair value = x * step.dense[6].pairs[i];
    value = (value + step.dense[5].pairs[i]) * y;
    value = (value + step.dense[4].pairs[i]) * x;
    value = (value + step.dense[3].pairs[i]) * y;
    value = (value + step.dense[2].pairs[i]) * x;
    value = (value + step.dense[1].pairs[i]) * y;
    value = (value + step.dense[0].pairs[i]) * x;
    state.pairs[i] = step.start.pairs[i] + value;
  }
  return state;
}

State Course::at(double day) const {
  if (day >= days_ || steps_.empty()) return end_;
  const CourseStep& step = steps_[stepAt(std::max(0.0, day))];
  return day <= step.startDay ? step.start : inStep(step, day);
}

State Course::before(double day) const {
  if (steps_.empty()) return end_;
  if (day <= 0) return model_.start();  // an item on day 0 has already changed the first step
  return inStep(steps_[stepBefore(std::min(day, days_))], std::min(day, days_));
}

DrugLevels Course::levelsIn(const CourseStep& step, double day) const {
  const CoursePhase& phase = phases_[static_cast<std::size_t>(step.phase)];
  DrugLevels levels = phase.levels;
  for (int i = 0; i < kDrugCount; ++i) {
    double& level = levels[static_cast<std::size_t>(i)];
    if (level > 0) {
      level *= std::exp(-model_.drugLossPerDay(static_cast<Drug>(i)) * (day - phase.startDay));
    }
  }
  return levels;
}

DrugLevels Course::drugLevelsAt(double day) const {
  if (day >= days_ || steps_.empty()) return phases_.back().levels;
  const double inside = std::max(0.0, day);
  return levelsIn(steps_[stepAt(inside)], inside);
}

Fluxes Course::ratesAt(double day) const {
  Fluxes fluxes;
  State slope;
  model_.rates(at(day), occupancy(drugLevelsAt(day)), fluxes, slope);
  return fluxes;
}

// Gauss-Legendre with four points over the part of the step, on the dense output: order 8.
Fluxes Course::integralsIn(std::size_t index, double day) const {
  static constexpr double kNodes[4] = {0.06943184420297371, 0.33000947820757187, 0.6699905217924281,
                                       0.9305681557970263};
  static constexpr double kWeights[4] = {0.17392742256872692, 0.32607257743127307,
                                         0.32607257743127307, 0.17392742256872692};
  const CourseStep& step = steps_[index];
  Fluxes total = integrals_[index];
  const double length = day - step.startDay;
  if (length <= 0) return total;
  Fluxes fluxes;
  State slope;
  for (int i = 0; i < 4; ++i) {
    const double t = step.startDay + kNodes[i] * length;
    model_.rates(inStep(step, t), occupancy(levelsIn(step, t)), fluxes, slope);
    const double weight = kWeights[i] * length;
    for (std::size_t j = 0; j < total.pairs.size(); ++j) {
      total.pairs[j] += weight * fluxes.pairs[j];
    }
  }
  return total;
}

Fluxes Course::integralsAt(double day) const {
  if (day >= days_ || steps_.empty()) return endIntegrals_;
  const double inside = std::max(0.0, day);
  return integralsIn(stepAt(inside), inside);
}

Fluxes Course::integralsBefore(double day) const {
  if (day <= 0 || steps_.empty()) return {};
  const double inside = std::min(day, days_);
  return integralsIn(stepBefore(inside), inside);
}

}  // namespace abscope
