#pragma once
// The fields of a lesson, declared once (see fields.h).
#include "library/fields.h"
#include "library/lessons.h"

namespace abscope {

inline constexpr std::string_view kLessonFormat = "abscope-lesson/1";

void describeLesson(FieldVisitor& visitor, Lesson& lesson);

}  // namespace abscope
