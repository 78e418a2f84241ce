#pragma once
// The way into a comparison, where nothing is pinned yet: in the row above the curves.
#include "ui/plot_frame.h"

namespace abscope {

// The left end of what stands at the right of that row: the buttons, or the axis title alone.
float pinControlsLeft(const Ui& ui, const PlotFrame& frame, const Rect& plot);
// `left`: what is to the left of it is taken. Where not all of it fits, keys do the rest.
void pinControls(const Ui& ui, const PlotFrame& frame, const Rect& plot, float left);

}  // namespace abscope
