#pragma once
// Drugs as products that are given, and hooks: what the model lets a drug touch. A product acts
// through one hook, and several products add up there.
#include <array>
#include <string_view>

#include "model/patient.h"

namespace abscope {

enum class Hook : int {
  antiPd1,
  antiPdl1,
  antiCtla4,
  antiTgfBeta,
  idoInhibitor,
  antiCcr2,
  csf1rInhibitor,
  antiCd25,
  flt3l,
  gmCsf,
  tlr7Agonist,
  stingAgonist,
  a2aInhibitor,
  lag3Tim3,
  antiCd8,
  inosInhibitor,
  adoptiveTCells,
  ptenPathwayInhibitor,  // PI3K, AKT
  mtorInhibitor,
  gpx4Inhibitor,
  acat1Inhibitor,
  otherCheckpoint,  // TIGIT, VISTA, B7H3
  antiCd47,
  chemotherapy,
  count
};
inline constexpr int kHookCount = static_cast<int>(Hook::count);
inline constexpr std::array<std::string_view, kHookCount> kHookIds = {
    "antiPd1",         "antiPdl1",       "antiCtla4",
    "antiTgfBeta",     "idoInhibitor",   "antiCcr2",
    "csf1rInhibitor",  "antiCd25",       "flt3l",
    "gmCsf",           "tlr7Agonist",    "stingAgonist",
    "a2aInhibitor",    "lag3Tim3",       "antiCd8",
    "inosInhibitor",   "adoptiveTCells", "ptenPathwayInhibitor",
    "mtorInhibitor",   "gpx4Inhibitor",  "acat1Inhibitor",
    "otherCheckpoint", "antiCd47",       "chemotherapy"};

enum class Drug : int {
#define D(id, name, hook, potency, target, mouse, human, review) id,
#include "model/drugs.def"
#undef D
  count
};
inline constexpr int kDrugCount = static_cast<int>(Drug::count);
inline constexpr std::array<std::string_view, kDrugCount> kDrugIds = {
#define D(id, name, hook, potency, target, mouse, human, review) #id,
#include "model/drugs.def"
#undef D
};

// At each hook, in usual doses of its generic agent: the sum over products of potency x level. One
// usual dose adds 1 to the level of its product. What is bound or blocked of a hook's target is
// c / (c + kHalfOccupancy): a usual dose acts until about three half-lives have passed.
using HookLevels = std::array<double, kHookCount>;
inline constexpr double kHalfOccupancy = 0.15;  // illustrative

// How one species is given a drug.
struct DrugUse {
  double halfLifeDays = 0;  // of the effect; 0: this species is not given it
  double intervalDays = 0;  // from one usual dose to the next
  int doses = 0;            // in a usual course
  std::string_view dose;    // one usual dose, and its route
  std::string_view source;  // of the half-life

  bool isUsed() const { return halfLifeDays > 0; }
};

struct DrugInfo {
  std::string_view id;  // as written in a scenario
  std::string_view name;
  Hook hook;
  double potency;
  std::string_view target;  // and class
  DrugUse mouse, human;
  std::string_view review;  // what the review says; its references in parentheses
};
const DrugInfo& drugInfo(Drug drug);
const DrugUse& drugUse(Drug drug, Preset preset);

// Whether a dose acts at the moment when it is given and leaves no level behind.
inline bool actsAtOnce(Hook hook) {
  return hook == Hook::adoptiveTCells || hook == Hook::chemotherapy;
}

// The drug with this id, or Drug::count.
Drug drugById(std::string_view id);

// The agent that stands for every product of a hook: the one with the hook's id. Drug::count: there
// is none.
Drug genericOf(Hook hook);
inline bool isGeneric(Drug drug) { return genericOf(drugInfo(drug).hook) == drug; }

}  // namespace abscope
