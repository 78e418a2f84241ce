#pragma once
// Light and haze without an edge.
#include <imgui.h>

namespace abscope {

// A beam from the top of a rectangle to its bottom, half as wide above as below, with soft sides.
void softBeam(ImDrawList& list, ImVec2 top, ImVec2 bottom, float topHalfWidth,
              float bottomHalfWidth, ImU32 colour, float opacity);

void softGlow(ImDrawList& list, ImVec2 middle, float radius, ImU32 colour, float opacity);

}  // namespace abscope
