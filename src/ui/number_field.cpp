#include "ui/number_field.h"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "core/locale.h"
#include "library/text.h"
#include "ui/twins.h"

namespace abscope {
namespace {

void addNumberOf(const ControlInfo& info, double value, TextSink& out) {
  if (info.snap == ControlSnap::twoDigits) {
    out.addNumber(value, 3);
  } else if (info.snap == ControlSnap::interval) {
    out.addNumber(value, 4);
  } else {
    // As many decimals as the control has, more where the value needs them.
    int decimals = info.decimals;
    while (decimals < 3 && std::fabs(value - std::round(value * std::pow(10, decimals)) /
                                                 std::pow(10, decimals)) > 1e-9) {
      ++decimals;
    }
    out.addFixed(value, decimals);
  }
}

std::string_view unitOf(const ControlInfo& info) {
  return unitKey(info.unit).empty() ? std::string_view() : tr(unitKey(info.unit));
}

// "0.02 to 60 Gy", under a field that holds something else.
void allowedRange(const Ui& ui, const ControlInfo& info, const Rect& field) {
  TextBuffer<16> low, high;
  low.addNumber(info.low, 4);
  high.addNumber(info.high, 7);
  TextBuffer<64> text;
  text.addFilled(tr("field.range"), {{"low", low}, {"high", high}});
  text.add("\u00a0").add(unitOf(info));
  const float width = textWidth(Face::small, text) + ui.px(16);
  const Rect box{std::max(ui.px(4), field.right() - width), field.bottom() + ui.px(2), width,
                 ui.px(22)};
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled(box.min(), box.max(), ui.colours.raised, ui.px(5));
  list.AddRect(box.min(), box.max(), ui.colours.warning, ui.px(5));
  drawText(list, Face::small, box.middle(), ui.colours.text, text, Align::middle);
}

// The field while it is typed into. What is typed counts at once, within what is allowed.
void typing(const Ui& ui, const ControlInfo& info, const Rect& field, unsigned int id,
            const char* label, double value, int item) {
  TextBuffer<32> text;
  addNumberOf(info, value, text);
  char typed[32] = {};
  std::copy(text.begin(), text.end(), typed);
  const Palette& c = ui.colours;
  ImGui::PushFont(fontOf(Face::strong));
  const float pad = std::max(0.0f, (field.h - ImGui::GetFontSize()) / 2);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(6), pad});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, ui.px(4));
  ImGui::PushStyleColor(ImGuiCol_FrameBg, mix(c.ground, c.raised, 0.5f));
  ImGui::PushStyleColor(ImGuiCol_Text, c.text);
  const bool changed = ImGui::TempInputText(ImRect(field.min(), field.max()), id, label, typed,
                                            sizeof typed, ImGuiInputTextFlags_AutoSelectAll);
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
  double number = 0;
  const bool known = parseNumber(typed, number);
  const bool allowed = known && number >= info.low - 1e-9 && number <= info.high + 1e-9;
  if (changed && known) {
    ui.out.push_back(SetControl{info.id, std::clamp(number, info.low, info.high), item});
  }
  if (ImGui::GetActiveID() == id) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    // The state's own text: ours is the value's again in every frame in which nothing is typed.
    const ImGuiInputTextState* state = ImGui::GetInputTextState(id);
    bool wrong = false;
    if (state && state->TextAIsValid && state->TextA.Size > 1) {
      char now[32] = {};
      const int size = std::min(state->TextA.Size - 1, 31);
      std::copy(state->TextA.Data, state->TextA.Data + size, now);
      wrong = !parseNumber(now, number) || number < info.low - 1e-9 || number > info.high + 1e-9;
    }
    wrong = wrong || (changed && !allowed);
    list.AddRect(field.min(), field.max(), wrong ? c.warning : c.accentText, ui.px(4), 0,
                 ui.px(1.5f));
    if (wrong) allowedRange(ui, info, field);
  }
}

}  // namespace

void addControlValue(const Ui&, ControlId id, double value, TextSink& out) {
  const ControlInfo& info = controlInfo(id);
  addNumberOf(info, value, out);
  const std::string_view unit = unitOf(info);
  if (!unit.empty()) out.add("\u00a0").add(unit);
}

void stepButton(const Ui& ui, ControlId id, const Rect& rect, int direction, Part part, int item) {
  const ControlInfo& info = controlInfo(id);
  const double value = controlValue(ui.app, id, item);
  const double next = stepped(info, value, direction);
  const bool possible = controlEnabled(ui.app, id, item) && next != value;
  ImGui::BeginDisabled(!possible);
  ImGui::PushButtonRepeat(true);
  const ItemState state = controlItem(ui, id, part, rect);
  ImGui::PopButtonRepeat();
  ImGui::EndDisabled();
  if (!state.visible) return;
  if (state.pressed && possible) ui.out.push_back(SetControl{id, next, item});
  if (ImGui::IsItemDeactivated()) ui.out.push_back(EndGesture{});
  const Palette& c = ui.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect ground = rect.inset(ui.px(1));
  if (ui.narrow || (state.hovered && possible)) {
    list.AddRectFilled(ground.min(), ground.max(),
                       state.held ? mix(c.raised, c.ground, 0.3f) : c.raised, ui.px(5));
  }
  drawIcon(list, direction > 0 ? Icon::add : Icon::remove, rect.middle(),
           ui.px(ui.narrow ? 13.0f : 10.0f),
           possible ? (state.hovered ? c.text : c.dim) : withAlpha(c.dim, 0.35f));
  ImGui::RenderNavHighlight(ImRect(rect.min(), rect.max()), state.id);
}

float numberField(const Ui& ui, ControlId id, const Rect& row, double value, Part part, int item) {
  TextBuffer<48> text;
  addControlValue(ui, id, value, text);
  const float width =
      std::min(row.w, std::max(ui.px(ui.narrow && part == kPartTimelineValue ? 34.0f : 52.0f),
                               textWidth(Face::strong, text) + ui.px(ui.narrow ? 18.0f : 12.0f)));
  const Rect field{row.right() - width, row.y, width, row.h};
  const ControlInfo& info = controlInfo(id);
  TextBuffer<48> label;
  addWidgetName(id, part, label);
  const ImGuiID own = ImGui::GetCurrentWindow()->GetID(label.begin(), label.end());
  if (part == kPartTimelineValue) twinField(ui, id, part, item, field);
  const bool active = ImGui::TempInputIsActive(own);
  bool starts = false;
  if (active) {
    if (!ImGui::ItemAdd(ImRect(field.min(), field.max()), own, nullptr, ImGuiItemFlags_Inputable)) {
      return width;
    }
  } else {
    const ItemState state = controlItem(ui, id, part, field);
    if (!state.visible) return width;
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    starts = controlEnabled(ui.app, id, item) &&
             ((state.hovered && ImGui::IsMouseClicked(0)) || g.NavActivateId == own);
    const Palette& c = ui.colours;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (state.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    list.AddRectFilled(field.min(), field.max(),
                       state.hovered ? mix(c.raised, c.text, 0.12f) : withAlpha(c.raised, 0.8f),
                       ui.px(4));
    const float fade = controlEnabled(ui.app, id, item) ? 1.0f : 0.45f;
    drawText(list, Face::strong, {field.right() - ui.px(6), field.middle().y},
             withAlpha(c.text, fade), text, Align::right);
    ImGui::RenderNavHighlight(ImRect(field.min(), field.max()), own);
  }
  if (active || starts) {
    typing(ui, info, field, own, label.c_str(), value, item);
    if (ImGui::IsItemDeactivated()) ui.out.push_back(EndGesture{});
  }
  return width;
}

}  // namespace abscope
