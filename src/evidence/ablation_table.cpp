#include "evidence/ablation_table.h"

#include <cmath>

#include "core/format.h"

namespace abscope {

std::vector<AblationRow> ablationRows(std::span<const AblationExperiment> experiments,
                                      std::span<const AblationResult> results) {
  std::vector<AblationRow> rows;
  rows.reserve(experiments.size());
  for (std::size_t i = 0; i < experiments.size(); ++i) {
    const AblationExperiment& e = experiments[i];
    rows.push_back(
        {findMechanism(mechanismId(e.mechanism)), e, results[i], matters(e, results[i]), {}});
  }
  return rows;
}

std::vector<AblationRow> ablationRows(const ChosenSets& sets, const Mechanism* only) {
  std::vector<AblationExperiment> experiments;
  for (const AblationExperiment& e : experimentsOf(catalogue())) {
    if (only == nullptr || mechanismId(e.mechanism) == only->id) experiments.push_back(e);
  }
  SolveOptions options;
  options.fluxIntegrals = false;
  const std::vector<Scenario>& arms = catalogue().arms;
  std::vector<AblationRow> rows =
      ablationRows(experiments, ablate(experiments, arms, sets.shown, options));
  for (const EnsembleSet* set : sets.ensemble) {
    const std::vector<AblationResult> results = ablate(experiments, arms, set->changes, options);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i].inSets.push_back(matters(experiments[i], results[i]));
    }
  }
  return rows;
}

double changePercent(const AblationRow& row) {
  const AblationResult& result = row.result;
  if (isChange(row.experiment.quantity)) return result.off - result.on;
  return 100 * (result.off / result.on - 1);
}

std::string_view unitOf(const AblationRow& row) {
  const std::string_view unit = quantityInfo(row.experiment.quantity).unit;
  if (row.experiment.against >= 0) return isChange(row.experiment.quantity) ? "points" : "";
  return unit;
}

std::string changeText(const AblationRow& row) {
  const double change = changePercent(row);
  return (change > 0 ? "+" : "") + formatNumber(change) +
         (isChange(row.experiment.quantity) ? " points" : " %");
}

void writeAblation(JsonWriter& out, const AblationRow& row) {
  const Ablation& ablation = row.mechanism->ablation;
  out.field("id", std::string_view(row.mechanism->id));
  out.field("title", std::string_view(row.mechanism->title));
  out.field("study", std::string_view(ablation.study));
  if (!ablation.target.empty()) out.field("target", std::string_view(ablation.target));
  out.field("arms", std::string_view(ablation.arms));
  out.field("readout", std::string_view(ablation.readout));
  out.field("quantity", quantityInfo(row.experiment.quantity).name);
  out.field("unit", unitOf(row));
  out.field("day", row.experiment.day);
  out.field("on", row.result.on);
  out.field("off", row.result.off);
  out.field(isChange(row.experiment.quantity) ? "changePoints" : "changePercent",
            changePercent(row));
  out.field("expected", row.experiment.sign > 0 ? "higher" : "lower");
  out.field("met", row.met);
  if (!row.inSets.empty()) {
    out.field("mattersIn", static_cast<int>(row.mattersIn()));
    out.field("sets", static_cast<int>(row.inSets.size()));
  }
}

}  // namespace abscope
