#pragma once
// The list of drugs that the species of the preset is given, by what they touch.
#include "ui/draw.h"

namespace abscope {

void drugPicker(const Ui& ui, const Rect& rect);

}  // namespace abscope
