#pragma once
// What takes longer than a frame: done in slices, and only while it is looked at.
#include <optional>
#include <string>
#include <vector>

#include "app/band.h"
#include "evidence/case_results.h"
#include "evidence/evidence_work.h"

namespace abscope {

struct AppState;

// The readouts of one case: those of one course at once, cohorts as they come.
struct StudyWork {
  const Case* item = nullptr;
  std::vector<ReadoutResult> readouts;
  std::optional<CohortWork> cohorts;
  std::vector<CohortResult> results;  // of the cohorts, once they are done
};

struct Background {
  std::optional<EvidenceWork> evidence;
  StudyWork study;
  EnsembleBand band;
};

// True while something that is looked at is not done.
bool hasBackgroundWork(const AppState& app);
// Works for about 10 ms at most.
void doBackgroundWork(AppState& app);

}  // namespace abscope
