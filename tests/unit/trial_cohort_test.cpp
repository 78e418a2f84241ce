// Virtual patients and cohorts: who is drawn, what is read off the course, and what comes out.
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "library/cases.h"
#include "library/populations.h"
#include "trial/cohort.h"

namespace abscope {
namespace {

Variation variation(std::string_view name, Distribution::Shape shape, double centre, double spread,
                    bool isFactor = true) {
  Variation result;
  for (VariedQuantity quantity : variedQuantities()) {
    if (nameOf(quantity) == name) result.quantity = quantity;
  }
  REQUIRE(nameOf(result.quantity) == name);
  result.isFactor = isFactor;
  result.distribution = {shape, centre, spread};
  return result;
}

using Shape = Distribution::Shape;

Population someMice() {
  Population mice;
  mice.variations = {variation("irradiatedMm3", Shape::lognormal, 1, 0.5),
                     variation("distantMm3", Shape::lognormal, 1, 0.5),
                     variation("growthPerDay", Shape::normal, 1, 0.1),
                     variation("hypoxiaMax", Shape::uniform, 0.2, 0.4, false),
                     variation("b2mLoss", Shape::bernoulli, 1, 0.3, false),
                     variation("nodeShare", Shape::fixed, 0.15, 0, false)};
  Correlation together;
  together.first = mice.variations[0].quantity;
  together.second = mice.variations[1].quantity;
  together.coefficient = 0.6;
  mice.correlations = {together};
  return mice;
}

double of(const Patient& patient, const Variation& which) {
  return valueOf(patient, which.quantity);
}

TEST_CASE("a patient is the same in every arm, in every part and beside other quantities") {
  Population mice = someMice();
  const PatientSampler sampler(mice, 7), again(mice, 7), other(mice, 8);
  for (const std::uint64_t i : {0u, 1u, 17u, 100000u}) {
    const Patient patient = sampler.draw(i);
    for (const Variation& v : mice.variations) CHECK(of(again.draw(i), v) == of(patient, v));
    CHECK(other.draw(i).irradiatedMm3 != patient.irradiatedMm3);
    // An arm with twice the burden has the same patients with twice the burden.
    Patient base;
    base.irradiatedMm3 = 120;
    CHECK(sampler.draw(i, base).irradiatedMm3 == doctest::Approx(2 * patient.irradiatedMm3));
    CHECK(sampler.draw(i, base).distantMm3 == patient.distantMm3);
  }
  // Quantities that come or go do not move the others.
  Population fewer = mice;
  fewer.variations.erase(fewer.variations.begin() + 2);
  CHECK(PatientSampler(fewer, 7).draw(5).irradiatedMm3 == sampler.draw(5).irradiatedMm3);
  CHECK(of(PatientSampler(fewer, 7).draw(5), mice.variations[3]) ==
        of(sampler.draw(5), mice.variations[3]));
}

TEST_CASE("a large cohort has the distributions that were asked for") {
  const Population mice = someMice();
  const PatientSampler sampler(mice, 3);
  constexpr int kCount = 20000;
  std::vector<double> sums(mice.variations.size()), squares(mice.variations.size());
  double below60 = 0, product = 0, logs[2] = {}, logSquares[2] = {};
  for (int i = 0; i < kCount; ++i) {
    const Patient patient = sampler.draw(static_cast<std::uint64_t>(i));
    for (std::size_t j = 0; j < sums.size(); ++j) {
      const double value = of(patient, mice.variations[j]);
      sums[j] += value / kCount;
      squares[j] += value * value / kCount;
    }
    if (patient.irradiatedMm3 < 60) below60 += 1.0 / kCount;
    const double a = std::log(patient.irradiatedMm3 / 60), b = std::log(patient.distantMm3 / 25);
    product += a * b / kCount;
    logs[0] += a / kCount, logs[1] += b / kCount;
    logSquares[0] += a * a / kCount, logSquares[1] += b * b / kCount;
  }
  const auto sd = [&](std::size_t j) { return std::sqrt(squares[j] - sums[j] * sums[j]); };
  CHECK(below60 == doctest::Approx(0.5).epsilon(0.03));  // the median
  CHECK(sd(0) / sums[0] == doctest::Approx(0.5).epsilon(0.05));
  const double growth = parametersOf(Patient()).growthPerDay;
  CHECK(sums[2] == doctest::Approx(growth).epsilon(0.01));
  CHECK(sd(2) == doctest::Approx(0.1 * growth).epsilon(0.05));
  CHECK(sums[3] == doctest::Approx(0.3).epsilon(0.01));
  CHECK(sd(3) == doctest::Approx(0.2 / std::sqrt(12.0)).epsilon(0.03));
  CHECK(sums[4] == doctest::Approx(0.3).epsilon(0.05));  // prevalence
  CHECK(squares[4] == doctest::Approx(sums[4]));         // all or nothing
  CHECK(sums[5] == doctest::Approx(0.15));
  CHECK(sd(5) == doctest::Approx(0).scale(1).epsilon(1e-6));
  const double correlation =
      (product - logs[0] * logs[1]) /
      std::sqrt((logSquares[0] - logs[0] * logs[0]) * (logSquares[1] - logs[1] * logs[1]));
  CHECK(correlation == doctest::Approx(0.6).epsilon(0.05));
}

TEST_CASE("draws stay within what a patient can have") {
  Population wild;
  wild.variations = {variation("growthPerDay", Shape::lognormal, 1, 3),
                     variation("distantMm3", Shape::normal, 10, 100, false)};
  const PatientSampler sampler(wild, 1);
  int atLimit = 0;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    const Patient patient = sampler.draw(i);
    const double growth = of(patient, wild.variations[0]);
    CHECK(growth >= parameterInfo(ParameterId::growthPerDay).low);
    CHECK(growth <= parameterInfo(ParameterId::growthPerDay).high);
    CHECK(patient.distantMm3 >= kMinVolumeMm3);
    atLimit += patient.distantMm3 == kMinVolumeMm3 ? 1 : 0;
  }
  CHECK(atLimit > 500);
}

TEST_CASE("correlations that contradict each other are found") {
  Population three = someMice();
  const auto add = [&](std::size_t a, std::size_t b, double coefficient) {
    Correlation c;
    c.first = three.variations[a].quantity;
    c.second = three.variations[b].quantity;
    c.coefficient = coefficient;
    three.correlations.push_back(c);
  };
  three.correlations.clear();
  add(0, 1, 0.9);
  add(1, 2, 0.9);
  CHECK_FALSE(correlationsArePossible(three));  // then 0 and 2 must go together
  add(0, 2, 0.9);
  CHECK(correlationsArePossible(three));
}

TEST_CASE("the populations of the program are sound and named") {
  REQUIRE(populations().size() >= 2);
  for (Preset preset : {Preset::mouse, Preset::human}) {
    const Population& usual = usualPopulation(preset);
    CHECK(usual.preset == preset);
    // Hardly anyone is cut off at the edge of what a parameter may be.
    const PatientSampler sampler(usual, 1);
    constexpr int kCount = 1000;
    for (const Variation& v : usual.variations) {
      CAPTURE(nameOf(v.quantity));
      CHECK_FALSE(v.source.empty());
      if (v.quantity.kind == VariedQuantity::Kind::resistance) continue;
      int cut = 0;
      for (std::uint64_t i = 0; i < kCount; ++i) {
        const double value = of(sampler.draw(i), v);
        if (value <= lowestOf(v.quantity) || value >= highestOf(v.quantity)) ++cut;
      }
      CHECK(cut <= kCount * 15 / 100);
    }
  }
}

TEST_CASE("those alone enter in whom a drug did not hold, the same in every arm") {
  Population all = usualPopulation(Preset::human);
  Population after = all;
  after.outgrown = Drug::pembrolizumab;
  const PatientSampler everyone(all, 5), those(after, 5);
  int outgrew = 0;
  constexpr int kPatients = 40;
  for (std::uint64_t i = 0; i < kPatients; ++i) {
    const bool first = outgrows(everyone.draw(i), Drug::pembrolizumab);
    outgrew += first ? 1 : 0;
    CHECK(outgrows(those.draw(i), Drug::pembrolizumab));
    // Who enters anyway stays who he was.
    if (first) CHECK(those.draw(i).distantMm3 == everyone.draw(i).distantMm3);
  }
  CHECK(outgrew > kPatients / 4);
  CHECK(outgrew < kPatients);
}

// --- what is read
// -----------------------------------------------------------------------------------

CohortArm armOf(const char* caseId, const char* armId) {
  const Scenario& arm = *findArm(*findCase(caseId), armId);
  return {arm.patient, arm.plan};
}

TEST_CASE("parts of a cohort are the cohort") {
  const PatientSampler sampler(usualPopulation(Preset::mouse), 5);
  const CohortArm arm = armOf("dewan-2009", "8x3-anti-ctla-4");
  const CohortRules rules = rulesFor(Preset::mouse);
  const auto whole = runPatients(sampler, arm, 0, 9, rules);
  auto parts = runPatients(sampler, arm, 0, 4, rules);
  const auto rest = runPatients(sampler, arm, 4, 5, rules);
  parts.insert(parts.end(), rest.begin(), rest.end());
  REQUIRE(whole.size() == parts.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CHECK(whole[i].index == i);
    CHECK(parts[i].index == i);
    CHECK(whole[i].deathDay == parts[i].deathDay);
    CHECK(whole[i].startMm3 == parts[i].startMm3);
    for (std::size_t j = 0; j < whole[i].scans.size(); ++j) {
      CHECK(whole[i].scans[j].bestDiameterPercent == parts[i].scans[j].bestDiameterPercent);
      CHECK(whole[i].scans[j].progressionDay == parts[i].scans[j].progressionDay);
    }
  }
}

TEST_CASE("an untreated tumour progresses at the first scan that finds it a fifth wider") {
  Plan plan;
  plan.days = 40;
  CohortRules rules = rulesFor(Preset::mouse);
  const Course course = solve(Patient(), plan);
  const PatientOutcome outcome = readOutcome(course, rules);
  const ScanOutcome& distant = outcome.scans[static_cast<std::size_t>(Extent::distant)];
  const double found = distant.progressionDay;
  const double wide = 25 * 1.2 * 1.2 * 1.2;
  CHECK(volumeMm3(course.at(found))[1] >= wide);
  CHECK(volumeMm3(course.at(found - rules.scanEveryDays))[1] < wide);
  CHECK(std::fmod(found, rules.scanEveryDays) == doctest::Approx(0));
  CHECK(distant.best ==
        (found > rules.scanEveryDays ? ResponseClass::stable : ResponseClass::progression));
  // Death: the day on which the volume passes the limit.
  REQUIRE(outcome.deathDay > 0);
  CHECK(sum(volumeMm3(course.at(outcome.deathDay))) == doctest::Approx(1500).epsilon(1e-3));
  // In patients small growths do not count, however large they are in per cent.
  rules.leastGrowthMm = 1000;
  CHECK(readOutcome(course, rules).scans[1].progressionDay == -1);
  CHECK(readOutcome(course, rules).scans[1].best == ResponseClass::stable);
}

TEST_CASE("what comes after progression is no response any more") {
  // Anti-tumour treatment that starts after the tumours have grown: they shrink too late.
  Patient patient;
  Plan plan;
  plan.days = 60;
  RadiationItem late;
  late.id = "rt";
  late.start.days = 20;
  late.irradiatedGy = 20;
  plan.radiation = {late};
  const Course course = solve(patient, plan);
  const PatientOutcome outcome = readOutcome(course, rulesFor(Preset::mouse));
  const ScanOutcome& irradiated = outcome.scans[0];
  CHECK(irradiated.progressionDay < 20);
  CHECK(irradiated.bestDiameterPercent > 0);
  CHECK(irradiated.best != ResponseClass::partial);
}

TEST_CASE("a cure is an elimination, and an unseen tumour a complete response") {
  Patient patient;
  patient.preset = Preset::human;
  patient.irradiatedMm3 = 1000;
  patient.distantMm3 = 1000;
  Plan plan;
  plan.days = 360;
  RadiationItem sbrt;
  sbrt.id = "rt";
  sbrt.fractions = 5;
  sbrt.irradiatedGy = 20;
  plan.radiation = {sbrt};
  const Course course = solve(patient, plan);
  CohortRules rules = rulesFor(Preset::human);
  const PatientOutcome outcome = readOutcome(course, rules);
  CHECK(outcome.eliminatedDay[0] > 0);
  CHECK(outcome.eliminatedDay[1] == -1);
  const double left = std::cbrt(6 / 3.14159265358979 * volumeMm3(course.at(360))[0]);
  rules.leastSeenMm = left * 1.01;
  CHECK(readOutcome(course, rules).scans[0].best == ResponseClass::complete);
  CHECK(readOutcome(course, rules).unseenDay[0] > 0);
  CHECK(readOutcome(course, rules).unseenDay[1] == -1);
  rules.leastSeenMm = left * 0.99;
  CHECK(readOutcome(course, rules).unseenDay[0] == -1);
  CHECK(readOutcome(course, rules).scans[0].best == ResponseClass::partial);
}

TEST_CASE("endpoints count patients, without those whose course failed") {
  std::vector<PatientOutcome> patients(4);
  for (PatientOutcome& patient : patients) patient.lastDay = 100;
  patients[0].scans[1].best = ResponseClass::partial;
  patients[0].eliminatedDay[0] = 30;
  patients[2].unseenDay[1] = 15;
  patients[1].scans[1].best = ResponseClass::progression;
  patients[1].scans[2].progressionDay = 42;
  patients[1].deathDay = 60;
  patients[2].deathDay = 20;
  patients[3].failed = true;
  CHECK(failures(patients) == 1);
  CHECK(shareOf(patients, Endpoint::distantResponse, 100).count == 1);
  CHECK(shareOf(patients, Endpoint::distantResponse, 100).of == 3);
  CHECK(shareOf(patients, Endpoint::distantControl, 100).count == 2);
  CHECK(shareOf(patients, Endpoint::eliminated, 29).count == 0);
  CHECK(shareOf(patients, Endpoint::eliminated, 30).count == 1);
  CHECK(shareOf(patients, Endpoint::unseen, 100).count == 0);
  CHECK(shareOf(patients, Endpoint::distantUnseen, 14).count == 0);
  CHECK(shareOf(patients, Endpoint::distantUnseen, 15).count == 1);
  CHECK(shareOf(patients, Endpoint::alive, 19).count == 3);
  CHECK(shareOf(patients, Endpoint::alive, 20).count == 2);
  CHECK(shareOf(patients, Endpoint::alive, 100).count == 1);
  CHECK(shareOf(patients, Endpoint::progressionFree, 50).count == 1);
  CHECK(shareOf(patients, Endpoint::distantProgressionFree, 50).count == 2);
  const std::vector<Timed> times = timesOf(patients, Endpoint::progressionFree);
  REQUIRE(times.size() == 3);
  CHECK(times[0].day == 100);
  CHECK_FALSE(times[0].event);
  CHECK(times[1].day == 42);
  CHECK(times[1].event);
  CHECK(times[2].day == 20);
  CHECK(timesOf(patients, Endpoint::alive)[1].day == 60);
}

// --- what comes out
// -----------------------------------------------------------------------------------

TEST_CASE("mice differ, and 8x3 with anti-CTLA-4 keeps more of them alive than anti-CTLA-4 alone") {
  const PatientSampler sampler(usualPopulation(Preset::mouse), 1);
  const CohortRules rules = rulesFor(Preset::mouse);
  constexpr int kMice = 60;
  const auto untreated = runPatients(sampler, armOf("dewan-2009", "control"), 0, kMice, rules);
  const auto antibody = runPatients(sampler, armOf("dewan-2009", "anti-ctla-4"), 0, kMice, rules);
  const auto both = runPatients(sampler, armOf("dewan-2009", "8x3-anti-ctla-4"), 0, kMice, rules);
  CHECK(failures(untreated) + failures(antibody) + failures(both) == 0);
  const std::vector<Timed> first = timesOf(antibody, Endpoint::alive);
  const std::vector<Timed> second = timesOf(both, Endpoint::alive);
  CHECK(coxHazardRatio(first, second).high < 1);
  CHECK(logRank(first, second).p < 0.01);
  // Deaths are spread over days, not all on one.
  const std::vector<Timed> deaths = timesOf(untreated, Endpoint::alive);
  double earliest = 1e9, latest = 0;
  for (const Timed& one : deaths) {
    earliest = std::min(earliest, one.day);
    latest = std::max(latest, one.day);
  }
  CHECK(latest - earliest > 5);
}

// Share of 400 patients who respond out of the field, in one arm of a case.
Proportion responders(const char* caseId, const char* arm) {
  const Case& item = *findCase(caseId);
  const PatientSampler sampler(populationFor(item, usualPopulation(Preset::human)), 2);
  const auto patients = runPatients(sampler, armOf(caseId, arm), 0, 400, rulesFor(Preset::human));
  CHECK(failures(patients) == 0);
  return shareOf(patients, Endpoint::distantResponse, 180);
}

TEST_CASE("out of the field: nobody responds untreated, some to pembrolizumab, more after SBRT") {
  const auto rate = [](const char* arm) { return responders("theelen-2021", arm); };
  const Proportion alone = rate("pembrolizumab"), three8 = rate("8x3-pembrolizumab"),
                   four12 = rate("12.5x4-pembrolizumab"), fifteen3 = rate("3x15-pembrolizumab");
  CHECK(rate("control").count == 0);
  CHECK(rate("8x3").share < 0.03);
  CHECK(alone.low < 0.2);
  CHECK(alone.high > 0.2);
  CHECK(three8.share > alone.high);
  CHECK(four12.share > alone.high);
  CHECK(four12.share > fifteen3.share);
}

TEST_CASE("the negative trials would hardly have seen what the model adds") {
  struct Trial {
    const char *id, *control, *arm;
    int ofControl, ofArm;
  };
  for (const Trial& trial :
       {Trial{"mcbride-2021", "nivolumab", "9x3-nivolumab", 29, 31},
        Trial{"spaas-2023", "anti-pd-1", "8x3-anti-pd-1", 51, 45},
        Trial{"schoenfeld-2022", "durva-treme", "8x3-durva-treme", 26, 26},
        Trial{"schoenfeld-2022", "durva-treme", "low-dose-durva-treme", 26, 26}}) {
    CAPTURE(trial.id);
    const Proportion control = responders(trial.id, trial.control);
    const Proportion arm = responders(trial.id, trial.arm);
    const auto expected = [](const Proportion& p, int of) {
      return static_cast<int>(std::lround(p.share * of));
    };
    const OddsRatio odds = oddsRatio(expected(arm, trial.ofArm), trial.ofArm,
                                     expected(control, trial.ofControl), trial.ofControl);
    CHECK(odds.p > 0.1);
  }
}

TEST_CASE("Welsh 2020: burden lowers the response, and does not abolish it") {
  const Proportion small = responders("welsh-2020", "small-pembrolizumab");
  const Proportion large = responders("welsh-2020", "large-pembrolizumab");
  CHECK(large.high < small.share);
  CHECK(large.share > 0.03);  // 17 against 33 % in the trial
}

}  // namespace
}  // namespace abscope
