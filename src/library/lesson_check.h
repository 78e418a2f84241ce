#pragma once
// What no single field of a lesson can tell: set-ups that must be sound, questions that need an
// answer, branches that must lead somewhere, holes in texts that must name something.
#include <span>
#include <string_view>

#include "library/lessons.h"
#include "library/scenario_check.h"

namespace abscope {

Problems checkLesson(const Lesson& lesson);

}  // namespace abscope
