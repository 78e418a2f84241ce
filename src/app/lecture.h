#pragma once
// What the commands of a lecture do to the state; apply() calls these.
#include <string>

#include "app/state.h"

namespace abscope {

void openScript(AppState& app, const std::string& id, int beat);
// The set-up of a beat of the open script, at rest on its day.
void setBeat(AppState& app, int index);
// One press of the clicker, on (+1) or back (-1).
void stepBeat(AppState& app, int by);
void countHands(AppState& app, int choice, int by);
void setHands(AppState& app, int choice, int hands);
// Notes that the class has seen all that the beat wants to show, once it has.
void tellBeat(AppState& app);
// The script is closed; the last scene stays.
void leaveLecture(AppState& app);

}  // namespace abscope
