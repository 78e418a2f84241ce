#include "calibration/loss.h"

#include <algorithm>
#include <cmath>

#include "library/mechanisms.h"
#include "trial/physiology.h"

namespace abscope {

namespace {

constexpr double kLargestMiss = 4;
constexpr double kWantedChange = 0.08;  // of an ablation, so that 5 % hold with some noise

double mirrored(double x) {
  const double folded = std::fabs(std::fmod(x, 2.0));
  return folded <= 1 ? folded : 2 - folded;
}

double unitOf(const ParameterInfo& info, double value) {
  const double x = info.low > 0 ? std::log(value / info.low) / std::log(info.high / info.low)
                                : (value - info.low) / (info.high - info.low);
  return std::clamp(x, 0.0, 1.0);
}

double valueOf(const ParameterInfo& info, double unit) {
  return info.low > 0 ? info.low * std::pow(info.high / info.low, unit)
                      : info.low + unit * (info.high - info.low);
}

bool hasSource(const ParameterInfo& info) {
  return info.source.find("illustrative") == std::string_view::npos &&
         info.source.find("fitted") == std::string_view::npos;
}

// Concave near zero, so that meeting one target wholly is worth more than two by half.
double cost(double miss) {
  if (miss <= 0) return 0;
  const double bounded = std::min(miss, kLargestMiss);
  return bounded + 0.2 * bounded / (bounded + 0.05);
}

}  // namespace

Parameters presetParameters(Preset preset) {
  Patient patient;
  patient.preset = preset;
  return parametersOf(patient);
}

FitSpace::FitSpace(const std::vector<std::string>& frozen, const Parameters& base) {
  for (int i = 0; i < kParameterCount; ++i) {
    const auto id = static_cast<ParameterId>(i);
    if (std::find(frozen.begin(), frozen.end(), parameterInfo(id).name) == frozen.end()) {
      ids_.push_back(id);
    } else {
      frozen_.push_back({id, parameterValue(base, id)});
    }
  }
}

std::vector<double> FitSpace::toUnit(const Parameters& parameters) const {
  std::vector<double> unit;
  for (ParameterId id : ids_) {
    unit.push_back(unitOf(parameterInfo(id), parameterValue(parameters, id)));
  }
  return unit;
}

std::vector<ParameterChange> FitSpace::toChanges(const std::vector<double>& unit) const {
  std::vector<ParameterChange> changes;
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    changes.push_back({ids_[i], valueOf(parameterInfo(ids_[i]), mirrored(unit[i]))});
  }
  changes.insert(changes.end(), frozen_.begin(), frozen_.end());
  return changes;
}

Loss::Loss(const FitSpace& space, std::vector<TargetRange> ranges, LossOptions options)
    : space_(&space), options_(options) {
  for (const Target& target : allTargets()) {
    const auto range = std::find_if(ranges.begin(), ranges.end(),
                                    [&](const TargetRange& r) { return r.id == target.id; });
    if (range != ranges.end()) ranges_.push_back(*range);
  }
  if (options.preset == Preset::mouse) experiments_ = experimentsOf(catalogue());
  centre_ = space.toUnit(presetParameters(options.preset));
  for (std::size_t i = 0; i < space.size(); ++i) {
    width_.push_back(hasSource(parameterInfo(space.id(i))) ? 0.15 : 0.35);
  }
}

double Loss::prior(const std::vector<double>& unit) const {
  double total = 0;
  for (std::size_t i = 0; i < unit.size(); ++i) {
    const double z = (mirrored(unit[i]) - centre_[i]) / width_[i];
    total += z * z;
  }
  return options_.priorWeight * total;
}

double missOf(double value, const TargetRange& range, double margin) {
  if (!std::isfinite(value)) return kLargestMiss;
  const bool hasLow = range.low > 0;
  const bool hasHigh = std::isfinite(range.high);
  if (range.high < 0) {  // a logarithm
    return std::max({0.3 * (value - range.high), 0.3 * (range.low - value), 0.0});
  }
  if (!hasLow && range.low < 0) {  // a gain, which can be negative
    const double wanted = range.high - 0.1 * margin * range.high;
    return std::max({value - wanted, range.low - value, 0.0});
  }
  double low = range.low, high = range.high;
  if (hasLow && hasHigh) {
    const double inset = std::min(0.1 * margin, 0.45) * (high - low);
    low += inset;
    high -= inset;
  } else if (hasLow) {
    low *= std::exp(0.1 * margin);
  } else {
    high *= std::exp(-0.1 * margin);
  }
  if (hasHigh && value > high) return std::log(value / high);
  if (hasLow && value < low) return value > 0 ? std::log(low / value) : kLargestMiss;
  return 0;
}

double Loss::missOfAblations(const std::vector<ParameterChange>& base,
                             const SolveOptions& options) const {
  const std::vector<AblationResult> results = ablate(experiments_, catalogue().arms, base, options);
  double total = 0;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const double change = experiments_[i].sign * results[i].change;
    // A change of 5 % is a small thing in logarithms: weighed up to stand beside a missed range.
    const double miss = 3 * (kWantedChange - change);
    total += cost(std::isfinite(change) ? miss : kLargestMiss);
  }
  return total;
}

double Loss::operator()(const std::vector<double>& unit) const {
  Patient base;
  base.preset = options_.preset;
  base.changes = space_->toChanges(unit);
  double total = prior(unit);
  const std::vector<double> physiology = readExpectations(base);
  for (std::size_t i = 0; i < physiology.size(); ++i) {
    const Expectation& expected = expectations(options_.preset)[i];
    TargetRange range;
    range.low = expected.low;
    range.high = expected.high;
    total += options_.physiologyWeight * cost(missOf(physiology[i], range, 1));
  }
  if (options_.preset == Preset::human) return total;
  SolveOptions options;
  options.fluxIntegrals = false;
  options.relativeTolerance = 1e-6;
  options.absoluteTolerance = 1e-9;
  const std::vector<double> values = readTargets(base, options);
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    const TargetRange& range = ranges_[i];
    const double value = values[i];
    total += cost(missOf(value, range, options_.margin));
    if (!range.farSide || !std::isfinite(value)) continue;
    const double far = std::isfinite(range.high)
                           ? std::log(*range.farSide / std::max(value, 1e-12))
                           : std::log(std::max(value, 1e-12) / *range.farSide);
    total += options_.farWeight * cost(far);
  }
  return total + options_.ablationWeight * missOfAblations(base.changes, options);
}

}  // namespace abscope
