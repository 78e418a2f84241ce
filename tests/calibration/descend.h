#pragma once
// Moves a parameter set to where all rows hold: a step solves the rows as if they were linear in
// the parameters, which takes one reading a parameter and is then repeated.
#include <functional>
#include <vector>

#include "calibration/loss.h"
#include "calibration/rows.h"

namespace abscope {

struct DescendOptions {
  int steps = 20;
  double pull = 0.02;    // towards the centre, in units of the prior's width
  double longest = 0.1;  // a parameter's move in one step, of its range
  // Rows are kept this many standard deviations inside their bounds, where `noise` (relative, of
  // every parameter) moves them.
  double deviations = 0, noise = 0.03;
  int threads = 2;
};

struct Descent {
  std::vector<double> unit;
  double miss = 0;  // sum of squares over the rows
  std::vector<double> values;
};

// `told` is called after each step.
Descent descend(const FitSpace& space, const Rows& rows, std::vector<double> unit,
                const DescendOptions& options, const std::function<void(const Descent&)>& told);

}  // namespace abscope
