#pragma once
// The same plan with every parameter set of the ensemble: how far the curves depend on which
// numbers were fitted. From the lowest to the highest of the sets on each day.
#include <array>
#include <cstdint>
#include <vector>

#include "app/series.h"
#include "library/ensemble.h"
#include "model/scenario.h"

namespace abscope {

struct BandRange {
  std::vector<float> low, high;  // by day
};

struct EnsembleBand {
  std::vector<float> days;
  std::array<BandRange, 2> volumeMm3;                                 // by site
  std::array<std::array<BandRange, kImmuneCount>, 2> cells, density;  // by site and kind
  std::size_t setsDone = 0;
  std::uint64_t version = 0;  // of the course that it belongs to; 0: of none
};

// Null for a preset that has no ensemble.
const Ensemble* bandEnsemble(Preset preset);
bool isComplete(const EnsembleBand& band, Preset preset);

// Starts again for a course of so many days, keeping the memory.
void restart(EnsembleBand& band, std::uint64_t version, double days);
// Solves the scenario with the next set and widens the band by it.
void addNextSet(EnsembleBand& band, const Scenario& scenario);

}  // namespace abscope
