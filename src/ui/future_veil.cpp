#include "ui/future_veil.h"

#include <algorithm>

#include <imgui_internal.h>

namespace abscope {
namespace {

// Drawn, since the largest letters that are kept would be blurred at this size.
void questionMark(ImDrawList& list, ImVec2 middle, float height, ImU32 colour) {
  const float r = 0.23f * height, line = 0.11f * height;
  const ImVec2 m{middle.x, middle.y - 0.5f * height + r + line / 2};
  list.PathArcTo(m, r, IM_PI * 1.05f, IM_PI * 2.38f, 32);
  const float stem = m.y + 1.45f * r;
  list.PathBezierCubicCurveTo({m.x + 0.1f * r, m.y + 1.05f * r}, {m.x, m.y + 1.1f * r},
                              {m.x, stem + 0.35f * r});
  list.PathStroke(colour, 0, line);
  list.AddCircleFilled({m.x, middle.y + 0.5f * height - 0.6f * line}, 0.62f * line, colour);
}

}  // namespace

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
    questionMark(list, veil.middle(), std::min({ui.px(84), veil.h * 0.8f, veil.w * 0.8f}),
                 ui.colours.text);
  }
  list.PopClipRect();
}

}  // namespace abscope
