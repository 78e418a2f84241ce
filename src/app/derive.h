#pragma once
// From the document to everything on screen.
#include "app/state.h"

namespace abscope {

// Solves the document; the tissue follows at once, or soon when a drag goes on.
void derive(AppState& app);

// What the line of comparison tells, of the day shown.
void refreshComparison(AppState& app);

// Realises the tissue if it is stale and its turn has come.
void refreshTissue(AppState& app);

// What the reader asked, or what changed most, on the day; and the cells that it moved.
void refreshWhy(AppState& app);

// What the map shows of the day, while it is open.
void refreshMap(AppState& app);

}  // namespace abscope
