#pragma once
// A cohort as text for people or as JSON: every endpoint, arm beside arm.
#include <string>
#include <vector>

#include "library/cases.h"
#include "trial/cohort.h"

namespace abscope {

inline constexpr std::string_view kCohortFormat = "abscope-cohort/1";

struct CohortRun {
  const Case* item = nullptr;
  const Population* population = nullptr;
  std::uint64_t seed = 1;
  std::uint64_t first = 0;
  int count = 0;
  CohortRules rules;
  double byDay = -1;  // for endpoints that ask for a day; negative: the last of each arm's course
  std::vector<Endpoint> endpoints;
  std::vector<const Scenario*> arms;
  std::vector<std::vector<PatientOutcome>> outcomes;  // of each arm
  std::size_t control = 0;                            // index into arms
};

std::string cohortText(const CohortRun& run);
std::string cohortJson(const CohortRun& run, bool withPatients);

}  // namespace abscope
