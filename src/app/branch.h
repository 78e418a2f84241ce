#pragma once
// Another future from one day on: what was given before stays, what comes after can be changed.
#include <vector>

#include "model/course.h"
#include "model/plan.h"

namespace abscope {

// The same plan with every item that `day` falls into parted in two: what was given by then, and
// the rest as an item of its own, on the days it would have been given.
Plan partedAt(const Plan& plan, const std::vector<Event>& events, double day);

// Whether both courses were given the same, at the same moments, up to and with this day.
bool samePast(const std::vector<Event>& a, const std::vector<Event>& b, double day);

}  // namespace abscope
