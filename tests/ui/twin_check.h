#pragma once
// The twins of the controls held against what ImGui draws.
#include <set>
#include <string>

#include "ui/ui_driver.h"

namespace abscope {

// Fails for each widget without a twin, each twin in sight without a widget, and each twin that has
// no name, no value or no place on the screen.
void checkTwins(UiDriver& ui);

}  // namespace abscope
