#pragma once
// The schedule and the cells of a day as tables, for the page's own twin of the canvas.
#include "app/state.h"

namespace abscope {

class JsonWriter;

// Each [caption, [headers], [[row], ...]]; the first cell of a row is its header.
void writeTables(JsonWriter& json, const AppState& app, double day);

}  // namespace abscope
