#pragma once
// A drug before, with or after radiotherapy: the order by its name.
#include <vector>

#include "model/course.h"
#include "model/plan.h"

namespace abscope {

enum class Sequence : int { before, with, after, count };

// By the first dose, against the first and the last fraction of the course; count: one of the two
// was not given.
Sequence sequenceOf(const std::vector<Event>& events, int drug);

// Before: the last dose falls on the day before the first fraction, or, where there is no room, the
// first dose on day 0. With: the first dose comes with the first fraction. After: on the day after
// the last fraction, and stays there when that moves. False: nothing can come before a first
// fraction on day 0, or before one that waits for a finding.
bool setSequence(Plan& plan, int drug, Sequence sequence);

}  // namespace abscope
