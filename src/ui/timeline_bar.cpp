// The bar of the item that is picked on the timeline: each drag by a click or a number, and what
// the plan comes to, while the hand is still on it.
#include <algorithm>

#include <imgui_internal.h>

#include "app/control_words.h"
#include "app/regimen.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/item_names.h"
#include "ui/number_field.h"
#include "ui/plan_totals.h"
#include "ui/timeline_edit.h"

namespace abscope {
namespace {

float rowHeightOf(const Ui& ui) { return ui.px(ui.narrow ? 40.0f : 26.0f); }
float stepperWidth(const Ui& ui) { return ui.px(ui.narrow ? 38 + 60 + 38 : 22 + 56 + 22); }

// Label, minus, number, plus.
void stepper(const Ui& ui, Rect& row, ControlId id, std::string_view label, int item) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float words = textWidth(Face::small, label);
  drawText(list, Face::small, {row.x, row.middle().y}, ui.colours.dim, label);
  row.cutLeft(words + ui.px(6));
  Rect all = row.cutLeft(stepperWidth(ui));
  const float side = ui.px(ui.narrow ? 38.0f : 22.0f);
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
  const float side = std::min(row.h, ui.px(ui.narrow ? 40.0f : 26.0f));
  ButtonLook look;
  look.plain = !ui.narrow;
  look.icon = Icon::close;
  if (button(ui, ControlId::timelineItem, 0, row.cutRight(side), look)) {
    ui.out.push_back(SetControl{ControlId::timelineItem, 0});
  }
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

void name(const Ui& ui, const Rect& row, const TimelineBox& box) {
  TextBuffer<96> text;
  addItemName(ui, box.index, text);
  text.add(" · ");
  if (box.days.first < 0) {
    addWaitingWords(ui, startOf(ui.app.document.scenario.plan, box), text);
  } else {
    addItemDays(ui, box.kind, box.item, startOf(ui.app.document.scenario.plan, box), text);
  }
  if (box.kind == ItemKind::radiation) {
    const auto& items = ui.app.document.scenario.plan.radiation;
    const RegimenNumbers n =
        numbersOf(items[static_cast<std::size_t>(box.item)], ui.app.document.scenario.patient);
    TextBuffer<16> bed;
    bed.addFixed(n.bed10Gy, 1);
    text.add(" · ").addFilled(tr("timeline.series"), {{"bed", bed}});
  }
  drawFittedText(*ImGui::GetWindowDrawList(), Face::strong, {row.x, row.middle().y}, row.w,
                 ui.colours.text, text);
}

void wideRows(const Ui& ui, Rect rows, const TimelineBox& box) {
  Rect first = rows.cutTop(rowHeightOf(ui));
  actions(ui, first, box);
  name(ui, first, box);
  Rect second = rows.cutTop(rowHeightOf(ui));
  startStepper(ui, second, box);
  numberStepper(ui, second, box);
  planStepper(ui, second);
  totalsLine(ui, rows.cutTop(ui.px(20)));
}

void narrowRows(const Ui& ui, Rect rows, const TimelineBox& box) {
  Rect first = rows.cutTop(rowHeightOf(ui));
  actions(ui, first, box);
  name(ui, first, box);
  const auto right = [](Rect row, float width) { return row.cutRight(width); };
  const auto width = [&](ControlId id) {
    return textWidth(Face::small, labelOf(id)) + ui.px(6) + stepperWidth(ui);
  };
  const bool radiation = box.kind == ItemKind::radiation;
  Rect start = right(rows.cutTop(rowHeightOf(ui)),
                     width(radiation ? ControlId::rtStart : ControlId::drugStart));
  startStepper(ui, start, box);
  Rect number = right(rows.cutTop(rowHeightOf(ui)),
                      width(radiation ? ControlId::rtFractions : ControlId::drugDoses));
  numberStepper(ui, number, box);
  Rect plan = right(rows.cutTop(rowHeightOf(ui)), width(ControlId::planStart));
  planStepper(ui, plan);
  totalsLine(ui, rows.cutTop(ui.px(20)));
}

}  // namespace

void timelineBar(const Ui& ui, const Rect& plot, const PlotFrame& frame) {
  if (ui.app.view.timelineItem == 0 || ui.app.view.overlay != Overlay::none) return;
  TimelineBoxes boxes;
  gatherBoxes(ui, frame, boxes);
  const TimelineBox* const picked = pickedBox(ui, boxes);
  if (!picked) return;
  const float pad = ui.px(8);
  const float height = 2 * pad + rowHeightOf(ui) * (ui.narrow ? 4.0f : 2.0f) + ui.px(20);
  const float margin = ui.px(ui.narrow ? 8.0f : 14.0f);
  const float width = std::min(plot.w - 2 * margin, ui.px(660));
  // Whole pixels: a window is cut to them. Always in the same place, so that a second click on a
  // step meets it again.
  const float screen = ImGui::GetIO().DisplaySize.y;
  const Rect rect{std::floor(ui.narrow ? plot.x + margin : frame.curves.x - ui.px(6)),
                  std::floor(std::min(frame.schedule.bottom() + ui.px(3), screen - height)),
                  std::ceil(width), std::ceil(height)};
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
    narrowRows(ui, rows, *picked);
  } else {
    wideRows(ui, rows, *picked);
  }
  ImGui::End();
}

}  // namespace abscope
