#pragma once
// What a control is called and what it does: by language keys, and for mechanisms from the
// catalogue, which holds their words.
#include <string_view>

#include "app/controls.h"

namespace abscope {

std::string_view labelOf(ControlId id);
std::string_view helpOf(ControlId id);  // empty: nothing to say

}  // namespace abscope
