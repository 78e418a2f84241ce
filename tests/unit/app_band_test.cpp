// The band of the ensemble, without a screen.
#include <doctest/doctest.h>

#include "app/band.h"
#include "library/cases.h"

namespace abscope {
namespace {

TEST_CASE("a band starts empty, widens with every set and is complete with the last") {
  const Scenario& scenario = *findArm(*findCase("dewan-2009"), "8x3-anti-ctla-4");
  const Ensemble& ensemble = *bandEnsemble(Preset::mouse);
  EnsembleBand band;
  CHECK_FALSE(isComplete(band, Preset::mouse));
  restart(band, 7, scenario.plan.days);
  float width = -1;
  for (std::size_t i = 0; i < ensemble.sets.size(); ++i) {
    CHECK_FALSE(isComplete(band, Preset::mouse));
    addNextSet(band, scenario);
    const BandRange& range = band.volumeMm3[1];
    const float now = range.high.back() - range.low.back();
    CHECK(now >= width);
    width = now;
    CHECK(range.high.front() == doctest::Approx(25).epsilon(1e-5));  // all start alike
    CHECK(range.low.front() == doctest::Approx(25).epsilon(1e-5));
  }
  CHECK(width > 0);
  CHECK(isComplete(band, Preset::mouse));
  addNextSet(band, scenario);  // there is no other
  CHECK(band.volumeMm3[1].high.back() - band.volumeMm3[1].low.back() == width);
  CHECK(band.days.front() == 0);
  CHECK(band.days.back() == doctest::Approx(scenario.plan.days));
  restart(band, 8, 10);
  CHECK_FALSE(isComplete(band, Preset::mouse));
}

TEST_CASE("what the scenario changes itself holds in every set") {
  Scenario scenario = *findArm(*findCase("dewan-2009"), "8x3-anti-ctla-4");
  EnsembleBand own, changed;
  restart(own, 1, scenario.plan.days);
  addNextSet(own, scenario);
  scenario.patient.changes.push_back({ParameterId::growthPerDay, 0.02});
  restart(changed, 1, scenario.plan.days);
  addNextSet(changed, scenario);
  CHECK(changed.volumeMm3[1].high.back() < own.volumeMm3[1].high.back());
}

TEST_CASE("the human preset has no ensemble") { CHECK(bandEnsemble(Preset::human) == nullptr); }

}  // namespace
}  // namespace abscope
