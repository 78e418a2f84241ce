#include "cli/evidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/format.h"

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
std::vector<TargetRow> targetRows(const ChosenSets& sets) {
  const std::vector<double> values = readTargets(mouseWith(sets.shown), statesOnly());
  std::vector<TargetRow> rows;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Target& target = allTargets()[i];
    for (const PublishedTarget& published : publishedTargets()) {
      if (published.id != target.id) continue;
      rows.push_back({&published, judge(target.id, values[i], rangeOf(published)), target.days});
    }
  }
  return rows;
}

// Reads every set, and adds to each row what it says.
std::vector<SetScore> addEnsemble(const ChosenSets& sets, std::vector<TargetRow>& rows) {
  std::vector<SetScore> scores;
  for (TargetRow& row : rows) {
    row.lowest = std::numeric_limits<double>::infinity();
    row.highest = -row.lowest;
  }
  for (const EnsembleSet* set : sets.ensemble) {
    SetScore score{set->id};
    const std::vector<double> values = readTargets(mouseWith(set->changes), statesOnly());
    for (TargetRow& row : rows) {
      const auto found =
          std::find_if(allTargets().begin(), allTargets().end(),
                       [&](const Target& target) { return target.id == row.result.id; });
      const double value = values[static_cast<std::size_t>(found - allTargets().begin())];
      const TargetResult result = judge(row.result.id, value, rangeOf(*row.target));
      row.lowest = std::min(row.lowest, value);
      row.highest = std::max(row.highest, value);
      row.metIn += result.met ? 1 : 0;
      score.targetsMet += result.met ? 1 : 0;
      score.exaggerated += result.exaggerated ? 1 : 0;
    }
    scores.push_back(std::move(score));
  }
  return scores;
}

int urgency(const TargetResult& result) { return !result.met ? 0 : result.exaggerated ? 1 : 2; }

std::vector<CaseRow> caseRows(const ChosenSets& sets) {
  std::vector<CaseRow> rows;
  for (const Case& item : cases()) {
    for (const ReadoutResult& result : readoutsOf(item, sets.shown)) {
      if (result.readout->direction == Direction::unstated) continue;
      rows.push_back({&item, result, pointsAsPublished(result)});
    }
  }
  std::stable_partition(rows.begin(), rows.end(), [](const CaseRow& row) { return !row.met; });
  return rows;
}

std::string of(std::size_t count, std::size_t all) {
  return std::to_string(count) + " of " + std::to_string(all);
}

}  // namespace

Evidence gatherEvidence(const ChosenSets& sets) {
  Evidence evidence;
  evidence.parameters = sets.name;
  evidence.targets = targetRows(sets);
  evidence.sets = addEnsemble(sets, evidence.targets);
  std::stable_sort(evidence.targets.begin(), evidence.targets.end(),
                   [](const TargetRow& a, const TargetRow& b) {
                     if (urgency(a.result) != urgency(b.result)) {
                       return urgency(a.result) < urgency(b.result);
                     }
                     return a.result.margin < b.result.margin;
                   });
  evidence.ablations = ablationRows(sets);
  for (std::size_t i = 0; i < evidence.sets.size(); ++i) {
    for (const AblationRow& row : evidence.ablations) {
      evidence.sets[i].mechanismsMatter += row.inSets[i] ? 1 : 0;
    }
  }
  evidence.readouts = caseRows(sets);
  return evidence;
}

EvidenceCounts countsOf(const Evidence& evidence) {
  EvidenceCounts counts;
  for (const TargetRow& row : evidence.targets) {
    counts.met += row.result.met ? 1 : 0;
    counts.withMargin += row.result.met && row.result.margin >= 1 ? 1 : 0;
    counts.exaggerated += row.result.exaggerated ? 1 : 0;
  }
  const auto wanted = static_cast<std::ptrdiff_t>(
      std::ceil(kWantedShareOfSets * static_cast<double>(evidence.sets.size())));
  for (const AblationRow& row : evidence.ablations) {
    counts.matter += row.met ? 1 : 0;
    counts.matterInSets += row.mattersIn() >= wanted ? 1 : 0;
  }
  for (const CaseRow& row : evidence.readouts) counts.readoutsMet += row.met ? 1 : 0;
  return counts;
}

std::string allowedText(const PublishedTarget& target) {
  if (!target.low && !target.high) return "any";
  if (!target.high) return formatShortest(*target.low) + " or more";
  if (!target.low) return formatShortest(*target.high) + " or less";
  return formatShortest(*target.low) + " to " + formatShortest(*target.high);
}

std::string_view verdictOf(const TargetResult& result) {
  if (!result.met) return "NOT MET";
  if (result.exaggerated) return "met, beyond the far side";
  return result.margin >= 1 ? "met with margin" : "met without margin";
}

std::vector<std::string> summaryOf(const Evidence& evidence) {
  const EvidenceCounts counts = countsOf(evidence);
  std::vector<std::string> lines = {
      "Directions of the literature: " + of(counts.met, evidence.targets.size()) + " met, " +
          std::to_string(counts.withMargin) + " with margin, " +
          std::to_string(counts.exaggerated) + " beyond their far side.",
      "Mechanisms: " + of(counts.matter, evidence.ablations.size()) +
          " change their readout by 5 % or more, the way that is expected" +
          (evidence.sets.empty() ? "."
                                 : "; " + of(counts.matterInSets, evidence.ablations.size()) +
                                       " in at least three quarters of the ensemble."),
      "Readouts of the cases: " + of(counts.readoutsMet, evidence.readouts.size()) +
          " point as published."};
  return lines;
}

}  // namespace abscope
