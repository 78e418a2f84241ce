#pragma once
// The evidence gathered in steps of about a millisecond, so that a page can show it as it comes.
#include <cstddef>
#include <optional>
#include <vector>

#include "evidence/evidence.h"
#include "model/course.h"
#include "trial/ablation.h"

namespace abscope {

// First all that is said with the parameters shown: targets, readouts, mechanisms. Then each set of
// the ensemble, which adds to the rows. What is gathered does not depend on who waits how long.
class EvidenceWork {
 public:
  explicit EvidenceWork(const ChosenSets& sets);

  bool done() const { return stage_ == Stage::done; }
  double share() const;  // of the steps, 0 to 1
  void step();
  void finish();

  // Each table is empty until it is complete. `sets` grows with each set that is complete.
  const Evidence& evidence() const { return evidence_; }

 private:
  enum class Stage : int {
    targets,
    readouts,
    mechanisms,
    cohorts,
    setTargets,
    setMechanisms,
    done
  };

  void enter(Stage stage);
  std::size_t stepsOf(Stage stage) const;
  void endTargets();
  void endReadouts();
  void endMechanisms();
  bool stepCohort();
  void endCohorts();
  void endSetTargets();
  void endSetMechanisms();
  const EnsembleSet& set() const { return *sets_.ensemble[set_]; }
  Ablator ablatorFor(std::span<const ParameterChange> changes) const;

  ChosenSets sets_;
  Evidence evidence_;
  std::vector<AblationExperiment> experiments_;
  Stage stage_ = Stage::targets;
  std::size_t set_ = 0;          // of the ensemble
  std::size_t item_ = 0;         // of the stage
  std::size_t stepsDone_ = 0;    // of all
  std::vector<Course> courses_;  // of the targets' arms
  std::optional<Ablator> ablator_;
  std::vector<AblationResult> ablations_;
  std::vector<CaseRow> readouts_;
  std::optional<CohortWork> cohort_;  // of the case that is being run
  std::vector<CohortRow> cohorts_;
  SetScore score_;  // of the set that is being read
};

}  // namespace abscope
