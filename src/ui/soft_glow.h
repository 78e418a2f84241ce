#pragma once
// A round haze that fades outwards without an edge.
#include <imgui.h>

namespace abscope {

void softGlow(ImDrawList& list, ImVec2 middle, float radius, ImU32 colour, float opacity);

}  // namespace abscope
