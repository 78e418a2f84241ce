// Play, pause, step, speed, and which curves the plot shows.
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

void stepButton(const Ui& ui, ControlId id, Rect& row, Icon icon, const Command& command) {
  const Rect rect = row.cutLeft(row.h);
  row.cutLeft(ui.px(4));
  ButtonLook look;
  look.icon = icon;
  if (button(ui, id, kNoInstance, rect, look)) ui.out.push_back(command);
}

// A compact slider on one line: label, track, value.
void speedSlider(const Ui& ui, Rect rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  TextBuffer<32> text;
  addControlValue(ui, ControlId::speed, controlValue(ui.app, ControlId::speed), text);
  const float width = ui.px(66);
  const Rect words = rect.cutRight(width);
  drawText(list, Face::small, {words.x + ui.px(8), words.middle().y}, ui.colours.dim, text);
  sliderTrack(ui, ControlId::speed, rect);
}

}  // namespace

void transport(const Ui& ui, const Rect& rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const View& view = ui.app.view;
  Rect row = ui.narrow ? Rect{rect.x + 8, rect.y + 4, rect.w - 16, rect.h - 8}
                       : Rect{rect.x + ui.px(12), rect.y + ui.px(8), rect.w - ui.px(24), ui.px(28)};
  stepButton(ui, ControlId::toStart, row, Icon::toStart, SetControl{ControlId::day, 0});
  stepButton(ui, ControlId::stepBack, row, Icon::stepBack, StepDays{-1});
  const Rect playRect = row.cutLeft(row.h * 1.5f);
  row.cutLeft(ui.px(4));
  ButtonLook look;
  look.icon = view.playing ? Icon::pause : Icon::play;
  look.primary = true;
  if (button(ui, ControlId::play, kNoInstance, playRect, look)) {
    ui.out.push_back(view.playing ? Command(Pause{}) : Command(Play{}));
  }
  stepButton(ui, ControlId::stepForward, row, Icon::stepForward, StepDays{1});
  stepButton(ui, ControlId::toEnd, row, Icon::toEnd, GoToEnd{});
  row.cutLeft(ui.px(8));

  TextBuffer<32> day, days, sentence;
  day.addFixed(view.day, 1);
  days.addNumber(ui.app.document.scenario.plan.days, 4);
  sentence.addFilled(tr("transport.day"), {{"day", day}});
  TextBuffer<32> of;
  of.addFilled(tr("transport.of"), {{"days", days}});
  const float dayWidth = textWidth(Face::strong, tr("transport.widest"));
  drawText(list, Face::strong, {row.x, row.middle().y}, ui.colours.text, sentence);
  if (ui.narrow) {
    row.cutLeft(dayWidth + 10);
    return speedSlider(ui, row);
  }
  row.cutLeft(dayWidth + ui.px(6));
  drawText(list, Face::small, {row.x, row.middle().y}, ui.colours.dim, of);
  row.cutLeft(ui.px(56));
  speedSlider(ui, row.cutLeft(ui.px(170)));
  Rect measure = row.cutRight(ui.px(142));
  row.cutRight(ui.px(10));
  segmented(ui, ControlId::plotMeasure, measure);
  segmented(ui, ControlId::plotSite, row.cutRight(ui.px(170)));
}

void narrowPlotChoices(const Ui& ui, const Rect& rect) {
  Rect row{rect.x + 8, rect.y + 4, rect.w - 16, rect.h - 8};
  segmented(ui, ControlId::plotSite, row.cutLeft((row.w - 8) / 2));
  row.cutLeft(8);
  segmented(ui, ControlId::plotMeasure, row);
}

void narrowTabs(const Ui& ui, const Rect& rect) {
  segmented(ui, ControlId::narrowTab, {rect.x + 8, rect.y + 4, rect.w - 16, rect.h - 8});
}

}  // namespace abscope
