// A spot of light about the pointer, and darkness over everything.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

constexpr float kDark = 0.68f;

// Clear inside, dark outside, soft between.
void spot(ImDrawList& list, ImVec2 middle, float radius, float reach) {
  constexpr unsigned kSides = 64;
  const std::array<float, 3> radii = {radius, radius * 1.18f, reach};
  const std::array<float, 3> darkness = {0, kDark, kDark};
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  list.PrimReserve(static_cast<int>(kSides) * 12, static_cast<int>(kSides) * 3);
  const unsigned first = list._VtxCurrentIdx;
  for (std::size_t ring = 0; ring < radii.size(); ++ring) {
    for (unsigned side = 0; side < kSides; ++side) {
      const float a = 6.2831853f * static_cast<float>(side) / kSides;
      list.PrimWriteVtx(
          {middle.x + radii[ring] * std::cos(a), middle.y + radii[ring] * std::sin(a)}, uv,
          withAlpha(IM_COL32_BLACK, darkness[ring]));
    }
  }
  for (unsigned ring = 0; ring < 2; ++ring) {
    for (unsigned side = 0; side < kSides; ++side) {
      const unsigned a = first + ring * kSides + side;
      const unsigned b = first + ring * kSides + (side + 1) % kSides;
      for (const unsigned corner : {a, a + kSides, b + kSides, a, b + kSides, b}) {
        list.PrimWriteIdx(static_cast<ImDrawIdx>(corner));
      }
    }
  }
}

// Any click brings the picture back.
void darkness(const Ui& ui) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(screen);
  ImGui::Begin(
      "###window.blackout", nullptr,
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
  const ItemState item =
      controlItem(ui, ControlId::blackout, kNoInstance, {0, 0, screen.x, screen.y});
  ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, screen, IM_COL32_BLACK);
  if (item.pressed) ui.out.push_back(SetControl{ControlId::blackout, 0});
  ImGui::End();
}

}  // namespace

void lectureLights(const Ui& ui) {
  if (ui.app.view.blackout) return darkness(ui);
  if (!ui.app.view.spotlight || ui.app.view.overlay != Overlay::none) return;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!ImGui::IsMousePosValid(&mouse)) return;
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  spot(*ImGui::GetForegroundDrawList(), mouse, 0.16f * std::min(screen.x, screen.y),
       screen.x + screen.y);
}

}  // namespace abscope
