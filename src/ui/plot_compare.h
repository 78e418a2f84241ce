#pragma once
// Behind the curves of the present course: the pinned ones with the difference shaded, and the
// ghosts of earlier runs.
#include "ui/plot_curves.h"

namespace abscope {

void drawGhosts(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves);
void drawPinned(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves);

}  // namespace abscope
