#include "trial/ablation.h"

#include <algorithm>
#include <cmath>

#include "trial/quantity_value.h"

namespace abscope {

namespace {

Scenario withBase(const Scenario& arm, std::span<const ParameterChange> base, double days) {
  Scenario changed = arm;
  changed.patient.changes.insert(changed.patient.changes.begin(), base.begin(), base.end());
  changed.plan.days = days;
  return changed;
}

// The last day that any experiment reads, of each arm.
std::vector<double> lastDays(std::span<const AblationExperiment> experiments, std::size_t arms) {
  std::vector<double> days(arms, 1);
  for (const AblationExperiment& e : experiments) {
    for (const int arm : {e.arm, e.against}) {
      if (arm < 0) continue;
      double& last = days[static_cast<std::size_t>(arm)];
      last = std::max(last, e.day);
    }
  }
  return days;
}

double readout(const AblationExperiment& e, const Course& arm, const Course* against) {
  const double value = quantityValue(arm, e.quantity, e.day);
  if (!against) return value;
  return contrast(e.quantity, value, quantityValue(*against, e.quantity, e.day));
}

}  // namespace

bool matters(const AblationExperiment& experiment, const AblationResult& result) {
  return experiment.sign * result.change >= std::log(1 + kLeastChange);
}

Ablator::Ablator(std::span<const AblationExperiment> experiments, std::span<const Scenario> arms,
                 std::span<const ParameterChange> base, const SolveOptions& options)
    : experiments_(experiments),
      arms_(arms),
      base_(base),
      options_(options),
      days_(lastDays(experiments, arms.size())),
      on_(arms.size()) {}

Course Ablator::solved(int arm, const MechanismId* without) const {
  const auto i = static_cast<std::size_t>(arm);
  Scenario scenario = withBase(arms_[i], base_, days_[i]);
  if (without) scenario.patient.strengths[*without] = 0;
  return solve(scenario.patient, scenario.plan, options_);
}

const Course* Ablator::whole(int arm) {
  if (arm < 0) return nullptr;
  std::optional<Course>& course = on_[static_cast<std::size_t>(arm)];
  if (!course) course = solved(arm, nullptr);
  return &*course;
}

AblationResult Ablator::read(std::size_t experiment) {
  const AblationExperiment& e = experiments_[experiment];
  AblationResult result;
  result.on = readout(e, *whole(e.arm), whole(e.against));
  const Course arm = solved(e.arm, &e.mechanism);
  if (e.against < 0) {
    result.off = readout(e, arm, nullptr);
  } else {
    const Course against = solved(e.against, &e.mechanism);
    result.off = readout(e, arm, &against);
  }
  result.change =
      isChange(e.quantity) ? (result.off - result.on) / 100 : std::log(result.off / result.on);
  return result;
}

std::vector<AblationResult> ablate(std::span<const AblationExperiment> experiments,
                                   std::span<const Scenario> arms,
                                   std::span<const ParameterChange> base,
                                   const SolveOptions& options) {
  Ablator ablator(experiments, arms, base, options);
  std::vector<AblationResult> results;
  results.reserve(experiments.size());
  for (std::size_t i = 0; i < experiments.size(); ++i) results.push_back(ablator.read(i));
  return results;
}

}  // namespace abscope
