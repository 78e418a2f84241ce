#pragma once
// Fractions and drugs over time, on the axis of the curves.
#include "ui/plot_frame.h"

namespace abscope {

void scheduleRows(const Ui& ui, const PlotFrame& frame);

}  // namespace abscope
