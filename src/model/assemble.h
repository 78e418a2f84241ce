#pragma once
// From named fluxes to the change of the states, by the table of fluxes.h and nothing else.
#include "model/fluxes.h"
#include "model/states.h"

namespace abscope {

template <Pool from, Pool to>
inline void moveAmount(Pair amount, State& change, double* system) {
  if constexpr (isTumour(from)) change[tumourState(from)] -= amount;
  if constexpr (isTumour(to)) change[tumourState(to)] += amount;
  if constexpr (isSystem(from)) system[static_cast<int>(systemState(from))] -= sum(amount);
  if constexpr (isSystem(to)) system[static_cast<int>(systemState(to))] += sum(amount);
}

template <Pool from, Pool to>
inline void moveSystemAmount(double amount, double* system) {
  static_assert(!isTumour(from) && !isTumour(to), "a system flux stays in the node and the blood");
  if constexpr (isSystem(from)) system[static_cast<int>(systemState(from))] -= amount;
  if constexpr (isSystem(to)) system[static_cast<int>(systemState(to))] += amount;
}

#define ABSCOPE_SKIP(name, from, to, mechanisms)
#define ABSCOPE_MOVE(name, from, to, mechanisms) \
  moveAmount<Pool::from, Pool::to>(fluxes[TumourFlux::name], change, system);
#define ABSCOPE_MOVE_SYSTEM(name, from, to, mechanisms) \
  moveSystemAmount<Pool::from, Pool::to>(fluxes[SystemFlux::name], system);

namespace detail {
inline void storeSystem(const double* system, State& change) {
  for (int i = 0; i < kSystemPairs; ++i) {
    change.pairs[static_cast<std::size_t>(kTumourStateCount + i)] =
        Pair{system[2 * i], system[2 * i + 1]};
  }
}
}  // namespace detail

// The slope of the states from the continuous fluxes; impulses do not count.
inline void assembleSlope(const Fluxes& fluxes, State& change) {
  change = State{};
  double system[2 * kSystemPairs] = {};
  ABSCOPE_TUMOUR_FLUXES(ABSCOPE_MOVE, ABSCOPE_SKIP)
  ABSCOPE_SYSTEM_FLUXES(ABSCOPE_MOVE_SYSTEM, ABSCOPE_SKIP)
  detail::storeSystem(system, change);
}

// The jump of the states from the amounts of the impulses.
inline void assembleJump(const Fluxes& fluxes, State& change) {
  change = State{};
  double system[2 * kSystemPairs] = {};
  ABSCOPE_TUMOUR_FLUXES(ABSCOPE_SKIP, ABSCOPE_MOVE)
  ABSCOPE_SYSTEM_FLUXES(ABSCOPE_SKIP, ABSCOPE_MOVE_SYSTEM)
  detail::storeSystem(system, change);
}

#undef ABSCOPE_SKIP
#undef ABSCOPE_MOVE
#undef ABSCOPE_MOVE_SYSTEM

}  // namespace abscope
