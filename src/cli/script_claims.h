#pragma once
// What the captions of a lecture script say of the model, held against the model.
#include <string>
#include <vector>

#include "library/scripts.h"

namespace abscope {

struct ClaimResult {
  std::string beat;
  Quantity quantity = Quantity::irradiatedVolume;
  double day = 0;
  double value = 0;
  double contrast = 0;  // against what it is compared with; the value itself without
  bool holds = false;
};

// Every claim of every beat, in their order.
std::vector<ClaimResult> claimsOf(const Script& script);

}  // namespace abscope
