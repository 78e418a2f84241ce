// The directions of the literature: which the mouse shows, and that none is forgotten.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "science/targets_file.h"

using namespace abscope;

namespace {

std::vector<TargetRange> ranges() {
  std::string problem;
  std::vector<TargetRange> all = readTargetRanges(targetsFilePath(), problem);
  REQUIRE_MESSAGE(!all.empty(), problem);
  return all;
}

SolveOptions statesOnly() {
  SolveOptions options;
  options.fluxIntegrals = false;
  return options;
}

// D01-D08, D14, D17-D19, D33, D40, D41 must be in their ranges.
bool mustHold(const std::string& id) {
  const std::string number = id.substr(1, 2);
  static const std::set<std::string> kMust = {"01", "02", "03", "04", "05", "06", "07", "08",
                                              "14", "17", "18", "19", "33", "40", "41"};
  return kMust.count(number) > 0;
}

}  // namespace

TEST_CASE("every target of the file is in the code, and the other way round") {
  std::set<std::string> inFile, inCode;
  for (const TargetRange& range : ranges()) CHECK(inFile.insert(range.id).second);
  for (const Target& target : allTargets()) CHECK(inCode.insert(std::string(target.id)).second);
  for (const std::string& id : inFile) CHECK_MESSAGE(inCode.count(id) == 1, id);
  for (const std::string& id : inCode) CHECK_MESSAGE(inFile.count(id) == 1, id);
}

TEST_CASE("the mouse shows the directions of the literature") {
  const std::vector<TargetResult> results = evaluateTargets(ranges(), {}, statesOnly());
  int met = 0, withMargin = 0, exaggerated = 0;
  std::printf("Targets (* must hold)\n");
  for (const TargetResult& result : results) {
    const bool must = mustHold(std::string(result.id));
    std::printf("%s %s\n", must ? "*" : " ", describe(result).c_str());
    met += result.met;
    withMargin += result.margin >= 1;
    exaggerated += result.exaggerated;
    if (must) CHECK_MESSAGE(result.met, describe(result));
  }
  std::printf("met %d of %d, with margin %d, exaggerated %d\n", met,
              static_cast<int>(results.size()), withMargin, exaggerated);
}

TEST_CASE("the margin is measured in the units of targets.json") {
  TargetRange below{"x", 0, 0.8, 0.02};
  CHECK(marginOf(0.8, below) == doctest::Approx(0));
  CHECK(marginOf(0.8 * std::exp(-0.1), below) == doctest::Approx(1));
  CHECK(marginOf(0.9, below) < 0);
  CHECK(judge("x", 0.01, below).exaggerated);
  CHECK_FALSE(judge("x", 0.03, below).exaggerated);

  TargetRange above;
  above.low = 1.2;
  above.farSide = 4;
  CHECK(marginOf(1.2 * std::exp(0.1), above) == doctest::Approx(1));
  CHECK(judge("x", 5, above).exaggerated);
  CHECK_FALSE(judge("x", 1.1, above).met);

  TargetRange within{"x", 0.75, 1.2, {}};
  CHECK(marginOf(0.75 + 0.045, within) == doctest::Approx(1));
  CHECK(marginOf(1.2 - 0.045, within) == doctest::Approx(1));
  CHECK(marginOf(0.7, within) < 0);

  TargetRange gain{"x", -5, 0.6, {}};
  CHECK(marginOf(0.54, gain) == doctest::Approx(1));
  CHECK(marginOf(-1, gain) > 1);
  CHECK(marginOf(-6, gain) < 0);
  CHECK_FALSE(judge("x", std::nan(""), gain).met);
}

TEST_CASE("an arm becomes the plan that it says") {
  const Arm arm = mouse()
                      .fractions(8, 3, 7)
                      .fractionsToDistant(0.5, 4, 13)
                      .drug(Drug::tlr7Agonist, {1, 3, 5, 8, 10})
                      .effectorsInBlood(0.5)
                      .times(ParameterId::antigenBasalPerMm3, 0.7);
  const Plan plan = planOf(arm, 30);
  REQUIRE(plan.radiation.size() == 2);
  CHECK(plan.radiation[0].irradiatedGy == 8);
  CHECK(plan.radiation[0].distantGy == 0);
  CHECK(plan.radiation[0].fractions == 3);
  CHECK(plan.radiation[0].start.days == 7);
  CHECK(plan.radiation[1].distantGy == 0.5);
  std::vector<double> days;
  for (const DrugItem& item : plan.drugs) {
    for (int i = 0; i < item.doses; ++i) days.push_back(item.start.days + i * item.intervalDays);
  }
  CHECK(days == std::vector<double>{1, 3, 5, 8, 10});
  const Patient patient = patientOf(arm);
  CHECK(patient.bloodEffectors == 0.5);
  REQUIRE(patient.changes.size() == 1);
  CHECK(patient.changes[0].value == doctest::Approx(0.7 * Parameters{}.antigenBasalPerMm3));
  CHECK_FALSE(arm == arm.fractions(2, 1));
  for (const TimedArm& timed : targetArms()) {
    const Plan p = planOf(timed.arm, timed.days);
    CHECK_MESSAGE(p.radiation.size() + p.drugs.size() <= kMaxItems, nameOf(timed.arm));
  }
}
