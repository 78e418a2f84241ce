#include "evidence/case_results.h"

#include <cmath>
#include <map>
#include <string>

#include "trial/quantity_value.h"

namespace abscope {

std::vector<ReadoutResult> readoutsOf(const Case& item, std::span<const ParameterChange> mouse) {
  std::map<std::string, Course> courses;
  const auto courseOf = [&](const std::string& id) -> const Course& {
    const auto known = courses.find(id);
    if (known != courses.end()) return known->second;
    Scenario arm = *findArm(item, id);
    std::vector<ParameterChange>& changes = arm.patient.changes;
    if (arm.patient.preset == Preset::mouse) {
      changes.insert(changes.begin(), mouse.begin(), mouse.end());
    }
    SolveOptions options;
    options.fluxIntegrals = false;
    return courses.emplace(id, solve(arm.patient, arm.plan, options)).first->second;
  };
  std::vector<ReadoutResult> results;
  for (const Readout& readout : item.readouts) {
    const double value = quantityValue(courseOf(readout.arm), readout.quantity, readout.day);
    const double against = readout.against.empty() ? std::nan("")
                                                   : quantityValue(courseOf(readout.against),
                                                                   readout.quantity, readout.day);
    results.push_back({&readout, value, against, contrast(readout.quantity, value, against)});
  }
  return results;
}

bool pointsAsPublished(const ReadoutResult& result) {
  return pointsTo(result.readout->direction, result.readout->quantity, result.contrast);
}

}  // namespace abscope
