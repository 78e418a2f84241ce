#pragma once
// What changed most just now, and the named fluxes that did it.
#include <array>

#include "model/course.h"
#include "tissue/cell_kind.h"

namespace abscope {

struct FluxShare {
  TumourFlux flux = TumourFlux::count;  // count: none
  double amount = 0;                    // over the window, in the units of the state; not negative
};

// Of a curve that somebody pressed: what moved it most around that day, whichever way.
inline constexpr int kMostCauses = 3;
struct Cause {
  TumourFlux flux = TumourFlux::count;  // count: none
  double amount = 0;                    // over the window; above 0 where it brought
};

// The state that changed by the largest factor in the days before `toDay`.
struct Explanation {
  bool any = false;                     // false: nothing changed to speak of
  CellKind subject = CellKind::tumour;  // tumour: its sensitive clone
  Site site = Site::irradiated;
  double fromDay = 0, toDay = 0;
  double before = 0, after = 0;           // 10^6 cells; mm3 for tumour cells
  double gained = 0, lost = 0;            // by all fluxes: after = before + gained - lost
  FluxShare cause;                        // what tells most in the direction of the change
  FluxShare against;                      // and in the other direction
  bool asked = false;                     // about this curve; else it is what changed most
  std::array<Cause, kMostCauses> causes;  // when asked; the largest first
};

Explanation explain(const Course& course, double day);
// One kind of cell in one tumour, from a day before to a day after; of nothing after `untilDay`.
Explanation explainCurve(const Course& course, double day, CellKind kind, Site site,
                         double untilDay = kMaxCourseDays);

// The mechanisms of a flux that a sentence names: none of a death of old age, which a mechanism may
// hasten or hold up but does not cause.
std::string_view mechanismsToTell(const FluxInfo& flux);

// The state that is counted for this kind of cell in a tumour; TumourState::count for none.
TumourState tumourStateOf(CellKind kind);

// The fluxes of one state: +1 brings, -1 takes, 0 has nothing to do with it.
int signFor(TumourFlux flux, TumourState state);

}  // namespace abscope
