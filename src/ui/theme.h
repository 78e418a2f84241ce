#pragma once
// The looks: dark for the lecture hall, light, high contrast, and paper. Cool helps, warm hinders.
#include <array>
#include <cstdint>

#include <imgui.h>

#include "app/state.h"
#include "tissue/cell_kind.h"

namespace abscope {

struct Palette {
  ImU32 ground, panel, border, raised;  // raised: buttons, tracks
  ImU32 text, dim;                      // dim: second rank, still AA on panel and ground
  ImU32 accent, onAccent, accentText;   // accentText: links and ids on panels
  ImU32 focus;
  ImU32 activating, suppressing;  // the double-edged sword
  ImU32 radiation;                // marks of fractions
  ImU32 radiationText;
  ImU32 beam;
  ImU32 grid, axis;
  ImU32 warning;
  std::array<ImU32, kCellKindCount> cell;        // as drawn in the tissue
  std::array<ImU32, kCellKindCount> ink;         // as lines and words on panels, AA
  std::array<ImU32, 2> volume;                   // lines of the two tumours
  std::array<std::array<ImU32, 2>, 3> drugBars;  // faint and full occupancy, row by row
};

const Palette& palette(Theme theme);
constexpr bool isDark(Theme theme) { return theme == Theme::lecture || theme == Theme::contrast; }
constexpr Theme nextTheme(Theme theme) {
  return static_cast<Theme>((static_cast<int>(theme) + 1) % static_cast<int>(Theme::count));
}

// WCAG 2.1 contrast of two opaque colours, 1 to 21.
double contrastRatio(ImU32 a, ImU32 b);

constexpr ImU32 rgb(std::uint32_t hex) {
  return IM_COL32((hex >> 16) & 255, (hex >> 8) & 255, hex & 255, 255);
}
inline ImU32 withAlpha(ImU32 colour, float alpha) {
  const auto a = static_cast<ImU32>(alpha * 255.0f + 0.5f);
  return (colour & ~IM_COL32_A_MASK) | (a << IM_COL32_A_SHIFT);
}
ImU32 mix(ImU32 a, ImU32 b, float share);

// The faces that the program loads, in the order of the font atlas.
enum class Face : int { body, strong, small, title, count };
struct FaceInfo {
  const char* asset;
  float sizePx;
};
inline constexpr std::array<FaceInfo, static_cast<int>(Face::count)> kFaces = {{
    {"assets/fonts/Inter-Regular.ttf", 13.5f},
    {"assets/fonts/Inter-SemiBold.ttf", 13.5f},
    {"assets/fonts/Inter-Regular.ttf", 12.0f},
    {"assets/fonts/Inter-SemiBold.ttf", 17.0f},
}};

// Everything grows with the screen beyond a laptop's size.
float uiScaleFor(float width, float height);

// ImGui's own parts (popups, scroll bars) in our colours.
void styleImGui(const Palette& colours, float scale);

}  // namespace abscope
