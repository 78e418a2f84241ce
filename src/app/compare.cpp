#include "app/compare.h"

#include <algorithm>
#include <cmath>

namespace abscope {
namespace {

using Where = CauseInfo::Where;

constexpr int at(TumourFlux flux) { return static_cast<int>(flux); }
constexpr int at(SystemFlux flux) { return static_cast<int>(flux); }
using T = TumourFlux;
using S = SystemFlux;

constexpr CauseInfo flux(std::string_view key, Where where, bool helps, double floor, double weight,
                         int a, int b = -1, int c = -1) {
  return {key, where, helps, floor, weight, {a, b, c}, -1};
}
constexpr CauseInfo factor(std::string_view key, int index) {
  return {key, Where::outcome, true, 0.02, 1.6, {-1, -1, -1}, index};
}

// Floors are a tenth or so of what one fraction of 8 Gy or one usual dose moves in the mouse.
constexpr std::array<CauseInfo, kCauseCount> kCauses = {
    flux("radiationKill", Where::outcome, true, 2, 1.3, at(T::radiationKill),
         at(T::radiationKillResistant)),
    flux("chemotherapyKill", Where::outcome, true, 2, 1.3, at(T::chemotherapyKill),
         at(T::chemotherapyKillResistant)),
    flux("trex1", Where::irradiated, false, 0.1, 1, at(T::trex1Induction)),
    flux("interferon", Where::irradiated, true, 0.25, 0.9, at(T::interferonBySting),
         at(T::interferonWithoutSting), at(T::interferonByAgonist)),
    flux("vessels", Where::irradiated, false, 0.1, 0.8, at(T::vesselDamage)),
    flux("stress", Where::irradiated, false, 0.15, 0.8, at(T::stressInduction)),
    flux("dyingCells", Where::irradiated, true, 2, 0.7, at(T::icdByRadiation),
         at(T::icdByChemotherapy)),
    flux("neoAntigen", Where::irradiated, true, 1, 0.5, at(T::neoAntigenByRadiation)),
    flux("lowDose", Where::outcome, true, 0.1, 1, at(T::lowDoseInduction)),
    flux("tregDepletion", Where::outcome, true, 0.5, 1, at(T::tregDepletionByAntiCtla4),
         at(T::tregDepletionByAntiCd25), at(T::tregLossByLowDose)),
    flux("reinvigoration", Where::outcome, true, 0.5, 0.9, at(T::cd8Reinvigoration)),
    flux("m2Depletion", Where::outcome, true, 0.5, 1, at(T::m2DepletionByCsf1r),
         at(T::m2ToM1ByDrug), at(T::m2ToM1ByLowDose)),
    flux("cd8Depletion", Where::outcome, false, 0.5, 1.2, at(T::cd8DepletionByAntiCd8)),
    flux("cd8Arrival", Where::outcome, true, 3, 1, at(T::cd8Homing)),
    flux("priming", Where::system, true, 10, 0.9, at(S::cd8Priming)),
    flux("cellsGiven", Where::system, true, 0.5, 1.2, at(S::adoptiveTransfer)),
    flux("nodeDamage", Where::system, false, 0.05, 0.9, at(S::nodeDamage)),
    flux("lymphocytes", Where::system, false, 0.1, 0.9, at(S::lymphocyteRadiationDeath),
         at(S::lymphocyteChemotherapyDeath)),
    factor("checkpoint", 0),
    factor("tregFactor", 1),
    factor("mdscFactor", 2),
    factor("tgfBetaFactor", 3),
    factor("adenosineFactor", 4),
    factor("m2Factor", 5),
    factor("genotypeFactor", 6),
    factor("antigenFactor", 7),
    factor("interferonGammaFactor", 8),
};

constexpr int kFactors = 9;
using FactorMeans = std::array<double, kFactors>;

// The kill that each factor let through, by the days that CD8 cells were there: its mean, weighted
// by their number.
FactorMeans meanFactors(const Course& course, double day, Site site) {
  constexpr int kMoments = 24;
  const int lane = static_cast<int>(site);
  FactorMeans means{};
  double weights = 0;
  for (int i = 0; i < kMoments; ++i) {
    const double moment = day * (i + 0.5) / kMoments;
    const State state = course.at(moment);
    const double cells = state[TumourState::cd8Effector][lane] + 1e-6;
    const KillFactors k = course.model().killFactors(state, occupancy(course.drugLevelsAt(moment)));
    const Pair all[kFactors] = {k.checkpoint,     k.treg, k.mdsc,     k.tgfBeta,
                                k.adenosine,      k.m2,   k.genotype, k.antigenPresentation,
                                k.interferonGamma};
    for (std::size_t f = 0; f < means.size(); ++f) means[f] += cells * all[f][lane];
    weights += cells;
  }
  for (double& mean : means) mean /= weights;
  return means;
}

double sumOf(const CauseInfo& cause, const Fluxes& amounts, Site outcome) {
  const int lane = cause.where == Where::outcome ? static_cast<int>(outcome) : 0;
  double sum = 0;
  for (const int f : cause.fluxes) {
    if (f < 0) continue;
    sum += cause.where == Where::system ? amounts[static_cast<SystemFlux>(f)]
                                        : amounts[static_cast<TumourFlux>(f)][lane];
  }
  return sum;
}

double score(const CauseInfo& cause, const CauseShare& share) {
  return cause.weight *
         std::fabs(std::log((share.present + cause.floor) / (share.pinned + cause.floor)));
}

// More of what helps or less of what hinders in the tumour that is the smaller.
bool agrees(const CauseInfo& cause, const CauseShare& share, bool smaller) {
  return (share.present > share.pinned) == (cause.helps == smaller);
}

double logRatio(double a, double b) { return std::log((a + 0.5) / (b + 0.5)); }

}  // namespace

const std::array<CauseInfo, kCauseCount>& causes() { return kCauses; }

std::array<double, kCauseCount> amountsOf(const Course& course, double day, Site outcome) {
  const Fluxes integrals = course.integralsAt(day);
  const FactorMeans factors = meanFactors(course, day, outcome);
  std::array<double, kCauseCount> amounts{};
  for (std::size_t i = 0; i < kCauses.size(); ++i) {
    const CauseInfo& cause = kCauses[i];
    amounts[i] = cause.factor >= 0 ? factors[static_cast<std::size_t>(cause.factor)]
                                   : sumOf(cause, integrals, outcome);
  }
  return amounts;
}

Comparison compare(const Course& present, const Course& pinned, double day) {
  Comparison result;
  result.any = true;
  const double last = std::min(present.days(), pinned.days());
  result.day = day > 0 ? std::min(day, last) : last;
  const Pair a = volumeMm3(present.at(result.day)), b = volumeMm3(pinned.at(result.day));
  for (int lane = 0; lane < 2; ++lane) {
    result.presentMm3[static_cast<std::size_t>(lane)] = a[lane];
    result.pinnedMm3[static_cast<std::size_t>(lane)] = b[lane];
  }
  // The distant tumour is what students look for: it wins unless the other differs far more.
  constexpr double kDistantWeight = 1.5;
  const double irradiated = logRatio(a[0], b[0]), distant = logRatio(a[1], b[1]);
  const bool fromDistant = std::fabs(distant) > kSameShare &&
                           kDistantWeight * std::fabs(distant) >= std::fabs(irradiated);
  result.site = fromDistant ? Site::distant : Site::irradiated;
  const double most = fromDistant ? distant : irradiated;
  result.differs = std::fabs(most) > kSameShare;
  if (!result.differs) return result;
  constexpr double kTells = 0.05;  // a cause that differs by less explains nothing
  double best = kTells;
  const auto presentAmounts = amountsOf(present, result.day, result.site);
  const auto pinnedAmounts = amountsOf(pinned, result.day, result.site);
  for (std::size_t i = 0; i < kCauses.size(); ++i) {
    const CauseShare share = {static_cast<int>(i), presentAmounts[i], pinnedAmounts[i]};
    if (!agrees(kCauses[i], share, most < 0)) continue;
    const double told = score(kCauses[i], share);
    if (told <= best) continue;
    best = told;
    result.cause = share;
  }
  return result;
}

}  // namespace abscope
