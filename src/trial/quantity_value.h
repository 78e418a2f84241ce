#pragma once
// Reads a quantity off a course, and tells which way two arms differ.
#include "model/course.h"
#include "model/quantity.h"

namespace abscope {

// `day` past the end of the course counts as its end.
double quantityValue(const Course& course, Quantity quantity, double day);

// `value` over `against`, or the difference where the quantity is a change in per cent.
double contrast(Quantity quantity, double value, double against);

// Does the contrast point this way? Higher and lower need 5 % (or 5 percentage points), so that a
// difference nobody would see does not count; similar is a ratio of 0.75 to 1.33 (or 10 points),
// the width that the calibration gives to "no effect". Unstated is never met.
bool pointsTo(Direction direction, Quantity quantity, double contrast);

}  // namespace abscope
