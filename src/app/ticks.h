#pragma once
// Round numbers along an axis.

namespace abscope {

struct Ticks {
  double step = 1;    // 1, 2 or 5 times a power of ten
  double top = 1;     // the first tick at or above the highest value
  int decimals = 0;   // that tell two ticks apart
};

// About `wanted` steps from 0 up to at least `highest`.
Ticks ticksFor(double highest, int wanted);

// Steps of a time axis: days, weeks where the course is long.
double dayStep(double days, int wanted);

}  // namespace abscope
