// Products and hooks: what is known of each product, and how products add up at what they touch.
#include <cmath>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "model/course.h"

namespace abscope {
namespace {

using doctest::Approx;

DrugItem dosesFrom(Drug drug, double day, int doses = 1, double intervalDays = 3,
                   double amount = 1) {
  DrugItem item;
  item.id = std::string(drugInfo(drug).id);
  item.drug = drug;
  item.start.days = day;
  item.doses = doses;
  item.intervalDays = intervalDays;
  item.amount = amount;
  return item;
}

Course courseOf(Preset preset, std::vector<DrugItem> drugs, double days = 60) {
  Patient patient;
  patient.preset = preset;
  if (preset == Preset::human) {
    patient.irradiatedMm3 = 14000;
    patient.distantMm3 = 4000;
  }
  Plan plan;
  plan.days = days;
  plan.drugs = std::move(drugs);
  SolveOptions options;
  options.fluxIntegrals = false;
  return solve(patient, plan, options);
}

double levelAt(const Course& course, Hook hook, double day) {
  return course.drugLevelsAt(day)[static_cast<std::size_t>(hook)];
}

TEST_CASE("every drug says how it is given, with units and a source") {
  std::set<std::string_view> ids, names;
  for (int i = 0; i < kDrugCount; ++i) {
    const auto drug = static_cast<Drug>(i);
    const DrugInfo& info = drugInfo(drug);
    CAPTURE(std::string(info.id));
    CHECK(drugById(info.id) == drug);
    CHECK(ids.insert(info.id).second);
    CHECK(names.insert(info.name).second);
    CHECK_FALSE(info.target.empty());
    CHECK_FALSE(info.review.empty());
    CHECK(info.potency > 0);
    CHECK(info.potency <= 1);
    CHECK((info.mouse.isUsed() || info.human.isUsed()));
    for (const DrugUse* use : {&info.mouse, &info.human}) {
      CHECK(use->isUsed() == !use->source.empty());
      CHECK(use->isUsed() == !use->dose.empty());
      if (!use->isUsed()) continue;
      CHECK(use->doses >= 1);
      CHECK(use->doses <= kMaxDoses);
      CHECK(use->intervalDays >= kMinIntervalDays);
      CHECK(use->intervalDays <= kMaxIntervalDays);
    }
    for (const std::string_view text : {info.mouse.dose, info.mouse.source, info.human.dose,
                                        info.human.source, info.review, info.target}) {
      CHECK(text.find("[R]") == text.npos);
    }
  }
  CHECK(drugById("aspirin") == Drug::count);
  CHECK(kDrugCount >= 60);
}

TEST_CASE("every hook has a product for mice, and the old ones an agent of the same name") {
  for (int i = 0; i < kHookCount; ++i) {
    const auto hook = static_cast<Hook>(i);
    CAPTURE(std::string(kHookIds[static_cast<std::size_t>(i)]));
    bool inMice = false;
    for (int drug = 0; drug < kDrugCount; ++drug) {
      const DrugInfo& info = drugInfo(static_cast<Drug>(drug));
      inMice = inMice || (info.hook == hook && info.mouse.isUsed());
    }
    CHECK(inMice);
    if (i > static_cast<int>(Hook::adoptiveTCells)) continue;
    // Their numbers are in addresses of old.
    CHECK(genericOf(hook) == static_cast<Drug>(i));
    CHECK(drugInfo(static_cast<Drug>(i)).potency == 1);
    CHECK(drugUse(static_cast<Drug>(i), Preset::mouse).isUsed());
    CHECK(drugUse(static_cast<Drug>(i), Preset::human).isUsed());
  }
}

TEST_CASE("a product decays by its own half-life in the preset's species") {
  const Course mouse = courseOf(Preset::mouse, {dosesFrom(Drug::rmp114, 1)});
  const Course person = courseOf(Preset::human, {dosesFrom(Drug::nivolumab, 1)});
  CHECK(levelAt(mouse, Hook::antiPd1, 1) == Approx(1));
  CHECK(levelAt(mouse, Hook::antiPd1, 1 + 3 * 0.93) == Approx(1.0 / 8));
  CHECK(levelAt(person, Hook::antiPd1, 1 + 25) == Approx(0.5));
  CHECK(levelAt(person, Hook::antiPd1, 1 + 50) == Approx(0.25));
  CHECK(levelAt(person, Hook::antiPdl1, 20) == 0);
}

TEST_CASE("products of one hook add up there, each by its potency and half-life") {
  const DrugUse& basiliximab = drugInfo(Drug::basiliximab).human;
  const DrugUse& generic = drugInfo(Drug::antiCd25).human;
  const double potency = drugInfo(Drug::basiliximab).potency;
  REQUIRE(potency == 0.5);
  // Given in turns, with another hook in between, so that their order in the plan is no matter.
  const Course course = courseOf(
      Preset::human, {dosesFrom(Drug::basiliximab, 2, 2, 4), dosesFrom(Drug::pembrolizumab, 3),
                      dosesFrom(Drug::antiCd25, 5, 1, 3, 2)});
  for (const double day : {1.0, 2.5, 5.0, 5.25, 6.0, 30.0, 60.0}) {
    const auto left = [day](double given, const DrugUse& use) {
      return day < given ? 0 : std::exp2(-(day - given) / use.halfLifeDays);
    };
    const double expected =
        potency * (left(2, basiliximab) + left(6, basiliximab)) + 2 * left(5, generic);
    CAPTURE(day);
    CHECK(levelAt(course, Hook::antiCd25, day) == Approx(expected).epsilon(1e-12));
    CHECK(levelAt(course, Hook::antiPd1, day) ==
          Approx(left(3, drugInfo(Drug::pembrolizumab).human)).epsilon(1e-12));
  }
}

TEST_CASE("two halves of a pair do what the pair does") {
  // Same half-life in mice and half the potency each.
  Patient patient;
  patient.resistance[static_cast<std::size_t>(Resistance::alternativeCheckpoints)] = 1;
  Plan pair, halves;
  pair.days = halves.days = 40;
  pair.drugs = {dosesFrom(Drug::antiPd1, 1, 4), dosesFrom(Drug::lag3Tim3, 1, 4)};
  halves.drugs = {dosesFrom(Drug::relatlimab, 1, 4), dosesFrom(Drug::antiPd1, 1, 4),
                  dosesFrom(Drug::sabatolimab, 1, 4)};
  const Course a = solve(patient, pair), b = solve(patient, halves);
  for (double day = 0; day <= 40; day += 8) {
    CHECK(volumeMm3(a.at(day))[0] == Approx(volumeMm3(b.at(day))[0]).epsilon(1e-9));
  }
  Plan less = halves;
  less.drugs.pop_back();
  CHECK(volumeMm3(solve(patient, less).at(40))[0] > 1.001 * volumeMm3(a.at(40))[0]);
}

}  // namespace
}  // namespace abscope
