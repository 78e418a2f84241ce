#pragma once
// The schedule as it is edited by hand: drag, resize, copy, delete, by pointer and by keys.
#include "ui/timeline_boxes.h"

namespace abscope {

// Before the control of the day, which lies under it.
void timelineControls(const Ui& ui, const Rect& plot, const PlotFrame& frame);

// The bar of the picked item: the equals of each drag, and what the plan comes to.
void timelineBar(const Ui& ui, const Rect& plot, const PlotFrame& frame);

// True while a hand is on an item.
bool timelineHeld(const PlotFrame& frame);

// Where the picked item is taken to give it more fractions or doses.
Rect gripOf(const Ui& ui, const PlotFrame& frame, const TimelineBox& box);

}  // namespace abscope
