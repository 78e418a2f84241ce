#pragma once
// Many patients, several arms: the same patients in every arm, as no trial can have them. What each
// patient comes to is read as a trial reads it, at scans.
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/course.h"
#include "model/endpoint.h"
#include "model/plan.h"
#include "model/population.h"
#include "model/summary.h"
#include "trial/statistics.h"

namespace abscope {

// What a scan measures: one tumour, or the sum of both diameters.
enum class Extent : int { irradiated, distant, both, count };
inline constexpr int kExtentCount = static_cast<int>(Extent::count);

struct CohortRules {
  double scanEveryDays = 42;
  // Least growth of the diameter that counts as progression beside the 20 % (RECIST 1.1: 5 mm).
  double leastGrowthMm = 5;
  // A tumour smaller than this across is not seen: with all of them unseen a response is complete.
  double leastSeenMm = 2;
  // The stated endpoint that stands for death: both tumours together pass this volume.
  double aliveBelowMm3 = 1e5;
  double distantHeldBelowMm3 = 1e5;                           // of the endpoint that is so named
  double relativeTolerance = 1e-6, absoluteTolerance = 1e-9;  // of the solver
};
// Human: scans every six weeks, RECIST 1.1, death at 100 cm3. Mouse: callipers every third day, 20
// % without a least growth, killed at 1500 mm3, a distant tumour held
// below 400 mm3. The volumes and intervals are illustrative.
CohortRules rulesFor(Preset preset);

struct ScanOutcome {
  // Of all scans up to the one that finds progression (RECIST 1.1, unconfirmed).
  ResponseClass best = ResponseClass::stable;
  double bestDiameterPercent = 0;  // the largest shrinkage, or the least growth, against day 0
  double progressionDay = -1;      // of the scan that finds it; -1: none
};

struct PatientOutcome {
  std::uint64_t index = 0;
  bool failed = false;  // the course gave no finite volumes; nothing else is then set
  std::array<ScanOutcome, kExtentCount> scans;
  std::array<double, 2> startMm3{};                // irradiated, distant
  std::array<double, 2> eliminatedDay = {-1, -1};  // of the last clonogen; -1: it lives
  std::array<double, 2> unseenDay = {-1, -1};  // of the scan from which on it is never seen again
  double deathDay = -1;                        // of the stated endpoint; -1: not reached
  double distantGrownDay = -1;  // on which the distant tumour passes its volume; -1: never
  double lastDay = 0;           // of the course
};

// What one course comes to.
PatientOutcome readOutcome(const Course& course, const CohortRules& rules);

// One arm: the plan, and the patient that the population varies.
struct CohortArm {
  Patient patient;
  Plan plan;
};

// Patients `first` to `first + count - 1` of the sampler in one arm. Any split of a range into
// parts gives the same patients.
std::vector<PatientOutcome> runPatients(const PatientSampler& sampler, const CohortArm& arm,
                                        std::uint64_t first, int count, const CohortRules& rules);

// --- endpoints
// ----------------------------------------------------------------------------------------

// Patients whose course failed count in neither.
Proportion shareOf(std::span<const PatientOutcome> patients, Endpoint endpoint, double byDay);
std::vector<Timed> timesOf(std::span<const PatientOutcome> patients, Endpoint endpoint);
int failures(std::span<const PatientOutcome> patients);

}  // namespace abscope
