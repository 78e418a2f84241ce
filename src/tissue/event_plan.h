#pragma once
// How many events of every flux happen from one moment to the next, in whole discs. Compartments
// then hold exactly round(state / scale) discs, and each flux has had close to integral / scale
// events: the rounding errors of the fluxes ("debts") are carried along, and among all whole
// numbers that balance, those with the smallest debts are taken.
#include <array>

#include "tissue/network.h"

namespace abscope {

using ArcEvents = std::array<int, static_cast<std::size_t>(kArcCount)>;
using CompartmentCounts = std::array<int, kCompartmentCount>;

class EventPlan {
 public:
  explicit EventPlan(const CompartmentDiscs& start);

  // The arcs move `moved` discs and the compartments then hold `end` discs. An impulse takes no
  // time.
  void step(const ArcDiscs& moved, const CompartmentDiscs& end, bool impulse);

  const ArcEvents& events() const { return events_; }
  const CompartmentCounts& counts() const { return counts_; }
  // An event of the last step could not be carried out; it stays owed.
  void refund(int arc) { debt_[static_cast<std::size_t>(arc)] += 1; }

 private:
  void balance(int compartment, int need);
  bool push(int compartment, int direction, bool onlyMoving);

  ArcDiscs debt_{};  // discs moved by the course less events that happened
  std::array<bool, static_cast<std::size_t>(kArcCount)> moving_{};  // in this step
  ArcEvents events_{};
  CompartmentCounts counts_{};
};

}  // namespace abscope
