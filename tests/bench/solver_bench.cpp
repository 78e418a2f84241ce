// How long one course takes, beside other solvers on the same equations at the same accuracy.
//   abscope_solver_bench [repeats]
// Times are medians of interleaved runs; ratios hold on any machine, milliseconds on this one.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench/solver_peers.h"
#include "model/course.h"
#include "trial/arm.h"

using namespace abscope;

namespace {

constexpr double kDays = 180;
constexpr double kAllowedError = 1e-6;
constexpr double kBudgetStatesMs = 0.3, kBudgetFluxesMs = 0.6;  // in wasm

double now() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                   values.end());
  return values[values.size() / 2];
}

double errorAgainst(const std::vector<State>& reference, const std::vector<State>& days) {
  double worst = 0;
  for (std::size_t day = 0; day < reference.size(); ++day) {
    for (std::size_t i = 0; i < reference[day].pairs.size(); ++i) {
      for (int lane = 0; lane < 2; ++lane) {
        const double r = reference[day].pairs[i][lane];
        worst = std::max(worst, std::fabs(days[day].pairs[i][lane] - r) / (1e-3 + std::fabs(r)));
      }
    }
  }
  return worst;
}

std::vector<State> wholeDays(const Course& course) {
  std::vector<State> days;
  for (int day = 0; day <= static_cast<int>(course.days()); ++day) days.push_back(course.at(day));
  return days;
}

struct Contender {
  std::string name;
  std::string detail;
  double error;
  void (*run)(const Patient&, const Plan&, const Course&, Contender&);
  std::unique_ptr<Peer> peer;
  long evaluations = 0;
  std::vector<double> times;
};

volatile double sink = 0;  // what keeps the compiler from leaving the work out

void runStates(const Patient& patient, const Plan& plan, const Course&, Contender& c) {
  SolveOptions options;
  options.fluxIntegrals = false;
  const Course course = solve(patient, plan, options);
  c.evaluations = course.counts().evaluations;
  sink = course.at(kDays)[TumourState::viable][0];
}

void runFluxes(const Patient& patient, const Plan& plan, const Course&, Contender& c) {
  const Course course = solve(patient, plan);
  c.evaluations = course.counts().evaluations;
  sink = course.integralsAt(kDays)[TumourFlux::cd8Kill][0];
}

void runPeer(const Patient&, const Plan& plan, const Course& course, Contender& c) {
  const PeerCourse result = peerCourse(course, plan, *c.peer);
  c.evaluations = result.evaluations;
  sink = result.days.back()[TumourState::viable][0];
}

// The peer at the coarsest tolerance that keeps the error that is allowed.
Contender matched(const PeerKind& kind, const Course& course, const Plan& plan,
                  const std::vector<State>& reference) {
  Contender c;
  c.name = kind.name;
  c.run = runPeer;
  for (double tolerance = 1e-5; tolerance > 1e-12; tolerance /= 3) {
    c.peer = kind.make(tolerance, tolerance * 1e-3);
    c.error = errorAgainst(reference, peerCourse(course, plan, *c.peer).days);
    char text[32];
    std::snprintf(text, sizeof text, "tolerance %.1g", tolerance);
    c.detail = text;
    if (c.error <= kAllowedError) return c;
  }
  c.detail += ", never as exact";
  return c;
}

bool benchCourse(const char* title, const Arm& arm, int repeats) {
  const Patient patient = patientOf(arm);
  const Plan plan = planOf(arm, kDays);
  SolveOptions tight;
  tight.relativeTolerance = 1e-12;
  tight.absoluteTolerance = 1e-15;
  tight.fluxIntegrals = false;
  const Course exact = solve(patient, plan, tight);
  const std::vector<State> reference = wholeDays(exact);

  std::vector<Contender> contenders;
  const double error = errorAgainst(reference, wholeDays(solve(patient, plan)));
  contenders.push_back({"Abscope, states", "dense output", error, runStates, nullptr, 0, {}});
  contenders.push_back({"Abscope, all fluxes", "and integrals", error, runFluxes, nullptr, 0, {}});
  for (const PeerKind& kind : peerKinds())
    contenders.push_back(matched(kind, exact, plan, reference));

  for (int i = -10; i < repeats; ++i) {
    for (Contender& c : contenders) {
      const double begin = now();
      c.run(patient, plan, exact, c);
      if (i >= 0) c.times.push_back(now() - begin);
    }
  }
  std::printf("%s, %g days, two tumours, %d states\n", title, kDays, kStateSize);
  const double ours = median(contenders[0].times);
  for (const Contender& c : contenders) {
    const double fastest = *std::min_element(c.times.begin(), c.times.end());
    std::printf("  %-34s %8.3f ms (fastest %.3f)  %6.2fx  %6ld evaluations  error %.1e  %s\n",
                c.name.c_str(), median(c.times), fastest, median(c.times) / ours, c.evaluations,
                c.error, c.detail.c_str());
  }
  return ours <= kBudgetStatesMs && median(contenders[1].times) <= kBudgetFluxesMs;
}

}  // namespace

int main(int argc, char** argv) {
  const int repeats = argc > 1 ? std::max(1, std::atoi(argv[1])) : 200;
  const Arm dewan = mouse().fractions(8, 3).antiCtla4();
  const Arm radScopal = mouse()
                            .fractions(12, 3)
                            .fractionsToDistant(1, 2, 6)
                            .antiPd1({0, 3, 6, 9, 12})
                            .antiCtla4({0, 3, 6, 9});
  const bool first = benchCourse("8x3 and anti-CTLA-4", dewan, repeats);
  const bool second = benchCourse("RadScopal", radScopal, repeats);
  std::printf("Budget %.1f ms for the states, %.1f ms with all fluxes: %s\n", kBudgetStatesMs,
              kBudgetFluxesMs, first && second ? "kept" : "NOT KEPT on this machine");
  return 0;
}
