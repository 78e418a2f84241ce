#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/control_words.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/number_field.h"
#include "ui/twins.h"

namespace abscope {
namespace {

using Label = TextBuffer<48>;

void emit(const Ui& ui, ControlId id, double value) { ui.out.push_back(SetControl{id, value}); }

void helpTooltip(const Ui& ui, ControlId id) {
  if (!ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal | ImGuiHoveredFlags_NoSharedDelay))
    return;
  const ControlInfo& info = controlInfo(id);
  const std::string_view help = helpOf(id);
  if (help.empty()) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(10), ui.px(8)});
  if (ImGui::BeginTooltip()) {
    ImGui::PushFont(fontOf(Face::small));
    ImGui::PushTextWrapPos(ui.px(280));
    ImGui::TextUnformatted(help.data(), help.data() + help.size());
    if (!info.shortcut.empty()) {
      ImGui::PushStyleColor(ImGuiCol_Text, ui.colours.dim);
      ImGui::TextUnformatted(info.shortcut.data(), info.shortcut.data() + info.shortcut.size());
      ImGui::PopStyleColor();
    }
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
}

// The instance of an action is an item of the plan, that of a choice one of its choices.
bool instanceEnabled(const Ui& ui, ControlId id, int instance) {
  return controlEnabled(ui.app, id, controlInfo(id).keeps == ControlKeeps::none ? instance : -1);
}

}  // namespace

// Left and right, as on a slider of a page. The arrows are kept from ImGui's navigation.
double keySteps(const Ui& ui, unsigned int id) {
  if (!focusedByKeys(id)) return 0;
  ui.arrowsTaken = true;
  double steps = 0;
  if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) steps += 1;
  if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) steps -= 1;
  if (ImGui::GetIO().KeyShift) steps *= 10;
  return steps;
}

void focusRing(const Rect& rect, const ItemState& item) {
  ImGui::RenderNavHighlight(ImRect(rect.min(), rect.max()), item.id);
}

void addWidgetName(ControlId id, int instance, TextSink& label) {
  constexpr std::string_view kParts[] = {"less",         "more",         "value",        "timeline",
                                         "timelineLess", "timelineMore", "timelineValue"};
  label.add("###").add(controlInfo(id).name);
  if (instance >= 0) label.add("/").addInteger(instance);
  if (instance < kNoInstance) label.add("/").add(kParts[static_cast<std::size_t>(-2 - instance)]);
}

bool focusedByKeys(unsigned int id) {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  return g.NavId == id && !g.NavDisableHighlight;
}

ItemState controlItem(const Ui& ui, ControlId id, int instance, const Rect& rect) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  ItemState state;
  if (window->SkipItems) return state;
  const bool enabled = instanceEnabled(ui, id, instance);
  Label label;
  addWidgetName(id, instance, label);
  state.id = window->GetID(label.begin(), label.end());
  const ImRect box(rect.min(), rect.max());
  ControlList& twins = controlList();
  twins.note(ui, id, instance, rect, enabled);
  if (twins.take(AskKind::reveal, id, instance)) ImGui::ScrollToRect(window, box);
  ImGui::BeginDisabled(!enabled);
  state.visible = ImGui::ItemAdd(box, state.id);
  if (state.visible) {
    state.pressed = ImGui::ButtonBehavior(box, state.id, &state.hovered, &state.held);
    if (state.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    // The plot has a card of its own, and so has every drug of the list.
    const bool hasCard = id == ControlId::day || id == ControlId::mapArrow ||
                         id == ControlId::mapNode || id == ControlId::openEvidence ||
                         (id == ControlId::drugKind && instance >= 0);
    if (!hasCard) helpTooltip(ui, id);
  }
  [[maybe_unused]] ImGuiContext& g = *ImGui::GetCurrentContext();
  IMGUI_TEST_ENGINE_ITEM_INFO(state.id, label.c_str(), g.LastItemData.StatusFlags);
  ImGui::EndDisabled();
  if (twins.take(AskKind::press, id, instance) && enabled) state.pressed = true;
  return state;
}

bool button(const Ui& ui, ControlId id, int instance, const Rect& rect, const ButtonLook& look) {
  const ItemState item = controlItem(ui, id, instance, rect);
  const bool says = look.text.find_first_not_of(' ') != std::string_view::npos;
  if (says) controlList().name(id, instance, look.text);
  if (!item.visible) return item.pressed;
  const Palette& c = ui.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool enabled = instanceEnabled(ui, id, instance);
  ImU32 ground = look.primary ? c.accent : c.raised;
  if (item.hovered) ground = mix(ground, look.primary ? IM_COL32_WHITE : c.text, 0.12f);
  if (item.held) ground = mix(ground, c.ground, 0.25f);
  if (!look.plain || item.hovered || item.held) {
    list.AddRectFilled(rect.min(), rect.max(), ground, ui.px(6));
  }
  ImU32 ink = look.primary ? c.onAccent : c.text;
  if (!enabled) ink = withAlpha(ink, 0.4f);
  const std::string_view text =
      look.text.empty() && look.icon == Icon::none ? labelOf(id) : look.text;
  const float pad = ui.px(10);
  if (look.icon != Icon::none) {
    const ImVec2 at =
        text.empty() ? rect.middle() : ImVec2{rect.x + pad + ui.px(6), rect.middle().y};
    drawIcon(list, look.icon, at, ui.px(12), ink);
  }
  if (look.alignLeft) {
    const float indent = look.icon != Icon::none ? ui.px(22) : 0;
    drawFittedText(list, Face::body, {rect.x + pad + indent, rect.middle().y},
                   rect.w - 2 * pad - indent, ink, text);
  } else if (!text.empty()) {
    const float shift = look.icon != Icon::none ? ui.px(9) : 0;
    drawText(list, Face::body, {rect.middle().x + shift, rect.middle().y}, ink, text,
             Align::middle);
  }
  ImGui::RenderNavHighlight(ImRect(rect.min(), rect.max()), item.id);
  return item.pressed;
}

float buttonWidth(const Ui& ui, ControlId id) {
  return textWidth(Face::body, labelOf(id)) + ui.px(24);
}

float sliderHeight(const Ui& ui) { return ui.px(ui.narrow ? 64.0f : 38.0f); }

double sliderTrack(const Ui& ui, ControlId id, const Rect& track) {
  const ControlInfo& info = controlInfo(id);
  const Range range = sliderRange(ui.app, id);
  double value = controlValue(ui.app, id);
  const ItemState item = controlItem(ui, id, kNoInstance, track);
  value = twinRange(ui, id, value, range, {info.low, info.high});
  if (!item.visible) return value;
  const float knob = ui.px(ui.narrow ? 10.0f : 7.5f);
  const float left = track.x + knob, width = track.w - 2 * knob;
  if (item.held && ImGui::GetCurrentContext()->ActiveIdSource == ImGuiInputSource_Mouse) {
    const double share = static_cast<double>((ImGui::GetIO().MousePos.x - left) / width);
    const double dragged =
        std::clamp(snapped(info, sliderValue(info, range.low, range.high, share)),
                   std::max(range.low, info.low), range.high);
    if (dragged != value) emit(ui, id, value = dragged);
  }
  if (const double steps = keySteps(ui, item.id); steps != 0) {
    const double to = std::clamp(value + steps * info.step, info.low, info.high);
    if (to != value) emit(ui, id, value = to);
  }
  if (ImGui::IsItemDeactivated()) ui.out.push_back(EndGesture{});

  const Palette& c = ui.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float fade = controlEnabled(ui.app, id) ? 1.0f : 0.45f;
  const float y = track.middle().y;
  const float x =
      left + width * static_cast<float>(sliderFraction(info, range.low, range.high, value));
  const float half = ui.px(2);
  list.AddRectFilled({track.x, y - half}, {track.right(), y + half}, c.raised, half);
  list.AddRectFilled({track.x, y - half}, {x, y + half}, withAlpha(c.accent, fade), half);
  if (item.hovered || item.held) {
    list.AddCircleFilled({x, y}, knob + ui.px(4), withAlpha(c.accent, 0.25f));
  }
  list.AddCircleFilled({x, y}, knob, isDark(ui.app.view.theme) ? c.text : c.accent);
  list.AddCircle({x, y}, knob, c.panel, 0, ui.px(1.5f));
  ImGui::RenderNavHighlight(ImRect(track.min(), track.max()), item.id);
  return value;
}

void dayControl(const Ui& ui, const Rect& rect, float left, float width) {
  const ItemState item = controlItem(ui, ControlId::day, kNoInstance, rect);
  const double days = ui.app.derived.course.days();
  const double now = twinRange(ui, ControlId::day, ui.app.view.day, {0, days}, {0, days});
  if (!item.visible) return;
  if (item.held && ImGui::GetCurrentContext()->ActiveIdSource == ImGuiInputSource_Mouse) {
    const double share = static_cast<double>((ImGui::GetIO().MousePos.x - left) / width);
    const double day = std::clamp(share * days, 0.0, days);
    if (ImGui::IsItemActivated() && ui.app.view.playing) ui.out.push_back(Pause{});
    if (day != now) emit(ui, ControlId::day, day);
  }
  if (const double steps = keySteps(ui, item.id); steps != 0) {
    emit(ui, ControlId::day, std::clamp(now + steps * controlInfo(ControlId::day).step, 0.0, days));
  }
  ImGui::RenderNavHighlight(ImRect(rect.min(), rect.max()), item.id);
}

void slider(const Ui& ui, ControlId id, const Rect& rect) {
  Rect track = rect;
  const Rect words = track.cutTop(ui.px(ui.narrow ? 26.0f : 20.0f));
  const float side = ui.px(ui.narrow ? 44.0f : 22.0f);
  stepButton(ui, id, track.cutLeft(side), -1, kPartLess);
  stepButton(ui, id, track.cutRight(side), 1, kPartMore);
  const double value = sliderTrack(ui, id, track);
  const float width = numberField(ui, id, words, value, kPartValue);
  const float fade = controlEnabled(ui.app, id) ? 1.0f : 0.45f;
  drawFittedText(*ImGui::GetWindowDrawList(), Face::body, {words.x, words.middle().y},
                 words.w - width - ui.px(8), withAlpha(ui.colours.text, fade), labelOf(id));
}

void segmented(const Ui& ui, ControlId id, const Rect& rect, int firstChoice) {
  const int count = choiceCount(ui.app, id);
  const int chosen = static_cast<int>(controlValue(ui.app, id));
  const Palette& c = ui.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(rect.min(), rect.max(), c.raised, ui.px(6));
  // What is left over the texts is shared out evenly.
  float words = 0;
  for (int i = firstChoice; i < count; ++i) words += textWidth(Face::small, choiceText(id, i));
  const float padding = (rect.w - words) / static_cast<float>(count - firstChoice);
  Rect rest = rect;
  for (int i = firstChoice; i < count; ++i) {
    const Rect part = rest.cutLeft(textWidth(Face::small, choiceText(id, i)) + padding);
    const ItemState item = controlItem(ui, id, i, part);
    controlList().kind(id, TwinKind::radio, i == chosen);
    controlList().name(id, i, choiceText(id, i));
    if (item.pressed && i != chosen) {
      emit(ui, id, i);
      ui.out.push_back(EndGesture{});
    }
    if (!item.visible) continue;
    if (i == chosen) {
      list.AddRectFilled(part.min(), part.max(), c.accent, ui.px(6));
    } else if (item.hovered) {
      list.AddRectFilled(part.min(), part.max(), mix(c.raised, c.text, 0.1f), ui.px(6));
    }
    drawText(list, Face::small, part.middle(), i == chosen ? c.onAccent : c.text, choiceText(id, i),
             Align::middle);
    ImGui::RenderNavHighlight(ImRect(part.min(), part.max()), item.id);
  }
}

void toggle(const Ui& ui, ControlId id, const Rect& rect) {
  const bool on = controlValue(ui.app, id) != 0;
  const ItemState item = controlItem(ui, id, kNoInstance, rect);
  if (item.pressed) {
    emit(ui, id, on ? 0 : 1);
    ui.out.push_back(EndGesture{});
  }
  if (!item.visible) return;
  const Palette& c = ui.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float side = ui.px(15);
  const Rect box{rect.x, rect.middle().y - side / 2, side, side};
  list.AddRectFilled(box.min(), box.max(), on ? c.accent : c.raised, ui.px(4));
  if (!on) list.AddRect(box.min(), box.max(), c.dim, ui.px(4));
  if (on) {
    const ImVec2 m = box.middle();
    const ImVec2 tick[3] = {{m.x - side * 0.26f, m.y},
                            {m.x - side * 0.07f, m.y + side * 0.2f},
                            {m.x + side * 0.28f, m.y - side * 0.2f}};
    list.AddPolyline(tick, 3, c.onAccent, 0, ui.px(1.8f));
  }
  drawFittedText(list, Face::body, {box.right() + ui.px(8), rect.middle().y},
                 rect.right() - box.right() - ui.px(8), c.text, labelOf(id));
  ImGui::RenderNavHighlight(ImRect(rect.min(), rect.max()), item.id);
}

namespace {

// What a list that drops down shows.
struct ChoiceList {
  ChoiceText text;
  std::span<const ChoiceLine> lines;  // none: every choice of the control
  ChoiceCard card = nullptr;

  std::string_view wordsOf(const Ui& ui, ControlId id, int choice, TextSink& words) const {
    words.clear();
    if (text) text(ui, choice, words);
    return text ? words.view() : choiceText(id, choice);
  }
};

float lineHeight(const Ui& ui, const ChoiceLine& line) {
  return line.choice < 0 ? ui.px(24) : ui.rowHeight();
}

void drawHeading(const Ui& ui, const Rect& line, std::string_view text) {
  drawFittedText(*ImGui::GetWindowDrawList(), Face::small,
                 {line.x + ui.px(6), line.bottom() - ui.px(9)}, line.w - ui.px(12), ui.colours.dim,
                 text);
}

void drawChoice(const Ui& ui, ControlId id, const ChoiceList& list, int choice, const Rect& line) {
  TextBuffer<160> words;
  const std::string_view text = list.wordsOf(ui, id, choice, words);
  ButtonLook look;
  look.text = text;
  look.plain = choice != static_cast<int>(controlValue(ui.app, id));
  look.alignLeft = true;
  if (button(ui, id, choice, line, look)) {
    emit(ui, id, choice);
    ui.out.push_back(EndGesture{});
    ImGui::CloseCurrentPopup();
  }
  if (list.card && (ImGui::IsItemHovered() || focusedByKeys(ImGui::GetItemID()))) {
    list.card(ui, choice, line);
  }
}

void drawList(const Ui& ui, ControlId id, const ChoiceList& list, float width) {
  const int chosen = static_cast<int>(controlValue(ui.app, id));
  const int count =
      list.lines.empty() ? choiceCount(ui.app, id) : static_cast<int>(list.lines.size());
  const auto lineAt = [&](int i) {
    return list.lines.empty() ? ChoiceLine{i} : list.lines[static_cast<std::size_t>(i)];
  };
  const ImVec2 start = ImGui::GetCursorScreenPos();
  float y = ui.px(4), chosenY = 0;
  for (int i = 0; i < count; ++i) {
    const ChoiceLine line = lineAt(i);
    const Rect rect{start.x + ui.px(4), start.y + y, width - ui.px(8), lineHeight(ui, line)};
    if (line.choice == chosen) chosenY = y;
    if (line.choice < 0) {
      drawHeading(ui, rect, line.heading);
    } else {
      drawChoice(ui, id, list, line.choice, rect);
    }
    y += rect.h;
  }
  ImGui::Dummy({1, y + ui.px(4)});
  if (ImGui::IsWindowAppearing()) ImGui::SetScrollY(chosenY - ImGui::GetWindowHeight() / 2);
}

float listHeight(const Ui& ui, ControlId id, const ChoiceList& list) {
  float height = ui.px(8);
  if (list.lines.empty()) height += ui.rowHeight() * static_cast<float>(choiceCount(ui.app, id));
  for (const ChoiceLine& line : list.lines) height += lineHeight(ui, line);
  return std::min(height, ui.px(520));
}

void combo(const Ui& ui, ControlId id, const Rect& rect, const ChoiceList& choices) {
  const int chosen = static_cast<int>(controlValue(ui.app, id));
  const ItemState item = controlItem(ui, id, kNoInstance, rect);
  twinList(ui, id, choices.text, choices.lines);
  const Palette& c = ui.colours;
  if (item.visible) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(rect.min(), rect.max(),
                       item.hovered ? mix(c.raised, c.text, 0.1f) : c.raised, ui.px(6));
    if (chosen >= 0 && chosen < choiceCount(ui.app, id)) {
      TextBuffer<160> words;
      drawFittedText(list, Face::body, {rect.x + ui.px(10), rect.middle().y}, rect.w - ui.px(34),
                     c.text, choices.wordsOf(ui, id, chosen, words));
    }
    const ImVec2 m{rect.right() - ui.px(13), rect.middle().y};
    const float d = ui.px(4);
    list.AddTriangleFilled({m.x - d, m.y - d * 0.6f}, {m.x + d, m.y - d * 0.6f},
                           {m.x, m.y + d * 0.7f}, c.dim);
    ImGui::RenderNavHighlight(ImRect(rect.min(), rect.max()), item.id);
  }
  const ImGuiID popup = item.id + 1;
  if (item.pressed) ImGui::OpenPopupEx(popup, 0);
  ImGui::SetNextWindowPos({rect.x, rect.bottom() + ui.px(3)}, ImGuiCond_Appearing);
  ImGui::SetNextWindowSize({rect.w, listHeight(ui, id, choices)});
  if (!ImGui::BeginPopupEx(popup, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                      ImGuiWindowFlags_NoSavedSettings)) {
    return;
  }
  controlList().rest(true);
  drawList(ui, id, choices, rect.w);
  controlList().rest(false);
  ImGui::EndPopup();
}

}  // namespace

void combo(const Ui& ui, ControlId id, const Rect& rect, ChoiceText text) {
  combo(ui, id, rect, ChoiceList{text, {}});
}

void combo(const Ui& ui, ControlId id, const Rect& rect, ChoiceText text,
           std::span<const ChoiceLine> lines, ChoiceCard card) {
  combo(ui, id, rect, ChoiceList{text, lines, card});
}

std::string_view choiceText(ControlId id, int choice) {
  Label key;
  key.add(controlInfo(id).choiceKey).addInteger(choice);
  return tr(key.view());
}

void drawIcon(ImDrawList& list, Icon icon, ImVec2 m, float size, ImU32 colour) {
  const float r = size / 2;
  const auto triangle = [&](float x, float direction) {
    list.AddTriangleFilled({m.x + x - direction * r * 0.6f, m.y - r * 0.85f},
                           {m.x + x + direction * r * 0.7f, m.y},
                           {m.x + x - direction * r * 0.6f, m.y + r * 0.85f}, colour);
  };
  const auto chevron = [&](float direction) {  // a step is not to be taken for play
    list.PathLineTo({m.x - direction * r * 0.4f, m.y - r * 0.75f});
    list.PathLineTo({m.x + direction * r * 0.4f, m.y});
    list.PathLineTo({m.x - direction * r * 0.4f, m.y + r * 0.75f});
    list.PathStroke(colour, 0, size * 0.16f);
  };
  const auto bar = [&](float x) {
    list.AddRectFilled({m.x + x - r * 0.17f, m.y - r * 0.85f},
                       {m.x + x + r * 0.17f, m.y + r * 0.85f}, colour, r * 0.1f);
  };
  const auto arc = [&](float direction) {  // an arrow that turns back
    const float line = size * 0.14f;
    const float from = direction < 0 ? IM_PI * 1.15f : IM_PI * 1.85f;
    const float to = direction < 0 ? IM_PI * 2.35f : IM_PI * 0.65f;
    list.PathArcTo({m.x, m.y + r * 0.15f}, r * 0.72f, from, to, 16);
    list.PathStroke(colour, 0, line);
    const ImVec2 tip{m.x + direction * r * 0.78f, m.y - r * 0.1f};
    list.AddTriangleFilled({tip.x - r * 0.42f, tip.y - r * 0.42f},
                           {tip.x + r * 0.42f, tip.y - r * 0.3f}, {tip.x, tip.y + r * 0.4f},
                           colour);
  };
  const auto cross = [&](float c, float s) {
    list.AddLine({m.x - r * c, m.y - r * s}, {m.x + r * c, m.y + r * s}, colour, size * 0.13f);
    list.AddLine({m.x - r * s, m.y + r * c}, {m.x + r * s, m.y - r * c}, colour, size * 0.13f);
  };
  switch (icon) {
    case Icon::play:
      triangle(0, 1);
      break;
    case Icon::pause:
      bar(-r * 0.4f), bar(r * 0.4f);
      break;
    case Icon::stepBack:
      chevron(-1);
      break;
    case Icon::stepForward:
      chevron(1);
      break;
    case Icon::toStart:
      triangle(r * 0.15f, -1), bar(-r * 0.75f);
      break;
    case Icon::toEnd:
      triangle(-r * 0.15f, 1), bar(r * 0.75f);
      break;
    case Icon::undo:
      arc(-1);
      break;
    case Icon::redo:
      arc(1);
      break;
    case Icon::add:
      cross(0.8f, 0);
      break;
    case Icon::remove:
      list.AddLine({m.x - r * 0.8f, m.y}, {m.x + r * 0.8f, m.y}, colour, size * 0.13f);
      break;
    case Icon::copy: {
      const float line = size * 0.11f, d = r * 0.62f, shift = r * 0.2f;
      list.AddRect({m.x - d - shift, m.y - d - shift}, {m.x + d - shift, m.y + d - shift}, colour,
                   r * 0.25f, 0, line);
      list.AddRectFilled({m.x - d + shift + line, m.y - d + shift + line},
                         {m.x + d + shift + line, m.y + d + shift + line}, colour, r * 0.25f);
      break;
    }
    case Icon::close:
      cross(0.55f, 0.55f);
      break;
    case Icon::none:
      break;
  }
}

}  // namespace abscope
