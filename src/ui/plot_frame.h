#pragma once
// Where the parts of the time plot are, and how days become pixels.
#include <array>

#include "app/ticks.h"
#include "model/plan.h"
#include "ui/draw.h"

namespace abscope {

inline constexpr int kMostDrugRows = 8;
// px, between schedule and curves: what the axes count, the band, and the buttons of comparison.
inline constexpr float kPlotHeadRow = 28;

struct PlotFrame {
  Rect schedule;  // the rows of fractions and drugs
  Rect curves;
  float radiationRow = 0;  // heights of rows
  float drugRow = 0;
  int lanes = 1;                                // series at the same time lie one below the other
  std::array<signed char, kMaxItems> laneOf{};  // of each series of fractions
  int drugs[kMostDrugRows] = {};                // those of the plan, in its order
  int drugCount = 0;
  float nameX = 0;  // of the rows' names, left of the curves
  float nameWidth = 0;
  double days = 1;

  float x(double day) const { return curves.x + curves.w * static_cast<float>(day / days); }
  double day(float px) const { return static_cast<double>((px - curves.x) / curves.w) * days; }
  float laneHeight() const { return radiationRow / static_cast<float>(lanes); }
};

PlotFrame plotFrameFor(const Ui& ui, const Rect& rect);

}  // namespace abscope
