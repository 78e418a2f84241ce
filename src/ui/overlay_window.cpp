#include "ui/overlay_window.h"

#include <algorithm>

#include "ui/widgets.h"

namespace abscope {

OverlayWindow::OverlayWindow(const Ui& ui, const char* name, ImVec2 size, std::string_view title)
    : ui_(ui) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float margin = ui.px(ui.narrow ? 0.0f : 12.0f);
  const float width = std::min(screen.x - 2 * margin, size.x);
  const float height = std::min(screen.y - 2 * margin, size.y);
  rect_ = {(screen.x - width) / 2, (screen.y - height) / 2, width, height};
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(screen);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, withAlpha(IM_COL32_BLACK, 0.6f));
  ImGui::Begin(
      name, nullptr,
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  appearing_ = ImGui::IsWindowAppearing();
  if (appearing_) ImGui::SetWindowFocus();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(rect_.min(), rect_.max(), ui.colours.panel, ui.px(12));
  list.AddRect(rect_.min(), rect_.max(), ui.colours.border, ui.px(12));
  inner_ = rect_.inset(ui.px(ui.narrow ? 12.0f : 16.0f));
  const Rect head = inner_.cutTop(ui.px(36));
  drawText(list, Face::title, {head.x, head.middle().y - ui.px(4)}, ui.colours.text, title);
  const float side = ui.px(ui.narrow ? 44.0f : 28.0f);
  ButtonLook look;
  look.icon = Icon::close;
  look.plain = true;
  if (button(ui, ControlId::closeOverlay, kNoInstance,
             {head.right() - side, head.y - ui.px(4), side, side}, look)) {
    ui.out.push_back(ShowOverlay{Overlay::none});
  }
}

OverlayWindow::~OverlayWindow() {
  if (!appearing_ && ImGui::IsMouseClicked(0) && !rect_.contains(ImGui::GetIO().MousePos)) {
    ui_.out.push_back(ShowOverlay{Overlay::none});
  }
  ImGui::End();
  ImGui::PopStyleColor();
}

}  // namespace abscope
