#include "ui/panel_view.h"

#include <algorithm>
#include <cmath>

namespace abscope {

ImVec2 PanelView::onWhole(float x, float y) const {
  const float dx = x - middle.x, dy = y - middle.y;
  const float distance2 = dx * dx + dy * dy;
  float share = 0;
  if (distance2 > rim * rim) {
    share = std::min(1.0f, (std::sqrt(distance2) - rim) / (edge - rim));
    share = share * share * (3 - 2 * share);
  }
  return {origin.x + fit * x * (1 + stretch.x * share),
          origin.y + fit * y * (1 + stretch.y * share)};
}

ImVec2 PanelView::roomToPan() const {
  const float share = 0.5f * (1 - 1 / zoom);
  return {share * picture.w, share * picture.h};
}

ImVec2 PanelView::clamped(ImVec2 wanted) const {
  const ImVec2 room = roomToPan();
  return {std::clamp(wanted.x, origin.x - room.x, origin.x + room.x),
          std::clamp(wanted.y, origin.y - room.y, origin.y + room.y)};
}

float fittingScale(const PanelExtent& extent, const Rect& rect, float titleHeight) {
  const float height = rect.h - titleHeight;
  return std::max(0.01f,
                  std::min(rect.w / (2 * extent.halfWidth), height / (2 * extent.halfHeight)));
}

float rimOf(const Tissue& tissue, Panel panel, double day) {
  constexpr float kTau = 6.2831853f;
  float rim = 0;
  for (int i = 0; i < 8; ++i) {
    rim = std::max(rim, tissue.outlineRadius(panel, kTau * static_cast<float>(i) / 8, day));
  }
  return rim + 2;
}

PanelView wholeView(const Tissue& tissue, Panel panel, const Rect& rect, double day,
                    float titleHeight, float scale) {
  PanelView view;
  view.rect = rect;
  const PanelExtent extent = tissue.extent(panel, day);
  view.fit = view.scale = scale > 0 ? scale : fittingScale(extent, rect, titleHeight);
  view.picture = rect;
  view.picture.cutTop(titleHeight);
  view.origin = view.focus = view.picture.middle();
  if (panel == Panel::node) return view;
  const auto middle = tissue.tumourMiddle(panel, day);
  view.middle = {middle[0], middle[1]};
  view.rim = rimOf(tissue, panel, day);
  view.edge = std::max(view.rim + 1, extent.halfWidth);
  view.stretch = {rect.w / (2 * view.fit * extent.halfWidth) - 1,
                  view.picture.h / (2 * view.fit * extent.halfHeight) - 1};
  return view;
}

void zoomIn(PanelView& view, double zoomPercent, const std::array<double, 2>& panPercent) {
  view.zoom = static_cast<float>(zoomPercent / 100);
  view.scale = view.fit * view.zoom;
  const ImVec2 room = view.roomToPan();
  view.focus = {view.origin.x + room.x * static_cast<float>(panPercent[0] / 100),
                view.origin.y + room.y * static_cast<float>(panPercent[1] / 100)};
}

PanAsked panFor(const PanelView& view, ImVec2 hand, float zoom) {
  const ImVec2 under = {view.focus.x + (hand.x - view.origin.x) / view.zoom,
                        view.focus.y + (hand.y - view.origin.y) / view.zoom};
  PanelView nearer = view;
  nearer.zoom = zoom;
  const ImVec2 room = nearer.roomToPan();
  const ImVec2 focus = nearer.clamped(
      {under.x - (hand.x - view.origin.x) / zoom, under.y - (hand.y - view.origin.y) / zoom});
  const auto percent = [](float offset, float most) {
    return most > 0 ? static_cast<double>(100 * offset / most) : 0.0;
  };
  return {percent(focus.x - view.origin.x, room.x), percent(focus.y - view.origin.y, room.y)};
}

}  // namespace abscope
