#pragma once
// The symbols that the laws are run over when they are written out, by the ids of the SBML file.
#include <array>
#include <string>
#include <string_view>

#include "library/expression.h"
#include "model/constants.h"
#include "model/drugs.h"
#include "model/fluxes.h"
#include "model/fraction_laws.h"
#include "model/states.h"

namespace abscope {

// Of the irradiated tumour, the distant tumour and the body: "irradiated_", "distant_", "body_".
std::string siteId(int lane, std::string_view name);
std::string bodyId(std::string_view name);

struct SymbolicStates {
  std::array<ExpressionPair, static_cast<std::size_t>(kTumourStateCount)> tumour;
  std::array<Expression, static_cast<std::size_t>(kSystemStateCount)> system;

  SymbolicStates();
  const ExpressionPair& operator[](TumourState s) const {
    return tumour[static_cast<std::size_t>(s)];
  }
  const Expression& operator[](SystemState s) const { return system[static_cast<std::size_t>(s)]; }
};

// A flux that no law has set is the number 0.
struct SymbolicAmounts {
  std::array<ExpressionPair, static_cast<std::size_t>(kTumourFluxCount)> tumour;
  std::array<Expression, static_cast<std::size_t>(kSystemFluxCount)> system;

  ExpressionPair& operator[](TumourFlux f) { return tumour[static_cast<std::size_t>(f)]; }
  const Expression& operator[](SystemFlux f) const { return system[static_cast<std::size_t>(f)]; }
  void set(SystemFlux f, const Expression& value) { system[static_cast<std::size_t>(f)] = value; }
};

using SymbolicLevels = std::array<Expression, static_cast<std::size_t>(kHookCount)>;
using SymbolicConstants = ConstantsOf<Expression>;
using SymbolicDose = FractionDoseOf<Expression, ExpressionPair>;

struct InSymbols {
  using Number = Expression;
  using Two = ExpressionPair;
  using States = SymbolicStates;
  using Levels = SymbolicLevels;
  using Amounts = SymbolicAmounts;
};

SymbolicConstants constantSymbols();
SymbolicLevels boundSymbols();                                       // "bound_antiPd1"
ResistanceOf<Expression> resistanceSymbols(std::string_view clone);  // "resistance_b2mLoss"

// Every factor of a genotype: visit(name, member).
template <class Visit>
void visitGenotype(GenotypeOf<Expression>& genotype, const Visit& visit) {
  visit("mhc1", genotype.mhc1);
  visit("interferonGamma", genotype.interferonGamma);
  visit("interferon1", genotype.interferon1);
  visit("pten", genotype.pten);
  visit("cholesterol", genotype.cholesterol);
  visit("wnt", genotype.wnt);
  visit("alternativeCheckpoints", genotype.alternativeCheckpoints);
  visit("gpx4", genotype.gpx4);
  visit("hif", genotype.hif);
  visit("adenosine", genotype.adenosine);
}

}  // namespace abscope
