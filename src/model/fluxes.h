#pragma once
// Every interaction of the model by name: where it takes from, where it brings to, and the
// mechanisms of the review that it carries. The right-hand side is assembled from this table alone.
#include <array>
#include <cstddef>
#include <string_view>

#include "core/pair.h"
#include "model/states.h"

namespace abscope {

// F(name, from, to, mechanisms): rates per day in both tumours. `outside` is the world around.
// A flux marked I happens at a fraction or a dose, all at once; its rate is zero in between.
#define ABSCOPE_TUMOUR_FLUXES(F, I)                              \
  F(tumourGrowth, outside, viable, "")                           \
  F(tumourGrowthByM2, outside, viable, "X01")                    \
  F(resistantGrowth, outside, resistant, "")                     \
  F(resistantGrowthByM2, outside, resistant, "X01")              \
  F(mutation, viable, resistant, "")                             \
  I(radiationKill, viable, dying, "R01,R02,S09,X09")             \
  I(lastClonogenDeath, viable, dying, "")                        \
  I(chemotherapyKill, viable, dying, "X10")                      \
  I(radiationKillResistant, resistant, dying, "R01,R02,S09,X09") \
  I(lastResistantDeath, resistant, dying, "")                    \
  I(chemotherapyKillResistant, resistant, dying, "X10")          \
  F(cd8Kill, viable, dying, "N01,N02,R03,X05")                   \
  F(nkKill, viable, dying, "P07,L08,L09")                        \
  F(m1Kill, viable, dying, "X02")                                \
  F(ischaemicKill, viable, dying, "R02,S12")                     \
  F(ferroptoticKill, viable, dying, "N07")                       \
  F(cd8KillResistant, resistant, dying, "N01,N02,R03,X05")       \
  F(nkKillResistant, resistant, dying, "P07,L08,L09")            \
  F(m1KillResistant, resistant, dying, "X02")                    \
  F(ischaemicKillResistant, resistant, dying, "R02,S12")         \
  F(ferroptoticKillResistant, resistant, dying, "N07")           \
  F(dyingClearance, dying, outside, "")                          \
  I(icdByRadiation, outside, icdMass, "R05,R06")                 \
  I(icdByChemotherapy, outside, icdMass, "")                     \
  F(icdByImmuneKill, outside, icdMass, "R01")                    \
  F(icdByIschaemia, outside, icdMass, "R02")                     \
  F(icdClearance, icdMass, outside, "")                          \
  I(vesselDamage, vessels, outside, "R02,S12")                   \
  F(vesselRepair, outside, vessels, "")                          \
  F(vesselNormalisation, outside, vessels, "P01")                \
  F(vesselRegression, vessels, outside, "")                      \
  F(hypoxiaRise, outside, hypoxia, "X09")                        \
  F(reoxygenation, hypoxia, outside, "X09")                      \
  I(dnaRelease, outside, cytosolicDna, "P03,H01")                \
  F(dnaLoss, cytosolicDna, outside, "")                          \
  F(dnaCutByTrex1, cytosolicDna, outside, "P03")                 \
  I(trex1Induction, outside, trex1, "P03")                       \
  F(trex1Decay, trex1, outside, "")                              \
  F(interferonBySting, outside, interferon1, "P03,H01")          \
  F(interferonWithoutSting, outside, interferon1, "P03")         \
  F(interferonByAgonist, outside, interferon1, "S04")            \
  F(interferonLoss, interferon1, outside, "")                    \
  F(antigenByDeath, outside, antigen, "R01,R04")                 \
  F(antigenBasal, outside, antigen, "")                          \
  I(neoAntigenByRadiation, outside, antigen, "R04")              \
  F(antigenLoss, antigen, outside, "")                           \
  F(dcMaturationBasal, outside, dendritic, "")                   \
  F(dcMaturationByHmgb1, outside, dendritic, "R05")              \
  F(dcMaturationByComplement, outside, dendritic, "P02")         \
  F(dcMaturationByInterferon, outside, dendritic, "P03,H01")     \
  F(dcMaturationByTlr7, outside, dendritic, "")                  \
  F(dcMigration, dendritic, nodeDendritic, "")                   \
  F(dcDeath, dendritic, outside, "")                             \
  I(dcRadiationDeath, dendritic, outside, "")                    \
  F(cd8Homing, bloodEffector, cd8Effector, "P01,P04,P05,N06")    \
  F(cd8Proliferation, outside, cd8Effector, "S08")               \
  F(cd8Exhaustion, cd8Effector, cd8Exhausted, "N08,N09,X11")     \
  F(cd8Reinvigoration, cd8Exhausted, cd8Effector, "")            \
  F(cd8Death, cd8Effector, outside, "")                          \
  I(cd8RadiationDeath, cd8Effector, outside, "")                 \
  I(cd8ChemotherapyDeath, cd8Effector, outside, "")              \
  F(cd8DepletionByAntiCd8, cd8Effector, outside, "")             \
  F(exhaustedDeath, cd8Exhausted, outside, "")                   \
  F(exhaustedDepletionByAntiCd8, cd8Exhausted, outside, "")      \
  I(exhaustedRadiationDeath, cd8Exhausted, outside, "")          \
  F(residentFormation, cd8Effector, cd8Resident, "")             \
  F(residentLoss, cd8Resident, outside, "")                      \
  F(residentDepletionByAntiCd8, cd8Resident, outside, "")        \
  I(residentRadiationDeath, cd8Resident, outside, "")            \
  F(reinvigorationRise, outside, reinvigorated, "")              \
  F(reinvigorationFall, reinvigorated, outside, "")              \
  F(tregRecruitment, outside, treg, "X06")                       \
  F(tregByTgfBeta, outside, treg, "X05,S05")                     \
  F(tregByCcr4, outside, treg, "X07")                            \
  F(tregConversion, outside, treg, "S08")                        \
  F(tregProliferation, outside, treg, "S06,S11")                 \
  F(tregDeath, treg, outside, "")                                \
  F(tregDepletionByAntiCtla4, treg, outside, "X03")              \
  F(tregDepletionByAntiCd25, treg, outside, "X03,S07")           \
  F(tregFerroptosis, treg, outside, "N07")                       \
  F(tregLossByLowDose, treg, outside, "L05")                     \
  I(tregRadiationDeath, treg, outside, "")                       \
  I(tregChemotherapyDeath, treg, outside, "")                    \
  F(mdscRecruitment, outside, mdsc, "X04,X06")                   \
  F(mdscByCcl2, outside, mdsc, "S01,S03")                        \
  F(mdscDeath, mdsc, outside, "")                                \
  F(mdscKilledByTCells, mdsc, outside, "S04")                    \
  I(mdscRadiationDeath, mdsc, outside, "")                       \
  F(macrophageRecruitment, outside, m2Macrophage, "")            \
  F(monocyteToM1, outside, m1Macrophage, "L12")                  \
  F(macrophageByCsf1, outside, m2Macrophage, "S10")              \
  F(m2ToM1Basal, m2Macrophage, m1Macrophage, "")                 \
  F(m2ToM1ByLowDose, m2Macrophage, m1Macrophage, "P06")          \
  F(m2ToM1ByInterferonGamma, m2Macrophage, m1Macrophage, "")     \
  F(m2ToM1ByDrug, m2Macrophage, m1Macrophage, "")                \
  F(m1ToM2ByTgfBeta, m1Macrophage, m2Macrophage, "X05")          \
  F(m1ToM2ByHypoxia, m1Macrophage, m2Macrophage, "X10")          \
  F(m1ToM2ByStress, m1Macrophage, m2Macrophage, "S10,S11")       \
  F(m1Death, m1Macrophage, outside, "")                          \
  F(m2Death, m2Macrophage, outside, "")                          \
  F(m2DepletionByCsf1r, m2Macrophage, outside, "S10")            \
  I(m1RadiationDeath, m1Macrophage, outside, "")                 \
  I(m2RadiationDeath, m2Macrophage, outside, "")                 \
  F(nkRecruitment, outside, nk, "")                              \
  F(nkByLowDose, outside, nk, "L08,L12,L13")                     \
  F(nkByStress, outside, nk, "P07,L09")                          \
  F(nkByInterferon, outside, nk, "P03")                          \
  F(nkDeath, nk, outside, "")                                    \
  I(nkRadiationDeath, nk, outside, "")                           \
  F(tgfBetaBasal, outside, tgfBeta, "X05")                       \
  F(tgfBetaByStress, outside, tgfBeta, "S11")                    \
  I(tgfBetaActivation, outside, tgfBeta, "S05")                  \
  F(tgfBetaByTreg, outside, tgfBeta, "X03")                      \
  F(tgfBetaByM2, outside, tgfBeta, "X01")                        \
  F(tgfBetaLoss, tgfBeta, outside, "")                           \
  F(ccl2Basal, outside, ccl2, "X06")                             \
  F(ccl2ByStress, outside, ccl2, "S01")                          \
  F(ccl2ByInterferon, outside, ccl2, "S01,S02")                  \
  F(ccl2Loss, ccl2, outside, "")                                 \
  F(homingByM1, outside, homing, "L07")                          \
  F(homingByLowDose, outside, homing, "L01")                     \
  F(homingByInterferon, outside, homing, "P03")                  \
  F(homingByInterferonGamma, outside, homing, "")                \
  F(homingByStress, outside, homing, "P05")                      \
  I(adhesionByRadiation, outside, homing, "P04")                 \
  F(homingLoss, homing, outside, "")                             \
  F(pdl1Basal, outside, pdl1, "")                                \
  F(pdl1ByInterferonGamma, outside, pdl1, "N02")                 \
  F(pdl1ByHypoxia, outside, pdl1, "X11")                         \
  F(pdl1ByInterferon, outside, pdl1, "N02")                      \
  F(pdl1ByPtenLoss, outside, pdl1, "N05")                        \
  F(pdl1Loss, pdl1, outside, "")                                 \
  F(mhc1Basal, outside, mhc1, "")                                \
  F(mhc1ByInterferonGamma, outside, mhc1, "N02")                 \
  F(mhc1ByInterferon, outside, mhc1, "H01")                      \
  I(mhc1ByRadiation, outside, mhc1, "R03")                       \
  F(mhc1Loss, mhc1, outside, "")                                 \
  I(lowDoseInduction, outside, lowDoseSignal, "L01,L05,L06,L07") \
  F(lowDoseDecay, lowDoseSignal, outside, "L06")                 \
  I(stressInduction, outside, rtStress, "S05,S10,S11")           \
  F(stressDecay, rtStress, outside, "")                          \
  F(stressQuenching, rtStress, outside, "L04")

// The same for the node and the blood.
#define ABSCOPE_SYSTEM_FLUXES(F, I)                              \
  F(nodeDcDeath, nodeDendritic, outside, "")                     \
  I(nodeDcRadiationDeath, nodeDendritic, outside, "")            \
  F(helperPriming, outside, helper, "")                          \
  F(helperLoss, helper, outside, "")                             \
  F(cd8Priming, outside, priming1, "R05,P03")                    \
  F(primingStep1, priming1, priming2, "")                        \
  F(primingStep2, priming2, priming3, "")                        \
  F(effectorRelease, priming3, bloodEffector, "")                \
  I(primingRadiationDeath1, priming1, outside, "")               \
  I(primingRadiationDeath2, priming2, outside, "")               \
  I(primingRadiationDeath3, priming3, outside, "")               \
  I(primingChemotherapyDeath1, priming1, outside, "")            \
  I(primingChemotherapyDeath2, priming2, outside, "")            \
  I(primingChemotherapyDeath3, priming3, outside, "")            \
  F(memoryRecall, outside, bloodEffector, "")                    \
  F(bloodEffectorLoss, bloodEffector, outside, "")               \
  F(bloodEffectorDepletionByAntiCd8, bloodEffector, outside, "") \
  I(bloodEffectorRadiationDeath, bloodEffector, outside, "")     \
  I(bloodEffectorChemotherapyDeath, bloodEffector, outside, "")  \
  I(helperRadiationDeath, helper, outside, "")                   \
  I(adoptiveTransfer, outside, bloodEffector, "")                \
  F(memoryFormation, outside, memory, "")                        \
  F(memoryLoss, memory, outside, "")                             \
  F(lymphocyteRecovery, outside, lymphocytes, "")                \
  I(lymphocyteRadiationDeath, lymphocytes, outside, "")          \
  I(lymphocyteChemotherapyDeath, lymphocytes, outside, "")       \
  F(nodeRecovery, outside, nodeCompetence, "")                   \
  I(nodeDamage, nodeCompetence, outside, "")                     \
  F(tregSupplyRecovery, outside, tregSupply, "")                 \
  F(tregSupplyDepletion, tregSupply, outside, "S07")

enum class TumourFlux : int {
#define F(name, from, to, mechanisms) name,
  ABSCOPE_TUMOUR_FLUXES(F, F)
#undef F
      count
};
enum class SystemFlux : int {
#define F(name, from, to, mechanisms) name,
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
  std::string_view mechanisms;  // ids of the review's inventory, separated by commas
  bool impulse;                 // happens at a fraction or a dose, all at once
};
inline constexpr std::array<FluxInfo, kTumourFluxCount> kTumourFluxInfo = {{
#define F(name, from, to, mechanisms) {#name, Pool::from, Pool::to, mechanisms, false},
#define I(name, from, to, mechanisms) {#name, Pool::from, Pool::to, mechanisms, true},
    ABSCOPE_TUMOUR_FLUXES(F, I)
#undef I
#undef F
}};
inline constexpr std::array<FluxInfo, kSystemFluxCount> kSystemFluxInfo = {{
#define F(name, from, to, mechanisms) {#name, Pool::from, Pool::to, mechanisms, false},
#define I(name, from, to, mechanisms) {#name, Pool::from, Pool::to, mechanisms, true},
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
