#include "model/drugs.h"

#include <cstddef>

namespace abscope {
namespace {

// Half-lives are those of the effect in the tumour: of antibodies their half-life in the blood, of
// substances gone within hours half a day or a day, since their effect on cells outlasts them.
constexpr DrugInfo kDrugs[] = {
    {"antiPd1", "200 µg", "200 mg", "i.p. / i.v.", 5, 22,
     "mouse: antibodies 4–8 d, illustrative within it; human: pembrolizumab 22–26 d"},
    {"antiPdl1", "200 µg", "10 mg/kg", "i.p. / i.v.", 5, 6.1,
     "mouse: antibodies 4–8 d, illustrative within it; human: avelumab 6.1 d (label)"},
    {"antiCtla4", "200 µg", "3 mg/kg", "i.p. / i.v.", 5, 15,
     "mouse: antibodies 4–8 d, illustrative within it; human: ipilimumab, illustrative"},
    {"antiTgfBeta", "10 mg/kg", "150 mg twice a day", "i.p. / oral", 1, 1, "effect; illustrative"},
    {"idoInhibitor", "100 mg/kg", "100 mg twice a day", "oral", 1, 1, "effect; illustrative"},
    {"antiCcr2", "20 µg", "8 mg/kg", "i.p. / i.v.", 4, 9, "illustrative"},
    {"csf1rInhibitor", "40 mg/kg", "400 mg twice a day", "oral", 1, 1.1, "effect; illustrative"},
    {"antiCd25", "250 µg", "1 mg/kg", "i.p. / i.v.", 6, 15, "illustrative"},
    {"flt3l", "10 µg", "75 µg/kg", "s.c.", 1, 1.5, "effect; illustrative"},
    {"gmCsf", "5 µg", "200 µg", "s.c.", 0.5, 0.5,
     "effect; illustrative. Dose of Kong 2022 in micrograms"},
    {"tlr7Agonist", "3 mg/kg", "1 mg", "i.v. / topical", 1, 1, "effect; illustrative"},
    {"stingAgonist", "25 µg", "3 mg", "into the tumour", 1, 1, "effect; illustrative"},
    {"a2aInhibitor", "10 mg/kg", "100 mg twice a day", "oral", 1, 1, "effect; illustrative"},
    {"lag3Tim3", "200 µg", "160 mg", "i.p. / i.v.", 5, 20, "illustrative"},
    {"antiCd8", "200 µg", "-", "i.p.", 5, 5, "experimental reagent; illustrative"},
    {"inosInhibitor", "20 mg/kg", "-", "i.p.", 1, 1, "experimental reagent; illustrative"},
    {"adoptiveTCells", "10^6 cells", "10^9 cells", "i.v.", 1, 1,
     "cells given into the blood; they live by the model's rates"},
};
static_assert(sizeof(kDrugs) / sizeof(kDrugs[0]) == kDrugCount);

}  // namespace

const DrugInfo& drugInfo(Drug drug) { return kDrugs[static_cast<std::size_t>(drug)]; }

Drug drugById(std::string_view id) {
  for (int i = 0; i < kDrugCount; ++i) {
    if (kDrugs[i].id == id) return static_cast<Drug>(i);
  }
  return Drug::count;
}

}  // namespace abscope
