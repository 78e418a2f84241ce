#pragma once
// What the trials found, as rows for the human preset: shares of a population that respond out of
// the field, and the readouts of the cases. Shares are smoothed, so that they have slopes.
#include <vector>

#include "calibration/rows.h"

namespace abscope {

std::vector<Row> trialRows();
// On the rows' scales: the logit of a share; the logarithm of a ratio of arms.
std::vector<double> readTrials(const std::vector<ParameterChange>& changes);

}  // namespace abscope
