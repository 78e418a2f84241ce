#include "evidence/evidence.h"

#include <cmath>

#include "core/format.h"

namespace abscope {
namespace {

std::string of(std::size_t count, std::size_t all) {
  return std::to_string(count) + " of " + std::to_string(all);
}

}  // namespace

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
  for (const CohortRow& row : evidence.cohorts) counts.cohortsMet += row.result.met ? 1 : 0;
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
  if (!evidence.cohorts.empty()) {
    lines.push_back("Readouts that need many mice or patients: " +
                    of(counts.cohortsMet, evidence.cohorts.size()) + " as published.");
  }
  return lines;
}

}  // namespace abscope
