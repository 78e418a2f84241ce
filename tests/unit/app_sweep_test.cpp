// A sweep is the same courses as a hand would set one by one, whatever the slices.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "app/apply.h"
#include "app/set_control.h"
#include "app/text_buffer.h"
#include "library/cases.h"
#include "library/mechanisms.h"
#include "library/text.h"

namespace abscope {
namespace {

Document documentOf(const char* id, const char* arm) {
  const Case* item = findCase(id);
  REQUIRE(item);
  const Scenario* scenario = findArm(*item, arm);
  REQUIRE(scenario);
  Document document;
  document.scenario = *scenario;
  return document;
}

void solveAll(Sweep& sweep, int evaluations) {
  while (sweep.advance(evaluations)) {
  }
}

}  // namespace

TEST_CASE("each point of a sweep is the course with the control at that value") {
  const Document document = documentOf("dewan-2009", "8x3-anti-ctla-4");
  for (int c = 0; c < static_cast<int>(SweepControl::count); ++c) {
    const auto control = static_cast<SweepControl>(c);
    CAPTURE(c);
    Sweep sweep;
    REQUIRE(sweep.prepare(document, {1, control, 0, 30}));
    solveAll(sweep, kSweepEvaluationsAFrame);
    const std::size_t count = sweep.points().size();
    CHECK(count >= (control == SweepControl::fractions ? 40U : 200U));
    Plan untreatedPlan;
    untreatedPlan.days = document.scenario.plan.days;
    const Pair untreated = volumeMm3(solve(document.scenario.patient, untreatedPlan).at(30));
    for (const std::size_t i : {std::size_t{0}, count / 3, count / 2, count - 1}) {
      const SweepPoint& point = sweep.points()[i];
      CHECK(point.solved);
      Document at = document;
      setDocumentControl(at, View{}, {controlOf(control), point.value, 0});
      const Course course = solve(at.scenario.patient, at.scenario.plan);
      const Pair volume = volumeMm3(course.at(30));
      for (const Site site : {Site::irradiated, Site::distant}) {
        const int lane = static_cast<int>(site);
        CHECK(static_cast<double>(point.outcome(SweepOutcome::volume, site)) ==
              doctest::Approx(volume[lane] / untreated[lane]).epsilon(1e-5));
        // No moment of the course is above the peak by more than sampling can miss.
        double peak = 0;
        for (double day = 0; day <= course.days(); day += 0.05) {
          peak = std::max(peak, course.at(day)[TumourState::cd8Effector][lane]);
        }
        CHECK(static_cast<double>(point.outcome(SweepOutcome::cd8, site)) ==
              doctest::Approx(peak).epsilon(0.01));
      }
    }
  }
}

TEST_CASE("slices of any size give the same curve, coarse points first") {
  const Document document = documentOf("barsoumian-2020", "hdr-ldrt-ici");
  Sweep whole, sliced;
  REQUIRE(whole.prepare(document, {1, SweepControl::dose, 0, 30}));
  REQUIRE(sliced.prepare(document, {1, SweepControl::dose, 0, 30}));
  whole.advance(1000000000);
  CHECK_FALSE(whole.pending());
  // After a few courses both ends and the middle are there.
  while (sliced.solvedCount() < 5) sliced.advance(1);
  CHECK(sliced.points().front().solved);
  CHECK(sliced.points().back().solved);
  std::size_t longest = 0, gap = 0;
  for (const SweepPoint& point : sliced.points()) {
    gap = point.solved ? 0 : gap + 1;
    longest = std::max(longest, gap);
  }
  CHECK(longest < sliced.points().size() / 2);
  solveAll(sliced, 5000);
  for (std::size_t i = 0; i < whole.points().size(); ++i) {
    CHECK(whole.points()[i].outcomes == sliced.points()[i].outcomes);
  }
}

TEST_CASE("a slice of a sweep spends what a frame has for it, and most of it") {
  for (const auto& [id, arm] :
       {std::pair{"barsoumian-2020", "hdr-ldrt-ici"}, std::pair{"dewan-2009", "8x3-anti-ctla-4"}}) {
    const Document document = documentOf(id, arm);
    Sweep sweep;
    REQUIRE(sweep.prepare(document, {1, SweepControl::dose, 0, 30}));
    SolveOptions options;
    options.fluxIntegrals = false;
    for (std::vector<bool> before(sweep.points().size()); sweep.pending();) {
      sweep.advance(kSweepEvaluationsAFrame);
      int spent = 0;
      for (std::size_t i = 0; i < before.size(); ++i) {
        const SweepPoint& point = sweep.points()[i];
        if (!point.solved || before[i]) continue;
        before[i] = true;
        const Scenario scenario = sweep.scenarioAt(point.value);
        spent += solve(scenario.patient, scenario.plan, options).counts().evaluations;
      }
      CAPTURE(spent);
      CHECK(spent <= kSweepEvaluationsAFrame + kSweepEvaluationsAFrame / 8);
      if (sweep.pending()) CHECK(spent >= kSweepEvaluationsAFrame / 2);
    }
  }
}

TEST_CASE("a sweep is kept while only its own control, or the pin, changes") {
  Document document = documentOf("dewan-2009", "8x3");
  Sweep sweep;
  REQUIRE(sweep.prepare(document, {1, SweepControl::dose, 0, 30}));
  solveAll(sweep, 1000000000);
  setDocumentControl(document, View{}, {ControlId::rtDose, 12, 0});
  document.pinned = pinnedOf(document);
  CHECK(sweep.prepare(document, {2, SweepControl::dose, 0, 30}));
  CHECK_FALSE(sweep.pending());
  setDocumentControl(document, View{}, {ControlId::rtFractions, 5, 0});
  CHECK(sweep.prepare(document, {3, SweepControl::dose, 0, 30}));
  CHECK(sweep.pending());
  CHECK_FALSE(sweep.prepare(document, {4, SweepControl::drugStart, 0, 30}));
  CHECK(sweep.empty());
}

TEST_CASE("the claims on the axis are the catalogue's, with its references") {
  std::set<std::string_view> mechanisms;
  for (const SweepClaim& claim : sweepClaims()) {
    CAPTURE(claim.key);
    CHECK(hasText(claim.key));
    const Mechanism* entry = findMechanism(claim.mechanism);
    REQUIRE(entry);
    mechanisms.insert(claim.mechanism);
    CHECK_FALSE(claim.references[0].empty());
    for (const std::string_view id : claim.references) {
      if (id.empty()) continue;
      CAPTURE(id);
      CHECK(findReference(catalogue(), id));
      CHECK(std::count(entry->references.begin(), entry->references.end(), id) == 1);
    }
    // Debated: by the entry as a whole, or by its words on the dose.
    const bool debated = entry->settled == Settled::debated ||
                         entry->doseDependence.find("debated") != std::string::npos;
    CHECK(claim.debated == debated);
    TextBuffer<16> dose;
    dose.addNumber(claim.low, 3);
    CHECK(entry->doseDependence.find(dose.view()) != std::string::npos);
  }
  CHECK(mechanisms.size() == 3);
}

TEST_CASE("the dose curve of the distant tumour has the shape that the model's TREX1 gives") {
  Sweep sweep;
  REQUIRE(
      sweep.prepare(documentOf("dewan-2009", "8x3-anti-ctla-4"), {1, SweepControl::dose, 0, 30}));
  solveAll(sweep, 1000000000);
  const auto at = [&](double doseGy, SweepOutcome outcome, Site site) {
    REQUIRE_FALSE(sweep.points().empty());
    const SweepPoint* best = &sweep.points().front();
    for (const SweepPoint& p : sweep.points()) {
      if (std::fabs(p.value - doseGy) < std::fabs(best->value - doseGy)) best = &p;
    }
    return best->outcome(outcome, site);
  };
  CHECK(at(8, SweepOutcome::interferon, Site::irradiated) >
        5 * at(2, SweepOutcome::interferon, Site::irradiated));
  CHECK(at(20, SweepOutcome::trex1, Site::irradiated) >
        100 * at(8, SweepOutcome::trex1, Site::irradiated));
  CHECK(at(8, SweepOutcome::volume, Site::distant) < at(2, SweepOutcome::volume, Site::distant));
  CHECK(at(8, SweepOutcome::volume, Site::distant) < at(22, SweepOutcome::volume, Site::distant));
}

}  // namespace abscope
