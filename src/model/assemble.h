#pragma once
// From named fluxes to the change of the states, by the table of fluxes.h and
// nothing else.
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

#define ABSCOPE_SKIP(name, from, to)
#define ABSCOPE_MOVE(name, from, to) \
  moveAmount<Pool::from, Pool::to>(fluxes[TumourFlux::name], total, system);
#define ABSCOPE_MOVE_SYSTEM(name, from, to) \
  moveSystemAmount<Pool::from, Pool::to>(fluxes[SystemFlux::name], system);

// Only what a flux takes, as a positive amount.
#define ABSCOPE_TAKE(name, from, to) \
  moveAmount<Pool::outside, Pool::from>(fluxes[TumourFlux::name], total, system);
#define ABSCOPE_TAKE_SYSTEM(name, from, to) \
  moveSystemAmount<Pool::outside, Pool::from>(fluxes[SystemFlux::name], system);

namespace detail {
// Minus zero, since -0 + x is x, so that the compiler leaves the first addition
// out; 0 + x is not.
inline void setToNothing(State& total, double* system) {
  for (Pair& pair : total.pairs) pair = both(-0.0);
  for (int i = 0; i < 2 * kSystemPairs; ++i) system[i] = -0.0;
}
inline void storeSystem(const double* system, State& change) {
  for (int i = 0; i < kSystemPairs; ++i) {
    change.pairs[static_cast<std::size_t>(kTumourStateCount + i)] =
        Pair{system[2 * i], system[2 * i + 1]};
  }
}

// Sums up what `move` gives to the states and stores it.
template <class Move>
ABSCOPE_INLINE void gather(State& change, const Move& move) {
  // Not `change` itself, which the compiler must think could be a part of the fluxes.
  State total{State::Uncleared{}};
  double system[2 * kSystemPairs];
  setToNothing(total, system);
  move(total, system);
  storeSystem(system, total);
  change = total;
}
}  // namespace detail

// The slope of the states from the continuous fluxes; impulses do not count.
ABSCOPE_INLINE void assembleSlope(const Fluxes& fluxes, State& change) {
  detail::gather(change, [&](State& total, double* system) {
    ABSCOPE_TUMOUR_FLUXES(ABSCOPE_MOVE, ABSCOPE_SKIP)
    ABSCOPE_SYSTEM_FLUXES(ABSCOPE_MOVE_SYSTEM, ABSCOPE_SKIP)
  });
}

// What leaves every state, a part of the same slope.
inline void assembleOutflow(const Fluxes& fluxes, State& outflow) {
  detail::gather(outflow, [&](State& total, double* system) {
    ABSCOPE_TUMOUR_FLUXES(ABSCOPE_TAKE, ABSCOPE_SKIP)
    ABSCOPE_SYSTEM_FLUXES(ABSCOPE_TAKE_SYSTEM, ABSCOPE_SKIP)
  });
}

// Adds to the states what the impulses of one event move.
inline void addImpulses(const Fluxes& fluxes, State& y) {
  State jump;
  detail::gather(jump, [&](State& total, double* system) {
    ABSCOPE_TUMOUR_FLUXES(ABSCOPE_SKIP, ABSCOPE_MOVE)
    ABSCOPE_SYSTEM_FLUXES(ABSCOPE_SKIP, ABSCOPE_MOVE_SYSTEM)
  });
  for (std::size_t i = 0; i < y.pairs.size(); ++i) y.pairs[i] += jump.pairs[i];
}

#undef ABSCOPE_SKIP
#undef ABSCOPE_MOVE
#undef ABSCOPE_MOVE_SYSTEM
#undef ABSCOPE_TAKE
#undef ABSCOPE_TAKE_SYSTEM

}  // namespace abscope
