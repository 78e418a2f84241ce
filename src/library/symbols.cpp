#include "library/symbols.h"

namespace abscope {

std::string siteId(int lane, std::string_view name) {
  return (lane == 0 ? "irradiated_" : "distant_") + std::string(name);
}

std::string bodyId(std::string_view name) { return "body_" + std::string(name); }

SymbolicStates::SymbolicStates() {
  for (std::size_t i = 0; i < tumour.size(); ++i) {
    const std::string_view name = kTumourStateInfo[i].name;
    tumour[i] = {Expression::symbol(siteId(0, name)), Expression::symbol(siteId(1, name))};
  }
  for (std::size_t i = 0; i < system.size(); ++i) {
    system[i] = Expression::symbol(bodyId(kSystemStateInfo[i].name));
  }
}

ResistanceOf<Expression> resistanceSymbols(std::string_view clone) {
  ResistanceOf<Expression> symbols;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    symbols[i] = Expression::symbol(std::string(clone) + std::string(kResistanceIds[i]));
  }
  return symbols;
}

SymbolicConstants constantSymbols() {
  SymbolicConstants c;
#define P(name, mouse, human, low, high, unit, source, meaning) \
  c.p.name = Expression::symbol(#name);
#include "model/parameters.def"
#undef P
  visitGenotype(c.genotype, [](std::string_view name, Expression& value) {
    value = Expression::symbol("genotype_" + std::string(name));
  });
  visitGenotype(c.subclone, [](std::string_view name, Expression& value) {
    value = Expression::symbol("subclone_" + std::string(name));
  });
  c.mutationsPerDivision = Expression::symbol("mutationsPerDivision");
  c.resistances = resistanceSymbols("resistance_");
  return c;
}

SymbolicLevels boundSymbols() {
  SymbolicLevels levels;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    levels[i] = Expression::symbol("bound_" + std::string(kHookIds[i]));
  }
  return levels;
}

}  // namespace abscope
