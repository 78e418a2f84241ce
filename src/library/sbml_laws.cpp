#include "library/sbml_laws.h"

#include <utility>

#include "model/chemotherapy_laws.h"
#include "model/rate_laws.h"

namespace abscope {
namespace {

Definition define(std::string id, const Expression& formula) {
  const bool isNew = formula.nameIt(id);
  return {std::move(id), formula, isNew};
}

std::string poolId(Pool pool, int lane) {
  if (pool == Pool::outside) return {};
  return isTumour(pool) ? siteId(lane, poolName(pool)) : bodyId(poolName(pool));
}

FluxDefinition defineFlux(const std::string& ids, const FluxInfo& info, int lane,
                          const Expression& formula) {
  const std::string name(info.name);
  return {define(ids + (lane < 0 ? bodyId(name) : siteId(lane, name)), formula), info, lane,
          poolId(info.from, lane), poolId(info.to, lane)};
}

// All fluxes of one kind that have a law.
void collect(const std::string& ids, SymbolicAmounts& amounts, bool impulses,
             std::vector<FluxDefinition>& fluxes) {
  for (int lane = 0; lane < 2; ++lane) {
    for (std::size_t i = 0; i < amounts.tumour.size(); ++i) {
      const Expression& formula = amounts.tumour[i][lane];
      if (kTumourFluxInfo[i].impulse != impulses || formula.isNumber(0)) continue;
      fluxes.push_back(defineFlux(ids, kTumourFluxInfo[i], lane, formula));
    }
  }
  for (std::size_t i = 0; i < amounts.system.size(); ++i) {
    const Expression& formula = amounts.system[i];
    if (kSystemFluxInfo[i].impulse != impulses || formula.isNumber(0)) continue;
    fluxes.push_back(defineFlux(ids, kSystemFluxInfo[i], -1, formula));
  }
}

void defineGenotype(std::string_view clone, std::string_view resistances,
                    const SymbolicConstants& constants, std::vector<Definition>& out) {
  GenotypeOf<Expression> genotype = genotypeLaw<Expression>(
      resistanceSymbols(resistances), constants.p, Expression::symbol("strength_N04"));
  visitGenotype(genotype, [&](std::string_view name, const Expression& formula) {
    out.push_back(define(std::string(clone) + std::string(name), formula));
  });
}

}  // namespace

WrittenLaws writtenLaws() {
  const SymbolicConstants constants = constantSymbols();
  const SymbolicStates states;
  const SymbolicLevels bound = boundSymbols();
  WrittenLaws written;
  defineGenotype("genotype_", "resistance_", constants, written.genotypes);
  defineGenotype("subclone_", "subclone_resistance_", constants, written.genotypes);

  const RateLaws<InSymbols> laws(constants, states, bound);
  SymbolicAmounts rates;
  laws.all(rates);
#define ONE(name) written.shared.push_back(define(#name, laws.name));
#define TWO(name)                                                   \
  written.shared.push_back(define(siteId(0, #name), laws.name[0])); \
  written.shared.push_back(define(siteId(1, #name), laws.name[1]));
  ABSCOPE_SHARED_BY_LAWS(ONE, TWO)
#undef TWO
#undef ONE
  collect("", rates, false, written.fluxes);
  return written;
}

WrittenImpulses writtenFraction(const std::string& ids, const bool (&hasDose)[2]) {
  const SymbolicConstants constants = constantSymbols();
  const SymbolicStates states;
  const SymbolicLevels bound = boundSymbols();
  const FractionLaws<InSymbols> laws(constants, states, bound);
  SymbolicDose dose;
  dose.nodeGy = Expression::symbol(ids + "nodeGy");
  dose.bloodGy = Expression::symbol(ids + "bloodGy");
  dose.passingBloodGy = Expression::symbol(ids + "passingBloodGy");
  WrittenImpulses written;
  SymbolicAmounts amounts;
  for (int lane = 0; lane < 2; ++lane) {
    if (!hasDose[lane]) continue;
    const Expression doseGy = Expression::symbol(ids + siteId(lane, "Gy"));
    const Expression surviving = laws.survival(lane, doseGy);
    written.shared.push_back(define(ids + siteId(lane, "surviving"), surviving));
    laws.tumour(lane, doseGy, surviving, amounts);
  }
  laws.nodeAndBlood(dose, amounts);
  collect(ids, amounts, true, written.impulses);
  return written;
}

WrittenImpulses writtenChemotherapy(const std::string& ids, const Expression& amount) {
  const SymbolicConstants constants = constantSymbols();
  const SymbolicStates states;
  const ChemotherapyLaws<InSymbols> laws(constants, states);
  WrittenImpulses written;
  SymbolicAmounts amounts;
  for (int lane = 0; lane < 2; ++lane) {
    const Expression share = laws.killedShare(lane, amount);
    written.shared.push_back(define(ids + siteId(lane, "killedShare"), share));
    laws.tumour(lane, amount, share, amounts);
  }
  laws.nodeAndBlood(amount, amounts);
  collect(ids, amounts, true, written.impulses);
  return written;
}

std::vector<FluxDefinition> writtenCure() {
  const SymbolicStates states;
  SymbolicAmounts amounts;
  for (int lane = 0; lane < 2; ++lane) {
    const Expression clonogenic = Expression::symbol(siteId(lane, "clonogenic"));
    const Expression isCured =
        Expression::apply("lt", {clonogenic, Expression::symbol("clonogenMm3")});
    const auto last = [&](TumourFlux flux, TumourState state) {
      amounts[flux][lane] = Expression::piecewise(states[state][lane], isCured, 0);
    };
    last(TumourFlux::lastClonogenDeath, TumourState::viable);
    last(TumourFlux::lastResistantDeath, TumourState::resistant);
  }
  std::vector<FluxDefinition> fluxes;
  collect("", amounts, true, fluxes);
  return fluxes;
}

Expression writtenBound(const std::string& levelId) {
  return boundShare(Expression::symbol(levelId));
}

}  // namespace abscope
