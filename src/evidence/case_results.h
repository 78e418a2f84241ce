#pragma once
// The readouts of a case, solved and compared.
#include <span>
#include <vector>

#include "library/cases.h"

namespace abscope {

struct ReadoutResult {
  const Readout* readout;
  double value;
  double against;   // not a number when the readout has one arm only
  double contrast;  // of the two; not a number either
};

// In the order of the case. Each arm that is read is solved once. `mouse` changes parameters of the
// preset first, in arms of mice: a parameter set of the ensemble.
std::vector<ReadoutResult> readoutsOf(const Case& item,
                                      std::span<const ParameterChange> mouse = {});

// Does it point the way that was published? Not for a readout without a direction.
bool pointsAsPublished(const ReadoutResult& result);

}  // namespace abscope
