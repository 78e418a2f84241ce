// What is written reads back as exactly the same scenario.
#include <cmath>
#include <random>

#include <doctest/doctest.h>

#include "library/cases.h"
#include "library/scenario_json.h"

namespace abscope {
namespace {

bool same(const Start& a, const Start& b) {
  return a.anchor == b.anchor && a.days == b.days &&
         (a.anchor != Anchor::afterItem || a.item == b.item);
}

bool same(const RadiationItem& a, const RadiationItem& b) {
  return a.id == b.id && same(a.start, b.start) && a.fractions == b.fractions &&
         a.intervalDays == b.intervalDays && a.skipWeekends == b.skipWeekends &&
         a.irradiatedGy == b.irradiatedGy && a.distantGy == b.distantGy && a.nodeGy == b.nodeGy &&
         a.bloodGy == b.bloodGy;
}

bool same(const DrugItem& a, const DrugItem& b) {
  return a.id == b.id && a.drug == b.drug && same(a.start, b.start) && a.doses == b.doses &&
         a.intervalDays == b.intervalDays && a.amount == b.amount;
}

bool same(const ParameterChange& a, const ParameterChange& b) {
  return a.id == b.id && a.value == b.value;
}

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](const T& x, const T& y) { return same(x, y); });
}

bool same(const Scenario& a, const Scenario& b) {
  return a.id == b.id && a.title == b.title && a.patient.preset == b.patient.preset &&
         a.patient.irradiatedMm3 == b.patient.irradiatedMm3 &&
         a.patient.distantMm3 == b.patient.distantMm3 &&
         a.patient.bloodEffectors == b.patient.bloodEffectors &&
         a.patient.resistance == b.patient.resistance && a.patient.subclone == b.patient.subclone &&
         a.patient.strengths == b.patient.strengths && same(a.patient.changes, b.patient.changes) &&
         same(a.plan.radiation, b.plan.radiation) && same(a.plan.drugs, b.plan.drugs) &&
         a.plan.days == b.plan.days;
}

// Any scenario that the limits allow.
class RandomScenario {
 public:
  explicit RandomScenario(unsigned seed) : engine_(seed) {}

  Scenario make() {
    Scenario s;
    s.id = "seed-1.2_x";
    s.title = "Ü \"quoted\" \\ \n\t\x01 title";
    s.patient.preset = static_cast<Preset>(whole(0, 1));
    s.patient.irradiatedMm3 = real(kMinVolumeMm3, kMaxVolumeMm3);
    s.patient.distantMm3 = std::exp(real(std::log(kMinVolumeMm3), std::log(kMaxVolumeMm3)));
    s.patient.bloodEffectors = real(0, kMaxBloodEffectors);
    for (double& value : s.patient.resistance) value = whole(0, 1) == 0 ? 0 : real(0, 1);
    s.patient.subclone.share = real(0, 1);
    s.patient.subclone.mutationsPerDivision = real(0, kMaxMutationsPerDivision);
    for (double& value : s.patient.subclone.resistance) value = whole(0, 1) == 0 ? 0 : real(0, 1);
    for (double& value : s.patient.strengths.values) value = whole(0, 1) == 0 ? 1 : real(0, 2);
    for (int i = 0; i < kParameterCount; ++i) {
      if (whole(0, 9) != 0) continue;
      const auto id = static_cast<ParameterId>(i);
      s.patient.changes.push_back({id, real(parameterInfo(id).low, parameterInfo(id).high)});
    }
    const int items = whole(1, 12);
    for (int i = 0; i < items; ++i) {
      const std::string id = "item" + std::to_string(i);
      if (whole(0, 1) == 0) {
        RadiationItem item;
        item.id = id;
        item.start = start(i);
        item.fractions = whole(1, kMaxFractions);
        item.intervalDays = real(kMinIntervalDays, kMaxIntervalDays);
        item.skipWeekends = whole(0, 1) == 1;
        item.irradiatedGy = real(kMinDoseGy, kMaxDoseGy);
        item.distantGy = whole(0, 1) == 0 ? 0 : real(kMinDoseGy, kMaxDoseGy);
        if (whole(0, 1) == 0) item.nodeGy = whole(0, 1) == 0 ? 0 : real(kMinDoseGy, kMaxDoseGy);
        if (whole(0, 1) == 0) item.bloodGy = real(kMinDoseGy, kMaxDoseGy);
        s.plan.radiation.push_back(item);
      } else {
        DrugItem item;
        item.id = id;
        do {
          item.drug = static_cast<Drug>(whole(0, kDrugCount - 1));
        } while (!drugUse(item.drug, s.patient.preset).isUsed());
        item.start = start(i);
        item.doses = whole(1, kMaxDoses);
        item.intervalDays = real(kMinIntervalDays, kMaxIntervalDays);
        item.amount = real(0.01, kMaxAmount);
        s.plan.drugs.push_back(item);
      }
    }
    s.plan.days = real(kMinCourseDays, kMaxCourseDays);
    return s;
  }

 private:
  Start start(int index) {
    Start result;
    result.anchor = static_cast<Anchor>(whole(0, static_cast<int>(Anchor::count) - 1));
    result.days = whole(0, 3) == 0 ? 0 : real(0, kMaxCourseDays);
    if (result.anchor == Anchor::afterItem) {
      if (index == 0) {
        result.anchor = Anchor::nadir;
      } else {
        result.item = "item" + std::to_string(whole(0, index - 1));
      }
    }
    return result;
  }
  double real(double low, double high) {
    return std::min(high, std::uniform_real_distribution<double>(low, high)(engine_));
  }
  int whole(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine_); }

  std::mt19937 engine_;
};

TEST_CASE("any scenario survives writing and reading, bit for bit") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const Scenario scenario = RandomScenario(seed).make();
    for (JsonLayout layout : {JsonLayout::indented, JsonLayout::compact}) {
      const std::string json = writeScenario(scenario, layout);
      const ReadScenario read = readScenario(json);
      CAPTURE(json);
      REQUIRE(read.errors.empty());
      REQUIRE(same(read.scenario, scenario));
      REQUIRE(writeScenario(read.scenario, layout) == json);
    }
  }
}

TEST_CASE("every arm of every case survives writing and reading") {
  REQUIRE(cases().size() >= 13);
  for (const Case& item : cases()) {
    for (const Scenario& arm : item.arms) {
      CAPTURE(arm.id);
      const ReadScenario read = readScenario(writeScenario(arm));
      REQUIRE(read.ok());
      CHECK(read.warnings.empty());
      CHECK(same(read.scenario, arm));
    }
  }
}

TEST_CASE("the comparison of this test sees a difference in every field") {
  Scenario base = RandomScenario(1).make();
  RadiationItem rt;
  rt.id = "rt";
  rt.irradiatedGy = 2;
  base.plan.radiation = {rt};
  DrugItem drug;
  drug.id = "drug";
  base.plan.drugs = {drug};
  REQUIRE(same(base, base));
  const auto differs = [&base](auto change) {
    Scenario other = base;
    change(other);
    return !same(base, other);
  };
  CHECK(differs([](Scenario& s) { s.title += "x"; }));
  CHECK(differs([](Scenario& s) { s.patient.resistance[3] += 0.5; }));
  CHECK(differs([](Scenario& s) { s.patient.strengths[MechanismId::X01] = 0.5; }));
  CHECK(differs([](Scenario& s) { s.patient.changes.clear(); }));
  CHECK(differs([](Scenario& s) { s.plan.radiation[0].nodeGy = 0; }));
  CHECK(differs([](Scenario& s) { s.plan.radiation[0].start.anchor = Anchor::response; }));
  CHECK(differs([](Scenario& s) { s.plan.drugs[0].amount = 2; }));
  CHECK(differs([](Scenario& s) { s.plan.days += 1e-9; }));
}

TEST_CASE("the usual values are those of the structs") {
  const ReadScenario read = readScenario(
      R"({"format": "abscope-scenario/1", "patient": {"irradiatedMm3": 60, "distantMm3": 25},
          "plan": {"radiation": [{"id": "rt", "start": 1, "doseGy": {"irradiated": 2}}],
                   "drugs": [{"id": "ab", "drug": "antiPd1", "start": 0}], "days": 60}})");
  REQUIRE(read.ok());
  Scenario usual;
  RadiationItem rt;
  rt.id = "rt";
  rt.irradiatedGy = 2;
  usual.plan.radiation = {rt};
  DrugItem drug;
  drug.id = "ab";
  drug.start.days = 0;
  usual.plan.drugs = {drug};
  CHECK(same(read.scenario, usual));
}

TEST_CASE("a parameter can be given as a factor on its preset") {
  for (const char* preset : {"mouse", "human"}) {
    const ReadScenario read =
        readScenario(R"({"format": "abscope-scenario/1", "patient": {"preset": ")" +
                     std::string(preset) + R"(", "irradiatedMm3": 60, "distantMm3": 25,
            "parameters": {"alphaPerGy": {"times": 1.25}}}, "plan": {"days": 60}})");
    REQUIRE(read.ok());
    REQUIRE(read.scenario.patient.changes.size() == 1);
    const ParameterInfo& info = parameterInfo(ParameterId::alphaPerGy);
    CHECK(read.scenario.patient.changes[0].value ==
          1.25 * (read.scenario.patient.preset == Preset::human ? info.human : info.mouse));
  }
}

TEST_CASE("days after an event are 0 when not written") {
  const ReadScenario read = readScenario(
      R"({"format": "abscope-scenario/1", "patient": {"irradiatedMm3": 60, "distantMm3": 25},
          "plan": {"radiation": [{"id": "rt", "start": {"on": "progression"},
                                  "doseGy": {"irradiated": 2}}], "days": 60}})");
  REQUIRE(read.ok());
  CHECK(read.scenario.plan.radiation[0].start.anchor == Anchor::progression);
  CHECK(read.scenario.plan.radiation[0].start.days == 0);
}

}  // namespace
}  // namespace abscope
