// The hand on the tissue: the wheel or two fingers zoom about the pointer, a drag moves the
// picture, a click chooses a cell; scroll bars say which part is seen and move it too.
#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/panels.h"
#include "ui/twins.h"

namespace abscope {
namespace {

constexpr float kWheelFactor = 1.25f;  // of one notch

void setPan(const Ui& ui, Site site, const PanAsked& pan) {
  const int item = static_cast<int>(site);
  ui.out.push_back(SetControl{ControlId::panX, pan.x, item});
  ui.out.push_back(SetControl{ControlId::panY, pan.y, item});
}

const PanelView& viewOf(const TissueView& tissue, Site site) {
  return tissue.panel(site == Site::distant ? Panel::distant : Panel::irradiated);
}

void wheel(const Ui& ui, const TissueView& tissue, Site site, ImVec2 hand) {
  const float notches = ImGui::GetIO().MouseWheel;
  if (notches == 0) return;
  const ControlInfo& info = controlInfo(ControlId::zoom);
  const double zoom =
      std::clamp(ui.app.view.zoomPercent *
                     static_cast<double>(std::pow(kWheelFactor, std::clamp(notches, -4.0f, 4.0f))),
                 info.low, info.high);
  if (zoom == ui.app.view.zoomPercent) return;
  ui.out.push_back(SetControl{ControlId::zoom, zoom});
  setPan(ui, site, panFor(viewOf(tissue, site), hand, static_cast<float>(zoom / 100)));
  ui.out.push_back(EndGesture{});
}

void drag(const Ui& ui, const TissueView& tissue, ImVec2 hand) {
  const ImGuiIO& io = ImGui::GetIO();
  const std::optional<Site> site = tissue.tumourUnder(io.MouseClickedPos[0]);
  const PanelView& view = viewOf(tissue, site.value_or(Site::irradiated));
  if (!site || view.zoom <= 1 || (io.MouseDelta.x == 0 && io.MouseDelta.y == 0)) return;
  // As if the hand had been where it is now, with the picture as it was before.
  PanelView before = view;
  before.focus = view.clamped(
      {view.focus.x - io.MouseDelta.x / view.zoom, view.focus.y - io.MouseDelta.y / view.zoom});
  if (ui.app.view.followCell) ui.out.push_back(SetControl{ControlId::followCell, 0});
  setPan(ui, *site, panFor(before, hand, view.zoom));
}

// A bar along an edge of a zoomed tumour. `along`: 0 across, 1 down.
void scrollBar(const Ui& ui, const PanelView& view, Site site, int along) {
  const ControlId id = along == 0 ? ControlId::panX : ControlId::panY;
  const int item = static_cast<int>(site);
  const float thick = ui.px(ui.narrow ? 38.0f : 14.0f), gap = ui.px(4);
  const Rect& p = view.picture;
  const Rect rect = along == 0 ? Rect{p.x + gap, p.bottom() - thick, p.w - thick - gap, thick}
                               : Rect{p.right() - thick, p.y + gap, thick, p.h - thick - gap};
  const ItemState state = controlItem(ui, id, item, rect);
  TextBuffer<64> name;
  name.add(tr(site == Site::distant ? "outcome.distant" : "outcome.irradiated"));
  nameTwin(ui, id, item, name);
  const double value = controlValue(ui.app, id, item);
  controlList().range(ui, id, value, -100, 100);
  const auto set = [&](double to) {
    if (to == value) return;
    if (ui.app.view.followCell) ui.out.push_back(SetControl{ControlId::followCell, 0});
    ui.out.push_back(SetControl{id, std::clamp(to, -100.0, 100.0), item});
  };
  if (const auto asked = controlList().takeValue(id, item, value)) set(*asked);
  if (!state.visible) return;
  const float length = along == 0 ? rect.w : rect.h;
  const float knob = length / view.zoom, free = std::max(1.0f, length - knob);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float at = along == 0 ? mouse.x - rect.x : mouse.y - rect.y;
  if (state.held && ImGui::GetCurrentContext()->ActiveIdSource == ImGuiInputSource_Mouse) {
    set(200 * static_cast<double>((at - knob / 2) / free) - 100);
  }
  if (const double steps = keySteps(ui, state.id); steps != 0) {
    set(value + steps * controlInfo(id).step);
  }
  // Where the picture is, which may follow a cell.
  const ImVec2 room = view.roomToPan();
  const float offset = along == 0 ? (view.focus.x - view.origin.x) / std::max(1e-3f, room.x)
                                  : (view.focus.y - view.origin.y) / std::max(1e-3f, room.y);
  const float start = free * (0.5f + 0.5f * offset);
  const float line = ui.px(state.hovered || state.held ? 6.0f : 3.5f), inset = ui.px(3);
  const Rect bar = along == 0 ? Rect{rect.x + start, rect.bottom() - line - inset, knob, line}
                              : Rect{rect.right() - line - inset, rect.y + start, line, knob};
  ImGui::GetWindowDrawList()->AddRectFilled(
      bar.min(), bar.max(), withAlpha(ui.colours.dim, state.hovered ? 0.9f : 0.55f), line / 2);
  focusRing(rect, state);
}

}  // namespace

void tissueHand(const Ui& ui, const TissueView& tissue) {
  for (const Site site : {Site::irradiated, Site::distant}) {
    const PanelView& view = viewOf(tissue, site);
    if (view.zoom <= 1 || view.rect.w <= 0) continue;
    for (const int along : {0, 1}) scrollBar(ui, view, site, along);
  }
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (ui.app.view.overlay != Overlay::none) return;
  const ImVec2 hand = ImGui::GetIO().MousePos;
  // The window's own id is active while a hand that hit nothing is down.
  const bool onGround = g.ActiveId == 0 || g.ActiveId == ImGui::GetCurrentWindow()->MoveId;
  if (onGround && ImGui::IsMouseDragging(0)) {
    // Of two fingers the first drags while both zoom.
    const std::optional<Site> site = tissue.tumourUnder(ImGui::GetIO().MouseClickedPos[0]);
    if (site && ImGui::GetIO().MouseWheel != 0) return wheel(ui, tissue, *site, hand);
    return drag(ui, tissue, hand);
  }
  if (!ImGui::IsWindowHovered() || g.HoveredId != 0) return;
  if (const std::optional<Site> site = tissue.tumourUnder(hand)) wheel(ui, tissue, *site, hand);
}

}  // namespace abscope
