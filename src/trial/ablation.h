#pragma once
// Does a mechanism matter? An experiment with the mechanism as it is, and with its strength at 0.
#include <cstddef>
#include <optional>
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

// Runs experiments one at a time; arms that several of them share are solved once. `base` changes
// parameters of every arm's preset first: a parameter set of the ensemble. All that it is given
// must outlive it.
class Ablator {
 public:
  Ablator(std::span<const AblationExperiment> experiments, std::span<const Scenario> arms,
          std::span<const ParameterChange> base = {}, const SolveOptions& options = {});

  AblationResult read(std::size_t experiment);

 private:
  Course solved(int arm, const MechanismId* without) const;
  const Course* whole(int arm);

  std::span<const AblationExperiment> experiments_;
  std::span<const Scenario> arms_;
  std::span<const ParameterChange> base_;
  SolveOptions options_;
  std::vector<double> days_;               // the last that any experiment reads, of each arm
  std::vector<std::optional<Course>> on_;  // of each arm, once it was asked for
};

// All of them, in their order.
std::vector<AblationResult> ablate(std::span<const AblationExperiment> experiments,
                                   std::span<const Scenario> arms,
                                   std::span<const ParameterChange> base = {},
                                   const SolveOptions& options = {});

}  // namespace abscope
