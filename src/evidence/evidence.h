#pragma once
// Everything that the model is held to, beside what it says: the directions of the literature, the
// mechanisms switched off, and the readouts of the cases.
#include <string>
#include <vector>

#include "evidence/ablation_table.h"
#include "evidence/case_results.h"
#include "evidence/chosen_sets.h"
#include "evidence/cohort_results.h"
#include "library/published_targets.h"
#include "trial/targets.h"

namespace abscope {

inline constexpr double kWantedShareOfSets = 0.75;  // in which a mechanism must matter
inline constexpr int kMostExaggerated = 6;          // directions, beyond their far side

struct TargetRow {
  const PublishedTarget* target;
  TargetResult result;             // of the parameters that are shown
  double days;                     // how long its courses are
  double lowest = 0, highest = 0;  // over the ensemble
  int metIn = 0;                   // so many sets of the ensemble
  const Case* item = nullptr;      // a case that shows it, once the readouts are there
  const Readout* readout = nullptr;
};

struct CaseRow {
  const Case* item;
  ReadoutResult result;
  bool met;
};

struct CohortRow {
  const Case* item;
  CohortResult result;
};

struct SetScore {
  std::string id;
  int targetsMet = 0, exaggerated = 0, mechanismsMatter = 0;
};

struct Evidence {
  std::string parameters;              // "preset", or the id of a set
  std::vector<SetScore> sets;          // of the ensemble
  std::vector<TargetRow> targets;      // unmet, then exaggerated, then by margin
  std::vector<AblationRow> ablations;  // in the order of the catalogue
  std::vector<CaseRow> readouts;       // those with a direction; the wrong ones first
  // The populations vary what the preset has, so these are of the preset only; the wrong ones
  // first.
  std::vector<CohortRow> cohorts;
};

// All at once; evidence_work.h does it in steps.
Evidence gatherEvidence(const ChosenSets& sets);

struct EvidenceCounts {
  std::size_t met = 0, withMargin = 0, exaggerated = 0;  // of the targets
  std::size_t matter = 0, matterInSets = 0;              // of the mechanisms
  std::size_t readoutsMet = 0, cohortsMet = 0;
};
EvidenceCounts countsOf(const Evidence& evidence);

// "0.05 to 0.45", "1.2 or more"
std::string allowedText(const PublishedTarget& target);
// "met with margin", "NOT MET"
std::string_view verdictOf(const TargetResult& result);
// A sentence a table.
std::vector<std::string> summaryOf(const Evidence& evidence);

}  // namespace abscope
