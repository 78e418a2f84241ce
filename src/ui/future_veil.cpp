#include "ui/future_veil.h"

#include <algorithm>
#include <cfloat>

namespace abscope {

void futureVeil(const Ui& ui, const PlotFrame& frame) {
  const double until = shownUntil(ui.app);
  if (until >= frame.days) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float left = frame.x(until);
  const Rect veil{left, frame.curves.y - ui.px(4), frame.curves.right() - left,
                  frame.curves.h + ui.px(4)};
  list.AddRectFilled(veil.min(), veil.max(), withAlpha(ui.colours.raised, 0.55f));
  list.PushClipRect(veil.min(), veil.max(), true);
  const float step = ui.px(16);
  for (float x = veil.x - veil.h; x < veil.right(); x += step) {
    list.AddLine({x, veil.bottom()}, {x + veil.h, veil.y}, withAlpha(ui.colours.axis, 0.5f),
                 ui.px(1));
  }
  if (futureHidden(ui.app) && veil.w > ui.px(30)) {
    ImFont* font = fontOf(Face::title);
    const float size = std::min(3.2f * fontSize(Face::title), veil.h * 0.8f);
    const ImVec2 box = font->CalcTextSizeA(size, FLT_MAX, 0, "?");
    list.AddText(font, size, {veil.middle().x - box.x / 2, veil.middle().y - box.y / 2},
                 ui.colours.text, "?");
  }
  list.PopClipRect();
}

}  // namespace abscope
