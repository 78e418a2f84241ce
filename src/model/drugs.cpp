#include "model/drugs.h"

#include <algorithm>
#include <cstddef>

namespace abscope {
namespace {

#define USE(...) \
  DrugUse { __VA_ARGS__ }
#define NOT_USED \
  DrugUse {}
constexpr DrugInfo kDrugs[] = {
#define D(id, name, hook, potency, target, mouse, human, review) \
  {#id, name, Hook::hook, potency, target, mouse, human, review},
#include "model/drugs.def"
#undef D
};
#undef USE
#undef NOT_USED
static_assert(sizeof(kDrugs) / sizeof(kDrugs[0]) == kDrugCount);

}  // namespace

const DrugInfo& drugInfo(Drug drug) { return kDrugs[static_cast<std::size_t>(drug)]; }

const DrugUse& drugUse(Drug drug, Preset preset) {
  const DrugInfo& info = drugInfo(drug);
  return preset == Preset::human ? info.human : info.mouse;
}

Drug drugById(std::string_view id) {
  // Where there is none, the place after the last: Drug::count.
  return static_cast<Drug>(std::find(kDrugIds.begin(), kDrugIds.end(), id) - kDrugIds.begin());
}

Drug genericOf(Hook hook) { return drugById(kHookIds[static_cast<std::size_t>(hook)]); }

}  // namespace abscope
