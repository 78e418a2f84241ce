#include "model/model.h"

#include <algorithm>
#include <cmath>

#include "model/assemble.h"
#include "model/dose.h"

namespace abscope {

namespace {

using T = TumourState;
using S = SystemState;
using F = TumourFlux;
using G = SystemFlux;

double hill(double x, double half, double steepness) {
  if (x <= 0) return 0;
  return 1 / (1 + std::pow(half / x, steepness));
}

// States that count cells or mass, and so grow along with an untreated tumour.
bool growsWithTumour(TumourState s) {
  switch (s) {
    case T::dying:
    case T::icdMass:
    case T::antigen:
    case T::cd8Effector:
    case T::cd8Exhausted:
    case T::cd8Resident:
    case T::treg:
    case T::mdsc:
    case T::m1Macrophage:
    case T::m2Macrophage:
    case T::nk:
      return true;
    default:
      return false;
  }
}

}  // namespace

DrugLevels occupancy(const DrugLevels& levels) {
  DrugLevels boundShares{};
  for (std::size_t i = 0; i < levels.size(); ++i) {
    boundShares[i] = levels[i] / (levels[i] + kHalfOccupancy);
  }
  return boundShares;
}

Genotype genotypeOf(const std::array<double, kResistanceCount>& resistance, const Parameters& p,
                    const MechanismStrengths& strengths) {
  const auto level = [&](Resistance kind) { return resistance[static_cast<std::size_t>(kind)]; };
  Genotype genotype;
  genotype.mhc1 = 1 - p.b2mLossShare * level(Resistance::b2mLoss);
  const double hearing = 1 - p.jakDeafness * level(Resistance::jakLoss);
  // PTPN2 holds the signal down in every tumour that has it: without the brake (strength 0) all
  // hear as those that lost it.
  const double brake =
      p.ptpn2Brake * strengths[MechanismId::N04] * (1 - level(Resistance::ptpn2Loss));
  genotype.interferonGamma = hearing * (1 + p.ptpn2Brake) / (1 + brake);
  genotype.interferon1 = hearing;
  genotype.pten = level(Resistance::ptenLoss);
  genotype.cholesterol = level(Resistance::cholesterolLoad);
  genotype.wnt = level(Resistance::wntActive);
  genotype.alternativeCheckpoints = p.alternativeShare * level(Resistance::alternativeCheckpoints);
  const double gpx4Up = std::max(level(Resistance::wntActive), level(Resistance::gpx4High));
  genotype.gpx4 = std::min(1.0, p.gpx4Base + p.gpx4ByWnt * gpx4Up);
  genotype.hif = p.pseudoHypoxia * level(Resistance::hifActive);
  genotype.adenosine = p.adenosineByEnzymes * level(Resistance::adenosineHigh);
  return genotype;
}

Model::Model(const Patient& patient)
    : p_(parametersOf(patient)),
      preset_(patient.preset),
      genotype_(genotypeOf(patient.resistance, p_, patient.strengths)),
      subclone_(genotypeOf(patient.subclone.resistance, p_, patient.strengths)),
      subcloneShare_(patient.subclone.share),
      mutationsPerDivision_(patient.subclone.mutationsPerDivision),
      resistance_(patient.resistance),
      startMm3_{patient.irradiatedMm3, patient.distantMm3},
      startBloodEffectors_(patient.bloodEffectors) {
  for (int i = 0; i < kDrugCount; ++i) {
    const DrugInfo& info = drugInfo(static_cast<Drug>(i));
    const double halfLifeDays =
        preset_ == Preset::mouse ? info.halfLifeMouseDays : info.halfLifeHumanDays;
    drugLossPerDay_[static_cast<std::size_t>(i)] = std::log(2.0) / halfLifeDays;
  }
}

State Model::start() const {
  // Fixed-point sweeps: every state goes to inflow / (outflow per unit + growth), so that new laws
  // need no starting values of their own. The error falls by half or more each sweep.
  constexpr int kMostSweeps = 400;
  constexpr double kSettled = 1e-12;  // relative change within one sweep
  State y;
  for (Pair& pair : y.pairs) pair = both(1e-3);
  y[T::vessels] = both(1);
  y[T::lowDoseSignal] = y[T::rtStress] = Pair{};
  y[T::cytosolicDna] = y[T::trex1] = Pair{};
  y.set(S::lymphocytes, 1);
  y.set(S::nodeCompetence, 1);
  y.set(S::tregSupply, 1);
  y.set(S::memory, 0);
  y[T::resistant] = subcloneShare_ * startMm3_;
  y[T::viable] = startMm3_ - y[T::resistant];
  const DrugLevels none{};
  const double growthPerDay = 0.8 * p_.growthPerDay;
  Fluxes f;
  State slope, outflow;
  bool settled = false;
  for (int sweep = 0; sweep < kMostSweeps && !settled; ++sweep) {
    rates(y, none, f, slope);
    assembleOutflow(f, outflow);
    settled = true;
    for (std::size_t i = 0; i < y.pairs.size(); ++i) {
      // A state that loses nothing keeps its value: memory 0; lymphocytes, the node's competence
      // and the Treg of the blood 1.
      const auto state = static_cast<TumourState>(i);
      if (state == T::viable || state == T::resistant) continue;
      const Pair before = y.pairs[i];
      const Pair growth = both(growsWithTumour(state) ? growthPerDay : 0);
      const Pair lossPerUnit = (before > 0.0 ? outflow.pairs[i] / before : Pair{}) + growth;
      const Pair inflow = slope.pairs[i] + outflow.pairs[i];
      y.pairs[i] = lossPerUnit > 0.0 ? inflow / lossPerUnit : before;
      for (int lane = 0; lane < 2; ++lane) {
        settled = settled && std::fabs(y.pairs[i][lane] - before[lane]) <= kSettled * before[lane];
      }
    }
    // The volume given is that of all cells, living and dying.
    for (int lane = 0; lane < 2; ++lane) {
      y[T::dying][lane] = std::min(y[T::dying][lane], 0.5 * startMm3_[lane]);
      const double clonogenic = startMm3_[lane] - y[T::dying][lane];
      y[T::resistant][lane] = subcloneShare_ * clonogenic;
      y[T::viable][lane] = clonogenic - y[T::resistant][lane];
    }
  }
  if (startBloodEffectors_ > 0) y.add(S::bloodEffector, startBloodEffectors_);
  return y;
}

Pair Model::survival(const State& y, Pair doseGy, const DrugLevels& boundShares) const {
  const double tgfFree = 1 - boundShares[static_cast<std::size_t>(Hook::antiTgfBeta)];
  Pair surviving;
  for (int lane = 0; lane < 2; ++lane) {
    const double tgf = y[T::tgfBeta][lane] * tgfFree;
    const double sensitivity = 1 - p_.tgfProtection * tgf / (1 + tgf);
    const double alpha = p_.alphaPerGy * sensitivity;
    const double beta = p_.betaPerGy2 * sensitivity;
    const double hypoxic = std::min(1.0, p_.hypoxicShareProtected * y[T::hypoxia][lane]);
    const double d = doseGy[lane];
    surviving[lane] =
        (1 - hypoxic) * std::exp(-lqlEffect(d, alpha, beta, p_.lqlTransitionGy)) +
        hypoxic * std::exp(-lqlEffect(d / p_.oxygenEnhancement, alpha, beta, p_.lqlTransitionGy));
  }
  return surviving;
}

Fluxes Model::giveFraction(State& y, const FractionDose& dose,
                           const DrugLevels& boundShares) const {
  Fluxes f;
  const Pair surviving = survival(y, dose.tumourGy, boundShares);
  for (int lane = 0; lane < 2; ++lane) {
    const double d = dose.tumourGy[lane];
    if (d <= 0) continue;
    const auto dies = [&](TumourFlux flux, TumourState state, double alphaPerGy) {
      f[flux][lane] = y[state][lane] * (1 - std::exp(-alphaPerGy * d));
    };
    const double killed = clonogenicMm3(y)[lane] * (1 - surviving[lane]);
    f[F::radiationKill][lane] = y[T::viable][lane] * (1 - surviving[lane]);
    f[F::radiationKillResistant][lane] = y[T::resistant][lane] * (1 - surviving[lane]);
    f[F::icdByRadiation][lane] =
        p_.icdLabel * killed * d * d / (d * d + p_.icdDoseGy * p_.icdDoseGy);
    f[F::neoAntigenByRadiation][lane] = p_.neoAntigenPerMm3 * clonogenicMm3(y)[lane] *
                                        surviving[lane] * (1 - std::exp(-d / p_.mhc1DoseGy));
    f[F::adhesionByRadiation][lane] = std::max(
        0.0,
        std::min(p_.adhesionByRadiation * y[T::vessels][lane] * (1 - std::exp(-d / p_.adhesionGy)),
                 4 - y[T::homing][lane]));
    f[F::tgfBetaActivation][lane] =
        p_.tgfActivation * d * d / (d * d + p_.tgfActivationGy * p_.tgfActivationGy);
    f[F::vesselDamage][lane] =
        y[T::vessels][lane] * hill(d, p_.vesselDamageGy, p_.vesselDamageSteepness);
    f[F::dnaRelease][lane] = hill(d, p_.dnaReleaseGy, p_.dnaReleaseSteepness);
    f[F::trex1Induction][lane] = hill(d, p_.trex1Gy, p_.trex1Steepness);
    f[F::mhc1ByRadiation][lane] =
        p_.mhc1ByRadiation *
        (1 - p_.mtorShareOfMhc1 * boundShares[static_cast<std::size_t>(Hook::mtorInhibitor)]) *
        (1 - std::exp(-d / p_.mhc1DoseGy)) *
        std::max(0.0, 1 - y[T::mhc1][lane] / 1.8);  // no more than 1.8 times the reference
    const double tCellAlpha =
        p_.cd8AlphaPerGy + p_.reinvigoratedAlphaPerGy * y[T::reinvigorated][lane];
    dies(F::cd8RadiationDeath, T::cd8Effector, tCellAlpha);
    dies(F::exhaustedRadiationDeath, T::cd8Exhausted, tCellAlpha);
    dies(F::residentRadiationDeath, T::cd8Resident, p_.residentAlphaPerGy);
    dies(F::tregRadiationDeath, T::treg, p_.tregAlphaPerGy);
    dies(F::mdscRadiationDeath, T::mdsc, p_.myeloidAlphaPerGy);
    dies(F::m1RadiationDeath, T::m1Macrophage, p_.myeloidAlphaPerGy);
    dies(F::m2RadiationDeath, T::m2Macrophage, p_.myeloidAlphaPerGy);
    dies(F::dcRadiationDeath, T::dendritic, p_.dcAlphaPerGy);
    dies(F::nkRadiationDeath, T::nk, p_.nkAlphaPerGy);
    const double relative = d / p_.lowDoseOptimumGy;
    f[F::lowDoseInduction][lane] =
        std::max(0.0, std::min(relative * std::exp(1 - relative), 4 - y[T::lowDoseSignal][lane]));
    f[F::stressInduction][lane] = d * d / (d * d + p_.stressGy * p_.stressGy);
  }

  const double node = dose.nodeGy;
  const double primedDeath =
      1 - std::exp(-(p_.primedAlphaPerGy + p_.primedBetaPerGy2 * node) * node);
  f.set(G::primingRadiationDeath1, y[S::priming1] * primedDeath);
  f.set(G::primingRadiationDeath2, y[S::priming2] * primedDeath);
  f.set(G::primingRadiationDeath3, y[S::priming3] * primedDeath);
  f.set(G::helperRadiationDeath, y[S::helper] * primedDeath);
  f.set(G::nodeDcRadiationDeath, y[S::nodeDendritic] * (1 - std::exp(-p_.nodeDcAlphaPerGy * node)));
  f.set(G::nodeDamage, y[S::nodeCompetence] * (1 - std::exp(-p_.nodeDamagePerGy * node)));
  // A field kills among the cells that pass it, however often: lymphopenia follows the number of
  // fractions; a dose to the whole body reaches every cell.
  const auto lymphocyteSurvival = [&](double doseGy) {
    return std::exp(-(p_.lymphocyteAlphaPerGy + p_.lymphocyteBetaPerGy2 * doseGy) * doseGy);
  };
  const double bloodDeath =
      1 - lymphocyteSurvival(dose.bloodGy) *
              (1 - p_.bloodShare * (1 - lymphocyteSurvival(dose.passingBloodGy)));
  f.set(G::lymphocyteRadiationDeath, y[S::lymphocytes] * bloodDeath);
  f.set(G::bloodEffectorRadiationDeath, y[S::bloodEffector] * bloodDeath);

  State jump;
  assembleJump(f, jump);
  for (std::size_t i = 0; i < y.pairs.size(); ++i) y.pairs[i] += jump.pairs[i];
  return f;
}

Fluxes Model::giveTCells(State& y, double amount) const {
  Fluxes f;
  f.set(G::adoptiveTransfer, amount);
  y.add(S::bloodEffector, amount);
  return f;
}

}  // namespace abscope
