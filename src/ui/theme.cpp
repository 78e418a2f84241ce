#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace abscope {
namespace {

constexpr Palette kLecture = {
    .ground = rgb(0x0e1320),
    .panel = rgb(0x121928),
    .border = rgb(0x222c42),
    .raised = rgb(0x1e283d),
    .text = rgb(0xe9edf5),
    .dim = rgb(0x9aa7bf),
    .accent = rgb(0x2b66f6),
    .onAccent = rgb(0xffffff),
    .accentText = rgb(0x83b4ff),
    .focus = rgb(0xffffff),
    .activating = rgb(0x4cc2ff),
    .suppressing = rgb(0xff9a4c),
    .radiation = rgb(0xffe08a),
    .radiationText = rgb(0xffe08a),
    .beam = rgb(0xffe7b0),
    .grid = rgb(0x1e273b),
    .axis = rgb(0x3a4763),
    .warning = rgb(0xffc46b),
    .cell = {rgb(0x7d7199), rgb(0x8a6f60), rgb(0x4cc2ff), rgb(0x3f93c4), rgb(0xffb000),
             rgb(0xff7a33), rgb(0x5fbf77), rgb(0xef6aa8), rgb(0x2dd4bf), rgb(0xb8e986),
             rgb(0x8fd8ff), rgb(0x4cc2ff), rgb(0x2f86e8), rgb(0x755084)},
    .ink = {rgb(0xb3a7d1), rgb(0xc2a08c), rgb(0x4cc2ff), rgb(0x62a9d3), rgb(0xffb000),
            rgb(0xff7a33), rgb(0x6fcf88), rgb(0xf27bb3), rgb(0x2dd4bf), rgb(0xb8e986),
            rgb(0x8fd8ff), rgb(0x4cc2ff), rgb(0x5ba6f2), rgb(0xc191ca)},
    .volume = {rgb(0xcfc4ec), rgb(0xa497c9)},
    .drugBars = {{{rgb(0x1d2b52), rgb(0x4d7dff)},
                  {rgb(0x2b2456), rgb(0x8a63ff)},
                  {rgb(0x143742), rgb(0x2aa7b8)}}},
};

constexpr Palette kPrint = {
    .ground = rgb(0xeef1f6),
    .panel = rgb(0xffffff),
    .border = rgb(0xd3dae6),
    .raised = rgb(0xe6eaf2),
    .text = rgb(0x131a29),
    .dim = rgb(0x4c5870),
    .accent = rgb(0x1f57d6),
    .onAccent = rgb(0xffffff),
    .accentText = rgb(0x1a4fc4),
    .focus = rgb(0x0b1a3d),
    .activating = rgb(0x0a6fb3),
    .suppressing = rgb(0xb4500c),
    .radiation = rgb(0xc98a00),
    .radiationText = rgb(0x7d5600),
    .beam = rgb(0xf3c74f),
    .grid = rgb(0xe3e8f0),
    .axis = rgb(0x9aa6ba),
    .warning = rgb(0x8a5a00),
    .cell = {rgb(0x8d80ad), rgb(0xa98a78), rgb(0x1896dc), rgb(0x3f7da3), rgb(0xe09a00),
             rgb(0xe8631c), rgb(0x3d9c56), rgb(0xd84f8f), rgb(0x12a594), rgb(0x7fb53a),
             rgb(0x5aaedd), rgb(0x1896dc), rgb(0x2474d0), rgb(0x785089)},
    .ink = {rgb(0x5d5087), rgb(0x7d5a45), rgb(0x0a6fb3), rgb(0x3c6f90), rgb(0x855b00),
            rgb(0xb0440c), rgb(0x26703c), rgb(0xb32d70), rgb(0x0b7468), rgb(0x4a6f12),
            rgb(0x2a6f96), rgb(0x0a6fb3), rgb(0x1d62b8), rgb(0x5e2d68)},
    .volume = {rgb(0x4a3f70), rgb(0x6f6299)},
    .drugBars = {{{rgb(0xd5e0fb), rgb(0x2b66f6)},
                  {rgb(0xe2dafb), rgb(0x6f45e8)},
                  {rgb(0xcfe9ee), rgb(0x14808f)}}},
};

// Black and white first; every ink is 7 to 1 on black.
constexpr Palette kContrast = {
    .ground = rgb(0x000000),
    .panel = rgb(0x000000),
    .border = rgb(0x97a0b4),
    .raised = rgb(0x1f2635),
    .text = rgb(0xffffff),
    .dim = rgb(0xdde3ee),
    .accent = rgb(0x2f68ff),
    .onAccent = rgb(0xffffff),
    .accentText = rgb(0xa8ccff),
    .focus = rgb(0xffff00),
    .activating = rgb(0x6ad4ff),
    .suppressing = rgb(0xffa95e),
    .radiation = rgb(0xffec70),
    .radiationText = rgb(0xffec70),
    .beam = rgb(0xffefc4),
    .grid = rgb(0x2b3446),
    .axis = rgb(0x97a0b4),
    .warning = rgb(0xffd27a),
    .cell = {rgb(0x9a8cbf), rgb(0xa3836f), rgb(0x5fd0ff), rgb(0x59b0e2), rgb(0xffb81a),
             rgb(0xff8a4a), rgb(0x74dc8e), rgb(0xff86bd), rgb(0x3ce6d0), rgb(0xc9f796),
             rgb(0xa4e2ff), rgb(0x5fd0ff), rgb(0x5b9dff), rgb(0xb070c8)},
    .ink = {rgb(0xcabff0), rgb(0xdcb69e), rgb(0x5fd0ff), rgb(0x86c6f0), rgb(0xffb81a),
            rgb(0xff8a4a), rgb(0x74dc8e), rgb(0xff86bd), rgb(0x3ce6d0), rgb(0xc9f796),
            rgb(0xa4e2ff), rgb(0x5fd0ff), rgb(0x7fb6ff), rgb(0xdba2e8)},
    .volume = {rgb(0xe2d9ff), rgb(0xb8a9e6)},
    .drugBars = {{{rgb(0x24386e), rgb(0x6f99ff)},
                  {rgb(0x3a2f74), rgb(0xa98cff)},
                  {rgb(0x17515f), rgb(0x3fc6d8)}}},
};

// White sheets and thin lines: no ground, panel or button takes ink. The inks are those of the
// light theme, darkened where a grey printer would lose them.
constexpr Palette kPaper = {
    .ground = rgb(0xffffff),
    .panel = rgb(0xffffff),
    .border = rgb(0x9a9fa8),
    .raised = rgb(0xf1f2f4),
    .text = rgb(0x000000),
    .dim = rgb(0x3a3f49),
    .accent = rgb(0x1c4fc4),
    .onAccent = rgb(0xffffff),
    .accentText = rgb(0x163f9e),
    .focus = rgb(0x000000),
    .activating = rgb(0x075f9b),
    .suppressing = rgb(0xa04507),
    .radiation = rgb(0xb67c00),
    .radiationText = rgb(0x6b4900),
    .beam = rgb(0xf3c74f),
    .grid = rgb(0xe2e4e8),
    .axis = rgb(0x6d737e),
    .warning = rgb(0x7d5200),
    .cell = {rgb(0x8577a8), rgb(0xa07f6c), rgb(0x0f86ca), rgb(0x376f92), rgb(0xd18e00),
             rgb(0xdc5710), rgb(0x2f8b48), rgb(0xcb3f80), rgb(0x0a9484), rgb(0x6fa32c),
             rgb(0x3f97ca), rgb(0x0f86ca), rgb(0x1d67c0), rgb(0x6c457d)},
    .ink = {rgb(0x51457a), rgb(0x704f3c), rgb(0x075f9b), rgb(0x315f7c), rgb(0x745000),
            rgb(0x9c3a08), rgb(0x1f6033), rgb(0x9d2560), rgb(0x08655b), rgb(0x40610e),
            rgb(0x235f82), rgb(0x075f9b), rgb(0x1856a4), rgb(0x522659)},
    .volume = {rgb(0x3d3360), rgb(0x5f5388)},
    .drugBars = {{{rgb(0xd5e0fb), rgb(0x1c4fc4)},
                  {rgb(0xe2dafb), rgb(0x5c35cf)},
                  {rgb(0xcfe9ee), rgb(0x0f6c7a)}}},
};

double linear(ImU32 channel) {
  const double c = static_cast<double>(channel & 255) / 255;
  return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(ImU32 colour) {
  return 0.2126 * linear(colour >> IM_COL32_R_SHIFT) + 0.7152 * linear(colour >> IM_COL32_G_SHIFT) +
         0.0722 * linear(colour >> IM_COL32_B_SHIFT);
}

}  // namespace

const Palette& palette(Theme theme) {
  switch (theme) {
    case Theme::print:
      return kPrint;
    case Theme::contrast:
      return kContrast;
    case Theme::paper:
      return kPaper;
    default:
      return kLecture;
  }
}

double contrastRatio(ImU32 a, ImU32 b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

ImU32 mix(ImU32 a, ImU32 b, float share) {
  const auto channel = [&](int shift) {
    const auto x = static_cast<float>((a >> shift) & 255);
    const auto y = static_cast<float>((b >> shift) & 255);
    return static_cast<ImU32>(x + (y - x) * share + 0.5f) << shift;
  };
  return channel(IM_COL32_R_SHIFT) | channel(IM_COL32_G_SHIFT) | channel(IM_COL32_B_SHIFT) |
         channel(IM_COL32_A_SHIFT);
}

float uiScaleFor(float width, float height) {
  if (width < 1000) return 1;
  const float fit = std::min(width / 1500, height / 840);
  // Steps of 5 %, so that a dragged window does not build a new font atlas in every frame.
  return std::clamp(std::round(fit * 20) / 20, 1.0f, 4.0f);
}

void styleImGui(const Palette& colours, float scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = {1, 1};
  style.ChildBorderSize = 0;
  style.PopupRounding = 8 * scale;
  style.PopupBorderSize = 1;
  style.ItemSpacing = {0, 0};
  style.ScrollbarSize = 10 * scale;
  style.ScrollbarRounding = 5 * scale;
  const auto set = [&](ImGuiCol slot, ImU32 colour) {
    style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  set(ImGuiCol_WindowBg, colours.ground);
  set(ImGuiCol_ChildBg, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_PopupBg, colours.panel);
  set(ImGuiCol_Border, colours.border);
  set(ImGuiCol_Text, colours.text);
  set(ImGuiCol_ScrollbarBg, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_ScrollbarGrab, colours.axis);
  set(ImGuiCol_ScrollbarGrabHovered, colours.dim);
  set(ImGuiCol_ScrollbarGrabActive, colours.dim);
  set(ImGuiCol_NavHighlight, colours.focus);
  set(ImGuiCol_ModalWindowDimBg, withAlpha(colours.ground, 0.7f));
}

}  // namespace abscope
