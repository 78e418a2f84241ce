#pragma once
// The equations with all constants of one patient: rates between events, jumps at events.
#include <array>

#include "core/pair.h"
#include "model/constants.h"
#include "model/drugs.h"
#include "model/fluxes.h"
#include "model/fraction_laws.h"
#include "model/parameters.h"
#include "model/patient.h"
#include "model/states.h"

namespace abscope {

using FractionDose = FractionDoseOf<double, Pair>;

// What holds the killing of tumour cells up or helps it, each as a factor on the kill by CD8
// effectors (1 = no effect), in both tumours. Their product times the effectors' number gives the
// kill.
struct KillFactors {
  Pair treg{}, mdsc{}, tgfBeta{}, adenosine{},
      m2{};                    // shares of the suppression, as factors below 1
  Pair checkpoint{};           // PD-L1 that is not blocked
  Pair antigenPresentation{};  // MHC-I at the surface
  Pair interferonGamma{};
  Pair genotype{};  // loss of PTEN, cholesterol in T cells
};

// Bound or blocked share of each drug's target, from levels in units of a usual dose.
HookLevels occupancy(const HookLevels& levels);

class Model {
 public:
  explicit Model(const Patient& patient);

  const Parameters& parameters() const { return constants_.p; }
  Preset preset() const { return preset_; }
  double resistance(Resistance r) const { return constants_.resistance(r); }
  const ConstantsOf<double>& constants() const { return constants_; }

  // Both tumours at rest in their hosts before any treatment: every immune state where its sources
  // and losses balance in a tumour that grows at its rate.
  State start() const;

  // Rates per day of every flux, and the slope of every state assembled from them.
  void rates(const State& y, const HookLevels& bound, Fluxes& fluxes, State& slope) const;
  // The same without keeping the fluxes.
  void slope(const State& y, const HookLevels& bound, State& slope) const;

  // One fraction; gives the amounts moved.
  Fluxes giveFraction(State& y, const FractionDose& dose, const HookLevels& bound) const;
  // Effector T cells into the blood, `amount` in 10^6; gives the amounts moved.
  Fluxes giveTCells(State& y, double amount) const;
  // Chemotherapy of so many usual doses of its generic agent; gives the amounts moved.
  Fluxes giveChemotherapy(State& y, double amount) const;

  // Surviving share of viable cells after a fraction of doseGy to each tumour in this state.
  Pair survival(const State& y, Pair doseGy, const HookLevels& bound) const;

  KillFactors killFactors(const State& y, const HookLevels& bound) const;
  // What holds homing T cells off: stroma, in units of TGF-beta, that low doses open (L13).
  Pair stroma(const State& y, const HookLevels& bound) const;
  // Interferon-gamma of the CD8 cells at work, as a share of the most that can act (0 to 1).
  Pair interferonGamma(const State& y, const HookLevels& bound) const;

  // Loss rate of a drug's effect per day in this preset.
  double drugLossPerDay(Drug drug) const { return drugLossPerDay_[static_cast<std::size_t>(drug)]; }

 private:
  ConstantsOf<double> constants_;
  Preset preset_;
  double subcloneShare_ = 0;  // of the clonogenic cells at the start
  std::array<double, kDrugCount> drugLossPerDay_{};
  Pair startMm3_{};
  double startBloodEffectors_ = 0;
};

}  // namespace abscope
