// Our solver against CVODE, in every state, every day, in every study arm.
#ifdef ABSCOPE_HAS_SUNDIALS
#include <cstdio>
#include <string>

#include <doctest/doctest.h>

#include "model/course.h"
#include "science/reference_solver.h"
#include "science/state_names.h"
#include "science/study_arms.h"

using namespace abscope;

namespace {

constexpr double kAllowedError = 1e-6;

struct Worst {
  double error = 0;
  std::string where;

  void see(double value, double reference, const std::string& arm, double day,
           const std::string& what) {
    const double e = relativeError(value, reference);
    if (e <= error && std::isfinite(e)) return;
    error = std::isfinite(e) ? e : 1e300;
    char text[64];
    std::snprintf(text, sizeof text, " day %g: %.9g, reference %.9g", day, value, reference);
    where = arm + ", " + what + text;
  }
};

Worst compareStates(const StudyArm& arm) {
  SolveOptions options;
  options.fluxIntegrals = false;
  const Course course = solve(arm.patient, arm.plan, options);
  const ReferenceCourse reference = referenceCourse(arm.patient, arm.plan);
  CHECK_MESSAGE(reference.days.back().day == arm.plan.days, arm.name);
  Worst worst;
  for (const ReferenceDay& day : reference.days) {
    const State at = course.at(day.day), before = course.before(day.day);
    for (int i = 0; i < kRealStateNumbers; ++i) {
      worst.see(stateNumber(at, i), stateNumber(day.after, i), arm.name, day.day, stateName(i));
      worst.see(stateNumber(before, i), stateNumber(day.before, i), arm.name, day.day,
                stateName(i) + " before");
    }
  }
  return worst;
}

}  // namespace

TEST_CASE("every state of every study arm agrees with CVODE on every day") {
  Worst worst;
  int arms = 0;
  for (const StudyArm& arm : allStudyArms()) {
    const Worst here = compareStates(arm);
    CHECK_MESSAGE(here.error <= kAllowedError, here.where);
    if (here.error > worst.error) worst = here;
    ++arms;
  }
  std::printf("Against CVODE: %d arms, largest error %.2g (%s)\n", arms, worst.error,
              worst.where.c_str());
}

TEST_CASE("flux integrals agree with CVODE's") {
  Worst worst;
  std::vector<StudyArm> arms = cornerStudyArms();
  const std::vector<StudyArm> targets = targetStudyArms();
  for (std::size_t i = 0; i < targets.size(); i += 8) arms.push_back(targets[i]);
  for (const StudyArm& arm : arms) {
    ReferenceOptions options;
    options.fluxIntegrals = true;
    const Course course = solve(arm.patient, arm.plan);
    const ReferenceCourse reference = referenceCourse(arm.patient, arm.plan, options);
    Worst here;
    for (const ReferenceDay& day : reference.days) {
      const Fluxes amounts = course.integralsAt(day.day);
      for (int f = 0; f < kTumourFluxCount; ++f) {
        const auto flux = static_cast<TumourFlux>(f);
        for (int lane = 0; lane < 2; ++lane) {
          here.see(amounts[flux][lane], day.integrals[flux][lane], arm.name, day.day,
                   std::string(kTumourFluxInfo[static_cast<std::size_t>(f)].name));
        }
      }
      for (int f = 0; f < kSystemFluxCount; ++f) {
        const auto flux = static_cast<SystemFlux>(f);
        here.see(amounts[flux], day.integrals[flux], arm.name, day.day,
                 std::string(kSystemFluxInfo[static_cast<std::size_t>(f)].name));
      }
    }
    CHECK_MESSAGE(here.error <= kAllowedError, here.where);
    if (here.error > worst.error) worst = here;
  }
  std::printf("Flux integrals against CVODE: largest error %.2g (%s)\n", worst.error,
              worst.where.c_str());
}
#endif
