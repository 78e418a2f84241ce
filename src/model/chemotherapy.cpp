// Chemotherapy acts at the moment of the dose: gone from the blood within hours, where a step of
// the solver is about a day. It kills cells that divide; lymphocytes, those that are being primed
// and circulating ones are among them, resting cells of the tissue half as much.
#include <algorithm>
#include <cmath>

#include "model/assemble.h"
#include "model/model.h"

namespace abscope {
namespace {

using T = TumourState;
using S = SystemState;
using F = TumourFlux;
using G = SystemFlux;

constexpr double kTissueShare = 0.5;  // of the loss of circulating lymphocytes; illustrative

}  // namespace

Fluxes Model::giveChemotherapy(State& y, double amount) const {
  const Parameters& p = parameters();
  Fluxes f;
  const Pair volume = volumeMm3(y);
  const double lymphocyteLoss = amount * p.chemoLymphocyteLoss;
  const double tissueDeath = 1 - std::exp(-kTissueShare * lymphocyteLoss);
  for (int lane = 0; lane < 2; ++lane) {
    // What divides, as in the law of growth, and is reached: hypoxic cells neither divide nor,
    // pumping drugs out, keep them.
    const double vessels = y[T::vessels][lane];
    const double perfusion = 0.5 + 0.6 * vessels / (vessels + 0.2);
    const double dividing = perfusion * std::max(0.0, 1 - volume[lane] / p.capacityMm3) *
                            (1 - std::min(1.0, p.hypoxicDrugResistance * y[T::hypoxia][lane]));
    const double share = 1 - std::exp(-amount * p.chemoLogKill * dividing);
    f[F::chemotherapyKill][lane] = y[T::viable][lane] * share;
    f[F::chemotherapyKillResistant][lane] = y[T::resistant][lane] * share;
    f[F::icdByChemotherapy][lane] = p.chemoIcd * clonogenicMm3(y)[lane] * share;
    f[F::cd8ChemotherapyDeath][lane] = y[T::cd8Effector][lane] * tissueDeath;
    f[F::tregChemotherapyDeath][lane] = y[T::treg][lane] * tissueDeath;
  }
  const double bloodDeath = 1 - std::exp(-lymphocyteLoss);
  f.set(G::lymphocyteChemotherapyDeath, y[S::lymphocytes] * bloodDeath);
  f.set(G::bloodEffectorChemotherapyDeath, y[S::bloodEffector] * bloodDeath);
  f.set(G::primingChemotherapyDeath1, y[S::priming1] * bloodDeath);
  f.set(G::primingChemotherapyDeath2, y[S::priming2] * bloodDeath);
  f.set(G::primingChemotherapyDeath3, y[S::priming3] * bloodDeath);

  State jump;
  assembleJump(f, jump);
  for (std::size_t i = 0; i < y.pairs.size(); ++i) y.pairs[i] += jump.pairs[i];
  return f;
}

}  // namespace abscope
