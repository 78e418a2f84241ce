// What must hold in every course, whatever the parameters are.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include <doctest/doctest.h>

#include "model/course.h"
#include "model/schedule.h"
#include "science/state_names.h"
#include "science/study_arms.h"

using namespace abscope;

namespace {

// What a flux table says the states should have become: start + in-fluxes - out-fluxes.
struct Balance {
  double value[kRealStateNumbers] = {};
  double moved[kRealStateNumbers] = {};  // how much went in and out, for the rounding of the sums
};

int stateIndex(Pool pool, int lane) {
  return isTumour(pool) ? 2 * static_cast<int>(tumourState(pool)) + lane
                        : 2 * kTumourStateCount + static_cast<int>(systemState(pool));
}

void move(Balance& balance, Pool from, Pool to, int lane, double amount) {
  if (from != Pool::outside) {
    balance.value[stateIndex(from, lane)] -= amount;
    balance.moved[stateIndex(from, lane)] += std::fabs(amount);
  }
  if (to != Pool::outside) {
    balance.value[stateIndex(to, lane)] += amount;
    balance.moved[stateIndex(to, lane)] += std::fabs(amount);
  }
}

Balance balanceOf(const State& start, const Fluxes& amounts) {
  Balance balance;
  for (int i = 0; i < kRealStateNumbers; ++i) balance.value[i] = stateNumber(start, i);
  for (int f = 0; f < kTumourFluxCount; ++f) {
    const FluxInfo& info = kTumourFluxInfo[static_cast<std::size_t>(f)];
    for (int lane = 0; lane < 2; ++lane) {
      move(balance, info.from, info.to, lane, amounts[static_cast<TumourFlux>(f)][lane]);
    }
  }
  for (int f = 0; f < kSystemFluxCount; ++f) {
    const FluxInfo& info = kSystemFluxInfo[static_cast<std::size_t>(f)];
    move(balance, info.from, info.to, 0, amounts[static_cast<SystemFlux>(f)]);
  }
  return balance;
}

bool sameBits(const State& a, const State& b) {
  return std::memcmp(a.pairs.data(), b.pairs.data(), sizeof a.pairs) == 0;
}

bool sameBits(const Fluxes& a, const Fluxes& b) {
  return std::memcmp(a.pairs.data(), b.pairs.data(), sizeof a.pairs) == 0;
}

Course statesOf(const StudyArm& arm) {
  SolveOptions options;
  options.fluxIntegrals = false;
  return solve(arm.patient, arm.plan, options);
}

const StudyArm& cornerNamed(const std::vector<StudyArm>& arms, const std::string& part) {
  for (const StudyArm& arm : arms) {
    if (arm.name.find(part) != std::string::npos) return arm;
  }
  REQUIRE_MESSAGE(false, "no arm " << part);
  return arms.front();
}

std::vector<StudyArm> someArms() {
  std::vector<StudyArm> arms = cornerStudyArms();
  const std::vector<StudyArm> targets = targetStudyArms();
  for (std::size_t i = 0; i < targets.size(); i += 5) arms.push_back(targets[i]);
  return arms;
}

}  // namespace

TEST_CASE("every state changes by what its fluxes bring and take, and by nothing else") {
  for (const StudyArm& arm : allStudyArms()) {
    const Course course = solve(arm.patient, arm.plan);
    const State start = course.model().start();
    double worst = 0;
    std::string where;
    for (double day = 0; day <= course.days(); day += 0.5 + std::floor(course.days() / 60)) {
      const Balance balance = balanceOf(start, course.integralsAt(day));
      const State state = course.at(day);
      for (int i = 0; i < kRealStateNumbers; ++i) {
        const double value = stateNumber(state, i);
        const double error =
            std::fabs(value - balance.value[i]) / (1e-3 + std::fabs(value) + balance.moved[i]);
        if (error > worst || !std::isfinite(error)) {
          worst = std::isfinite(error) ? error : 1e300;
          where = arm.name + ", " + stateName(i) + ", day " + std::to_string(day);
        }
      }
    }
    CHECK_MESSAGE(worst <= 1e-7, where << ": " << worst);
  }
}

TEST_CASE("states and cumulative amounts are never negative, and amounts never fall") {
  for (const StudyArm& arm : allStudyArms()) {
    const Course course = solve(arm.patient, arm.plan);
    Fluxes earlier;
    double lowest = 0, largestFall = 0;
    std::string where;
    for (double day = 0; day <= course.days(); day += 0.25 + std::floor(course.days() / 60)) {
      const State state = course.at(day);
      for (int i = 0; i < kRealStateNumbers; ++i) {
        const double value = stateNumber(state, i);
        if (!(value >= lowest)) {
          lowest = std::isfinite(value) ? value : -1e300;
          where = arm.name + ", " + stateName(i) + ", day " + std::to_string(day);
        }
      }
      const Fluxes amounts = course.integralsAt(day);
      for (std::size_t i = 0; i < amounts.pairs.size(); ++i) {
        for (int lane = 0; lane < 2; ++lane) {
          const double fall = earlier.pairs[i][lane] - amounts.pairs[i][lane];
          largestFall = std::max(largestFall, fall / (1e-3 + amounts.pairs[i][lane]));
        }
      }
      earlier = amounts;
    }
    // Dense output may undershoot zero by its error.
    CHECK_MESSAGE(lowest >= -1e-9, where << ": " << lowest);
    CHECK_MESSAGE(largestFall <= 1e-7, arm.name << ": an amount fell by " << largestFall);
  }
}

TEST_CASE("the same question gives the same answer, bit for bit") {
  for (const StudyArm& arm : someArms()) {
    const Course first = solve(arm.patient, arm.plan), second = solve(arm.patient, arm.plan);
    bool same = first.events().size() == second.events().size();
    for (double day = 0; day <= arm.plan.days; day += 3.5) {
      same = same && sameBits(first.at(day), second.at(day)) &&
             sameBits(first.integralsAt(day), second.integralsAt(day));
    }
    CHECK_MESSAGE(same, arm.name);
  }
}

TEST_CASE("recording the fluxes does not change the states") {
  for (const StudyArm& arm : someArms()) {
    const Course with = solve(arm.patient, arm.plan), without = statesOf(arm);
    bool same = true;
    for (double day = 0; day <= arm.plan.days; day += 3.5) {
      for (int i = 0; i < kRealStateNumbers; ++i) {
        same = same &&
               relativeError(stateNumber(with.at(day), i), stateNumber(without.at(day), i)) < 1e-7;
      }
    }
    CHECK_MESSAGE(same, arm.name);
  }
}

TEST_CASE("a dose of nothing is no dose") {
  StudyArm control;
  control.plan.days = 60;
  StudyArm nothing = control;
  RadiationItem item;
  item.id = "rt";
  item.fractions = 3;
  nothing.plan.radiation = {item};
  DrugItem drug;
  drug.id = "drug";
  drug.amount = 0;
  nothing.plan.drugs = {drug};
  const Course a = statesOf(control), b = statesOf(nothing);
  for (double day = 0; day <= 60; day += 1.5) {
    for (int i = 0; i < kRealStateNumbers; ++i) {
      // Not bit for bit: events cut the steps at other moments.
      CHECK(relativeError(stateNumber(b.at(day), i), stateNumber(a.at(day), i)) < 1e-6);
    }
  }
  // The jump itself is nothing, exactly.
  State y = a.at(10);
  const State before = y;
  a.model().giveFraction(y, {}, HookLevels{});
  CHECK(sameBits(y, before));
}

TEST_CASE("equal tumours that are treated equally stay equal") {
  const std::vector<StudyArm> corners = cornerStudyArms();
  const Course course = statesOf(cornerNamed(corners, "two equal tumours"));
  for (double day = 0; day <= course.days(); day += 1) {
    const State state = course.at(day);
    for (int s = 0; s < kTumourStateCount; ++s) {
      const Pair pair = state[static_cast<TumourState>(s)];
      const bool equal = pair[0] == pair[1];
      CHECK_MESSAGE(equal, kTumourStateInfo[static_cast<std::size_t>(s)].name);
    }
  }
}

TEST_CASE("a cured tumour stays cured, and says when") {
  const std::vector<StudyArm> corners = cornerStudyArms();
  const Course course = statesOf(cornerNamed(corners, "cured"));
  double curedOn[2] = {-1, -1};
  for (const Event& event : course.events()) {
    if (event.kind == EventKind::cure) curedOn[static_cast<int>(event.site)] = event.day;
  }
  for (int lane = 0; lane < 2; ++lane) {
    REQUIRE(curedOn[lane] >= 0);
    const double last = course.before(curedOn[lane])[TumourState::viable][lane];
    CHECK(last < course.model().parameters().clonogenMm3);
    for (double day = curedOn[lane]; day <= course.days(); day += 0.5) {
      const double viable = course.at(day)[TumourState::viable][lane];
      CHECK(viable == 0);
    }
  }
}

TEST_CASE("the state before an event and after it differ by the event alone") {
  Plan plan;
  plan.days = 20;
  RadiationItem item;
  item.id = "rt";
  item.fractions = 2;
  item.start.days = 0;
  item.intervalDays = 4.5;
  item.irradiatedGy = 8;
  plan.radiation = {item};
  const Course course = solve(Patient{}, plan);
  for (const double day : {0.0, 4.5}) {
    State y = course.before(day);
    const Fluxes moved = course.model().giveFraction(
        y, fractionDose(item, course.model().parameters()), occupancy(course.drugLevelsAt(day)));
    for (int i = 0; i < kRealStateNumbers; ++i) {
      CHECK_MESSAGE(relativeError(stateNumber(course.at(day), i), stateNumber(y, i)) < 1e-9,
                    stateName(i) << " day " << day);
    }
    const double killed = course.integralsAt(day)[TumourFlux::radiationKill][0] -
                          course.integralsBefore(day)[TumourFlux::radiationKill][0];
    CHECK(killed == doctest::Approx(moved[TumourFlux::radiationKill][0]).epsilon(1e-9));
  }
}
