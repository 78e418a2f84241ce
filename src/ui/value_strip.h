#pragma once
// One number against what it may be: a small axis with the allowed part, what other parameter sets
// or the sample leave open, the published number, and ours.
#include <limits>

#include "ui/draw.h"

namespace abscope {

struct ValueStrip {
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  static constexpr double kOpen = std::numeric_limits<double>::infinity();

  double value = kNone;
  double allowedLow = -kOpen, allowedHigh = kOpen;
  double farSide = kNone;                        // beyond it: right, but exaggerated
  double spreadLow = kNone, spreadHigh = kNone;  // around ours
  double published = kNone;
  double other = kNone;              // of the arm that it is held against
  bool log = false;                  // ratios; where all is positive
  double low = kNone, high = kNone;  // ends of the axis; not numbers: what is shown, and room
};

void drawValueStrip(const Ui& ui, const Rect& rect, const ValueStrip& strip, ImU32 colour);

// The same signs with their words, on one line. Returns the width.
float drawStripKey(const Ui& ui, const Rect& rect);

}  // namespace abscope
