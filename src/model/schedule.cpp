#include "model/schedule.h"

#include <algorithm>
#include <cmath>

namespace abscope {

double afterWeekend(double day) {
  const double week = std::floor(day / 7);
  const double dayOfWeek = day - 7 * week;
  if (dayOfWeek < 5) return day;
  return 7 * (week + 1) + (day - std::floor(day));
}

std::vector<double> fractionDays(const RadiationItem& item, double startDay) {
  std::vector<double> days;
  days.reserve(static_cast<std::size_t>(std::max(0, item.fractions)));
  double day = startDay;
  for (int i = 0; i < item.fractions; ++i) {
    if (item.skipWeekends) day = afterWeekend(day);
    days.push_back(day);
    day += item.intervalDays;
  }
  return days;
}

std::vector<double> doseDays(const DrugItem& item, double startDay) {
  std::vector<double> days;
  days.reserve(static_cast<std::size_t>(std::max(0, item.doses)));
  for (int i = 0; i < item.doses; ++i) days.push_back(startDay + item.intervalDays * i);
  return days;
}

FractionDose fractionDose(const RadiationItem& item, const Parameters& parameters) {
  FractionDose dose;
  dose.tumourGy = Pair{item.irradiatedGy, item.distantGy};
  dose.nodeGy = item.nodeGy.value_or(parameters.nodeShare * item.irradiatedGy);
  if (item.bloodGy) {
    dose.bloodGy = *item.bloodGy;
  } else {
    dose.passingBloodGy = std::max(item.irradiatedGy, item.distantGy);
  }
  return dose;
}

}  // namespace abscope
