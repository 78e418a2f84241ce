#include "app/band.h"

#include <algorithm>
#include <limits>

namespace abscope {
namespace {

constexpr std::size_t kSamples = 240;

void clear(BandRange& range, std::size_t size) {
  range.low.assign(size, std::numeric_limits<float>::infinity());
  range.high.assign(size, -std::numeric_limits<float>::infinity());
}

void widen(BandRange& range, std::size_t i, double value) {
  const auto v = static_cast<float>(value);
  range.low[i] = std::min(range.low[i], v);
  range.high[i] = std::max(range.high[i], v);
}

}  // namespace

const Ensemble* bandEnsemble(Preset preset) { return ensembleOf(preset); }

bool isComplete(const EnsembleBand& band, Preset preset) {
  const Ensemble* ensemble = bandEnsemble(preset);
  return ensemble != nullptr && band.version != 0 && band.setsDone == ensemble->sets.size();
}

void restart(EnsembleBand& band, std::uint64_t version, double days) {
  band.version = version;
  band.setsDone = 0;
  band.days.resize(kSamples + 1);
  for (std::size_t i = 0; i <= kSamples; ++i) {
    band.days[i] = static_cast<float>(days * static_cast<double>(i) / kSamples);
  }
  for (std::size_t site = 0; site < 2; ++site) {
    clear(band.volumeMm3[site], kSamples + 1);
    for (std::size_t kind = 0; kind < kImmuneCount; ++kind) {
      clear(band.cells[site][kind], kSamples + 1);
      clear(band.density[site][kind], kSamples + 1);
    }
  }
}

void addNextSet(EnsembleBand& band, const Scenario& scenario) {
  const Ensemble* ensemble = bandEnsemble(scenario.patient.preset);
  if (ensemble == nullptr || band.setsDone >= ensemble->sets.size()) return;
  const std::vector<ParameterChange>& set = ensemble->sets[band.setsDone++].changes;
  // What the scenario itself changes comes last, as it does with the preset.
  Patient patient = scenario.patient;
  patient.changes.insert(patient.changes.begin(), set.begin(), set.end());
  SolveOptions options;
  options.fluxIntegrals = false;
  const Course course = solve(patient, scenario.plan, options);
  for (std::size_t i = 0; i < band.days.size(); ++i) {
    const State y = course.at(std::min(static_cast<double>(band.days[i]), course.days()));
    const Pair volume = volumeMm3(y);
    for (std::size_t site = 0; site < 2; ++site) {
      widen(band.volumeMm3[site], i, volume[site]);
      for (std::size_t kind = 0; kind < kImmuneCount; ++kind) {
        const double cells = y[stateOf(static_cast<Immune>(kind))][site];
        widen(band.cells[site][kind], i, cells);
        widen(band.density[site][kind], i, densityPerMm3(cells, volume[site]));
      }
    }
  }
}

}  // namespace abscope
