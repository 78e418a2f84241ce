#pragma once
// The equals of a drag: a step by a click, and a number to type.
#include "ui/widgets.h"

namespace abscope {

// Sets the next value up (+1) or down (-1), again and again while it is held. `item`: as in
// SetControl.
void stepButton(const Ui& ui, ControlId id, const Rect& rect, int direction, Part part,
                int item = -1);

// The value at the right end of `row`, with its unit; a click or Enter lets it be typed. Returns
// the width. With `item`, that of this item of the plan.
float numberField(const Ui& ui, ControlId id, const Rect& row, double value, Part part,
                  int item = -1);

}  // namespace abscope
