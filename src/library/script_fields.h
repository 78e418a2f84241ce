#pragma once
// The fields of a lecture script, declared once (see fields.h).
#include "library/fields.h"
#include "library/scripts.h"

namespace abscope {

inline constexpr std::string_view kScriptFormat = "abscope-script/1";

void describeScript(FieldVisitor& visitor, Script& script);

}  // namespace abscope
