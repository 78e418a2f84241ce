#pragma once
// Every law of the model as a formula with an id: the laws of model/rate_laws.h,
// model/fraction_laws.h and model/chemotherapy_laws.h, run over symbols.
#include <string>
#include <vector>

#include "library/symbols.h"
#include "model/plan.h"

namespace abscope {

struct Definition {
  std::string id;
  Expression formula;
  bool whole = true;  // false: no more than another name for a formula that has one

  std::string math() const { return mathMl(formula, whole); }
  std::set<std::string> symbols() const { return symbolsOf(formula, whole); }
};

// One flux in one place.
struct FluxDefinition {
  Definition definition;
  FluxInfo info;
  int lane = -1;     // -1: of the body
  std::string from;  // ids of states; empty: outside
  std::string to;
};

struct WrittenLaws {
  std::vector<Definition> genotypes;   // of both clones, from resistance and parameters
  std::vector<Definition> shared;      // what several laws share
  std::vector<FluxDefinition> fluxes;  // rates per day
};
WrittenLaws writtenLaws();

// What one fraction or dose moves.
struct WrittenImpulses {
  std::vector<Definition> shared;  // a share of the clonogenic cells of each tumour
  std::vector<FluxDefinition> impulses;
};
// ids: of the doses and of the impulses, before their own names. hasDose: whether each tumour gets
// any.
WrittenImpulses writtenFraction(const std::string& ids, const bool (&hasDose)[2]);

// amount: in usual doses of the generic agent.
WrittenImpulses writtenChemotherapy(const std::string& ids, const Expression& amount);

// The deaths of the last clonogens of a tumour that a visit finds cured.
std::vector<FluxDefinition> writtenCure();

// Bound share of the hook's target from the symbol of its level.
Expression writtenBound(const std::string& levelId);

}  // namespace abscope
