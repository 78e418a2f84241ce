#pragma once
// What one dose of chemotherapy moves. It acts at the moment of the dose: gone from the blood
// within hours, where a step of the solver is about a day. It kills cells that divide; lymphocytes,
// those that are being primed and circulating ones are among them, resting cells of the tissue half
// as much. Written once, for numbers (chemotherapy.cpp) and for symbols (library/sbml.h).
#include "model/fraction_laws.h"

namespace abscope {

template <class In>
struct ChemotherapyLaws {
  using Number = typename In::Number;
  using T = TumourState;
  using S = SystemState;
  using F = TumourFlux;
  using G = SystemFlux;

  static constexpr double kTissueShare =
      0.5;  // of the loss of circulating lymphocytes; illustrative

  const ParametersOf<Number>& p;
  const typename In::States& y;

  ChemotherapyLaws(const ConstantsOf<Number>& constants, const typename In::States& state)
      : p(constants.p), y(state) {}

  // Share of the clonogenic cells of one tumour that die. amount: in usual doses of the generic
  // agent.
  Number killedShare(int lane, const Number& amount) const {
    using std::exp;
    // What divides, as in the law of growth, and is reached: hypoxic cells neither divide nor,
    // pumping drugs out, keep them.
    const Number vessels = y[T::vessels][lane];
    const Number perfusion = 0.5 + 0.6 * vessels / (vessels + 0.2);
    const Number volume = volumeMm3(y)[lane];
    const Number dividing = perfusion * greaterOf(0.0, 1 - volume / p.capacityMm3) *
                            (1 - smallerOf(1.0, p.hypoxicDrugResistance * y[T::hypoxia][lane]));
    return 1 - exp(-amount * p.chemoLogKill * dividing);
  }

  // One tumour's impulses. share: as killedShare() gives it.
  void tumour(int lane, const Number& amount, const Number& share, typename In::Amounts& f) const {
    using std::exp;
    const Number tissueDeath = 1 - exp(-kTissueShare * (amount * p.chemoLymphocyteLoss));
    const Number clonogenic = clonogenicMm3(y)[lane];
    f[F::chemotherapyKill][lane] = y[T::viable][lane] * share;
    f[F::chemotherapyKillResistant][lane] = y[T::resistant][lane] * share;
    f[F::icdByChemotherapy][lane] = p.chemoIcd * clonogenic * share;
    f[F::cd8ChemotherapyDeath][lane] = y[T::cd8Effector][lane] * tissueDeath;
    f[F::tregChemotherapyDeath][lane] = y[T::treg][lane] * tissueDeath;
  }

  void nodeAndBlood(const Number& amount, typename In::Amounts& f) const {
    using std::exp;
    const Number death = 1 - exp(-(amount * p.chemoLymphocyteLoss));
    f.set(G::lymphocyteChemotherapyDeath, y[S::lymphocytes] * death);
    f.set(G::bloodEffectorChemotherapyDeath, y[S::bloodEffector] * death);
    f.set(G::primingChemotherapyDeath1, y[S::priming1] * death);
    f.set(G::primingChemotherapyDeath2, y[S::priming2] * death);
    f.set(G::primingChemotherapyDeath3, y[S::priming3] * death);
  }
};

}  // namespace abscope
