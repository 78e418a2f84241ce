#pragma once
// The fields of a case file, declared once (see fields.h).
#include "library/cases.h"
#include "library/fields.h"

namespace abscope {

inline constexpr std::string_view kCaseFormat = "abscope-case/1";

void describeCase(FieldVisitor& visitor, Case& item);

}  // namespace abscope
