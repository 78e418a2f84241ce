#pragma once
// The only way to change the lab.
#include <vector>

#include "app/state.h"

namespace abscope {

// A lab that shows the first case (or an empty plan when there are no cases).
void start(AppState& app);

void apply(AppState& app, const Command& command);

// Applies and empties the queue.
void applyAll(AppState& app, std::vector<Command>& queue);

// False when the next frame would look like this one.
bool needsFrame(const AppState& app);

}  // namespace abscope
