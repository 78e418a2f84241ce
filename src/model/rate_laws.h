#pragma once
// The rate laws: what every named flux is, given the states and the drugs. docs/model.md explains
// them one by one. "Effector" is a CD8 effector T cell; densities are per rim-corrected volume.
// Plain numbers in the laws are shapes, not measurements: illustrative, without unit unless a rate
// (1/d). The laws are written once, for numbers (rates.cpp) and for symbols (library/sbml.h).
#include "core/pair.h"
#include "model/constants.h"
#include "model/drugs.h"
#include "model/fluxes.h"
#include "model/states.h"

namespace abscope {

// What the laws are written in. Two: an amount in the irradiated and in the distant tumour.
struct InNumbers {
  using Number = double;
  using Two = Pair;
  using States = State;
  using Levels = HookLevels;
  using Amounts = Fluxes;
};

// What several laws share at one moment, by name: ONE for the body, TWO in both tumours.
// killers: all CD8 cells that kill. clonogenic: cells of both clones, subShare: of the subclone
// among them. hypoxicSignal: also what is signalled without hypoxia. gamma: interferon-gamma;
// gammaTumour: what the tumour hears of it.
// clang-format off
#define ABSCOPE_SHARED_BY_LAWS(ONE, TWO)                                                   \
  ONE(pd1Blocked) ONE(ptenFree) ONE(cholesterol) ONE(gpx4Free)                             \
  TWO(volume) TWO(established) TWO(perDensity) TWO(tgf) TWO(tgfShare) TWO(lowDose)         \
  TWO(lowDoseInos) TWO(stress) TWO(interferonEffect) TWO(killers) TWO(tregDensity)         \
  TWO(mdscDensity) TWO(m1Density) TWO(m2Density) TWO(killerDensity) TWO(m2Share)           \
  TWO(dyingShare) TWO(clonogenic) TWO(subShare) TWO(hypoxicSignal) TWO(openVessels)        \
  TWO(adenosine) TWO(suppressionFree) TWO(checkpoint) TWO(gamma) TWO(gammaTumour)
// clang-format on

// The laws at one moment. All of them are inlined into one function: the compiler then keeps what
// they share in registers.
template <class In>
struct RateLaws {
  using Number = typename In::Number;
  using Two = typename In::Two;
  using States = typename In::States;
  using Levels = typename In::Levels;
  using Amounts = typename In::Amounts;
  using Clone = GenotypeOf<Number>;
  using T = TumourState;
  using S = SystemState;
  using F = TumourFlux;
  using G = SystemFlux;

  static constexpr double kIcdByImmuneKill = 0.35;       // label per killed cell; illustrative
  static constexpr double kIcdByIschaemia = 0.15;        // illustrative
  static constexpr double kIschaemiaHalfVessels = 0.35;  // illustrative
  static constexpr double kNothingMm3 = 1e-12;           // keeps an empty tumour from dividing by 0
  static constexpr double kStressHalf = 0.5;     // stress for half of its effects; illustrative
  static constexpr double kAntiCd8PerDay = 1.5;  // depletion within two days; illustrative

  const ConstantsOf<Number>& m;
  const ParametersOf<Number>& p;
  const States& y;
  const Levels& b;

#define ONE(name) Number name;
#define TWO(name) Two name;
  ABSCOPE_SHARED_BY_LAWS(ONE, TWO)
#undef TWO
#undef ONE

  Number bound(Hook hook) const { return b[static_cast<std::size_t>(hook)]; }
  Number free(Hook hook) const { return 1 - bound(hook); }

  ABSCOPE_INLINE RateLaws(const ConstantsOf<Number>& constants, const States& state,
                          const Levels& levels)
      : m(constants), p(constants.p), y(state), b(levels) {
    const Clone& genotype = m.genotype;
    clonogenic = clonogenicMm3(y);
    subShare = y[T::resistant] / (clonogenic + kNothingMm3);
    volume = volumeMm3(y);
    established = saturation(volume, p.establishedMm3);
    perDensity = 1.0 / (0.05 * volume + p.rimMm3);
    killers = y[T::cd8Effector] + y[T::cd8Resident];
    tregDensity = y[T::treg] * perDensity;
    mdscDensity = y[T::mdsc] * perDensity;
    m1Density = y[T::m1Macrophage] * perDensity;
    m2Density = y[T::m2Macrophage] * perDensity;
    killerDensity = killers * perDensity;
    m2Share = saturation(m2Density, 1);
    dyingShare = saturation(y[T::dying] * perDensity, p.dyingHalf);

    const Number blockade = 1 - free(Hook::antiPd1) * free(Hook::antiPdl1);
    pd1Blocked = blockade * (1 - genotype.alternativeCheckpoints * free(Hook::lag3Tim3) *
                                     (1 - p.otherCheckpointShare * bound(Hook::otherCheckpoint)));
    ptenFree = free(Hook::ptenPathwayInhibitor) * free(Hook::mtorInhibitor);
    cholesterol = genotype.cholesterol * free(Hook::acat1Inhibitor);
    gpx4Free = free(Hook::gpx4Inhibitor);
    tgf = y[T::tgfBeta] * free(Hook::antiTgfBeta);
    tgfShare = saturation(tgf, 1);
    lowDose = saturation(y[T::lowDoseSignal], 1);
    lowDoseInos = lowDose * (1 - 0.9 * bound(Hook::inosInhibitor));
    stress = saturation(y[T::rtStress], kStressHalf);
    interferonEffect = saturation(y[T::interferon1], 1);
    hypoxicSignal = y[T::hypoxia] + mixed(&Clone::hif) * (1.0 - y[T::hypoxia]);
    const Two vessels = y[T::vessels];
    openVessels = vessels + (1 - p.vesselLossEffect) * positive(1.0 - vessels);

    adenosine = (p.adenosineMax * free(Hook::a2aInhibitor)) *
                (mixed(&Clone::adenosine) + hypoxicSignal + p.adenosineByDeath * dyingShare);
    suppressionFree =
        1.0 / (1.0 + p.tregSuppression * tregDensity +
               (p.mdscSuppression + idoSuppression()) * mdscDensity + p.tgfSuppression * tgf +
               p.adenosineSuppression * adenosine + p.m2Suppression * m2Density);
    checkpoint = 1.0 / (1.0 + y[T::pdl1] * ((1 - pd1Blocked) / p.checkpointHalf));
    gamma = saturation(killerDensity * suppressionFree, p.interferonGammaHalf);
    gammaTumour = mixed(&Clone::interferonGamma) * gamma;
  }

  // IDO is induced by interferon and by RT stress.
  ABSCOPE_INLINE Two idoSuppression() const {
    const Number induced = 0.5 * (1 - p.idoBasal);
    return (p.idoSuppression * free(Hook::idoInhibitor)) *
           (p.idoBasal + induced * (interferonEffect + stress));
  }

  // What both clones do together, each by its share.
  ABSCOPE_INLINE Two mixed(Number Clone::*trait) const {
    const Number first = m.genotype.*trait;
    return first + (m.subclone.*trait - first) * subShare;
  }

  // Factors on the kill of one clone.
  Number genotypeKill(const Clone& clone) const {
    return (1 - p.cholesterolKillLoss * cholesterol) * (1 - p.ptenKillLoss * clone.pten * ptenFree);
  }
  ABSCOPE_INLINE Two mhc1(const Clone& clone) const { return clone.mhc1 * y[T::mhc1]; }
  ABSCOPE_INLINE Two gammaKill(const Clone& clone) const {
    const Number byGamma = (1 - p.killWithoutInterferonGamma) * clone.interferonGamma;
    return p.killWithoutInterferonGamma + byGamma * gamma;
  }
  ABSCOPE_INLINE Two cd8Kill(const Clone& clone) const {
    return genotypeKill(clone) * mhc1(clone) * gammaKill(clone);
  }
  ABSCOPE_INLINE Two nkKill(const Clone& clone) const {  // of cells without MHC-I more
    return 0.8 + 0.6 / (1.0 + square(mhc1(clone)));
  }
  ABSCOPE_INLINE Two ferroptosis(const Clone& clone) const {
    return (p.ferroptosisPerDay * clone.interferonGamma * (1 - clone.gpx4 * gpx4Free)) * gamma;
  }

  ABSCOPE_INLINE void tumourCells(Amounts& f) const {
    const Two viable = y[T::viable], resistant = y[T::resistant];
    const Clone& first = m.genotype;
    const Clone& second = m.subclone;
    const Two vessels = y[T::vessels];
    const Two perfusion = 0.5 + 0.6 * saturation(vessels, 0.2);
    const Two growth = p.growthPerDay * (1.0 - volume / p.capacityMm3) * perfusion;
    const Two byM2 = p.m2Growth * m2Share;
    const Two divisions = growth * viable;
    f[F::tumourGrowth] = divisions;
    f[F::tumourGrowthByM2] = byM2 * divisions;
    f[F::mutation] = m.mutationsPerDivision * divisions;
    f[F::resistantGrowth] = growth * resistant;
    f[F::resistantGrowthByM2] = byM2 * growth * resistant;

    const Two byCd8 = p.killPerDay * killers * suppressionFree * checkpoint /
                      (clonogenic + p.killSaturation * killers + p.killFloorMm3);
    f[F::cd8Kill] = byCd8 * cd8Kill(first) * viable;
    f[F::cd8KillResistant] = byCd8 * cd8Kill(second) * resistant;
    const Two nk = y[T::nk];
    const Two byNk = p.nkKillPerDay * nk * suppressionFree *
                     (1.0 + p.lowDoseNkKill * lowDose + p.nkLigandsByStress * stress) /
                     (clonogenic + 4.0 * nk + p.killFloorMm3);
    f[F::nkKill] = byNk * nkKill(first) * viable;
    f[F::nkKillResistant] = byNk * nkKill(second) * resistant;
    const Two m1 = y[T::m1Macrophage];
    const Two byM1 = p.phagocytosisPerDay * (1 + p.cd47Gain * bound(Hook::antiCd47)) * m1 /
                     (clonogenic + 4.0 * m1 + p.killFloorMm3);
    f[F::m1Kill] = byM1 * viable;
    f[F::m1KillResistant] = byM1 * resistant;
    constexpr double kHalf4 = kIschaemiaHalfVessels * kIschaemiaHalfVessels *
                              kIschaemiaHalfVessels * kIschaemiaHalfVessels;
    const Two vessels4 = square(square(vessels));
    const Two byIschaemia = p.ischaemicKillPerDay * (0.65 * kHalf4 / (kHalf4 + vessels4));
    f[F::ischaemicKill] = byIschaemia * viable;
    f[F::ischaemicKillResistant] = byIschaemia * resistant;
    f[F::ferroptoticKill] = ferroptosis(first) * viable;
    f[F::ferroptoticKillResistant] = ferroptosis(second) * resistant;

    f[F::dyingClearance] = p.dyingClearancePerDay * y[T::dying];
    f[F::icdByImmuneKill] =
        kIcdByImmuneKill * (f[F::cd8Kill] + f[F::cd8KillResistant] + f[F::nkKill] +
                            f[F::nkKillResistant] + f[F::m1Kill] + f[F::m1KillResistant] +
                            f[F::ferroptoticKill] + f[F::ferroptoticKillResistant]);
    f[F::icdByIschaemia] = kIcdByIschaemia * (f[F::ischaemicKill] + f[F::ischaemicKillResistant]);
    f[F::icdClearance] = p.dyingClearancePerDay * y[T::icdMass];
  }

  ABSCOPE_INLINE void vesselsAndOxygen(Amounts& f) const {
    const Two vessels = y[T::vessels];
    f[F::vesselRepair] = both(p.vesselRepairPerDay);
    f[F::vesselNormalisation] = p.vesselRepairPerDay * p.lowDoseVessels * lowDoseInos;
    f[F::vesselRegression] = p.vesselRepairPerDay * vessels;
    f[F::hypoxiaRise] = p.oxygenChangePerDay * p.hypoxiaMax * saturation(volume, p.hypoxiaHalfMm3) *
                        (1.6 - 0.6 * openVessels);
    f[F::reoxygenation] = p.oxygenChangePerDay * y[T::hypoxia];
  }

  ABSCOPE_INLINE void interferon(Amounts& f) const {
    const Two dna = y[T::cytosolicDna];
    const Two trex1 = y[T::trex1] * (1 - m.resistance(Resistance::trex1Loss)) +
                      m.resistance(Resistance::trex1Excess);
    f[F::dnaLoss] = p.dnaLossPerDay * dna;
    f[F::dnaCutByTrex1] = p.dnaLossPerDay * 1.5 * trex1 * dna;
    f[F::trex1Decay] = p.trex1DecayPerDay * y[T::trex1];
    const Two sensed = square(dna / (1.0 + p.trex1Potency * trex1));
    const Two kept = saturation(volume, p.stingMm3);
    const Two allowed = kept / (1.0 + p.mdscInterferonBlock * mdscDensity);
    f[F::interferonBySting] =
        p.interferonMax * allowed * sensed / (sensed + p.stingHalf * p.stingHalf);
    f[F::interferonWithoutSting] = p.interferonOtherWays * allowed * y[T::rtStress];
    f[F::interferonByAgonist] = (p.stingAgonistInterferon * bound(Hook::stingAgonist)) * kept;
    f[F::interferonLoss] = p.interferonLossPerDay * y[T::interferon1];
  }

  ABSCOPE_INLINE void dendriticCells(Amounts& f) const {
    f[F::antigenByDeath] = p.dyingClearancePerDay * y[T::icdMass];
    f[F::antigenBasal] = p.antigenBasalPerMm3 * clonogenic;
    f[F::antigenLoss] = p.antigenLossPerDay * y[T::antigen];
    const Two matured =
        (p.dcMaturation * (1 + 1.6 * bound(Hook::flt3l) + bound(Hook::gmCsf))) *
        saturation(y[T::antigen], p.antigenHalf) /
        (1.0 + p.mdscDcBlock * mdscDensity + p.tgfDcBlock * tgf + p.adenosineDcBlock * adenosine);
    f[F::dcMaturationBasal] = p.adjuvanticityBasal * matured;
    f[F::dcMaturationByHmgb1] = p.hmgb1Adjuvanticity * dyingShare * matured;
    f[F::dcMaturationByComplement] = p.complementAdjuvanticity * stress * matured;
    f[F::dcMaturationByInterferon] = (1 - m.resistance(Resistance::ifnarLoss)) *
                                     saturation(y[T::interferon1], p.adjuvanticityInterferonHalf) *
                                     matured;
    f[F::dcMaturationByTlr7] = 0.6 * bound(Hook::tlr7Agonist) * matured;
    f[F::dcMigration] = (p.dcMigrationPerDay * y[S::nodeCompetence]) * y[T::dendritic];
    f[F::dcDeath] = 0.1 * y[T::dendritic];
  }

  ABSCOPE_INLINE void tCells(Amounts& f) const {
    const Two effectors = y[T::cd8Effector];
    const Two exhausted = y[T::cd8Exhausted];
    // Both tumours draw from one blood, which passes them only so often.
    const Two attraction =
        p.homingPerDay * (1.0 - p.wntExclusion * mixed(&Clone::wnt)) * openVessels *
        (p.homingBasal + p.homingInduced * y[T::homing]) /
        (1.0 + p.homingStromaBlock * (p.stromaBasal + tgf) * (1.0 - p.lowDoseStroma * lowDose) +
         p.hifExclusion * hypoxicSignal) *
        saturation(volume, p.homingHalfMm3);
    f[F::cd8Homing] =
        (y[S::bloodEffector] / (1 + sum(attraction) / p.homingLimitPerDay)) * attraction;
    f[F::cd8Proliferation] = p.cd8ProliferationPerDay * (0.5 + 0.5 * pd1Blocked) * effectors *
                             saturation(y[T::dendritic], p.proliferationDcHalf) * suppressionFree *
                             (1.0 + p.lowDoseProliferation * lowDose) /
                             (1.0 + 0.5 * killerDensity + p.tgfProliferationBlock * tgf);
    f[F::cd8Exhaustion] =
        (p.exhaustionPerDay * (1 - pd1Blocked) * (1 + p.cholesterolExhaustion * cholesterol)) *
        y[T::pdl1] * (0.4 + 0.6 * established) * effectors;
    f[F::cd8Reinvigoration] = p.reinvigorationPerDay * pd1Blocked * exhausted;
    f[F::cd8Death] = p.cd8DeathPerDay * (1.0 - p.lowDoseRetention * lowDose) * effectors;
    f[F::exhaustedDeath] = p.exhaustedDeathPerDay * exhausted;
    const Number depletion = kAntiCd8PerDay * bound(Hook::antiCd8);
    f[F::cd8DepletionByAntiCd8] = depletion * effectors;
    f[F::exhaustedDepletionByAntiCd8] = depletion * exhausted;
    f[F::residentFormation] = p.residentFormationPerDay * effectors;
    f[F::residentLoss] = p.residentLossPerDay * y[T::cd8Resident];
    f[F::residentDepletionByAntiCd8] = depletion * y[T::cd8Resident];
    f[F::reinvigorationRise] = both(p.reinvigoratedShareRate * pd1Blocked);
    f[F::reinvigorationFall] = p.reinvigoratedShareRate * y[T::reinvigorated];

    const Two treg = y[T::treg];
    f[F::tregRecruitment] = (p.tregRecruitment * y[S::tregSupply]) * volume;
    f[F::tregByTgfBeta] = p.tregByTgf * tgf * volume;
    f[F::tregByCcr4] = (p.tregByCcr4 * y[S::tregSupply]) * m2Share * volume;
    f[F::tregConversion] = (p.tregConversion * y[S::helper]) * tgfShare * volume;
    f[F::tregProliferation] = p.tregProliferationPerDay * stress * treg / (1.0 + 0.6 * tregDensity);
    f[F::tregDeath] = p.tregLossPerDay * treg;
    f[F::tregDepletionByAntiCtla4] = (p.tregDepletionPerDay * bound(Hook::antiCtla4)) * treg;
    f[F::tregDepletionByAntiCd25] = (p.tregAntiCd25PerDay * bound(Hook::antiCd25)) * treg;
    f[F::tregFerroptosis] = (p.tregFerroptosisPerDay * (1 - p.tregGpx4 * gpx4Free)) * stress * treg;
    f[F::tregLossByLowDose] = p.lowDoseTregLoss * lowDoseInos * treg;
  }

  ABSCOPE_INLINE void myeloidCells(Amounts& f) const {
    const Two mdsc = y[T::mdsc];
    f[F::mdscRecruitment] = p.mdscRecruitment * volume;
    f[F::mdscByCcl2] =
        (p.mdscByCcl2 * (1 - p.ccr2Hold * bound(Hook::antiCcr2))) * y[T::ccl2] * volume;
    f[F::mdscDeath] = p.mdscLossPerDay * mdsc;
    f[F::mdscKilledByTCells] = p.mdscKillPerDay * (0.3 + 0.7 * pd1Blocked) * gamma * mdsc;

    const Number csf1r = bound(Hook::csf1rInhibitor);
    const Two m1 = y[T::m1Macrophage];
    const Two m2 = y[T::m2Macrophage];
    const Two monocytes = p.macrophageRecruitment * (1 - 0.85 * csf1r) * volume;
    const Two toM1 = p.lowDoseMonocytes * lowDose;
    f[F::macrophageRecruitment] = (1.0 - toM1) * monocytes;
    f[F::monocyteToM1] = toM1 * monocytes;
    f[F::macrophageByCsf1] = p.csf1Recruitment * stress * monocytes;
    f[F::m2ToM1Basal] = p.m2ToM1BasalPerDay * m2;
    f[F::m2ToM1ByLowDose] = p.m2ToM1LowDosePerDay * lowDose * m2;
    f[F::m2ToM1ByInterferonGamma] = p.m2ToM1InterferonGamma * gamma * m2;
    f[F::m2ToM1ByDrug] = (0.2 * bound(Hook::tlr7Agonist) + 0.15 * bound(Hook::gmCsf)) * m2;
    f[F::m1ToM2ByTgfBeta] = p.m1ToM2ByTgf * tgfShare * m1;
    f[F::m1ToM2ByHypoxia] = p.m1ToM2ByHypoxia * hypoxicSignal * m1;
    f[F::m1ToM2ByStress] = p.m1ToM2ByStress * stress * m1;
    f[F::m1Death] = p.macrophageLossPerDay * m1;
    f[F::m2Death] = p.macrophageLossPerDay * m2;
    f[F::m2DepletionByCsf1r] = 0.5 * csf1r * m2;

    const Two nkBase = p.nkRecruitment * volume;
    f[F::nkRecruitment] = nkBase;
    f[F::nkByLowDose] = p.lowDoseNk * lowDose * nkBase;
    f[F::nkByStress] = p.nkByStress * saturation(y[T::rtStress], 0.6) * nkBase;
    f[F::nkByInterferon] = 0.5 * interferonEffect * nkBase;
    f[F::nkDeath] = p.nkLossPerDay * y[T::nk];
  }

  ABSCOPE_INLINE void signals(Amounts& f) const {
    const Two damping = 1.0 / (1.0 + p.lowDoseTgf * lowDoseInos);
    f[F::tgfBetaBasal] = p.tgfBasal * established * damping;
    f[F::tgfBetaByStress] = p.tgfByStress * y[T::rtStress] * established * damping;
    f[F::tgfBetaByTreg] = 0.5 * p.tgfByTreg * saturation(tregDensity, 1) * damping;
    f[F::tgfBetaByM2] = p.tgfByM2 * m2Share * damping;
    f[F::tgfBetaLoss] = p.tgfLossPerDay * y[T::tgfBeta];

    f[F::ccl2Basal] = p.ccl2Basal * established;
    f[F::ccl2ByStress] = p.ccl2ByStress * y[T::rtStress];
    f[F::ccl2ByInterferon] = p.ccl2ByInterferon * interferonEffect;
    f[F::ccl2Loss] = p.ccl2LossPerDay * y[T::ccl2];

    const Number follow = p.homingChangePerDay;
    f[F::homingByM1] =
        follow * p.homingByM1 * (1 - bound(Hook::inosInhibitor)) * saturation(m1Density, 1);
    f[F::homingByLowDose] = follow * p.homingByLowDose * lowDoseInos;
    f[F::homingByInterferon] = follow * p.homingByInterferon * saturation(y[T::interferon1], 0.5);
    f[F::homingByInterferonGamma] = follow * p.homingByGamma * gammaTumour;
    f[F::homingByStress] = follow * p.homingByStress * stress;
    f[F::homingLoss] = follow * y[T::homing];

    const Number turnover = p.pdl1ChangePerDay;
    f[F::pdl1Basal] = both(turnover * p.pdl1Basal);
    f[F::pdl1ByInterferonGamma] = turnover * p.pdl1ByGamma * gammaTumour;
    f[F::pdl1ByHypoxia] = turnover * p.pdl1ByHypoxia * hypoxicSignal;
    f[F::pdl1ByInterferon] = turnover * p.pdl1ByInterferon1 * interferonEffect;
    f[F::pdl1ByPtenLoss] = (turnover * p.pdl1ByPtenLoss * ptenFree) * mixed(&Clone::pten);
    f[F::pdl1Loss] = turnover * y[T::pdl1];

    f[F::mhc1Basal] = both(p.mhc1ChangePerDay * p.mhc1Basal);
    f[F::mhc1ByInterferonGamma] = p.mhc1ChangePerDay * p.mhc1ByGamma * gammaTumour;
    f[F::mhc1ByInterferon] =
        p.mhc1ChangePerDay * p.mhc1ByInterferon1 * mixed(&Clone::interferon1) * interferonEffect;
    f[F::mhc1Loss] = p.mhc1ChangePerDay * y[T::mhc1];

    f[F::lowDoseDecay] = p.lowDoseDecayPerDay * y[T::lowDoseSignal];
    f[F::stressDecay] = p.stressDecayPerDay * y[T::rtStress];
    f[F::stressQuenching] = p.lowDoseQuench * lowDose * y[T::rtStress];
  }

  ABSCOPE_INLINE void nodeAndBlood(Amounts& f) const {
    const Number presented = saturation(y[S::nodeDendritic], p.nodeDcHalf);
    const Number responsive = y[S::lymphocytes] * y[S::nodeCompetence];
    const Number help = 1 - p.helperShare + p.helperShare * y[S::helper];
    f.set(G::nodeDcDeath, p.nodeDcLossPerDay * y[S::nodeDendritic]);
    f.set(G::helperPriming, p.helperRatePerDay * presented * responsive);
    f.set(G::helperLoss, p.helperRatePerDay * y[S::helper]);
    f.set(G::cd8Priming, p.primingStrength * help * responsive * presented /
                             (1 + p.ctla4Brake * (1 - bound(Hook::antiCtla4))));
    f.set(G::primingStep1, p.primingStepPerDay * y[S::priming1]);
    f.set(G::primingStep2, p.primingStepPerDay * y[S::priming2]);
    f.set(G::effectorRelease, p.primingStepPerDay * y[S::priming3] *
                                  (1 - p.releaseNeedsNode * (1 - y[S::nodeCompetence])));
    f.set(G::memoryRecall, p.memoryRecallPerDay * presented * y[S::memory]);
    f.set(G::bloodEffectorLoss, p.bloodEffectorLossPerDay * y[S::bloodEffector]);
    f.set(G::bloodEffectorDepletionByAntiCd8,
          kAntiCd8PerDay * bound(Hook::antiCd8) * y[S::bloodEffector]);
    f.set(G::memoryFormation, p.memoryFormationPerDay * y[S::bloodEffector]);
    f.set(G::memoryLoss, p.memoryLossPerDay * y[S::memory]);
    f.set(G::lymphocyteRecovery, p.lymphocyteRecoveryPerDay * (1 - y[S::lymphocytes]));
    f.set(G::nodeRecovery, p.nodeRecoveryPerDay * (1 - y[S::nodeCompetence]));
    f.set(G::tregSupplyRecovery, p.tregSupplyRecoveryPerDay * (1 - y[S::tregSupply]));
    f.set(G::tregSupplyDepletion,
          p.tregSupplyDepletionPerDay * bound(Hook::antiCd25) * y[S::tregSupply]);
  }

  ABSCOPE_INLINE void all(Amounts& __restrict f) const {
    tumourCells(f);
    vesselsAndOxygen(f);
    interferon(f);
    dendriticCells(f);
    tCells(f);
    myeloidCells(f);
    signals(f);
    nodeAndBlood(f);
  }
};

}  // namespace abscope
