#pragma once
// What may be told of a course while a class has yet to vote, or sees the future unfold: on the
// screen, in its twins, in exports and to the page around the lab.
#include "app/items.h"

namespace abscope {

struct AppState;

// True while the end of the course, and all that follows from it, is not to be told.
bool endIsHidden(const AppState& app);

// What is planned for a day may be told at any time. An item that waits for a finding, or for
// another item that does, tells by its day when that happens.
bool isTold(const AppState& app, const Event& event);
// Days of an item as far as they may be told; as of one that never came where they may not.
Days toldDays(const AppState& app, ItemKind kind, int index);
// Whether doses of this drug may not be told beyond the day that is shown.
bool drugWaits(const AppState& app, Drug drug);

}  // namespace abscope
