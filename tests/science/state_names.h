#pragma once
// Names and numbers of the states as they lie in a State, for messages and comparisons.
#include <cmath>
#include <string>

#include "model/states.h"

namespace abscope {

// The numbers of a State in order: both tumours by state, then the system's states.
inline double stateNumber(const State& y, int i) {
  return y.pairs[static_cast<std::size_t>(i / 2)][i % 2];
}
inline constexpr int kRealStateNumbers = 2 * kTumourStateCount + kSystemStateCount;  // no padding

inline std::string stateName(int i) {
  if (i >= 2 * kTumourStateCount) {
    return std::string(kSystemStateInfo[static_cast<std::size_t>(i - 2 * kTumourStateCount)].name);
  }
  return std::string(kTumourStateInfo[static_cast<std::size_t>(i / 2)].name) +
         (i % 2 == 0 ? " (irradiated)" : " (distant)");
}

// |error| / (1e-3 + |value|): the norm in which the solver is held to its peers.
inline double relativeError(double ours, double reference) {
  return std::fabs(ours - reference) / (1e-3 + std::fabs(reference));
}

}  // namespace abscope
