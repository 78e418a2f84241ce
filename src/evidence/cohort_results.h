#pragma once
// The cohort readouts of a case: many animals or patients who differ, one at a time.
#include <cstddef>
#include <vector>

#include "library/cases.h"
#include "model/population.h"
#include "trial/cohort.h"

namespace abscope {

// Of one arm: a share in per cent, or a median in days; not a number where half never have it.
struct CohortAnswer {
  double value = 0, low = 0, high = 0;  // with its 95 % interval
  int count = 0, of = 0;                // who have it by the day; for a median: who have not
};

struct CohortResult {
  const CohortReadout* readout;
  CohortAnswer arm, against;  // against: of 0 when the readout has one arm only
  bool met = false;           // see agrees
};

// Does it point the way that was published, and is the published number, with its own uncertainty,
// within reach? Higher and lower need 5 points (a median: 5 %), similar is within 10 points (a
// ratio of 0.75 to 1.33). Numbers agree when both 95 % intervals meet; a number whose n is not
// known is taken as 5 points (a median: 10 %) each way.
bool agrees(const CohortResult& result);

// Runs the cohorts of one case in steps of one course. Arms that several readouts share are run
// once, and the same animals are in every arm.
class CohortWork {
 public:
  explicit CohortWork(const Case& item);

  bool done() const { return group_ == groups_.size(); }
  double share() const;  // of the courses, 0 to 1
  void step();
  void finish();

  // In the order of the case, once done.
  std::vector<CohortResult> results() const;

 private:
  struct Group {
    const Scenario* arm;
    const Population* population;
    CohortRules rules;
    int n;
    std::vector<PatientOutcome> outcomes;
  };
  std::size_t groupOf(const CohortReadout& readout, const std::string& arm) const;
  void add(const CohortReadout& readout, const std::string& arm);
  CohortAnswer answerOf(const CohortReadout& readout, const std::string& arm) const;

  const Case* item_;
  std::vector<Group> groups_;
  std::size_t group_ = 0;
};

}  // namespace abscope
