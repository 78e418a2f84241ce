#include "model/drugs.h"

#include <cstddef>

namespace abscope {
namespace {

#define USE(...) \
  DrugUse { __VA_ARGS__ }
#define NOT_USED \
  DrugUse {}
constexpr DrugInfo kDrugs[] = {
#define D(id, name, hook, potency, target, mouse, human, review) \
  {#id,                                                          \
   name,                                                         \
   Hook::hook,                                                   \
   potency,                                                      \
   target,                                                       \
   mouse,                                                        \
   human,                                                        \
   review,                                                       \
   (mouse).halfLifeDays,                                         \
   (human).halfLifeDays},
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
  for (int i = 0; i < kDrugCount; ++i) {
    if (kDrugs[i].id == id) return static_cast<Drug>(i);
  }
  return Drug::count;
}

Drug genericOf(Hook hook) { return drugById(kHookIds[static_cast<std::size_t>(hook)]); }

}  // namespace abscope
