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

void softTube(ImDrawList& list, const ImVec2* points, int count, float width, ImU32 wall,
              ImU32 lumen, float taper) {
  if (count < 2 || width <= 0) return;
  constexpr int kAcross = 7;  // clear, wall, between, lumen and back
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  const ImU32 between = mix(wall, lumen, 0.75f);
  const ImU32 colours[kAcross] = {withAlpha(wall, 0), wall, between, lumen, between, wall,
                                  withAlpha(wall, 0)};
  list.PrimReserve(6 * (kAcross - 1) * (count - 1), kAcross * count);
  const unsigned first = list._VtxCurrentIdx;
  for (int i = 0; i < count; ++i) {
    const ImVec2 before = points[std::max(0, i - 1)], after = points[std::min(count - 1, i + 1)];
    const ImVec2 along = {after.x - before.x, after.y - before.y};
    const float length = std::max(1e-3f, std::sqrt(along.x * along.x + along.y * along.y));
    const ImVec2 normal = {-along.y / length, along.x / length};
    const float share = static_cast<float>(i) / static_cast<float>(count - 1);
    const float thin = share < taper ? 1.0f : 1 - 0.8f * (share - taper) / (1 - taper);
    const float half = 0.5f * width * thin;
    // The outer edge fades over one pixel.
    const float offsets[kAcross] = {
        -half - 0.5f, -half + 0.5f * std::min(1.0f, half), -0.55f * half, 0,
        0.55f * half, half - 0.5f * std::min(1.0f, half),  half + 0.5f};
    for (int a = 0; a < kAcross; ++a) {
      list.PrimWriteVtx({points[i].x + offsets[a] * normal.x, points[i].y + offsets[a] * normal.y},
                        uv, colours[a]);
    }
  }
  for (unsigned i = 0; i + 1 < static_cast<unsigned>(count); ++i) {
    for (unsigned a = 0; a + 1 < kAcross; ++a) {
      const unsigned c = first + i * kAcross + a;
      for (const unsigned corner : {c, c + 1, c + 1 + kAcross, c, c + 1 + kAcross, c + kAcross}) {
        list.PrimWriteIdx(static_cast<ImDrawIdx>(corner));
      }
    }
  }
}

}  // namespace abscope
