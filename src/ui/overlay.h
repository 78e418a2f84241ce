#pragma once
// A panel over everything else: cases, the open study, the evidence. Tabs lead from one to another.
#include "ui/draw.h"

namespace abscope {

// Draws the ground, the panel and its head. The caller fills what it returns, in a child window
// that scrolls, and calls endOverlay in any case.
Rect beginOverlay(const Ui& ui);
void endOverlay(const Ui& ui);

// The child window; `height` is what was drawn in it.
Rect beginScroll(const char* name, const Ui& ui, const Rect& rect);
void endScroll(const Rect& content, float height);

}  // namespace abscope
