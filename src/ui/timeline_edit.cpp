#include "ui/timeline_edit.h"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "model/schedule.h"
#include "ui/item_names.h"
#include "ui/twins.h"

namespace abscope {
namespace {

ControlId startControl(ItemKind kind) {
  return kind == ItemKind::radiation ? ControlId::rtStart : ControlId::drugStart;
}
ControlId numberControl(ItemKind kind) {
  return kind == ItemKind::radiation ? ControlId::rtFractions : ControlId::drugDoses;
}

void pick(const Ui& ui, int number) {
  if (ui.app.view.timelineItem == number) return;
  ui.out.push_back(SetControl{ControlId::timelineItem, static_cast<double>(number)});
}

// Sets a number of whole days where it differs.
void setDays(const Ui& ui, ControlId id, double to, int item) {
  const double whole = std::clamp(std::round(to), 0.0, std::floor(ui.app.derived.course.days()));
  if (whole != controlValue(ui.app, id, item)) ui.out.push_back(SetControl{id, whole, item});
}

void move(const Ui& ui, const TimelineBox& box, double days, bool wholePlan) {
  const ControlId id = wholePlan ? ControlId::planStart : startControl(box.kind);
  if (!controlEnabled(ui.app, id, box.item)) return;
  setDays(ui, id, controlValue(ui.app, id, box.item) + days, wholePlan ? -1 : box.item);
  ui.out.push_back(EndGesture{});
}

void changeNumber(const Ui& ui, const TimelineBox& box, int by) {
  const ControlId id = numberControl(box.kind);
  const double now = controlValue(ui.app, id, box.item);
  const double next = std::clamp(now + by, controlInfo(id).low, controlInfo(id).high);
  if (next != now) ui.out.push_back(SetControl{id, next, box.item});
  ui.out.push_back(EndGesture{});
}

// How far the hand has gone since it took hold, in days; 0 while it may still be a click.
double draggedDays(const PlotFrame& frame) {
  if (ImGui::GetCurrentContext()->ActiveIdSource != ImGuiInputSource_Mouse) return 0;
  constexpr float kClick = 4;  // px
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseDragMaxDistanceSqr[0] < kClick * kClick) return 0;
  return frame.day(io.MousePos.x) - frame.day(io.MouseClickedPos[0].x);
}

// What a drag starts from is kept under the widget's id until the hand is off.
float keptAtStart(ImGuiID id, float now) {
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  if (ImGui::IsItemActivated()) kept.SetFloat(id, now);
  return kept.GetFloat(id, now);
}

void itemControl(const Ui& ui, const PlotFrame& frame, const TimelineBox& box) {
  const ItemState state = controlItem(ui, ControlId::timelineItem, box.index + 1, box.rect);
  TextBuffer<160> name;
  addItemName(ui, box.index, name);
  nameTwin(ui, ControlId::timelineItem, box.index + 1, name);
  if (!state.visible) return;
  const ControlId start = startControl(box.kind);
  const auto from = static_cast<double>(
      keptAtStart(state.id, static_cast<float>(controlValue(ui.app, start, box.item))));
  const auto planFrom = static_cast<double>(
      keptAtStart(state.id + 1, static_cast<float>(controlValue(ui.app, ControlId::planStart))));
  if (ImGui::IsItemActivated() || state.pressed) pick(ui, box.index + 1);
  if (state.held) {
    if (const double days = draggedDays(frame); days != 0) {
      const bool wholePlan =
          ImGui::GetIO().KeyShift && controlEnabled(ui.app, ControlId::planStart);
      if (wholePlan) {
        setDays(ui, ControlId::planStart, planFrom + days, -1);
      } else {
        setDays(ui, start, from + days, box.item);
      }
    }
  }
  if (ImGui::IsItemDeactivated()) ui.out.push_back(EndGesture{});
  if (focusedByKeys(state.id)) {
    ui.arrowsTaken = true;
    const bool wholePlan = ImGui::GetIO().KeyShift;
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) move(ui, box, 1, wholePlan);
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) move(ui, box, -1, wholePlan);
  }
  ImGui::RenderNavHighlight(ImRect(box.rect.min(), box.rect.max()), state.id,
                            ImGuiNavHighlightFlags_TypeThin);
}

// The number of fractions of which the last comes nearest to a day.
int numberUntil(const RadiationItem& item, double first, double day) {
  int number = 1;
  for (double at = first; number < kMaxFractions; ++number) {
    double next = at + item.intervalDays;
    if (item.skipWeekends) next = afterWeekend(next);
    if (day < (at + next) / 2) break;
    at = next;
  }
  return number;
}

int numberUntil(const DrugItem& item, double first, double day) {
  const double more = std::round((day - first) / item.intervalDays);
  return std::clamp(1 + static_cast<int>(std::clamp(more, 0.0, 1e4)), 1, kMaxDoses);
}

void gripControl(const Ui& ui, const PlotFrame& frame, const TimelineBox& box) {
  if (box.days.first < 0) return;
  controlList().rest(true);  // the number of fractions or doses has a twin
  const ItemState state =
      controlItem(ui, ControlId::timelineEnd, kNoInstance, gripOf(ui, frame, box));
  controlList().rest(false);
  if (!state.visible) return;
  if (state.hovered || state.held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  const auto last = static_cast<double>(keptAtStart(state.id, static_cast<float>(box.days.last)));
  if (state.held) {
    if (const double days = draggedDays(frame); days != 0) {
      const Plan& plan = ui.app.document.scenario.plan;
      const auto i = static_cast<std::size_t>(box.item);
      const int number = box.kind == ItemKind::radiation
                             ? numberUntil(plan.radiation[i], box.days.first, last + days)
                             : numberUntil(plan.drugs[i], box.days.first, last + days);
      const ControlId id = numberControl(box.kind);
      if (number != static_cast<int>(controlValue(ui.app, id, box.item))) {
        ui.out.push_back(SetControl{id, static_cast<double>(number), box.item});
      }
    }
  }
  if (ImGui::IsItemDeactivated()) ui.out.push_back(EndGesture{});
  if (focusedByKeys(state.id)) {
    ui.arrowsTaken = true;
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) changeNumber(ui, box, 1);
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) changeNumber(ui, box, -1);
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect grip = gripOf(ui, frame, box);
  const ImVec2 m = grip.middle();
  const float half = ui.px(2.5f), high = std::min(grip.h * 0.36f, ui.px(9));
  list.AddRectFilled({m.x - half, m.y - high}, {m.x + half, m.y + high},
                     state.hovered || state.held ? ui.colours.text : ui.colours.accentText, half);
  ImGui::RenderNavHighlight(ImRect(grip.min(), grip.max()), state.id,
                            ImGuiNavHighlightFlags_TypeThin);
}

// Keys of the picked item, wherever the focus is: Shift and arrows, Delete, D, plus and minus.
void pickedKeys(const Ui& ui, const TimelineBox& box) {
  const ImGuiIO& io = ImGui::GetIO();
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (io.WantTextInput || io.KeyCtrl || io.KeySuper || io.KeyAlt) return;
  if (ui.app.view.overlay != Overlay::none || g.OpenPopupStack.Size > 0) return;
  if (io.KeyShift && !ui.arrowsTaken) {
    ui.arrowsTaken = true;
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) move(ui, box, 1, false);
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) move(ui, box, -1, false);
  }
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); };
  if (pressed(ImGuiKey_Delete) || pressed(ImGuiKey_Backspace)) {
    ui.out.push_back(RemoveItem{box.kind, box.item});
  }
  if (pressed(ImGuiKey_D) && controlEnabled(ui.app, ControlId::copyItem)) {
    ui.out.push_back(CopyItem{box.kind, box.item});
  }
  if (pressed(ImGuiKey_Equal) || pressed(ImGuiKey_KeypadAdd)) changeNumber(ui, box, 1);
  if (pressed(ImGuiKey_Minus) || pressed(ImGuiKey_KeypadSubtract)) changeNumber(ui, box, -1);
  if (pressed(ImGuiKey_Escape)) pick(ui, 0);
}

// One more series or drug on the day that is shown, at the end of the rows.
void addButtons(const Ui& ui, const Rect& plot, const PlotFrame& frame) {
  if (ui.app.view.presenter) return;  // few controls
  ButtonLook look;
  look.icon = Icon::add;
  look.plain = true;
  const float side =
      std::min(ui.px(ui.narrow ? 28.0f : 22.0f), plot.right() - frame.curves.right());
  const float x = plot.right() - side - ui.px(ui.narrow ? 4.0f : 12.0f);
  const Rect first{x, frame.schedule.y, side, std::min(side, frame.radiationRow)};
  if (button(ui, ControlId::addRadiation, kPartTimeline, first, look)) {
    ui.out.push_back(AddRadiation{});
    pick(ui, static_cast<int>(ui.app.document.scenario.plan.radiation.size()) + 1);
  }
  const float y = frame.schedule.y + frame.radiationRow;
  const Rect second{x, y, side, ui.narrow ? std::max(side - ui.px(2), frame.drugRow) : ui.px(18)};
  if (button(ui, ControlId::addDrug, kPartTimeline, second, look)) {
    ui.out.push_back(AddDrug{});
    pick(ui, itemCount(ui.app.document.scenario.plan) + 1);
  }
}

}  // namespace

Rect gripOf(const Ui& ui, const PlotFrame& frame, const TimelineBox& box) {
  const float width = ui.px(ui.narrow ? 26.0f : 13.0f);
  const float x = std::min(box.rect.right(), frame.curves.right() + ui.px(8) - width * 0.5f);
  return {x, box.rect.y, width, box.rect.h};
}

bool timelineHeld(const PlotFrame& frame) {
  const ImGuiIO& io = ImGui::GetIO();
  return io.MouseDown[0] && io.MouseClickedPos[0].y < frame.schedule.bottom();
}

void timelineControls(const Ui& ui, const Rect& plot, const PlotFrame& frame) {
  TimelineBoxes boxes;
  gatherBoxes(ui, frame, boxes);
  const TimelineBox* const picked = pickedBox(ui, boxes);
  if (picked) gripControl(ui, frame, *picked);
  // Where boxes lie on each other, the shorter is on top.
  std::array<int, kMaxItems> order{};
  for (int i = 0; i < boxes.count; ++i) order[static_cast<std::size_t>(i)] = i;
  const auto width = [&](int i) { return boxes.boxes[static_cast<std::size_t>(i)].rect.w; };
  std::sort(order.begin(), order.begin() + boxes.count,
            [&](int a, int b) { return width(a) != width(b) ? width(a) < width(b) : a < b; });
  for (int i = 0; i < boxes.count; ++i) {
    itemControl(ui, frame,
                boxes.boxes[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])]);
  }
  addButtons(ui, plot, frame);
  if (picked) pickedKeys(ui, *picked);
}

}  // namespace abscope
