// Chemotherapy: an impulse at the dose, in proportion to what divides.
#include <cmath>

#include <doctest/doctest.h>

#include "model/course.h"

namespace abscope {
namespace {

using doctest::Approx;

TEST_CASE("a dose of chemotherapy kills dividing cells and circulating lymphocytes at once") {
  const Model model{Patient{}};
  const Parameters& p = model.parameters();
  const State before = model.start();
  State y = before;
  const Fluxes f = model.giveChemotherapy(y, 1);
  CHECK(y[SystemState::lymphocytes] ==
        Approx(before[SystemState::lymphocytes] * std::exp(-p.chemoLymphocyteLoss)));
  for (int lane = 0; lane < 2; ++lane) {
    // By value: clang lets no reference bind to a lane.
    const auto change = [&](TumourState state) {
      return double{y[state][lane]} - double{before[state][lane]};
    };
    const double killed = f[TumourFlux::chemotherapyKill][lane];
    const double viable = before[TumourState::viable][lane];
    CHECK(killed > 0);
    CHECK(killed < viable * (1 - std::exp(-p.chemoLogKill)));
    CHECK(change(TumourState::viable) == Approx(-killed));
    CHECK(change(TumourState::dying) == Approx(killed));
    CHECK(change(TumourState::treg) < 0);
  }
  State same = before;
  model.giveChemotherapy(same, 0);
  const double viableAfter = same[TumourState::viable][0];
  const double viableBefore = before[TumourState::viable][0];
  CHECK(viableAfter == viableBefore);
}

TEST_CASE("a tumour at its limit does not divide and is spared") {
  Patient patient;
  const Model model{patient};
  State y = model.start();
  y[TumourState::viable][0] = 2 * model.parameters().capacityMm3;
  const double killed = model.giveChemotherapy(y, 1)[TumourFlux::chemotherapyKill][0];
  CHECK(killed == 0);
}

TEST_CASE("three days of etoposide come near one dose of carboplatin, and leave no level") {
  const auto after = [](Drug drug, int doses) {
    DrugItem item;
    item.id = "chemo";
    item.drug = drug;
    item.doses = doses;
    item.intervalDays = 0.125;
    Plan plan;
    plan.days = 10;
    plan.drugs = {item};
    return solve(Patient{}, plan);
  };
  const Course one = after(Drug::carboplatin, 1), three = after(Drug::etoposide, 3);
  CHECK(three.at(2)[SystemState::lymphocytes] ==
        Approx(one.at(2)[SystemState::lymphocytes]).epsilon(0.05));
  CHECK(one.drugLevelsAt(1)[static_cast<std::size_t>(Hook::chemotherapy)] == 0);
  CHECK(volumeMm3(one.at(10))[0] < 0.95 * volumeMm3(solve(Patient{}, Plan{{}, {}, 10}).at(10))[0]);
}

}  // namespace
}  // namespace abscope
