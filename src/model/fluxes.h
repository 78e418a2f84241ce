#pragma once
// Every interaction of the model by name: where it takes from and where it brings to. The
// right-hand side is assembled from this table alone. The mechanisms of the review that it carries
// come from the catalogue: a flux that is not in assets/catalogue/mechanisms.json does not compile.
#include <array>
#include <cstddef>
#include <string_view>

#include "core/pair.h"
#include "model/flux_mechanisms.h"
#include "model/states.h"

namespace abscope {

// F(name, from, to): rates per day in both tumours. `outside` is the world around.
// A flux marked I happens at a fraction or a dose, all at once; its rate is zero in between.
#define ABSCOPE_TUMOUR_FLUXES(F, I)                      \
  F(tumourGrowth, outside, viable)                       \
  F(tumourGrowthByM2, outside, viable)                   \
  F(resistantGrowth, outside, resistant)                 \
  F(resistantGrowthByM2, outside, resistant)             \
  F(mutation, viable, resistant)                         \
  I(radiationKill, viable, dying)                        \
  I(lastClonogenDeath, viable, dying)                    \
  I(chemotherapyKill, viable, dying)                     \
  I(radiationKillResistant, resistant, dying)            \
  I(lastResistantDeath, resistant, dying)                \
  I(chemotherapyKillResistant, resistant, dying)         \
  F(cd8Kill, viable, dying)                              \
  F(nkKill, viable, dying)                               \
  F(m1Kill, viable, dying)                               \
  F(ischaemicKill, viable, dying)                        \
  F(ferroptoticKill, viable, dying)                      \
  F(cd8KillResistant, resistant, dying)                  \
  F(nkKillResistant, resistant, dying)                   \
  F(m1KillResistant, resistant, dying)                   \
  F(ischaemicKillResistant, resistant, dying)            \
  F(ferroptoticKillResistant, resistant, dying)          \
  F(dyingClearance, dying, outside)                      \
  I(icdByRadiation, outside, icdMass)                    \
  I(icdByChemotherapy, outside, icdMass)                 \
  F(icdByImmuneKill, outside, icdMass)                   \
  F(icdByIschaemia, outside, icdMass)                    \
  F(icdClearance, icdMass, outside)                      \
  I(vesselDamage, vessels, outside)                      \
  F(vesselRepair, outside, vessels)                      \
  F(vesselNormalisation, outside, vessels)               \
  F(vesselRegression, vessels, outside)                  \
  F(hypoxiaRise, outside, hypoxia)                       \
  F(reoxygenation, hypoxia, outside)                     \
  I(dnaRelease, outside, cytosolicDna)                   \
  F(dnaLoss, cytosolicDna, outside)                      \
  F(dnaCutByTrex1, cytosolicDna, outside)                \
  I(trex1Induction, outside, trex1)                      \
  F(trex1Decay, trex1, outside)                          \
  F(interferonBySting, outside, interferon1)             \
  F(interferonWithoutSting, outside, interferon1)        \
  F(interferonByAgonist, outside, interferon1)           \
  F(interferonLoss, interferon1, outside)                \
  F(antigenByDeath, outside, antigen)                    \
  F(antigenBasal, outside, antigen)                      \
  I(neoAntigenByRadiation, outside, antigen)             \
  F(antigenLoss, antigen, outside)                       \
  F(dcMaturationBasal, outside, dendritic)               \
  F(dcMaturationByHmgb1, outside, dendritic)             \
  F(dcMaturationByComplement, outside, dendritic)        \
  F(dcMaturationByInterferon, outside, dendritic)        \
  F(dcMaturationByTlr7, outside, dendritic)              \
  F(dcMigration, dendritic, nodeDendritic)               \
  F(dcDeath, dendritic, outside)                         \
  I(dcRadiationDeath, dendritic, outside)                \
  F(cd8Homing, bloodEffector, cd8Effector)               \
  F(cd8Proliferation, outside, cd8Effector)              \
  F(cd8Exhaustion, cd8Effector, cd8Exhausted)            \
  F(cd8Reinvigoration, cd8Exhausted, cd8Effector)        \
  F(cd8Death, cd8Effector, outside)                      \
  I(cd8RadiationDeath, cd8Effector, outside)             \
  I(cd8ChemotherapyDeath, cd8Effector, outside)          \
  F(cd8DepletionByAntiCd8, cd8Effector, outside)         \
  F(exhaustedDeath, cd8Exhausted, outside)               \
  F(exhaustedDepletionByAntiCd8, cd8Exhausted, outside)  \
  I(exhaustedRadiationDeath, cd8Exhausted, outside)      \
  F(residentFormation, cd8Effector, cd8Resident)         \
  F(residentLoss, cd8Resident, outside)                  \
  F(residentDepletionByAntiCd8, cd8Resident, outside)    \
  I(residentRadiationDeath, cd8Resident, outside)        \
  F(reinvigorationRise, outside, reinvigorated)          \
  F(reinvigorationFall, reinvigorated, outside)          \
  F(tregRecruitment, outside, treg)                      \
  F(tregByTgfBeta, outside, treg)                        \
  F(tregByCcr4, outside, treg)                           \
  F(tregConversion, outside, treg)                       \
  F(tregProliferation, outside, treg)                    \
  F(tregDeath, treg, outside)                            \
  F(tregDepletionByAntiCtla4, treg, outside)             \
  F(tregDepletionByAntiCd25, treg, outside)              \
  F(tregFerroptosis, treg, outside)                      \
  F(tregLossByLowDose, treg, outside)                    \
  I(tregRadiationDeath, treg, outside)                   \
  I(tregChemotherapyDeath, treg, outside)                \
  F(mdscRecruitment, outside, mdsc)                      \
  F(mdscByCcl2, outside, mdsc)                           \
  F(mdscDeath, mdsc, outside)                            \
  F(mdscKilledByTCells, mdsc, outside)                   \
  I(mdscRadiationDeath, mdsc, outside)                   \
  F(macrophageRecruitment, outside, m2Macrophage)        \
  F(monocyteToM1, outside, m1Macrophage)                 \
  F(macrophageByCsf1, outside, m2Macrophage)             \
  F(m2ToM1Basal, m2Macrophage, m1Macrophage)             \
  F(m2ToM1ByLowDose, m2Macrophage, m1Macrophage)         \
  F(m2ToM1ByInterferonGamma, m2Macrophage, m1Macrophage) \
  F(m2ToM1ByDrug, m2Macrophage, m1Macrophage)            \
  F(m1ToM2ByTgfBeta, m1Macrophage, m2Macrophage)         \
  F(m1ToM2ByHypoxia, m1Macrophage, m2Macrophage)         \
  F(m1ToM2ByStress, m1Macrophage, m2Macrophage)          \
  F(m1Death, m1Macrophage, outside)                      \
  F(m2Death, m2Macrophage, outside)                      \
  F(m2DepletionByCsf1r, m2Macrophage, outside)           \
  I(m1RadiationDeath, m1Macrophage, outside)             \
  I(m2RadiationDeath, m2Macrophage, outside)             \
  F(nkRecruitment, outside, nk)                          \
  F(nkByLowDose, outside, nk)                            \
  F(nkByStress, outside, nk)                             \
  F(nkByInterferon, outside, nk)                         \
  F(nkDeath, nk, outside)                                \
  I(nkRadiationDeath, nk, outside)                       \
  F(tgfBetaBasal, outside, tgfBeta)                      \
  F(tgfBetaByStress, outside, tgfBeta)                   \
  I(tgfBetaActivation, outside, tgfBeta)                 \
  F(tgfBetaByTreg, outside, tgfBeta)                     \
  F(tgfBetaByM2, outside, tgfBeta)                       \
  F(tgfBetaLoss, tgfBeta, outside)                       \
  F(ccl2Basal, outside, ccl2)                            \
  F(ccl2ByStress, outside, ccl2)                         \
  F(ccl2ByInterferon, outside, ccl2)                     \
  F(ccl2Loss, ccl2, outside)                             \
  F(homingByM1, outside, homing)                         \
  F(homingByLowDose, outside, homing)                    \
  F(homingByInterferon, outside, homing)                 \
  F(homingByInterferonGamma, outside, homing)            \
  F(homingByStress, outside, homing)                     \
  I(adhesionByRadiation, outside, homing)                \
  F(homingLoss, homing, outside)                         \
  F(pdl1Basal, outside, pdl1)                            \
  F(pdl1ByInterferonGamma, outside, pdl1)                \
  F(pdl1ByHypoxia, outside, pdl1)                        \
  F(pdl1ByInterferon, outside, pdl1)                     \
  F(pdl1ByPtenLoss, outside, pdl1)                       \
  F(pdl1Loss, pdl1, outside)                             \
  F(mhc1Basal, outside, mhc1)                            \
  F(mhc1ByInterferonGamma, outside, mhc1)                \
  F(mhc1ByInterferon, outside, mhc1)                     \
  I(mhc1ByRadiation, outside, mhc1)                      \
  F(mhc1Loss, mhc1, outside)                             \
  I(lowDoseInduction, outside, lowDoseSignal)            \
  F(lowDoseDecay, lowDoseSignal, outside)                \
  I(stressInduction, outside, rtStress)                  \
  F(stressDecay, rtStress, outside)                      \
  F(stressQuenching, rtStress, outside)

// The same for the node and the blood.
#define ABSCOPE_SYSTEM_FLUXES(F, I)                          \
  F(nodeDcDeath, nodeDendritic, outside)                     \
  I(nodeDcRadiationDeath, nodeDendritic, outside)            \
  F(helperPriming, outside, helper)                          \
  F(helperLoss, helper, outside)                             \
  F(cd8Priming, outside, priming1)                           \
  F(primingStep1, priming1, priming2)                        \
  F(primingStep2, priming2, priming3)                        \
  F(effectorRelease, priming3, bloodEffector)                \
  I(primingRadiationDeath1, priming1, outside)               \
  I(primingRadiationDeath2, priming2, outside)               \
  I(primingRadiationDeath3, priming3, outside)               \
  I(primingChemotherapyDeath1, priming1, outside)            \
  I(primingChemotherapyDeath2, priming2, outside)            \
  I(primingChemotherapyDeath3, priming3, outside)            \
  F(memoryRecall, outside, bloodEffector)                    \
  F(bloodEffectorLoss, bloodEffector, outside)               \
  F(bloodEffectorDepletionByAntiCd8, bloodEffector, outside) \
  I(bloodEffectorRadiationDeath, bloodEffector, outside)     \
  I(bloodEffectorChemotherapyDeath, bloodEffector, outside)  \
  I(helperRadiationDeath, helper, outside)                   \
  I(adoptiveTransfer, outside, bloodEffector)                \
  F(memoryFormation, outside, memory)                        \
  F(memoryLoss, memory, outside)                             \
  F(lymphocyteRecovery, outside, lymphocytes)                \
  I(lymphocyteRadiationDeath, lymphocytes, outside)          \
  I(lymphocyteChemotherapyDeath, lymphocytes, outside)       \
  F(nodeRecovery, outside, nodeCompetence)                   \
  I(nodeDamage, nodeCompetence, outside)                     \
  F(tregSupplyRecovery, outside, tregSupply)                 \
  F(tregSupplyDepletion, tregSupply, outside)

enum class TumourFlux : int {
#define F(name, from, to) name,
  ABSCOPE_TUMOUR_FLUXES(F, F)
#undef F
      count
};
enum class SystemFlux : int {
#define F(name, from, to) name,
  ABSCOPE_SYSTEM_FLUXES(F, F)
#undef F
      count
};
inline constexpr int kTumourFluxCount = static_cast<int>(TumourFlux::count);
inline constexpr int kSystemFluxCount = static_cast<int>(SystemFlux::count);
inline constexpr int kSystemFluxPairs = (kSystemFluxCount + 1) / 2;
inline constexpr int kFluxPairs = kTumourFluxCount + kSystemFluxPairs;

// Where a flux can come from or go to.
enum class Pool : int {
#define S(name, unit) name,
  ABSCOPE_TUMOUR_STATES(S) ABSCOPE_SYSTEM_STATES(S)
#undef S
      outside
};
constexpr bool isTumour(Pool p) { return static_cast<int>(p) < kTumourStateCount; }
constexpr bool isSystem(Pool p) { return !isTumour(p) && p != Pool::outside; }
constexpr TumourState tumourState(Pool p) { return static_cast<TumourState>(p); }
constexpr SystemState systemState(Pool p) {
  return static_cast<SystemState>(static_cast<int>(p) - kTumourStateCount);
}
std::string_view poolName(Pool pool);  // name of the state, or "outside"

struct FluxInfo {
  std::string_view name;
  Pool from;
  Pool to;
  std::string_view
      mechanisms;  // ids of the review's inventory, separated by commas; the main first
  bool impulse;    // happens at a fraction or a dose, all at once
};
inline constexpr std::array<FluxInfo, kTumourFluxCount> kTumourFluxInfo = {{
#define F(name, from, to) {#name, Pool::from, Pool::to, flux_mechanisms::name, false},
#define I(name, from, to) {#name, Pool::from, Pool::to, flux_mechanisms::name, true},
    ABSCOPE_TUMOUR_FLUXES(F, I)
#undef I
#undef F
}};
inline constexpr std::array<FluxInfo, kSystemFluxCount> kSystemFluxInfo = {{
#define F(name, from, to) {#name, Pool::from, Pool::to, flux_mechanisms::name, false},
#define I(name, from, to) {#name, Pool::from, Pool::to, flux_mechanisms::name, true},
    ABSCOPE_SYSTEM_FLUXES(F, I)
#undef I
#undef F
}};

// All fluxes at one moment (per day), or their amounts over a time or at an event.
struct Fluxes {
  struct Uncleared {};

  std::array<Pair, kFluxPairs> pairs;

  Fluxes() : pairs{} {}
  explicit Fluxes(Uncleared) {
  }  // for who fills every flux anyway; clearing is a quarter of the work

  Pair& operator[](TumourFlux f) { return pairs[static_cast<std::size_t>(f)]; }
  Pair operator[](TumourFlux f) const { return pairs[static_cast<std::size_t>(f)]; }
  double operator[](SystemFlux f) const {
    const auto i = static_cast<std::size_t>(f);
    return pairs[kTumourFluxCount + i / 2][i % 2];
  }
  void set(SystemFlux f, double value) {
    const auto i = static_cast<std::size_t>(f);
    pairs[kTumourFluxCount + i / 2][i % 2] = value;
  }
};

}  // namespace abscope
