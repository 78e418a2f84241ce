#pragma once
// The screen. It reads the state and emits commands; it changes nothing.
#include <vector>

#include "app/state.h"
#include "ui/tissue_view.h"

namespace abscope {

// Call both within one ImGui frame, with the commands of the first applied in between: what a hand
// drags and what follows from it are then drawn in the same frame.
void drawControls(const AppState& app, std::vector<Command>& out);
// The view keeps the cells as they are drawn, until the next frame.
void drawPictures(const AppState& app, std::vector<Command>& out, TissueView& tissue);

// True while something of the screen itself moves, such as a help text about to appear.
bool uiNeedsFrame();

}  // namespace abscope
