#include "ui/soft_glow.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/theme.h"

namespace abscope {

void softGlow(ImDrawList& list, ImVec2 middle, float radius, ImU32 colour, float opacity) {
  if (opacity < 0.004f || radius < 1) return;
  constexpr int kSides = 40, kRings = 6;
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  const auto ringColour = [&](int ring) {
    const float x = static_cast<float>(ring) / kRings;
    // A bell that is exactly clear at the edge.
    const float bell = (1 - x * x) * (1 - x * x);
    return withAlpha(colour, opacity * bell);
  };
  list.PrimReserve(kSides * (3 + 6 * (kRings - 1)), 1 + kSides * kRings);
  const unsigned first = list._VtxCurrentIdx;
  list.PrimWriteVtx(middle, uv, ringColour(0));
  for (int ring = 1; ring <= kRings; ++ring) {
    const float r = radius * static_cast<float>(ring) / kRings;
    for (int side = 0; side < kSides; ++side) {
      const float a = 6.2831853f * static_cast<float>(side) / kSides;
      list.PrimWriteVtx({middle.x + r * std::cos(a), middle.y + r * std::sin(a)}, uv,
                        ringColour(ring));
    }
  }
  const auto index = [&](int ring, int side) {
    return static_cast<ImDrawIdx>(first + 1 +
                                  static_cast<unsigned>((ring - 1) * kSides + side % kSides));
  };
  for (int side = 0; side < kSides; ++side) {
    list.PrimWriteIdx(static_cast<ImDrawIdx>(first));
    list.PrimWriteIdx(index(1, side));
    list.PrimWriteIdx(index(1, side + 1));
    for (int ring = 1; ring < kRings; ++ring) {
      const std::array<ImDrawIdx, 6> two = {index(ring, side),         index(ring + 1, side),
                                            index(ring + 1, side + 1), index(ring, side),
                                            index(ring + 1, side + 1), index(ring, side + 1)};
      for (const ImDrawIdx i : two) list.PrimWriteIdx(i);
    }
  }
}

void softBeam(ImDrawList& list, ImVec2 top, ImVec2 bottom, float topHalfWidth,
              float bottomHalfWidth, ImU32 colour, float opacity) {
  if (opacity < 0.004f) return;
  // Columns from one side to the other; opacity falls to nothing over the outer half of each side.
  constexpr int kColumns = 24;
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  list.PrimReserve(6 * kColumns, 2 * (kColumns + 1));
  const unsigned first = list._VtxCurrentIdx;
  for (int i = 0; i <= kColumns; ++i) {
    const float across = 2 * static_cast<float>(i) / kColumns - 1;
    const float soft = std::min(1.0f, (1 - std::fabs(across)) / 0.55f);
    const float light = opacity * soft * soft * (3 - 2 * soft);
    list.PrimWriteVtx({top.x + across * topHalfWidth, top.y}, uv, withAlpha(colour, light));
    list.PrimWriteVtx({bottom.x + across * bottomHalfWidth, bottom.y}, uv,
                      withAlpha(colour, 0.7f * light));
  }
  for (unsigned i = 0; i < kColumns; ++i) {
    const unsigned a = first + 2 * i;
    for (const unsigned corner : {a, a + 2, a + 3, a, a + 3, a + 1}) {
      list.PrimWriteIdx(static_cast<ImDrawIdx>(corner));
    }
  }
}

}  // namespace abscope
