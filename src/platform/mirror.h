#pragma once
// Real elements beside the canvas, for those who do not see it or do not point at it: for every
// control that is drawn a native one that cannot be seen, at its place, with the focus and the keys
// of the browser. What they are is told as JSON (ui/mirror_text.h).
#include <string_view>

namespace abscope {

// `ask` is called when somebody uses one: what was done (0 pressed, 1 set, 2 set to exactly this,
// 3 got the focus, 4 left, 5 moved by so many steps), number of the control, which of several, and
// the value.
void installMirror(void (*ask)(int kind, int control, int instance, double value));
void showMirrorControls(std::string_view json);
void showMirrorAbout(std::string_view json);

// The schedule as a table of fields (ui/mirror_schedule.h). `edit` is called when somebody changes
// one: control, which item, value.
void installMirrorSchedule(void (*edit)(int control, int item, double value));
void showMirrorSchedule(std::string_view json);

}  // namespace abscope
