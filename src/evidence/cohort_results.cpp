#include "evidence/cohort_results.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "library/populations.h"

namespace abscope {
namespace {

constexpr std::uint64_t kSeed = 1;  // as `abscope cohort` has it

struct Interval {
  double low, high;
};

Interval publishedInterval(const CohortReadout& readout) {
  const double value = *readout.published;
  if (readout.median) return {0.9 * value, 1.1 * value};
  if (!readout.publishedN) return {value - 5, value + 5};
  const int of = static_cast<int>(std::lround(*readout.publishedN));
  const Proportion share = wilson(static_cast<int>(std::lround(value / 100 * of)), of);
  return {100 * share.low, 100 * share.high};
}

bool numbersMeet(const CohortResult& result) {
  if (!result.readout->published) return true;
  const Interval published = publishedInterval(*result.readout);
  // An open end of a median: half never had the event.
  const double high = std::isnan(result.arm.high) ? INFINITY : result.arm.high;
  const double low = std::isnan(result.arm.low) ? result.arm.value : result.arm.low;
  return low <= published.high && high >= published.low;
}

bool pointsTo(const CohortResult& result) {
  const bool median = result.readout->median;
  // A median that is not reached is later than any that is.
  const auto valueOf = [&](const CohortAnswer& answer) {
    return median && std::isnan(answer.value) ? result.readout->day : answer.value;
  };
  const double arm = valueOf(result.arm), other = valueOf(result.against);
  switch (result.readout->direction) {
    case Direction::higher:
      return median ? arm >= 1.05 * other : arm >= other + 5;
    case Direction::lower:
      return median ? arm <= other / 1.05 : arm <= other - 5;
    case Direction::similar:
      return median ? arm <= other / 0.75 && arm >= 0.75 * other : std::fabs(arm - other) <= 10;
    default:
      return true;
  }
}

const Population& populationOf(const CohortReadout& readout, const Scenario& arm) {
  if (readout.population.empty()) return usualPopulation(arm.patient.preset);
  return *findPopulation(readout.population);
}

CohortRules rulesOf(const CohortReadout& readout, const Scenario& arm) {
  CohortRules rules = rulesFor(arm.patient.preset);
  if (!readout.belowMm3) return rules;
  const bool distant = readout.endpoint == Endpoint::distantHeld;
  (distant ? rules.distantHeldBelowMm3 : rules.aliveBelowMm3) = *readout.belowMm3;
  return rules;
}

}  // namespace

bool agrees(const CohortResult& result) { return pointsTo(result) && numbersMeet(result); }

CohortWork::CohortWork(const Case& item) : item_(&item) {
  for (const CohortReadout& readout : item.cohorts) {
    add(readout, readout.arm);
    if (!readout.against.empty()) add(readout, readout.against);
  }
}

std::size_t CohortWork::groupOf(const CohortReadout& readout, const std::string& arm) const {
  const Scenario& scenario = *findArm(*item_, arm);
  const Population& population = populationOf(readout, scenario);
  const CohortRules rules = rulesOf(readout, scenario);
  std::size_t i = 0;
  while (i < groups_.size() &&
         !(groups_[i].arm == &scenario && groups_[i].population == &population &&
           groups_[i].rules.aliveBelowMm3 == rules.aliveBelowMm3 &&
           groups_[i].rules.distantHeldBelowMm3 == rules.distantHeldBelowMm3)) {
    ++i;
  }
  return i;
}

void CohortWork::add(const CohortReadout& readout, const std::string& arm) {
  const std::size_t i = groupOf(readout, arm);
  if (i < groups_.size()) {
    groups_[i].n = std::max(groups_[i].n, readout.n);
    return;
  }
  const Scenario& scenario = *findArm(*item_, arm);
  groups_.push_back(
      {&scenario, &populationOf(readout, scenario), rulesOf(readout, scenario), readout.n, {}});
}

double CohortWork::share() const {
  double done = 0, all = 0;
  for (const Group& group : groups_) {
    done += static_cast<double>(group.outcomes.size());
    all += group.n;
  }
  return all > 0 ? done / all : 1;
}

void CohortWork::step() {
  if (done()) return;
  Group& group = groups_[group_];
  const PatientSampler sampler(populationFor(*item_, *group.population), kSeed);
  const std::vector<PatientOutcome> one = runPatients(
      sampler, {group.arm->patient, group.arm->plan}, group.outcomes.size(), 1, group.rules);
  group.outcomes.push_back(one.front());
  if (group.outcomes.size() == static_cast<std::size_t>(group.n)) ++group_;
}

void CohortWork::finish() {
  while (!done()) step();
}

CohortAnswer CohortWork::answerOf(const CohortReadout& readout, const std::string& arm) const {
  const Group& group = groups_[groupOf(readout, arm)];
  const auto n = static_cast<std::size_t>(readout.n);
  const auto patients = std::span<const PatientOutcome>(group.outcomes).first(n);
  const Proportion share = shareOf(patients, readout.endpoint, readout.day);
  CohortAnswer answer{100 * share.share, 100 * share.low, 100 * share.high, share.count, share.of};
  if (!readout.median) return answer;
  std::vector<Timed> times = timesOf(patients, readout.endpoint);
  for (Timed& time : times) {  // what comes after the day is not seen
    if (time.day > readout.day) time = {readout.day, false};
  }
  const MedianTime median = medianOf(kaplanMeier(times));
  answer.value = median.day;
  answer.low = median.low;
  answer.high = median.high;
  return answer;
}

std::vector<CohortResult> CohortWork::results() const {
  std::vector<CohortResult> results;
  if (!done()) return results;
  results.reserve(item_->cohorts.size());
  for (const CohortReadout& readout : item_->cohorts) {
    CohortResult result{&readout, answerOf(readout, readout.arm), {}};
    if (!readout.against.empty()) result.against = answerOf(readout, readout.against);
    result.met = agrees(result);
    results.push_back(result);
  }
  return results;
}

}  // namespace abscope
