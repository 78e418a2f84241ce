#include "evidence/evidence_work.h"

#include <algorithm>
#include <limits>

namespace abscope {
namespace {

SolveOptions statesOnly() {
  SolveOptions options;
  options.fluxIntegrals = false;
  return options;
}

Patient mouseWith(std::span<const ParameterChange> changes) {
  Patient mouse;
  mouse.changes.assign(changes.begin(), changes.end());
  return mouse;
}

TargetRange rangeOf(const PublishedTarget& target) {
  TargetRange range;
  range.id = target.id;
  if (target.low) range.low = *target.low;
  if (target.high) range.high = *target.high;
  range.farSide = target.farSide;
  return range;
}

// For each target of the code the text that belongs to it; a test holds that every one has it.
std::vector<TargetRow> targetRows(const std::vector<double>& values) {
  std::vector<TargetRow> rows;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Target& target = allTargets()[i];
    for (const PublishedTarget& published : publishedTargets()) {
      if (published.id != target.id) continue;
      rows.push_back({&published, judge(target.id, values[i], rangeOf(published)), target.days});
      rows.back().lowest = std::numeric_limits<double>::infinity();
      rows.back().highest = -rows.back().lowest;
    }
  }
  return rows;
}

std::size_t indexOf(std::string_view id) {
  const auto found = std::find_if(allTargets().begin(), allTargets().end(),
                                  [&](const Target& target) { return target.id == id; });
  return static_cast<std::size_t>(found - allTargets().begin());
}

int urgency(const TargetResult& result) { return !result.met ? 0 : result.exaggerated ? 1 : 2; }

bool moreUrgent(const TargetRow& a, const TargetRow& b) {
  if (urgency(a.result) != urgency(b.result)) return urgency(a.result) < urgency(b.result);
  return a.result.margin < b.result.margin;
}

}  // namespace

EvidenceWork::EvidenceWork(const ChosenSets& sets)
    : sets_(sets), experiments_(experimentsOf(catalogue())) {
  evidence_.parameters = sets.name;
}

std::size_t EvidenceWork::stepsOf(Stage stage) const {
  switch (stage) {
    case Stage::targets:
    case Stage::setTargets:
      return targetArms().size();
    case Stage::readouts:
      return caseCount();
    case Stage::cohorts:
      return sets_.shown.empty() ? caseCount() : 0;
    case Stage::mechanisms:
    case Stage::setMechanisms:
      return experiments_.size();
    case Stage::done:
      break;
  }
  return 0;
}

double EvidenceWork::share() const {
  const std::size_t once = stepsOf(Stage::targets) + stepsOf(Stage::mechanisms);
  const std::size_t all =
      once * (1 + sets_.ensemble.size()) + stepsOf(Stage::readouts) + stepsOf(Stage::cohorts);
  const double part = cohort_ ? cohort_->share() : 0;
  return (static_cast<double>(stepsDone_) + part) / static_cast<double>(all);
}

Ablator EvidenceWork::ablatorFor(std::span<const ParameterChange> changes) const {
  return {experiments_, catalogue().arms, changes, statesOnly()};
}

void EvidenceWork::enter(Stage stage) {
  stage_ = stage;
  item_ = 0;
  courses_.clear();
  ablations_.clear();
  ablator_.reset();
}

void EvidenceWork::finish() {
  while (!done()) step();
}

void EvidenceWork::step() {
  const bool ofSet = stage_ == Stage::setTargets || stage_ == Stage::setMechanisms;
  switch (stage_) {
    case Stage::targets:
    case Stage::setTargets:
      courses_.push_back(solveTargetArm(
          item_, mouseWith(ofSet ? std::span<const ParameterChange>(set().changes) : sets_.shown),
          statesOnly()));
      break;
    case Stage::readouts: {
      const Case& item = caseAt(item_);
      for (const ReadoutResult& result : readoutsOf(item, sets_.shown)) {
        if (result.readout->direction == Direction::unstated) continue;
        readouts_.push_back({&item, result, pointsAsPublished(result)});
      }
      break;
    }
    case Stage::mechanisms:
    case Stage::setMechanisms:
      if (!ablator_) {
        ablator_.emplace(
            ablatorFor(ofSet ? std::span<const ParameterChange>(set().changes) : sets_.shown));
      }
      ablations_.push_back(ablator_->read(item_));
      break;
    case Stage::cohorts:
      if (!stepCohort()) return;
      break;
    case Stage::done:
      return;
  }
  ++stepsDone_;
  if (++item_ < stepsOf(stage_)) return;
  switch (stage_) {
    case Stage::targets:
      return endTargets();
    case Stage::readouts:
      return endReadouts();
    case Stage::mechanisms:
      return endMechanisms();
    case Stage::cohorts:
      return endCohorts();
    case Stage::setTargets:
      return endSetTargets();
    default:
      return endSetMechanisms();
  }
}

void EvidenceWork::endTargets() {
  evidence_.targets = targetRows(targetValues(courses_));
  std::stable_sort(evidence_.targets.begin(), evidence_.targets.end(), moreUrgent);
  enter(Stage::readouts);
}

void EvidenceWork::endReadouts() {
  std::stable_partition(readouts_.begin(), readouts_.end(),
                        [](const CaseRow& row) { return !row.met; });
  evidence_.readouts = std::move(readouts_);
  for (TargetRow& row : evidence_.targets) {
    for (const Case& item : cases()) {
      for (const Readout& readout : item.readouts) {
        if (row.readout != nullptr || readout.target != row.target->id) continue;
        row.item = &item;
        row.readout = &readout;
      }
    }
  }
  enter(Stage::mechanisms);
}

void EvidenceWork::endMechanisms() {
  evidence_.ablations = ablationRows(experiments_, ablations_);
  if (stepsOf(Stage::cohorts) == 0) return endCohorts();
  enter(Stage::cohorts);
}

// One course. True when the cohorts of this case are done.
bool EvidenceWork::stepCohort() {
  const Case& item = caseAt(item_);
  if (!cohort_) cohort_.emplace(item);
  cohort_->step();
  if (!cohort_->done()) return false;
  for (const CohortResult& result : cohort_->results()) cohorts_.push_back({&item, result});
  cohort_.reset();
  return true;
}

void EvidenceWork::endCohorts() {
  std::stable_partition(cohorts_.begin(), cohorts_.end(),
                        [](const CohortRow& row) { return !row.result.met; });
  evidence_.cohorts = std::move(cohorts_);
  enter(sets_.ensemble.empty() ? Stage::done : Stage::setTargets);
}

void EvidenceWork::endSetTargets() {
  const std::vector<double> values = targetValues(courses_);
  score_ = {set().id};
  for (TargetRow& row : evidence_.targets) {
    const double value = values[indexOf(row.result.id)];
    const TargetResult result = judge(row.result.id, value, rangeOf(*row.target));
    row.lowest = std::min(row.lowest, value);
    row.highest = std::max(row.highest, value);
    row.metIn += result.met ? 1 : 0;
    score_.targetsMet += result.met ? 1 : 0;
    score_.exaggerated += result.exaggerated ? 1 : 0;
  }
  enter(Stage::setMechanisms);
}

void EvidenceWork::endSetMechanisms() {
  for (std::size_t i = 0; i < experiments_.size(); ++i) {
    const bool matter = matters(experiments_[i], ablations_[i]);
    evidence_.ablations[i].inSets.push_back(matter);
    score_.mechanismsMatter += matter ? 1 : 0;
  }
  evidence_.sets.push_back(score_);
  enter(++set_ < sets_.ensemble.size() ? Stage::setTargets : Stage::done);
}

Evidence gatherEvidence(const ChosenSets& sets) {
  EvidenceWork work(sets);
  work.finish();
  return work.evidence();
}

}  // namespace abscope
