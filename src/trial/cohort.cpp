#include "trial/cohort.h"

#include <algorithm>
#include <cmath>

#include "model/findings.h"

namespace abscope {

namespace {

double diameterMm(double mm3) { return sumOfDiametersMm(Pair{mm3, 0}); }

// Follows one tumour, or the sum of both, from scan to scan.
class Follow {
 public:
  Follow(double startMm, const CohortRules& rules)
      : start_(startMm), smallest_(startMm), rules_(rules) {
    outcome_.bestDiameterPercent = 1e9;
  }

  void scan(double day, double diameter, bool unseen) {
    if (outcome_.progressionDay >= 0) return;
    const bool grown =
        diameter >= kProgressionRatio * smallest_ && diameter - smallest_ >= rules_.leastGrowthMm;
    outcome_.bestDiameterPercent =
        std::min(outcome_.bestDiameterPercent, 100 * (diameter / start_ - 1));
    if (grown) {
      outcome_.progressionDay = day;
      if (!any_) outcome_.best = ResponseClass::progression;
      return;
    }
    ResponseClass now = ResponseClass::stable;
    if (diameter <= kResponseRatio * start_) now = ResponseClass::partial;
    if (unseen) now = ResponseClass::complete;
    outcome_.best = any_ ? std::min(outcome_.best, now) : now;
    any_ = true;
    smallest_ = std::min(smallest_, diameter);
  }

  ScanOutcome outcome() const { return outcome_; }

 private:
  double start_;
  double smallest_;
  CohortRules rules_;
  bool any_ = false;
  ScanOutcome outcome_;
};

// Looked for day by day, then narrowed by halving; -1 when the volumes stay below.
template <class VolumeMm3>
double firstDayAbove(const Course& course, double limitMm3, VolumeMm3 volumeOf) {
  const auto above = [&](double day) { return volumeOf(volumeMm3(course.at(day))) > limitMm3; };
  if (above(0)) return 0;
  double before = 0;
  while (before < course.days()) {
    double after = std::min(before + 1, course.days());
    if (above(after)) {
      for (int i = 0; i < 20; ++i) {
        const double middle = 0.5 * (before + after);
        (above(middle) ? after : before) = middle;
      }
      return after;
    }
    before = after;
  }
  return -1;
}

bool isResponse(ResponseClass best) {
  return best == ResponseClass::complete || best == ResponseClass::partial;
}

const ScanOutcome& scanOf(const PatientOutcome& patient, Extent extent) {
  return patient.scans[static_cast<std::size_t>(extent)];
}

bool within(double day, double byDay) { return day >= 0 && day <= byDay; }

// The day of death, or of the progression that the endpoint means if that comes first; -1: neither.
double failureDay(const PatientOutcome& patient, Endpoint endpoint) {
  if (endpoint == Endpoint::distantHeld) return patient.distantGrownDay;
  double progression = -1;
  if (endpoint == Endpoint::progressionFree) {
    progression = scanOf(patient, Extent::both).progressionDay;
  } else if (endpoint == Endpoint::distantProgressionFree) {
    progression = scanOf(patient, Extent::distant).progressionDay;
  }
  if (progression < 0) return patient.deathDay;
  return patient.deathDay < 0 ? progression : std::min(progression, patient.deathDay);
}

bool has(const PatientOutcome& patient, Endpoint endpoint, double byDay) {
  switch (endpoint) {
    case Endpoint::distantResponse:
      return isResponse(scanOf(patient, Extent::distant).best);
    case Endpoint::irradiatedResponse:
      return isResponse(scanOf(patient, Extent::irradiated).best);
    case Endpoint::response:
      return isResponse(scanOf(patient, Extent::both).best);
    case Endpoint::distantControl:
      return scanOf(patient, Extent::distant).best != ResponseClass::progression;
    case Endpoint::diseaseControl:
      return scanOf(patient, Extent::both).best != ResponseClass::progression;
    case Endpoint::eliminated:
      return within(patient.eliminatedDay[0], byDay);
    case Endpoint::distantEliminated:
      return within(patient.eliminatedDay[1], byDay);
    case Endpoint::unseen:
      return within(patient.unseenDay[0], byDay);
    case Endpoint::distantUnseen:
      return within(patient.unseenDay[1], byDay);
    case Endpoint::alive:
      return !within(patient.deathDay, byDay);
    case Endpoint::progressionFree:
    case Endpoint::distantProgressionFree:
    case Endpoint::distantHeld:
      return !within(failureDay(patient, endpoint), byDay);
    case Endpoint::count:
      break;
  }
  return false;
}

}  // namespace

CohortRules rulesFor(Preset preset) {
  CohortRules rules;
  if (preset == Preset::mouse) {
    rules.scanEveryDays = 3;
    rules.leastGrowthMm = 0;
    rules.aliveBelowMm3 = 1500;
    rules.distantHeldBelowMm3 = 400;
  }
  return rules;
}

PatientOutcome readOutcome(const Course& course, const CohortRules& rules) {
  PatientOutcome outcome;
  outcome.lastDay = course.days();
  const Pair start = volumeMm3(course.at(0));
  outcome.startMm3 = {start[0], start[1]};
  for (const Event& event : course.events()) {
    if (event.kind != EventKind::cure) continue;
    outcome.eliminatedDay[static_cast<std::size_t>(event.site)] = event.day;
  }
  std::array<Follow, kExtentCount> follows = {Follow(diameterMm(start[0]), rules),
                                              Follow(diameterMm(start[1]), rules),
                                              Follow(sumOfDiametersMm(start), rules)};
  // The end of the course is a scan as well.
  for (int i = 1;; ++i) {
    const double day = std::min(i * rules.scanEveryDays, course.days());
    const Pair volume = volumeMm3(course.at(day));
    if (!std::isfinite(sum(volume))) {
      outcome = {};
      outcome.failed = true;
      return outcome;
    }
    const std::array<double, 2> mm = {diameterMm(volume[0]), diameterMm(volume[1])};
    const std::array<bool, 2> unseen = {mm[0] < rules.leastSeenMm, mm[1] < rules.leastSeenMm};
    for (std::size_t lane = 0; lane < 2; ++lane) {
      double& since = outcome.unseenDay[lane];
      since = !unseen[lane] ? -1 : since < 0 ? day : since;
    }
    follows[0].scan(day, mm[0], unseen[0]);
    follows[1].scan(day, mm[1], unseen[1]);
    follows[2].scan(day, mm[0] + mm[1], unseen[0] && unseen[1]);
    if (day >= course.days()) break;
  }
  for (std::size_t i = 0; i < follows.size(); ++i) outcome.scans[i] = follows[i].outcome();
  outcome.deathDay =
      firstDayAbove(course, rules.aliveBelowMm3, [](const Pair& volume) { return sum(volume); });
  outcome.distantGrownDay = firstDayAbove(course, rules.distantHeldBelowMm3,
                                          [](const Pair& volume) { return volume[1]; });
  return outcome;
}

std::vector<PatientOutcome> runPatients(const PatientSampler& sampler, const CohortArm& arm,
                                        std::uint64_t first, int count, const CohortRules& rules) {
  SolveOptions options;
  options.relativeTolerance = rules.relativeTolerance;
  options.absoluteTolerance = rules.absoluteTolerance;
  options.fluxIntegrals = false;
  std::vector<PatientOutcome> outcomes;
  outcomes.reserve(static_cast<std::size_t>(std::max(0, count)));
  for (int i = 0; i < count; ++i) {
    const std::uint64_t index = first + static_cast<std::uint64_t>(i);
    outcomes.push_back(
        readOutcome(solve(sampler.draw(index, arm.patient), arm.plan, options), rules));
    outcomes.back().index = index;
  }
  return outcomes;
}

Proportion shareOf(std::span<const PatientOutcome> patients, Endpoint endpoint, double byDay) {
  int count = 0, of = 0;
  for (const PatientOutcome& patient : patients) {
    if (patient.failed) continue;
    ++of;
    if (has(patient, endpoint, byDay)) ++count;
  }
  return wilson(count, of);
}

std::vector<Timed> timesOf(std::span<const PatientOutcome> patients, Endpoint endpoint) {
  std::vector<Timed> times;
  for (const PatientOutcome& patient : patients) {
    if (patient.failed) continue;
    const double day = failureDay(patient, endpoint);
    times.push_back(day >= 0 ? Timed{day, true} : Timed{patient.lastDay, false});
  }
  return times;
}

int failures(std::span<const PatientOutcome> patients) {
  return static_cast<int>(std::count_if(patients.begin(), patients.end(),
                                        [](const PatientOutcome& one) { return one.failed; }));
}

}  // namespace abscope
