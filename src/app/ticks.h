#pragma once
// Round numbers along an axis.

namespace abscope {

struct Ticks {
  double step = 1;   // 1, 2 or 5 times a power of ten
  double top = 1;    // the first tick at or above the highest value
  int decimals = 0;  // that tell two ticks apart
};

// About `wanted` steps from 0 up to at least `highest`.
Ticks ticksFor(double highest, int wanted);

// A value axis: from 0 with even steps, or by powers of ten.
struct Axis {
  bool log = false;
  double low = 0, high = 1;
  Ticks ticks;  // even steps only

  // 0 at the foot, 1 at the top; down to -1 below the foot of a log axis.
  double fraction(double value) const;
};
Axis linearAxis(double highest, int wanted);
// At most `decades` powers of ten below the highest value.
Axis logAxis(double highest, double lowest, int decades);

// Steps of a time axis: days, weeks where the course is long.
double dayStep(double days, int wanted);

}  // namespace abscope
