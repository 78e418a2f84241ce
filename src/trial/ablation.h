#pragma once
// Does a mechanism matter? An experiment with the mechanism as it is, and with its strength at 0.
#include <span>
#include <vector>

#include "model/course.h"
#include "model/experiment.h"
#include "model/scenario.h"

namespace abscope {

struct AblationResult {
  double on = 0, off = 0;  // the readout with the mechanism and without
  // The logarithm of off / on, or the difference over 100 where the readout is a change in per
  // cent; not a number where a readout is not positive.
  double change = 0;
};

inline constexpr double kLeastChange = 0.05;  // what counts as mattering

// True where the change is large enough, and points the way that the experiment says.
bool matters(const AblationExperiment& experiment, const AblationResult& result);

// In the order of the experiments. `base` changes parameters of every arm's preset first: a
// parameter set of the ensemble. Arms that several experiments share are solved once.
std::vector<AblationResult> ablate(std::span<const AblationExperiment> experiments,
                                   std::span<const Scenario> arms,
                                   std::span<const ParameterChange> base = {},
                                   const SolveOptions& options = {});

}  // namespace abscope
