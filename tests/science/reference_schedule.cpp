#include "science/reference_schedule.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace abscope {

namespace {

double totalDiameter(const State& y) {
  const Pair volume = volumeMm3(y);
  return std::cbrt(volume[0]) + std::cbrt(volume[1]);  // the constant factor does not matter
}

// Saturdays and Sundays move on to Monday; day 0 is a Monday.
double workingDay(double day) {
  const double weekday = std::fmod(std::floor(day), 7);
  if (weekday == 5) return day + 2;
  if (weekday == 6) return day + 1;
  return day;
}

}  // namespace

ReferenceSchedule::ReferenceSchedule(const Plan& plan)
    : plan_(&plan),
      radiationBegun_(plan.radiation.size(), false),
      drugBegun_(plan.drugs.size(), false) {
  for (std::size_t i = 0; i < plan.radiation.size(); ++i) {
    const Start& start = plan.radiation[i].start;
    if (start.anchor == Anchor::day) begin(true, i, start.days);
  }
  for (std::size_t i = 0; i < plan.drugs.size(); ++i) {
    const Start& start = plan.drugs[i].start;
    if (start.anchor == Anchor::day) begin(false, i, start.days);
  }
}

void ReferenceSchedule::begin(bool isFraction, std::size_t item, double firstDay) {
  auto begun = isFraction ? radiationBegun_[item] : drugBegun_[item];
  if (begun) return;
  (isFraction ? radiationBegun_ : drugBegun_)[item] = true;
  double day = firstDay;
  if (isFraction) {
    const RadiationItem& series = plan_->radiation[item];
    for (int k = 0; k < series.fractions; ++k) {
      if (series.skipWeekends) day = workingDay(day);
      due_.push_back({day, true, item});
      if (k + 1 < series.fractions) day += series.intervalDays;
    }
  } else {
    const DrugItem& series = plan_->drugs[item];
    for (int k = 0; k < series.doses; ++k) {
      day = firstDay + k * series.intervalDays;
      due_.push_back({day, false, item});
    }
  }
  // Items that wait for the last fraction or dose of this one.
  const std::string& id = isFraction ? plan_->radiation[item].id : plan_->drugs[item].id;
  const auto follows = [&](const Start& start) {
    return start.anchor == Anchor::afterItem && start.item == id;
  };
  for (std::size_t i = 0; i < plan_->radiation.size(); ++i) {
    const Start& start = plan_->radiation[i].start;
    if (follows(start)) begin(true, i, day + start.days);
  }
  for (std::size_t i = 0; i < plan_->drugs.size(); ++i) {
    const Start& start = plan_->drugs[i].start;
    if (follows(start)) begin(false, i, day + start.days);
  }
}

std::optional<double> ReferenceSchedule::nextAfter(double day) const {
  std::optional<double> next;
  for (const Due& due : due_) {
    if (due.day > day && (!next || due.day < *next)) next = due.day;
  }
  return next;
}

std::vector<Due> ReferenceSchedule::dueAt(double day) const {
  std::vector<Due> now;
  for (const Due& due : due_) {
    if (due.day == day) now.push_back(due);
  }
  std::stable_sort(now.begin(), now.end(), [](const Due& a, const Due& b) {
    return std::pair(a.isFraction, a.item) < std::pair(b.isFraction, b.item);
  });
  return now;
}

void ReferenceSchedule::visit(double day, const State& before, const State& start) {
  const double diameter = totalDiameter(before);
  const double volume = sum(volumeMm3(before));
  if (day == 0) {
    smallestDiameter_ = diameter;
    lastVolume_ = volume;
    return;
  }
  const double startDiameter = totalDiameter(start);
  if (progressionDay_ < 0 && diameter >= 1.2 * smallestDiameter_) progressionDay_ = day;
  if (responseDay_ < 0 && diameter <= 0.7 * startDiameter) responseDay_ = day;
  fell_ = fell_ || volume < lastVolume_;
  if (nadirDay_ < 0 && fell_ && volume > lastVolume_) nadirDay_ = day;
  smallestDiameter_ = std::min(smallestDiameter_, diameter);
  lastVolume_ = volume;

  const auto found = [&](Anchor anchor) {
    if (anchor == Anchor::progression) return progressionDay_;
    if (anchor == Anchor::response) return responseDay_;
    if (anchor == Anchor::nadir) return nadirDay_;
    return -1.0;
  };
  for (std::size_t i = 0; i < plan_->radiation.size(); ++i) {
    const Start& s = plan_->radiation[i].start;
    if (found(s.anchor) >= 0) begin(true, i, found(s.anchor) + s.days);
  }
  for (std::size_t i = 0; i < plan_->drugs.size(); ++i) {
    const Start& s = plan_->drugs[i].start;
    if (found(s.anchor) >= 0) begin(false, i, found(s.anchor) + s.days);
  }
}

}  // namespace abscope
