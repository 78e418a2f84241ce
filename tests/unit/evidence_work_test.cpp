// The evidence in steps: what a page shows while it comes, and that it comes to the same.
#include "evidence/evidence_work.h"

#include <doctest/doctest.h>

#include "library/ensemble.h"

namespace abscope {
namespace {

ChosenSets presetAnd(std::size_t sets) {
  ChosenSets chosen;
  const Ensemble& ensemble = *ensembleOf(Preset::mouse);
  for (std::size_t i = 0; i < sets; ++i) chosen.ensemble.push_back(&ensemble.sets[i]);
  return chosen;
}

TEST_CASE("evidence comes table by table, each complete or empty, and its share only rises") {
  EvidenceWork work(presetAnd(2));
  double share = work.share();
  CHECK(share == 0);
  int steps = 0, changes = 0;
  std::size_t sets = 0;
  while (!work.done()) {
    REQUIRE(++steps < 20000);
    work.step();
    const Evidence& now = work.evidence();
    CHECK(work.share() > share);
    share = work.share();
    CHECK((now.targets.empty() || now.targets.size() == publishedTargets().size()));
    CHECK((now.ablations.empty() || !now.readouts.empty()));
    CHECK((now.readouts.empty() || !now.targets.empty()));
    changes += now.sets.size() != sets ? 1 : 0;
    sets = now.sets.size();
  }
  CHECK(share == doctest::Approx(1));
  CHECK(changes == 2);
  work.step();  // does nothing more
  CHECK(work.share() == doctest::Approx(1));
}

TEST_CASE("the rows of the preset are there before the ensemble, and do not change with it") {
  EvidenceWork alone(presetAnd(0)), both(presetAnd(1));
  alone.finish();
  both.finish();
  const Evidence& a = alone.evidence();
  const Evidence& b = both.evidence();
  REQUIRE(a.targets.size() == b.targets.size());
  for (std::size_t i = 0; i < a.targets.size(); ++i) {
    CHECK(a.targets[i].target == b.targets[i].target);
    CHECK(a.targets[i].result.value == b.targets[i].result.value);
    CHECK(a.targets[i].metIn == 0);
    CHECK(b.targets[i].lowest == b.targets[i].highest);
  }
  CHECK(a.sets.empty());
  REQUIRE(b.sets.size() == 1);
  CHECK(b.sets[0].targetsMet > 0);
  CHECK(b.ablations[0].inSets.size() == 1);
}

}  // namespace
}  // namespace abscope
