#pragma once
// What the widgets with a value tell their twins in the page, and hear from them.
#include "ui/control_list.h"
#include "ui/widgets.h"

namespace abscope {

// The name of the twin of one of several: "Remove 8 Gy × 3", "Open Case, its question".
void nameTwin(const Ui& ui, ControlId id, int instance, std::string_view name,
              std::string_view more = {});

// Both emit what was set there. The first returns the value that holds then.
double twinRange(const Ui& ui, ControlId id, double value, Range shown, Range allowed);
// Of a number to type, of this item of the plan.
void twinField(const Ui& ui, ControlId id, int instance, int item, const Rect& rect);
// All choices at once, whether the list is open or not.
void twinList(const Ui& ui, ControlId id, ChoiceText text, std::span<const ChoiceLine> lines);

}  // namespace abscope
