#pragma once
// The drug hooks of the model: what a drug can touch. Named products are scenarios of these.
#include <array>
#include <string_view>

namespace abscope {

enum class Drug : int {
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
  count
};
using Hook = Drug;
inline constexpr int kDrugCount = static_cast<int>(Drug::count);

// One usual dose adds 1 to the concentration, in units of a usual dose. What is bound or blocked is
// c / (c + kHalfOccupancy): a usual dose acts until about three half-lives have passed.
inline constexpr double kHalfOccupancy = 0.15;  // illustrative

struct DrugInfo {
  std::string_view id;  // as written in a scenario
  std::string_view usualDoseMouse;
  std::string_view usualDoseHuman;
  std::string_view route;
  double halfLifeMouseDays;  // of the effect; see `source`
  double halfLifeHumanDays;
  std::string_view source;
};
const DrugInfo& drugInfo(Drug drug);

// The drug with this id, or Drug::count.
Drug drugById(std::string_view id);

using DrugLevels = std::array<double, kDrugCount>;

}  // namespace abscope
