// Messages: where something is wrong, and how to mend it. A click takes one away.
#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "ui/panels.h"
#include "ui/twins.h"

namespace abscope {

void toasts(const Ui& ui, const Layout&) {
  if (ui.app.toasts.empty()) return;
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float width = std::min(screen.x - ui.px(20), ui.px(520));
  const float pad = ui.px(12);
  float y = ui.px(ui.narrow ? 86.0f : 52.0f);
  int index = 0;
  for (const Toast& toast : ui.app.toasts) {
    const int own = index++;
    const float words = width - 3 * pad - ui.px(24);
    const float place = drawParagraph(nullptr, Face::strong, {}, words, 0, 0, toast.message.place);
    const float text = drawParagraph(nullptr, Face::body, {}, words, 0, 0, toast.message.text);
    // Whole pixels: a window is cut to them, and with it the frame's lower edge.
    const Rect rect{std::floor((screen.x - width) / 2), std::floor(y), std::ceil(width),
                    std::ceil(place + text + 2 * pad)};
    y += rect.h + ui.px(8);
    ImGui::SetNextWindowPos(rect.min());
    ImGui::SetNextWindowSize({rect.w, rect.h});
    char name[24] = "###window.toast0";
    name[15] = static_cast<char>('0' + own);
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(rect.min(), rect.max(), ui.colours.raised, ui.px(8));
    list.AddRect(rect.min(), rect.max(), ui.colours.warning, ui.px(8));
    drawParagraph(&list, Face::strong, {rect.x + pad, rect.y + pad}, words, ui.colours.warning,
                  ui.colours.warning, toast.message.place);
    drawParagraph(&list, Face::body, {rect.x + pad, rect.y + pad + place}, words, ui.colours.text,
                  ui.colours.accentText, toast.message.text);
    ButtonLook look;
    look.icon = Icon::close;
    look.plain = true;
    const float side = ui.px(ui.narrow ? 44.0f : 26.0f);
    if (button(ui, ControlId::dismissMessage, own,
               {rect.right() - side - ui.px(6), rect.y + ui.px(6), side, side}, look)) {
      ui.out.push_back(DismissMessage{own});
    }
    nameTwin(ui, ControlId::dismissMessage, own, toast.message.place, toast.message.text);
    ImGui::End();
  }
}

}  // namespace abscope
