#pragma once
// What covers the future of the plot until the class has voted.
#include "ui/plot_frame.h"

namespace abscope {

void futureVeil(const Ui& ui, const PlotFrame& frame);

}  // namespace abscope
