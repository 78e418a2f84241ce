#pragma once
// Messages to whoever is at the screen.
#include "app/state.h"

namespace abscope {

void notify(AppState& app, Message message);

}  // namespace abscope
