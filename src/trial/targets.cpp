#include "trial/targets.h"

#include <algorithm>
#include <cmath>

#include "trial/readouts.h"
#include "trial/target_groups.h"

namespace abscope {

namespace {

// The arms of all targets without repetition, and where each target finds its own.
struct ArmTable {
  std::vector<TimedArm> arms;
  std::vector<std::vector<int>> indices;  // by target
};

ArmTable makeArmTable() {
  ArmTable table;
  for (const Target& target : allTargets()) {
    std::vector<int> indices;
    for (const Arm& arm : target.arms) {
      auto found = std::find_if(table.arms.begin(), table.arms.end(),
                                [&](const TimedArm& known) { return known.arm == arm; });
      if (found == table.arms.end()) found = table.arms.insert(found, {arm, target.days});
      found->days = std::max(found->days, target.days);
      indices.push_back(static_cast<int>(found - table.arms.begin()));
    }
    table.indices.push_back(std::move(indices));
  }
  return table;
}

const ArmTable& armTable() {
  static const ArmTable table = makeArmTable();
  return table;
}

}  // namespace

double irradiatedRatio(const ArmCourses& arms, double day) {
  return irradiatedMm3(arms[0], day) / irradiatedMm3(arms[1], day);
}

double distantRatio(const ArmCourses& arms, double day) {
  return distantMm3(arms[0], day) / distantMm3(arms[1], day);
}

const std::vector<Target>& allTargets() {
  static const std::vector<Target> targets = [] {
    std::vector<Target> all;
    for (auto group : {fractionationTargets, combinationTargets, lowDoseTargets, signalTargets,
                       resistanceTargets, sequenceTargets}) {
      for (Target& target : group()) all.push_back(std::move(target));
    }
    std::sort(all.begin(), all.end(), [](const Target& a, const Target& b) { return a.id < b.id; });
    return all;
  }();
  return targets;
}

std::span<const TimedArm> targetArms() { return armTable().arms; }

double marginOf(double value, const TargetRange& range) {
  if (!std::isfinite(value)) return -std::numeric_limits<double>::infinity();
  const bool hasLow = range.low > 0;  // ratios cannot fall below 0, gains may
  const bool hasHigh = std::isfinite(range.high);
  if (hasLow && hasHigh) {
    return std::min(value - range.low, range.high - value) / (0.1 * (range.high - range.low));
  }
  if (hasLow) {
    return value > 0 ? std::log(value / range.low) / 0.1 : -std::numeric_limits<double>::infinity();
  }
  const bool canBeNegative = range.low < 0;
  const double inside = canBeNegative || value <= 0 ? (range.high - value) / (0.1 * range.high)
                                                    : std::log(range.high / value) / 0.1;
  return value < range.low ? std::min(inside, value - range.low) : inside;
}

TargetResult judge(std::string_view id, double value, const TargetRange& range) {
  TargetResult result{id, value, range.low, range.high, range.farSide, false, false, 0};
  result.met = value >= range.low && value <= range.high;  // false for NaN
  if (result.met && range.farSide) {
    const bool farAbove = !std::isfinite(range.high);
    result.exaggerated = farAbove ? value > *range.farSide : value < *range.farSide;
  }
  result.margin = marginOf(value, range);
  return result;
}

Course solveTargetArm(std::size_t arm, const Patient& base, const SolveOptions& options) {
  const TimedArm& timed = armTable().arms[arm];
  return solve(patientOf(timed.arm, base), planOf(timed.arm, timed.days), options);
}

std::vector<double> targetValues(std::span<const Course> courses) {
  const ArmTable& table = armTable();
  std::vector<double> values;
  values.reserve(allTargets().size());
  for (std::size_t i = 0; i < allTargets().size(); ++i) {
    values.push_back(allTargets()[i].readout(ArmCourses(courses, table.indices[i])));
  }
  return values;
}

std::vector<double> readTargets(const Patient& base, const SolveOptions& options) {
  std::vector<Course> courses;
  courses.reserve(targetArms().size());
  for (std::size_t i = 0; i < targetArms().size(); ++i) {
    courses.push_back(solveTargetArm(i, base, options));
  }
  return targetValues(courses);
}

std::vector<TargetResult> evaluateTargets(std::span<const TargetRange> ranges, const Patient& base,
                                          const SolveOptions& options) {
  const std::vector<double> values = readTargets(base, options);
  std::vector<TargetResult> results;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string_view id = allTargets()[i].id;
    const auto range = std::find_if(ranges.begin(), ranges.end(),
                                    [&](const TargetRange& r) { return r.id == id; });
    if (range != ranges.end()) results.push_back(judge(id, values[i], *range));
  }
  return results;
}

}  // namespace abscope
