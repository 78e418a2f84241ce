#pragma once
// Light and haze without an edge.
#include <imgui.h>

namespace abscope {

// A beam from the top of a rectangle to its bottom, half as wide above as below, with soft sides.
void softBeam(ImDrawList& list, ImVec2 top, ImVec2 bottom, float topHalfWidth,
              float bottomHalfWidth, ImU32 colour, float opacity);

// A tube along a line: `wall` at its sides, `lumen` in its middle, ever thinner from `taper` (a
// share of its length) to its end.
void softTube(ImDrawList& list, const ImVec2* points, int count, float width, ImU32 wall,
              ImU32 lumen, float taper);

void softGlow(ImDrawList& list, ImVec2 middle, float radius, ImU32 colour, float opacity);

}  // namespace abscope
