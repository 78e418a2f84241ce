// The arithmetic of fractions against numbers worked out by hand.
#include <cmath>

#include <doctest/doctest.h>

#include "model/course.h"
#include "model/dose.h"
#include "model/schedule.h"

using namespace abscope;
using doctest::Approx;

TEST_CASE("BED and EQD2 are those of the textbook") {
  CHECK(bedGy(2, 30, 10) == Approx(72));
  CHECK(eqd2Gy(2, 30, 10) == Approx(60));
  CHECK(bedGy(8, 3, 10) == Approx(43.2));
  CHECK(eqd2Gy(8, 3, 10) == Approx(36));
  CHECK(bedGy(20, 1, 10) == Approx(60));
  CHECK(bedGy(20, 1, 3) == Approx(153.3333).epsilon(1e-6));
  CHECK(eqd2Gy(20, 1, 3) == Approx(92));
  CHECK(bedGy(12.5, 4, 10) == Approx(112.5));
  CHECK(bedGy(3, 15, 10) == Approx(58.5));
  CHECK(eqd2Gy(2, 17, 4.2) == Approx(34));
}

TEST_CASE("survival is linear-quadratic up to the transition and straight above it") {
  CHECK(lqlEffect(2, 0.2, 0.02, 6) == Approx(0.48));
  CHECK(lqlEffect(6, 0.2, 0.02, 6) == Approx(1.92));
  CHECK(lqlEffect(10, 0.2, 0.02, 6) == Approx(3.68));  // 1.92 + (0.2 + 2 x 0.02 x 6) x 4
  CHECK(lqlEffect(0, 0.2, 0.02, 6) == 0);
  const double below = lqlEffect(6 - 1e-6, 0.2, 0.02, 6), above = lqlEffect(6 + 1e-6, 0.2, 0.02, 6);
  CHECK((above - below) / 2e-6 == Approx(0.44).epsilon(1e-6));
}

TEST_CASE("a fraction kills what LQ-L says, less in hypoxia and under TGF-beta") {
  const Model model{Patient{}};
  const Parameters& p = model.parameters();
  State y = model.start();
  y[TumourState::hypoxia] = Pair{0, 1};
  y[TumourState::tgfBeta] = Pair{};
  const double d = 4;
  const Pair surviving = model.survival(y, both(d), {});
  CHECK(surviving[0] ==
        Approx(std::exp(-lqlEffect(d, p.alphaPerGy, p.betaPerGy2, p.lqlTransitionGy))));
  CHECK(surviving[1] == Approx(std::exp(-lqlEffect(d / p.oxygenEnhancement, p.alphaPerGy,
                                                   p.betaPerGy2, p.lqlTransitionGy))));
  CHECK(surviving[1] > surviving[0]);
  y[TumourState::tgfBeta] = both(2);
  const Pair protectedCells = model.survival(y, both(d), {});
  CHECK(protectedCells[0] > surviving[0]);
  HookLevels blocked{};
  blocked[static_cast<std::size_t>(Hook::antiTgfBeta)] = 1;
  CHECK(model.survival(y, both(d), blocked)[0] == Approx(surviving[0]));
  CHECK(model.survival(y, Pair{}, {})[0] == 1);
}

TEST_CASE("drugs decay by their half-life and add up") {
  Plan plan;
  plan.days = 40;
  DrugItem item;
  item.id = "pd1";
  item.drug = Drug::antiPd1;
  item.doses = 3;
  item.start.days = 1;
  item.intervalDays = 4;
  item.amount = 1.5;
  plan.drugs = {item};
  SolveOptions options;
  options.fluxIntegrals = false;
  const Course course = solve(Patient{}, plan, options);
  const double halfLife = drugInfo(Drug::antiPd1).mouse.halfLifeDays;
  const auto level = [&](double day) {
    return course.drugLevelsAt(day)[static_cast<std::size_t>(Hook::antiPd1)];
  };
  CHECK(level(0.5) == 0);
  CHECK(level(1) == Approx(1.5));
  CHECK(level(4) == Approx(1.5 * std::exp2(-3 / halfLife)));
  CHECK(level(5) == Approx(1.5 + 1.5 * std::exp2(-4 / halfLife)));
  for (double day : {9.0, 15.5, 40.0}) {
    const double sum = 1.5 * (std::exp2(-(day - 1) / halfLife) + std::exp2(-(day - 5) / halfLife) +
                              std::exp2(-(day - 9) / halfLife));
    CHECK(level(day) == Approx(sum).epsilon(1e-12));
  }
  CHECK(occupancy(course.drugLevelsAt(1))[static_cast<std::size_t>(Hook::antiPd1)] ==
        Approx(1.5 / (1.5 + kHalfOccupancy)));
}

TEST_CASE("fractions skip weekends, day 0 being a Monday") {
  RadiationItem item;
  item.fractions = 6;
  item.skipWeekends = true;
  const std::vector<double> days = fractionDays(item, 3);  // Thursday
  CHECK(days == std::vector<double>{3, 4, 7, 8, 9, 10});
  item.skipWeekends = false;
  CHECK(fractionDays(item, 3) == std::vector<double>{3, 4, 5, 6, 7, 8});
}
