#include "ui/overlay.h"

#include <algorithm>

#include "ui/widgets.h"

namespace abscope {
namespace {

Rect panelRect(const Ui& ui) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float margin = ui.px(ui.narrow ? 0.0f : 24.0f);
  const float width = std::min(screen.x - 2 * margin, ui.px(1060));
  const float height = std::min(screen.y - 2 * margin, ui.px(820));
  return {(screen.x - width) / 2, (screen.y - height) / 2, width, height};
}

}  // namespace

Rect beginOverlay(const Ui& ui) {
  const Rect rect = panelRect(ui);
  // A window over everything, so that nothing behind can be touched.
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, withAlpha(IM_COL32_BLACK, 0.6f));
  ImGui::Begin(
      "###window.overlay", nullptr,
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(rect.min(), rect.max(), ui.colours.panel, ui.px(12));
  list.AddRect(rect.min(), rect.max(), ui.colours.border, ui.px(12));
  Rect inner = rect.inset(ui.px(ui.narrow ? 12.0f : 20.0f));
  Rect head = inner.cutTop(ui.px(ui.narrow ? 44.0f : 30.0f));
  inner.cutTop(ui.px(10));
  ButtonLook look;
  look.icon = Icon::close;
  look.plain = true;
  if (button(ui, ControlId::closeOverlay, kNoInstance, head.cutRight(head.h), look)) {
    ui.out.push_back(ShowOverlay{Overlay::none});
  }
  head.cutRight(ui.px(8));
  constexpr int kFirstTab = 1;  // 0 is no panel at all
  segmented(ui, ControlId::panel, head.cutLeft(std::min(head.w, ui.px(400))), kFirstTab);
  // A click beside the panel closes it, as people expect.
  if (!ImGui::IsWindowAppearing() && ImGui::IsMouseClicked(0) &&
      !rect.contains(ImGui::GetIO().MousePos)) {
    ui.out.push_back(ShowOverlay{Overlay::none});
  }
  return inner;
}

void endOverlay(const Ui&) {
  ImGui::End();
  ImGui::PopStyleColor();
}

Rect beginScroll(const char* name, const Ui& ui, const Rect& rect) {
  ImGui::SetCursorScreenPos(rect.min());
  // The scroll bar stands in the margin.
  ImGui::BeginChild(name, {rect.w + ui.px(12), rect.h}, 0, ImGuiWindowFlags_NavFlattened);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  return {start.x, start.y, rect.w, 0};
}

void endScroll(const Rect& content, float height) {
  ImGui::SetCursorScreenPos(content.min());
  ImGui::Dummy({content.w, height});
  ImGui::EndChild();
}

}  // namespace abscope
