#include "cli/script_claims.h"

#include <algorithm>
#include <cmath>

#include "library/cases.h"
#include "model/course.h"
#include "trial/quantity_value.h"

namespace abscope {
namespace {

Course courseOf(const Scenario& scenario) { return solve(scenario.patient, scenario.plan); }

// What a claim is held against; the beat's own scene where it is another day of it.
Scenario otherOf(const Script& script, int beat, const Claim& claim) {
  if (!claim.against.empty()) {
    const auto found =
        std::find_if(script.beats.begin(), script.beats.end(),
                     [&claim](const Beat& other) { return other.id == claim.against; });
    return sceneOf(script, static_cast<int>(found - script.beats.begin())).scenario;
  }
  const Scene scene = sceneOf(script, beat);
  if (claim.againstArm.empty()) return scene.scenario;
  return *findArm(*findCase(scene.caseId), claim.againstArm);
}

}  // namespace

std::vector<ClaimResult> claimsOf(const Script& script) {
  std::vector<ClaimResult> results;
  for (std::size_t i = 0; i < script.beats.size(); ++i) {
    const Beat& beat = script.beats[i];
    if (beat.claims.empty()) continue;
    const auto index = static_cast<int>(i);
    const Course own = courseOf(sceneOf(script, index).scenario);
    results.reserve(results.size() + beat.claims.size());
    for (const Claim& claim : beat.claims) {
      ClaimResult result{beat.id, claim.quantity, claim.day, 0, 0, true};
      result.value = result.contrast = quantityValue(own, claim.quantity, claim.day);
      if (claim.isCompared()) {
        const Course other = courseOf(otherOf(script, index, claim));
        const double against =
            quantityValue(other, claim.quantity, claim.againstDay.value_or(claim.day));
        result.contrast = contrast(claim.quantity, result.value, against);
        result.holds = pointsTo(claim.direction, claim.quantity, result.contrast);
      }
      const double bounded = result.contrast;
      result.holds = result.holds && std::isfinite(bounded) &&
                     !(claim.low && bounded < *claim.low) && !(claim.high && bounded > *claim.high);
      results.push_back(std::move(result));
    }
  }
  return results;
}

}  // namespace abscope
