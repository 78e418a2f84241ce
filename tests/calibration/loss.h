#pragma once
// How far a set of parameters is from the directions of the literature, as one number.
#include <string>
#include <vector>

#include "model/parameters.h"
#include "trial/ablation.h"
#include "trial/targets.h"

namespace abscope {

// The parameters that are fitted, each mapped on 0..1 over [low, high] of parameters.def: by the
// logarithm where low is positive, else linearly.
class FitSpace {
 public:
  // `frozen` names parameters that keep the value they have in `base`.
  FitSpace(const std::vector<std::string>& frozen, const Parameters& base);

  std::size_t size() const { return ids_.size(); }
  ParameterId id(std::size_t i) const { return ids_[i]; }
  std::vector<double> toUnit(const Parameters& parameters) const;
  // Those that are fitted, then the frozen ones. Values outside 0..1 are mirrored back, so that an
  // unbounded optimiser may be used.
  std::vector<ParameterChange> toChanges(const std::vector<double>& unit) const;

 private:
  std::vector<ParameterId> ids_;
  std::vector<ParameterChange> frozen_;
};

struct LossOptions {
  double margin = 1.5;            // asked of each target, in units of marginOf
  double priorWeight = 0.01;      // pull towards the present value, stronger where it has a source
  double farWeight = 0.5;         // of exaggeration against missing a range
  double ablationWeight = 0.7;    // of a mechanism that must matter (assets/catalogue)
  double physiologyWeight = 0.7;  // of an expectation (trial/physiology.h) against a direction
  Preset preset = Preset::mouse;  // the directions are the mouse's; a patient has expectations only
};

// Parameters of the preset as they stand.
Parameters presetParameters(Preset preset);

class Loss {
 public:
  Loss(const FitSpace& space, std::vector<TargetRange> ranges, LossOptions options);

  double operator()(const std::vector<double>& unit) const;
  double prior(const std::vector<double>& unit) const;

 private:
  const FitSpace* space_;
  double missOfAblations(const std::vector<ParameterChange>& base,
                         const SolveOptions& options) const;

  std::vector<TargetRange> ranges_;  // in the order of allTargets()
  std::vector<AblationExperiment> experiments_;
  LossOptions options_;
  std::vector<double> centre_, width_;  // of the prior, in 0..1
};

// Miss of one target in natural-log units (0 where it is met with `margin`).
double missOf(double value, const TargetRange& range, double margin);

}  // namespace abscope
