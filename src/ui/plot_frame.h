#pragma once
// Where the parts of the time plot are, and how days become pixels.
#include "app/ticks.h"
#include "ui/draw.h"

namespace abscope {

inline constexpr int kMostDrugRows = 5;

struct PlotFrame {
  Rect schedule;  // the rows of fractions and drugs
  Rect curves;
  float radiationRow = 0;  // heights of rows
  float drugRow = 0;
  int drugs[kMostDrugRows] = {};  // those given, in the order of the plan
  int drugCount = 0;
  float nameX = 0;  // of the rows' names, left of the curves
  float nameWidth = 0;
  double days = 1;

  float x(double day) const { return curves.x + curves.w * static_cast<float>(day / days); }
  double day(float px) const { return static_cast<double>((px - curves.x) / curves.w) * days; }
};

PlotFrame plotFrameFor(const Ui& ui, const Rect& rect);

}  // namespace abscope
