#pragma once
// The laws of one fraction: what survives, and what every impulse moves. Written once, for numbers
// (model.cpp) and for symbols (library/sbml.h).
#include <cmath>

#include "core/pair.h"
#include "model/constants.h"
#include "model/drugs.h"
#include "model/fluxes.h"
#include "model/states.h"

namespace abscope {

// The dose of one fraction where it matters, in Gy.
template <class Number, class Two>
struct FractionDoseOf {
  Two tumourGy{};
  Number nodeGy = 0;
  Number bloodGy = 0;         // to all blood, as in total-body irradiation
  Number passingBloodGy = 0;  // to the share of the blood that passes the beam meanwhile
};

// The first where the condition holds, else the second; both are evaluated.
inline double select(bool condition, double first, double second) {
  return condition ? first : second;
}

// Share of a drug's target that is bound or blocked, from its level in units of a usual dose.
template <class Number>
inline Number boundShare(const Number& level) {
  return level / (level + kHalfOccupancy);
}

template <class Number>
Number hill(const Number& x, const Number& half, const Number& steepness) {
  using std::pow;
  return select(x <= 0, 0.0, 1 / (1 + pow(half / x, steepness)));
}

// See dose.h.
template <class Number>
Number lqlLaw(const Number& doseGy, const Number& alphaPerGy, const Number& betaPerGy2,
              const Number& transitionGy) {
  const Number slopePerGy = alphaPerGy + 2 * betaPerGy2 * transitionGy;
  return select(doseGy <= transitionGy, doseGy * (alphaPerGy + betaPerGy2 * doseGy),
                transitionGy * (alphaPerGy + betaPerGy2 * transitionGy) +
                    slopePerGy * (doseGy - transitionGy));
}

template <class In>
struct FractionLaws {
  using Number = typename In::Number;
  using Two = typename In::Two;
  using T = TumourState;
  using S = SystemState;
  using F = TumourFlux;
  using G = SystemFlux;
  using Dose = FractionDoseOf<Number, Two>;

  const ConstantsOf<Number>& m;
  const ParametersOf<Number>& p;
  const typename In::States& y;
  const typename In::Levels& b;

  FractionLaws(const ConstantsOf<Number>& constants, const typename In::States& state,
               const typename In::Levels& levels)
      : m(constants), p(constants.p), y(state), b(levels) {}

  Number bound(Hook hook) const { return b[static_cast<std::size_t>(hook)]; }

  // Surviving share of the clonogenic cells of one tumour.
  Number survival(int lane, const Number& d) const {
    using std::exp;
    const Number tgfFree = 1 - bound(Hook::antiTgfBeta);
    const Number tgf = y[T::tgfBeta][lane] * tgfFree;
    const Number sensitivity = 1 - p.tgfProtection * tgf / (1 + tgf);
    const Number alpha = p.alphaPerGy * sensitivity;
    const Number beta = p.betaPerGy2 * sensitivity;
    const Number hypoxic = smallerOf(1.0, p.hypoxicShareProtected * y[T::hypoxia][lane]);
    return (1 - hypoxic) * exp(-lqlLaw<Number>(d, alpha, beta, p.lqlTransitionGy)) +
           hypoxic * exp(-lqlLaw<Number>(d / p.oxygenEnhancement, alpha, beta, p.lqlTransitionGy));
  }

  // One tumour's impulses, of a dose above 0. surviving: as survival() gives it.
  void tumour(int lane, const Number& d, const Number& surviving, typename In::Amounts& f) const {
    using std::exp;
    const auto dies = [&](TumourFlux flux, TumourState state, const Number& alphaPerGy) {
      f[flux][lane] = y[state][lane] * (1 - exp(-alphaPerGy * d));
    };
    const Number clonogenic = clonogenicMm3(y)[lane];
    const Number killed = clonogenic * (1 - surviving);
    f[F::radiationKill][lane] = y[T::viable][lane] * (1 - surviving);
    f[F::radiationKillResistant][lane] = y[T::resistant][lane] * (1 - surviving);
    f[F::icdByRadiation][lane] = p.icdLabel * killed * d * d / (d * d + p.icdDoseGy * p.icdDoseGy);
    f[F::neoAntigenByRadiation][lane] =
        p.neoAntigenPerMm3 * clonogenic * surviving * (1 - exp(-d / p.mhc1DoseGy));
    f[F::adhesionByRadiation][lane] = greaterOf(
        0.0, smallerOf(p.adhesionByRadiation * y[T::vessels][lane] * (1 - exp(-d / p.adhesionGy)),
                       4 - y[T::homing][lane]));
    f[F::tgfBetaActivation][lane] =
        p.tgfActivation * d * d / (d * d + p.tgfActivationGy * p.tgfActivationGy);
    f[F::vesselDamage][lane] =
        y[T::vessels][lane] * hill<Number>(d, p.vesselDamageGy, p.vesselDamageSteepness);
    f[F::dnaRelease][lane] = hill<Number>(d, p.dnaReleaseGy, p.dnaReleaseSteepness);
    f[F::trex1Induction][lane] = hill<Number>(d, p.trex1Gy, p.trex1Steepness);
    f[F::mhc1ByRadiation][lane] =
        p.mhc1ByRadiation * (1 - p.mtorShareOfMhc1 * bound(Hook::mtorInhibitor)) *
        (1 - exp(-d / p.mhc1DoseGy)) *
        greaterOf(0.0, 1 - y[T::mhc1][lane] / 1.8);  // no more than 1.8 times the reference
    const Number tCellAlpha =
        p.cd8AlphaPerGy + p.reinvigoratedAlphaPerGy * y[T::reinvigorated][lane];
    dies(F::cd8RadiationDeath, T::cd8Effector, tCellAlpha);
    dies(F::exhaustedRadiationDeath, T::cd8Exhausted, tCellAlpha);
    dies(F::residentRadiationDeath, T::cd8Resident, p.residentAlphaPerGy);
    dies(F::tregRadiationDeath, T::treg, p.tregAlphaPerGy);
    dies(F::mdscRadiationDeath, T::mdsc, p.myeloidAlphaPerGy);
    dies(F::m1RadiationDeath, T::m1Macrophage, p.myeloidAlphaPerGy);
    dies(F::m2RadiationDeath, T::m2Macrophage, p.myeloidAlphaPerGy);
    dies(F::dcRadiationDeath, T::dendritic, p.dcAlphaPerGy);
    dies(F::nkRadiationDeath, T::nk, p.nkAlphaPerGy);
    const Number relative = d / p.lowDoseOptimumGy;
    f[F::lowDoseInduction][lane] =
        greaterOf(0.0, smallerOf(relative * exp(1 - relative), 4 - y[T::lowDoseSignal][lane]));
    f[F::stressInduction][lane] = d * d / (d * d + p.stressGy * p.stressGy);
  }

  void nodeAndBlood(const Dose& dose, typename In::Amounts& f) const {
    using std::exp;
    const Number node = dose.nodeGy;
    const Number primedDeath = 1 - exp(-(p.primedAlphaPerGy + p.primedBetaPerGy2 * node) * node);
    f.set(G::primingRadiationDeath1, y[S::priming1] * primedDeath);
    f.set(G::primingRadiationDeath2, y[S::priming2] * primedDeath);
    f.set(G::primingRadiationDeath3, y[S::priming3] * primedDeath);
    f.set(G::helperRadiationDeath, y[S::helper] * primedDeath);
    f.set(G::nodeDcRadiationDeath, y[S::nodeDendritic] * (1 - exp(-p.nodeDcAlphaPerGy * node)));
    f.set(G::nodeDamage, y[S::nodeCompetence] * (1 - exp(-p.nodeDamagePerGy * node)));
    // A field kills among the cells that pass it, however often: lymphopenia follows the number of
    // fractions; a dose to the whole body reaches every cell.
    const auto lymphocyteSurvival = [&](const Number& doseGy) {
      return exp(-(p.lymphocyteAlphaPerGy + p.lymphocyteBetaPerGy2 * doseGy) * doseGy);
    };
    const Number bloodDeath =
        1 - lymphocyteSurvival(dose.bloodGy) *
                (1 - p.bloodShare * (1 - lymphocyteSurvival(dose.passingBloodGy)));
    f.set(G::lymphocyteRadiationDeath, y[S::lymphocytes] * bloodDeath);
    f.set(G::bloodEffectorRadiationDeath, y[S::bloodEffector] * bloodDeath);
  }
};

}  // namespace abscope
