#include "calibration/rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "calibration/trial_rows.h"
#include "library/mechanisms.h"
#include "trial/physiology.h"

namespace abscope {

namespace {

constexpr double kOpen = std::numeric_limits<double>::infinity();
// A change of an ablation of 5 % is as much as a readout beyond its bound by 15 %.
constexpr double kAblationScale = 3;
constexpr double kWantedChange = 0.07;

// The range of a target with the margin that targets.json asks for, times `margin`.
Row rowOf(const TargetRange& range, double margin, bool isLogarithm) {
  Row row{range.id, -kOpen, kOpen, 1};
  if (!isLogarithm) {  // readouts that can be negative: a tenth of the bound is the margin
    row.low = range.low;
    row.high = range.high - 0.1 * margin * std::fabs(range.high);
    return row;
  }
  const bool hasLow = range.low > 0, hasHigh = std::isfinite(range.high);
  const double inset =
      hasLow && hasHigh ? std::min(0.1 * margin, 0.4) * (range.high - range.low) : 0;
  if (hasLow)
    row.low = inset > 0 ? std::log(range.low + inset) : std::log(range.low) + 0.1 * margin;
  if (hasHigh) {
    row.high = inset > 0 ? std::log(range.high - inset) : std::log(range.high) - 0.1 * margin;
  }
  if (range.farSide) {
    if (hasHigh && !hasLow) row.low = std::log(*range.farSide);
    if (hasLow && !hasHigh) row.high = std::log(*range.farSide);
  }
  return row;
}

}  // namespace

Rows::Rows(std::vector<TargetRange> ranges, const LossOptions& options) : options_(options) {
  if (options.preset == Preset::mouse) {
    for (const Target& target : allTargets()) {
      const auto range = std::find_if(ranges.begin(), ranges.end(),
                                      [&](const TargetRange& r) { return r.id == target.id; });
      isLogarithm_.push_back(range->low >= 0 && range->high > 0);
      rows_.push_back(rowOf(*range, options.margin, isLogarithm_.back()));
    }
    experiments_ = experimentsOf(catalogue());
    for (const AblationExperiment& e : experiments_) {
      rows_.push_back({"off " + std::string(mechanismId(e.mechanism)),
                       kAblationScale * kWantedChange, kOpen, options.ablationWeight});
    }
  }
  for (const Expectation& e : expectations(options.preset)) {
    const bool isLogarithm = e.low > 0;
    const auto scaled = [&](double x) { return isLogarithm ? std::log(x) : 0.3 * x; };
    const double inset = isLogarithm ? std::min(0.05, 0.1 * std::log(e.high / e.low)) : 0.05;
    const bool isPatient = options.preset == Preset::human;  // has nothing else to hold him
    rows_.push_back({std::string(e.id), scaled(e.low) + inset, scaled(e.high) - inset,
                     isPatient ? 2 : options.physiologyWeight});
  }
  if (options.preset == Preset::human) {
    for (Row& row : trialRows()) rows_.push_back(std::move(row));
  }
}

std::vector<double> Rows::read(const std::vector<ParameterChange>& changes) const {
  Patient base;
  base.preset = options_.preset;
  base.changes = changes;
  SolveOptions options;
  options.fluxIntegrals = false;
  options.relativeTolerance = 1e-6;
  options.absoluteTolerance = 1e-9;
  std::vector<double> values;
  if (options_.preset == Preset::mouse) {
    const std::vector<double> targets = readTargets(base, options);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      values.push_back(isLogarithm_[i] ? std::log(std::max(targets[i], 1e-9)) : targets[i]);
    }
    const std::vector<AblationResult> ablations =
        ablate(experiments_, catalogue().arms, changes, options);
    for (std::size_t i = 0; i < ablations.size(); ++i) {
      const double change = experiments_[i].sign * ablations[i].change;
      values.push_back(kAblationScale * std::clamp(change, -2.0, 2.0));
    }
  }
  const std::span<const Expectation> expected = expectations(options_.preset);
  const std::vector<double> physiology = readExpectations(base);
  for (std::size_t i = 0; i < physiology.size(); ++i) {
    values.push_back(expected[i].low > 0 ? std::log(std::max(physiology[i], 1e-9))
                                         : 0.3 * physiology[i]);
  }
  if (options_.preset == Preset::human) {
    for (double value : readTrials(changes)) values.push_back(value);
  }
  return values;
}

}  // namespace abscope
