#pragma once
// The shapes of the kinds of cell, as the legend and the plot's card show them. Shape and colour
// both tell a kind, so that either alone is enough.
#include "ui/draw.h"

namespace abscope {

void drawKindIcon(ImDrawList& list, const Palette& colours, CellKind kind, ImVec2 middle,
                  float radius, float alpha = 1);

// "CD8 effector"
std::string_view kindName(CellKind kind);
std::string_view shortKindName(CellKind kind);  // where there is little room

}  // namespace abscope
