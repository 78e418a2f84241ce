// The rate laws: what every named flux is, given the states and the drugs. docs/model.md explains
// them one by one. "Effector" is a CD8 effector T cell; densities are per rim-corrected volume.
// Plain numbers in the laws are shapes, not measurements: illustrative, without unit unless a rate
// (1/d).
#include <cmath>

#include "model/assemble.h"
#include "model/model.h"

namespace abscope {

namespace {

using T = TumourState;
using S = SystemState;
using F = TumourFlux;
using G = SystemFlux;

constexpr double kIcdByImmuneKill = 0.35;       // label per killed cell; illustrative
constexpr double kIcdByIschaemia = 0.15;        // illustrative
constexpr double kIschaemiaHalfVessels = 0.35;  // illustrative
constexpr double kStressHalf = 0.5;             // stress for half of its effects; illustrative

inline double bound(const DrugLevels& levels, Hook drug) {
  return levels[static_cast<std::size_t>(drug)];
}

inline double resistanceOf(const std::array<double, kResistanceCount>& r, Resistance kind) {
  return r[static_cast<std::size_t>(kind)];
}

}  // namespace

// What several laws share at one moment. All laws are inlined into one function: the compiler then
// keeps what they share in registers.
struct RateLaws {
  const Model& m;
  const Parameters& p;
  const State& y;
  const DrugLevels& b;

  Pair volume, established, perDensity;
  double pd1Blocked;
  Pair tgf, lowDose, lowDoseInos, stress, interferonEffect;
  Pair tregDensity, mdscDensity, m1Density, m2Density, cd8Density;
  Pair adenosine, suppressionFree, checkpoint, mhc, gamma, gammaTumour;

  double resistance(Resistance kind) const { return resistanceOf(m.resistance_, kind); }

  ABSCOPE_INLINE RateLaws(const Model& model, const State& state, const DrugLevels& levels)
      : m(model), p(model.p_), y(state), b(levels) {
    volume = volumeMm3(y);
    established = saturation(volume, p.establishedMm3);
    perDensity = 1.0 / (0.05 * volume + p.rimMm3);
    tregDensity = y[T::treg] * perDensity;
    mdscDensity = y[T::mdsc] * perDensity;
    m1Density = y[T::m1Macrophage] * perDensity;
    m2Density = y[T::m2Macrophage] * perDensity;
    cd8Density = y[T::cd8Effector] * perDensity;

    const double blockade = 1 - (1 - bound(b, Hook::antiPd1)) * (1 - bound(b, Hook::antiPdl1));
    pd1Blocked = blockade * (1 - 0.5 * resistance(Resistance::alternativeCheckpoints) *
                                     (1 - bound(b, Hook::lag3Tim3)));
    tgf = y[T::tgfBeta] * (1 - bound(b, Hook::antiTgfBeta));
    lowDose = saturation(y[T::lowDoseSignal], 1);
    lowDoseInos = lowDose * (1 - 0.9 * bound(b, Hook::inosInhibitor));
    stress = saturation(y[T::rtStress], kStressHalf);
    interferonEffect = saturation(y[T::interferon1], 1);

    adenosine = p.adenosineMax * (1 - bound(b, Hook::a2aInhibitor)) * y[T::hypoxia] * established;
    suppressionFree =
        1.0 /
        (1.0 + p.tregSuppression * tregDensity +
         p.mdscSuppression * (1 - p.idoShare * bound(b, Hook::idoInhibitor)) * mdscDensity +
         p.tgfSuppression * tgf + p.adenosineSuppression * adenosine + p.m2Suppression * m2Density);
    checkpoint = 1.0 / (1.0 + y[T::pdl1] * ((1 - pd1Blocked) / p.checkpointHalf));
    mhc = y[T::mhc1] * (1 - 0.95 * resistance(Resistance::b2mLoss));
    gamma = saturation(cd8Density * suppressionFree, p.interferonGammaHalf);
    gammaTumour = gamma * ((1 - resistance(Resistance::jakLoss)) *
                           (1 + 0.6 * resistance(Resistance::ptpn2Loss)));
  }

  double genotypeKill() const {
    return (1 - p.cholesterolKillLoss * resistance(Resistance::cholesterolLoad)) *
           (1 - p.ptenKillLoss * resistance(Resistance::ptenLoss));
  }
  Pair gammaKill() const {
    return p.killWithoutInterferonGamma + (1 - p.killWithoutInterferonGamma) * gammaTumour;
  }

  ABSCOPE_INLINE void tumourCells(Fluxes& f) const {
    const Pair viable = y[T::viable];
    const Pair vessels = y[T::vessels];
    const Pair perfusion = 0.5 + 0.6 * saturation(vessels, 0.2);
    f[F::tumourGrowth] = p.growthPerDay * viable * (1.0 - volume / p.capacityMm3) * perfusion;

    const Pair effectors = y[T::cd8Effector];
    f[F::cd8Kill] = p.killPerDay * genotypeKill() * effectors * suppressionFree * checkpoint * mhc *
                    gammaKill() * viable / (viable + p.killSaturation * effectors + p.killFloorMm3);
    const Pair nk = y[T::nk];
    const Pair missingSelf = 0.8 + 0.6 / (1.0 + square(mhc));
    f[F::nkKill] = p.nkKillPerDay * nk * suppressionFree * missingSelf *
                   (1.0 + p.lowDoseNk * lowDose) * viable / (viable + 4.0 * nk + p.killFloorMm3);
    const Pair m1 = y[T::m1Macrophage];
    f[F::m1Kill] = p.phagocytosisPerDay * m1 * viable / (viable + 4.0 * m1 + p.killFloorMm3);
    constexpr double kHalf4 = kIschaemiaHalfVessels * kIschaemiaHalfVessels *
                              kIschaemiaHalfVessels * kIschaemiaHalfVessels;
    const Pair vessels4 = square(square(vessels));
    f[F::ischaemicKill] = p.ischaemicKillPerDay * viable * (0.65 * kHalf4 / (kHalf4 + vessels4));

    f[F::dyingClearance] = p.dyingClearancePerDay * y[T::dying];
    f[F::icdByImmuneKill] = kIcdByImmuneKill * (f[F::cd8Kill] + f[F::nkKill] + f[F::m1Kill]);
    f[F::icdByIschaemia] = kIcdByIschaemia * f[F::ischaemicKill];
    f[F::icdClearance] = p.dyingClearancePerDay * y[T::icdMass];
  }

  ABSCOPE_INLINE void vesselsAndOxygen(Fluxes& f) const {
    const Pair vessels = y[T::vessels];
    f[F::vesselRepair] = both(p.vesselRepairPerDay);
    f[F::vesselNormalisation] = p.vesselRepairPerDay * p.lowDoseVessels * lowDoseInos;
    f[F::vesselRegression] = p.vesselRepairPerDay * vessels;
    f[F::hypoxiaRise] = p.oxygenChangePerDay * p.hypoxiaMax * saturation(volume, p.hypoxiaHalfMm3) *
                        (1.6 - 0.6 * vessels);
    f[F::reoxygenation] = p.oxygenChangePerDay * y[T::hypoxia];
  }

  ABSCOPE_INLINE void interferon(Fluxes& f) const {
    const Pair dna = y[T::cytosolicDna];
    const Pair trex1 =
        y[T::trex1] * (1 - resistance(Resistance::trex1Loss)) + resistance(Resistance::trex1Excess);
    f[F::dnaLoss] = p.dnaLossPerDay * dna;
    f[F::dnaCutByTrex1] = p.dnaLossPerDay * 1.5 * trex1 * dna;
    f[F::trex1Decay] = p.trex1DecayPerDay * y[T::trex1];
    const Pair sensed = square(dna / (1.0 + p.trex1Potency * trex1));
    const Pair kept = saturation(volume, p.stingMm3);
    f[F::interferonBySting] =
        p.interferonMax * kept * sensed / (sensed + p.stingHalf * p.stingHalf);
    f[F::interferonWithoutSting] = p.interferonOtherWays * kept * y[T::rtStress];
    f[F::interferonByAgonist] = (0.7 * p.interferonMax * bound(b, Hook::stingAgonist)) * kept;
    f[F::interferonLoss] = p.interferonLossPerDay * y[T::interferon1];
  }

  ABSCOPE_INLINE void dendriticCells(Fluxes& f) const {
    f[F::antigenByDeath] = p.dyingClearancePerDay * y[T::icdMass];
    f[F::antigenBasal] = p.antigenBasalPerMm3 * y[T::viable];
    f[F::antigenLoss] = p.antigenLossPerDay * y[T::antigen];
    const Pair matured =
        (p.dcMaturation * (1 + 1.6 * bound(b, Hook::flt3l) + bound(b, Hook::gmCsf))) *
        saturation(y[T::antigen], p.antigenHalf) / (1.0 + 0.3 * mdscDensity + 0.3 * tgf);
    f[F::dcMaturationBasal] = p.adjuvanticityBasal * matured;
    f[F::dcMaturationByInterferon] = (1 - resistance(Resistance::ifnarLoss)) *
                                     saturation(y[T::interferon1], p.adjuvanticityInterferonHalf) *
                                     matured;
    f[F::dcMaturationByTlr7] = 0.6 * bound(b, Hook::tlr7Agonist) * matured;
    f[F::dcMigration] = (p.dcMigrationPerDay * y[S::nodeCompetence]) * y[T::dendritic];
    f[F::dcDeath] = 0.1 * y[T::dendritic];
  }

  ABSCOPE_INLINE void tCells(Fluxes& f) const {
    const Pair effectors = y[T::cd8Effector];
    const Pair exhausted = y[T::cd8Exhausted];
    // Both tumours draw from one blood, which passes them only so often.
    const Pair attraction =
        (p.homingPerDay * (1 - p.wntExclusion * resistance(Resistance::wntActive))) *
        y[T::vessels] * (p.homingBasal + p.homingInduced * y[T::homing]) /
        (1.0 + p.homingStromaBlock * tgf) * saturation(volume, p.homingHalfMm3);
    f[F::cd8Homing] =
        (y[S::bloodEffector] / (1 + sum(attraction) / p.homingLimitPerDay)) * attraction;
    f[F::cd8Proliferation] = p.cd8ProliferationPerDay * (0.5 + 0.5 * pd1Blocked) * effectors *
                             saturation(y[T::dendritic], p.proliferationDcHalf) * suppressionFree /
                             (1.0 + 0.5 * cd8Density);
    f[F::cd8Exhaustion] = (p.exhaustionPerDay * (1 - pd1Blocked) *
                           (1 + 0.5 * resistance(Resistance::cholesterolLoad))) *
                          y[T::pdl1] * (0.4 + 0.6 * established) * effectors;
    f[F::cd8Reinvigoration] = p.reinvigorationPerDay * pd1Blocked * exhausted;
    f[F::cd8Death] = p.cd8DeathPerDay * effectors;
    f[F::exhaustedDeath] = p.exhaustedDeathPerDay * exhausted;
    const double depletion = kAntiCd8PerDay * bound(b, Hook::antiCd8);
    f[F::cd8DepletionByAntiCd8] = depletion * effectors;
    f[F::exhaustedDepletionByAntiCd8] = depletion * exhausted;
    f[F::reinvigorationRise] = both(p.reinvigoratedShareRate * pd1Blocked);
    f[F::reinvigorationFall] = p.reinvigoratedShareRate * y[T::reinvigorated];

    const Pair treg = y[T::treg];
    f[F::tregRecruitment] = p.tregRecruitment * volume;
    f[F::tregByTgfBeta] = p.tregByTgf * tgf * volume;
    f[F::tregProliferation] = p.tregProliferationPerDay * stress * treg / (1.0 + 0.6 * tregDensity);
    f[F::tregDeath] = p.tregLossPerDay * treg;
    f[F::tregDepletionByAntiCtla4] = (p.tregDepletionPerDay * bound(b, Hook::antiCtla4)) * treg;
    f[F::tregDepletionByAntiCd25] = (p.tregAntiCd25PerDay * bound(b, Hook::antiCd25)) * treg;
    f[F::tregLossByLowDose] = p.lowDoseTregLoss * lowDoseInos * treg;
  }

  ABSCOPE_INLINE void myeloidCells(Fluxes& f) const {
    const Pair mdsc = y[T::mdsc];
    f[F::mdscRecruitment] = p.mdscRecruitment * volume;
    f[F::mdscByCcl2] = (p.mdscByCcl2 * (1 - 0.9 * bound(b, Hook::antiCcr2))) * y[T::ccl2] * volume;
    f[F::mdscDeath] = p.mdscLossPerDay * mdsc;
    f[F::mdscKilledByTCells] = p.mdscKillPerDay * (0.3 + 0.7 * pd1Blocked) * gamma * mdsc;

    const double csf1r = bound(b, Hook::csf1rInhibitor);
    const Pair m1 = y[T::m1Macrophage];
    const Pair m2 = y[T::m2Macrophage];
    const Pair monocytes = p.macrophageRecruitment * (1 - 0.85 * csf1r) * volume;
    f[F::macrophageRecruitment] = monocytes;
    f[F::macrophageByCsf1] = p.csf1Recruitment * stress * monocytes;
    f[F::m2ToM1Basal] = p.m2ToM1BasalPerDay * m2;
    f[F::m2ToM1ByLowDose] = p.m2ToM1LowDosePerDay * lowDose * m2;
    f[F::m2ToM1ByInterferonGamma] = p.m2ToM1InterferonGamma * gamma * m2;
    f[F::m2ToM1ByDrug] = (0.2 * bound(b, Hook::tlr7Agonist) + 0.15 * bound(b, Hook::gmCsf)) * m2;
    f[F::m1ToM2ByTgfBeta] = p.m1ToM2PerDay * 0.4 * saturation(tgf, 1) * m1;
    f[F::m1ToM2ByHypoxia] = p.m1ToM2PerDay * 0.3 * y[T::hypoxia] * m1;
    f[F::m1ToM2ByStress] = p.m1ToM2PerDay * 0.25 * stress * m1;
    f[F::m1Death] = p.macrophageLossPerDay * m1;
    f[F::m2Death] = p.macrophageLossPerDay * m2;
    f[F::m2DepletionByCsf1r] = 0.5 * csf1r * m2;

    const Pair nkBase = p.nkRecruitment * volume;
    f[F::nkRecruitment] = nkBase;
    f[F::nkByLowDose] = p.lowDoseNk * lowDose * nkBase;
    f[F::nkByStress] = p.nkByStress * saturation(y[T::rtStress], 0.6) * nkBase;
    f[F::nkByInterferon] = 0.5 * interferonEffect * nkBase;
    f[F::nkDeath] = p.nkLossPerDay * y[T::nk];
  }

  ABSCOPE_INLINE void signals(Fluxes& f) const {
    const Pair damping = 1.0 / (1.0 + p.lowDoseTgf * lowDoseInos);
    f[F::tgfBetaBasal] = p.tgfBasal * established * damping;
    f[F::tgfBetaByStress] = p.tgfByStress * y[T::rtStress] * established * damping;
    f[F::tgfBetaByTreg] = 0.5 * p.tgfByTreg * saturation(tregDensity, 1) * damping;
    f[F::tgfBetaByM2] = p.tgfByM2 * saturation(m2Density, 1) * damping;
    f[F::tgfBetaLoss] = p.tgfLossPerDay * y[T::tgfBeta];

    f[F::ccl2Basal] = p.ccl2Basal * established;
    f[F::ccl2ByStress] = p.ccl2ByStress * y[T::rtStress];
    f[F::ccl2ByInterferon] = p.ccl2ByInterferon * interferonEffect;
    f[F::ccl2Loss] = p.ccl2LossPerDay * y[T::ccl2];

    const double follow = p.homingChangePerDay;
    f[F::homingByM1] =
        follow * p.homingByM1 * (1 - bound(b, Hook::inosInhibitor)) * saturation(m1Density, 1);
    f[F::homingByLowDose] = follow * p.homingByLowDose * lowDoseInos;
    f[F::homingByInterferon] = follow * p.homingByInterferon * saturation(y[T::interferon1], 0.5);
    f[F::homingByInterferonGamma] = follow * p.homingByGamma * gammaTumour;
    f[F::homingByStress] = follow * p.homingByStress * stress;
    f[F::homingLoss] = follow * y[T::homing];

    const double turnover = p.pdl1ChangePerDay;
    f[F::pdl1Basal] = both(turnover * p.pdl1Basal);
    f[F::pdl1ByInterferonGamma] = turnover * p.pdl1ByGamma * gammaTumour;
    f[F::pdl1ByHypoxia] = turnover * p.pdl1ByHypoxia * y[T::hypoxia];
    f[F::pdl1ByStress] = turnover * p.pdl1ByStress * stress;
    f[F::pdl1ByPtenLoss] = both(turnover * p.pdl1ByPtenLoss * resistance(Resistance::ptenLoss));
    f[F::pdl1Loss] = turnover * y[T::pdl1];

    f[F::mhc1Basal] = both(p.mhc1ChangePerDay * p.mhc1Basal);
    f[F::mhc1ByInterferonGamma] = p.mhc1ChangePerDay * p.mhc1ByGamma * gammaTumour;
    f[F::mhc1Loss] = p.mhc1ChangePerDay * y[T::mhc1];

    f[F::lowDoseDecay] = p.lowDoseDecayPerDay * y[T::lowDoseSignal];
    f[F::stressDecay] = p.stressDecayPerDay * y[T::rtStress];
  }

  ABSCOPE_INLINE void nodeAndBlood(Fluxes& f) const {
    const double presented = saturation(y[S::nodeDendritic], p.nodeDcHalf);
    const double responsive = y[S::lymphocytes] * y[S::nodeCompetence];
    const double help = 1 - p.helperShare + p.helperShare * y[S::helper];
    f.set(G::nodeDcDeath, p.nodeDcLossPerDay * y[S::nodeDendritic]);
    f.set(G::helperPriming, p.helperRatePerDay * presented * responsive);
    f.set(G::helperLoss, p.helperRatePerDay * y[S::helper]);
    f.set(G::cd8Priming, p.primingStrength * help * responsive * presented /
                             (1 + p.ctla4Brake * (1 - bound(b, Hook::antiCtla4))));
    f.set(G::primingStep1, p.primingStepPerDay * y[S::priming1]);
    f.set(G::primingStep2, p.primingStepPerDay * y[S::priming2]);
    f.set(G::effectorRelease, p.primingStepPerDay * y[S::priming3]);
    f.set(G::memoryRecall, p.memoryRecallPerDay * presented * y[S::memory]);
    f.set(G::bloodEffectorLoss, p.bloodEffectorLossPerDay * y[S::bloodEffector]);
    f.set(G::bloodEffectorDepletionByAntiCd8,
          kAntiCd8PerDay * bound(b, Hook::antiCd8) * y[S::bloodEffector]);
    f.set(G::memoryFormation, p.memoryFormationPerDay * y[S::bloodEffector]);
    f.set(G::memoryLoss, p.memoryLossPerDay * y[S::memory]);
    f.set(G::lymphocyteRecovery, p.lymphocyteRecoveryPerDay * (1 - y[S::lymphocytes]));
    f.set(G::nodeRecovery, p.nodeRecoveryPerDay * (1 - y[S::nodeCompetence]));
  }

  ABSCOPE_INLINE void all(Fluxes& __restrict f) const {
    tumourCells(f);
    vesselsAndOxygen(f);
    interferon(f);
    dendriticCells(f);
    tCells(f);
    myeloidCells(f);
    signals(f);
    nodeAndBlood(f);
  }

  static constexpr double kAntiCd8PerDay = 1.5;  // depletion within two days; illustrative
};

void Model::rates(const State& __restrict y, const DrugLevels& __restrict boundShares,
                  Fluxes& __restrict fluxes, State& __restrict slope) const {
  RateLaws(*this, y, boundShares).all(fluxes);
  assembleSlope(fluxes, slope);
}

void Model::slope(const State& y, const DrugLevels& boundShares, State& slope) const {
  Fluxes fluxes{Fluxes::Uncleared{}};
  rates(y, boundShares, fluxes, slope);
}

KillFactors Model::killFactors(const State& y, const DrugLevels& boundShares) const {
  const RateLaws laws(*this, y, boundShares);
  // Suppression is one sum under one bar; its logarithm is shared out by each term's part of the
  // sum.
  const Pair terms[5] = {
      p_.tregSuppression * laws.tregDensity,
      p_.mdscSuppression * (1 - p_.idoShare * bound(boundShares, Hook::idoInhibitor)) *
          laws.mdscDensity,
      p_.tgfSuppression * laws.tgf,
      p_.adenosineSuppression * laws.adenosine,
      p_.m2Suppression * laws.m2Density,
  };
  Pair total{};
  for (const Pair& term : terms) total += term;
  KillFactors k;
  Pair* parts[5] = {&k.treg, &k.mdsc, &k.tgfBeta, &k.adenosine, &k.m2};
  for (int i = 0; i < 5; ++i) {
    for (int lane = 0; lane < 2; ++lane) {
      const double share = total[lane] > 0 ? terms[i][lane] / total[lane] : 0;
      (*parts[i])[lane] = std::pow(laws.suppressionFree[lane], share);
    }
  }
  k.checkpoint = laws.checkpoint;
  k.antigenPresentation = laws.mhc;
  k.interferonGamma = laws.gammaKill();
  k.genotype = both(laws.genotypeKill());
  return k;
}

}  // namespace abscope
