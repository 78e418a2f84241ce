#pragma once
// What is seen of the items as things to take: which is picked, which waits for an event.
#include "ui/plot_frame.h"

namespace abscope {

void timelineMarks(const Ui& ui, const PlotFrame& frame);

}  // namespace abscope
