#pragma once
// The list of items at the top of a tab: select, remove, add.
#include "app/commands.h"
#include "ui/draw.h"

namespace abscope {

void itemList(const Ui& ui, Rect& rect, ItemKind kind);

}  // namespace abscope
