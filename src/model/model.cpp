#include "model/model.h"

#include <algorithm>
#include <cmath>

#include "model/assemble.h"
#include "model/rate_laws.h"

namespace abscope {

namespace {

using T = TumourState;
using S = SystemState;
using G = SystemFlux;

// States that count cells or mass, and so grow along with an untreated tumour.
bool growsWithTumour(TumourState s) {
  switch (s) {
    case T::dying:
    case T::icdMass:
    case T::antigen:
    case T::cd8Effector:
    case T::cd8Exhausted:
    case T::cd8Resident:
    case T::treg:
    case T::mdsc:
    case T::m1Macrophage:
    case T::m2Macrophage:
    case T::nk:
      return true;
    default:
      return false;
  }
}

}  // namespace

HookLevels occupancy(const HookLevels& levels) {
  HookLevels boundShares{};
  for (std::size_t i = 0; i < levels.size(); ++i) {
    boundShares[i] = boundShare(levels[i]);
  }
  return boundShares;
}

namespace {

ConstantsOf<double> constantsOf(const Patient& patient) {
  ConstantsOf<double> c;
  c.p = parametersOf(patient);
  const double ptpn2Strength = patient.strengths[MechanismId::N04];
  c.genotype = genotypeLaw(patient.resistance, c.p, ptpn2Strength);
  c.subclone = genotypeLaw(patient.subclone.resistance, c.p, ptpn2Strength);
  c.mutationsPerDivision = patient.subclone.mutationsPerDivision;
  c.resistances = patient.resistance;
  return c;
}

}  // namespace

Model::Model(const Patient& patient)
    : constants_(constantsOf(patient)),
      preset_(patient.preset),
      subcloneShare_(patient.subclone.share),
      startMm3_{patient.irradiatedMm3, patient.distantMm3},
      startBloodEffectors_(patient.bloodEffectors) {
  for (int i = 0; i < kDrugCount; ++i) {
    const DrugUse& use = drugUse(static_cast<Drug>(i), preset_);
    drugLossPerDay_[static_cast<std::size_t>(i)] = std::log(2.0) / use.halfLifeDays;
  }
}

State Model::start() const {
  // Fixed-point sweeps: every state goes to inflow / (outflow per unit + growth), so that new laws
  // need no starting values of their own. The error falls by half or more each sweep.
  constexpr int kMostSweeps = 400;
  constexpr double kSettled = 1e-12;  // relative change within one sweep
  State y;
  for (Pair& pair : y.pairs) pair = both(1e-3);
  y[T::vessels] = both(1);
  y[T::lowDoseSignal] = y[T::rtStress] = Pair{};
  y[T::cytosolicDna] = y[T::trex1] = Pair{};
  y.set(S::lymphocytes, 1);
  y.set(S::nodeCompetence, 1);
  y.set(S::tregSupply, 1);
  y.set(S::memory, 0);
  y[T::resistant] = subcloneShare_ * startMm3_;
  y[T::viable] = startMm3_ - y[T::resistant];
  const HookLevels none{};
  const double growthPerDay = 0.8 * constants_.p.growthPerDay;
  Fluxes f;
  State slope, outflow;
  bool settled = false;
  for (int sweep = 0; sweep < kMostSweeps && !settled; ++sweep) {
    rates(y, none, f, slope);
    assembleOutflow(f, outflow);
    settled = true;
    for (std::size_t i = 0; i < y.pairs.size(); ++i) {
      // A state that loses nothing keeps its value: memory 0; lymphocytes, the node's competence
      // and the Treg of the blood 1.
      const auto state = static_cast<TumourState>(i);
      if (state == T::viable || state == T::resistant) continue;
      const Pair before = y.pairs[i];
      const Pair growth = both(growsWithTumour(state) ? growthPerDay : 0);
      const Pair lossPerUnit = (before > 0.0 ? outflow.pairs[i] / before : Pair{}) + growth;
      const Pair inflow = slope.pairs[i] + outflow.pairs[i];
      y.pairs[i] = lossPerUnit > 0.0 ? inflow / lossPerUnit : before;
      for (int lane = 0; lane < 2; ++lane) {
        settled = settled && std::fabs(y.pairs[i][lane] - before[lane]) <= kSettled * before[lane];
      }
    }
    // The volume given is that of all cells, living and dying.
    for (int lane = 0; lane < 2; ++lane) {
      y[T::dying][lane] = std::min(y[T::dying][lane], 0.5 * startMm3_[lane]);
      const double clonogenic = startMm3_[lane] - y[T::dying][lane];
      y[T::resistant][lane] = subcloneShare_ * clonogenic;
      y[T::viable][lane] = clonogenic - y[T::resistant][lane];
    }
  }
  if (startBloodEffectors_ > 0) y.add(S::bloodEffector, startBloodEffectors_);
  return y;
}

Pair Model::survival(const State& y, Pair doseGy, const HookLevels& boundShares) const {
  const FractionLaws<InNumbers> laws(constants_, y, boundShares);
  return Pair{laws.survival(0, doseGy[0]), laws.survival(1, doseGy[1])};
}

Fluxes Model::giveFraction(State& y, const FractionDose& dose,
                           const HookLevels& boundShares) const {
  const FractionLaws<InNumbers> laws(constants_, y, boundShares);
  Fluxes f;
  for (int lane = 0; lane < 2; ++lane) {
    const double d = dose.tumourGy[lane];
    if (d > 0) laws.tumour(lane, d, laws.survival(lane, d), f);
  }
  laws.nodeAndBlood(dose, f);
  addImpulses(f, y);
  return f;
}

Fluxes Model::giveTCells(State& y, double amount) const {
  Fluxes f;
  f.set(G::adoptiveTransfer, amount);
  y.add(S::bloodEffector, amount);
  return f;
}

}  // namespace abscope
