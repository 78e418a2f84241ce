#pragma once
// Every simulated mechanism switched off in its experiment, with the preset and with the ensemble.
#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/json_writer.h"
#include "evidence/chosen_sets.h"
#include "library/mechanisms.h"
#include "trial/ablation.h"

namespace abscope {

struct AblationRow {
  const Mechanism* mechanism;
  AblationExperiment experiment;
  AblationResult result;     // of the parameters that are shown
  bool met;                  // changes enough, and the right way
  std::vector<bool> inSets;  // of the ensemble: whether it matters there
  std::ptrdiff_t mattersIn() const { return std::count(inSets.begin(), inSets.end(), true); }
};

// The rows of these results, without those of an ensemble.
std::vector<AblationRow> ablationRows(std::span<const AblationExperiment> experiments,
                                      std::span<const AblationResult> results);
// In the order of the catalogue. `only`: this mechanism alone, which must be simulated.
std::vector<AblationRow> ablationRows(const ChosenSets& sets, const Mechanism* only = nullptr);

// With the mechanism off, of the readout: in per cent, or in points where it is a change in per
// cent itself.
double changePercent(const AblationRow& row);

// "mm3"; empty for the ratio of two arms.
std::string_view unitOf(const AblationRow& row);
// "-23 %", "+4 points"
std::string changeText(const AblationRow& row);
// The fields of one row into the object that is open in the writer.
void writeAblation(JsonWriter& out, const AblationRow& row);

}  // namespace abscope
