// The bar of the item that is picked on the timeline: each drag by a click or a number, and what
// the plan comes to, while the hand is still on it.
#include <algorithm>

#include <imgui_internal.h>

#include "app/control_words.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/item_names.h"
#include "ui/number_field.h"
#include "ui/plan_totals.h"
#include "ui/timeline_edit.h"
#include "ui/twins.h"

namespace abscope {
namespace {

float rowHeightOf(const Ui& ui) { return ui.px(ui.narrow ? 44.0f : 26.0f); }
float stepperWidth(const Ui& ui) { return ui.px(ui.narrow ? 44 + 60 + 44 : 22 + 56 + 22); }

// Label, minus, number, plus.
void stepper(const Ui& ui, Rect& row, ControlId id, std::string_view label, int item) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float words = textWidth(Face::small, label);
  drawText(list, Face::small, {row.x, row.middle().y}, ui.colours.dim, label);
  row.cutLeft(words + ui.px(6));
  Rect all = row.cutLeft(stepperWidth(ui));
  const float side = ui.px(ui.narrow ? 44.0f : 22.0f);
  stepButton(ui, id, all.cutLeft(side), -1, kPartTimelineLess, item);
  stepButton(ui, id, all.cutRight(side), 1, kPartTimelineMore, item);
  const float shrink = ui.px(ui.narrow ? 4.0f : 3.0f);
  const Rect field{all.x + ui.px(2), all.y + shrink, all.w - ui.px(4), all.h - 2 * shrink};
  numberField(ui, id, field, controlValue(ui.app, id, item), kPartTimelineValue, item);
  row.cutLeft(ui.px(10));
}

void startStepper(const Ui& ui, Rect& row, const TimelineBox& box) {
  const bool radiation = box.kind == ItemKind::radiation;
  stepper(ui, row, radiation ? ControlId::rtStart : ControlId::drugStart,
          labelOf(radiation ? ControlId::rtStart : ControlId::drugStart), box.item);
}

void numberStepper(const Ui& ui, Rect& row, const TimelineBox& box) {
  const bool radiation = box.kind == ItemKind::radiation;
  const ControlId id = radiation ? ControlId::rtFractions : ControlId::drugDoses;
  stepper(ui, row, id, labelOf(id), box.item);
}

void planStepper(const Ui& ui, Rect& row) {
  stepper(ui, row, ControlId::planStart, labelOf(ControlId::planStart), -1);
}

// Copy, remove, close, at the right end.
void actions(const Ui& ui, Rect& row, const TimelineBox& box) {
  const float side = std::min(row.h, ui.px(ui.narrow ? 44.0f : 26.0f));
  ButtonLook look;
  look.plain = !ui.narrow;
  look.icon = Icon::close;
  if (button(ui, ControlId::timelineItem, 0, row.cutRight(side), look)) {
    ui.out.push_back(SetControl{ControlId::timelineItem, 0});
  }
  controlList().name(ControlId::timelineItem, 0, labelOf(ControlId::closeOverlay));
  row.cutRight(ui.px(6));
  const bool radiation = box.kind == ItemKind::radiation;
  const ControlId removal = radiation ? ControlId::removeRadiation : ControlId::removeDrug;
  look.icon = Icon::none;
  look.plain = false;
  look.text = tr("timeline.remove");
  const float removeWidth = textWidth(Face::body, look.text) + ui.px(18);
  if (button(ui, removal, kPartTimeline, row.cutRight(removeWidth), look)) {
    ui.out.push_back(RemoveItem{box.kind, box.item});
  }
  row.cutRight(ui.px(4));
  look.text = tr("timeline.copy");
  const float copyWidth = textWidth(Face::body, look.text) + ui.px(18);
  if (button(ui, ControlId::copyItem, kPartTimeline, row.cutRight(copyWidth), look)) {
    ui.out.push_back(CopyItem{box.kind, box.item});
  }
  row.cutRight(ui.px(8));
}

// "12 Gy × 3 · days 1-3", the doses of all series, what came of them.
struct Words {
  TextBuffer<160> name;
  TextBuffer<256> doses;
  TextBuffer<256> outcome;
  bool warns = false;
};

void describe(const Ui& ui, const TimelineBox& box, Words& out) {
  const Start& start = startOf(ui.app.document.scenario.plan, box);
  addItemName(ui, box.index, out.name);
  out.name.add(" · ");
  if (box.days.first < 0) {
    addWaitingWords(ui, start, out.name);
  } else {
    addItemDays(ui.app, box.kind, box.item, start, out.name);
  }
  out.warns = addDoses(ui, out.doses);
  addOutcome(ui, out.outcome);
}

float paragraph(const Ui& ui, ImDrawList* list, const Rect& rect, std::string_view text,
                ImU32 colour) {
  return drawParagraph(list, Face::small, rect.min(), rect.w, colour, ui.colours.accentText, text);
}

// What is under the controls; returns its height, and draws where there is a list.
float words(const Ui& ui, ImDrawList* list, Rect rect, const Words& text) {
  const float top = rect.y;
  const Palette& c = ui.colours;
  if (!ui.narrow && text.doses.empty()) {
    rect.cutTop(paragraph(ui, list, rect, text.name, c.text));
  }
  rect.cutTop(paragraph(ui, list, rect, text.doses, text.warns ? c.warning : c.text));
  rect.cutTop(paragraph(ui, list, rect, text.outcome, c.text));
  return rect.y - top;
}

void wideControls(const Ui& ui, Rect& rows, const TimelineBox& box) {
  Rect row = rows.cutTop(rowHeightOf(ui));
  actions(ui, row, box);
  startStepper(ui, row, box);
  numberStepper(ui, row, box);
  planStepper(ui, row);
}

// On a phone the label stands within the field's place, so that two fit side by side.
void narrowStepper(const Ui& ui, Rect row, ControlId id, int item) {
  const float side = ui.px(38);
  stepButton(ui, id, row.cutLeft(side), -1, kPartTimelineLess, item);
  stepButton(ui, id, row.cutRight(side), 1, kPartTimelineMore, item);
  row = {row.x + ui.px(4), row.y + ui.px(3), row.w - ui.px(8), row.h - ui.px(6)};
  const float width =
      numberField(ui, id, row, controlValue(ui.app, id, item), kPartTimelineValue, item);
  drawFittedText(*ImGui::GetWindowDrawList(), Face::small, {row.x, row.middle().y},
                 row.w - width - ui.px(4), ui.colours.dim, labelOf(id));
}

void narrowControls(const Ui& ui, Rect& rows, const TimelineBox& box, const Words& text) {
  const bool radiation = box.kind == ItemKind::radiation;
  const float gap = ui.px(8);
  Rect first = rows.cutTop(rowHeightOf(ui));
  actions(ui, first, box);
  drawFittedText(*ImGui::GetWindowDrawList(), Face::small, {first.x, first.middle().y}, first.w,
                 ui.colours.text, text.name);
  Rect second = rows.cutTop(rowHeightOf(ui));
  narrowStepper(ui, second.cutLeft((second.w - gap) / 2),
                radiation ? ControlId::rtStart : ControlId::drugStart, box.item);
  second.cutLeft(gap);
  narrowStepper(ui, second, radiation ? ControlId::rtFractions : ControlId::drugDoses, box.item);
  narrowStepper(ui, rows.cutTop(rowHeightOf(ui)), ControlId::planStart, -1);
}

}  // namespace

void timelineBar(const Ui& ui, const Rect& plot, const PlotFrame& frame) {
  if (ui.app.view.timelineItem == 0 || ui.app.view.overlay != Overlay::none) return;
  TimelineBoxes boxes;
  gatherBoxes(ui, frame, boxes);
  const TimelineBox* const picked = pickedBox(ui, boxes);
  if (!picked) return;
  Words text;
  describe(ui, *picked, text);
  const float pad = ui.px(8);
  const float margin = ui.px(ui.narrow ? 8.0f : 14.0f);
  const float width = std::min(plot.w - 2 * margin, ui.px(720));
  const float controls = rowHeightOf(ui) * (ui.narrow ? 3.0f : 1.0f) + ui.px(4);
  const float bare = 2 * pad + controls;
  const float below = words(ui, nullptr, {0, 0, width - 2 * pad, 0}, text);
  const float screen = ImGui::GetIO().DisplaySize.y;
  const float top = frame.schedule.bottom() + ui.px(3);
  // Rows that can be taken are worth more than the words.
  const bool tells = top + bare + below <= screen;
  const float height = tells ? bare + below : bare;
  // Whole pixels: a window is cut to them. Always in the same place, so that a second click on a
  // step meets it again.
  const Rect rect{std::floor(ui.narrow ? plot.x + margin : frame.curves.x - ui.px(6)),
                  std::floor(std::min(top, screen - height)), std::ceil(width), std::ceil(height)};
  ImGui::SetNextWindowPos(rect.min());
  ImGui::SetNextWindowSize({rect.w, rect.h});
  ImGui::Begin("###window.timeline", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(rect.min(), rect.max(), withAlpha(ui.colours.panel, 0.97f), ui.px(8));
  list.AddRect(rect.min(), rect.max(), ui.colours.border, ui.px(8));
  Rect rows = rect.inset(pad);
  if (ui.narrow) {
    narrowControls(ui, rows, *picked, text);
  } else {
    wideControls(ui, rows, *picked);
  }
  rows.cutTop(ui.px(4));
  if (tells) words(ui, &list, rows, text);
  ImGui::End();
}

}  // namespace abscope
