// The laws of chemotherapy_laws.h in numbers, and what becomes of them.
#include "model/assemble.h"
#include "model/chemotherapy_laws.h"
#include "model/model.h"
#include "model/rate_laws.h"

namespace abscope {

Fluxes Model::giveChemotherapy(State& y, double amount) const {
  const ChemotherapyLaws<InNumbers> laws(constants_, y);
  Fluxes f;
  for (int lane = 0; lane < 2; ++lane) laws.tumour(lane, amount, laws.killedShare(lane, amount), f);
  laws.nodeAndBlood(amount, f);
  addImpulses(f, y);
  return f;
}

}  // namespace abscope
