// Play, pause, step, speed, and which curves the plot shows.
#include <algorithm>

#include "app/control_words.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/number_field.h"
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

// A compact slider on one line: track and value.
void speedSlider(const Ui& ui, Rect rect) {
  Rect field = rect.cutRight(ui.px(66));
  field.cutLeft(ui.px(6));
  if (!ui.narrow) field = {field.x, field.y + ui.px(3), field.w, field.h - ui.px(6)};
  const double value = sliderTrack(ui, ControlId::speed, rect);
  numberField(ui, ControlId::speed, field, value, kPartValue);
}

void plotChoices(const Ui& ui, Rect row) {
  segmented(ui, ControlId::plotSite, row.cutLeft(ui.px(150)));
  row.cutLeft(ui.px(8));
  segmented(ui, ControlId::plotMeasure, row.cutLeft(ui.px(124)));
  row.cutLeft(ui.px(8));
  segmented(ui, ControlId::plotScale, row.cutLeft(ui.px(96)));
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

  TextBuffer<32> day, days, sentence, of;
  day.addFixed(view.day, 1);
  days.addNumber(ui.app.document.scenario.plan.days, 4);
  sentence.addFilled(tr("transport.day"), {{"day", day}});
  of.addFilled(tr("transport.of"), {{"days", days}});
  drawFittedText(list, Face::strong, {row.x, row.middle().y}, row.w, ui.colours.text, sentence);
  if (ui.narrow) return;
  row.cutLeft(textWidth(Face::strong, tr("transport.widest")) + ui.px(4));
  drawText(list, Face::small, {row.x, row.middle().y}, ui.colours.dim, of);
  row.cutLeft(ui.px(50));
  speedSlider(ui, row.cutLeft(ui.px(150)));
  const float choices = ui.px(150 + 8 + 124 + 8 + 96);
  if (row.w >= choices) return plotChoices(ui, row.cutRight(choices));
  plotChoices(ui, {rect.x + ui.px(12), row.bottom() + ui.px(8), rect.w, ui.px(26)});
}

void narrowPlotChoices(const Ui& ui, const Rect& rect) {
  Rect rows{rect.x + 8, rect.y + 4, rect.w - 16, rect.h - 6};
  const float half = (rows.w - 8) / 2;
  Rect first = rows.cutTop(38);
  segmented(ui, ControlId::plotSite, first.cutLeft(half));
  first.cutLeft(8);
  segmented(ui, ControlId::plotMeasure, first);
  rows.cutTop(2);
  Rect second = rows.cutTop(38);
  segmented(ui, ControlId::plotScale, second.cutLeft(half * 0.72f));
  second.cutLeft(10);
  toggle(ui, ControlId::ensembleBand,
         second.cutLeft(textWidth(Face::body, labelOf(ControlId::ensembleBand)) + 26));
  second.cutLeft(8);
  speedSlider(ui, second);
}

void narrowStages(const Ui& ui, const Rect& rect) {
  const std::size_t before = ui.out.size();
  segmented(ui, ControlId::stage, {rect.x + 8, rect.y + 2, rect.w - 16, rect.h - 4});
  // What is swept is chosen in the tab of comparison, which nobody would look for.
  const bool sweeps = std::any_of(
      ui.out.begin() + static_cast<std::ptrdiff_t>(before), ui.out.end(), [](const Command& c) {
        const auto* set = std::get_if<SetControl>(&c);
        return set && set->id == ControlId::stage && static_cast<Stage>(set->value) == Stage::sweep;
      });
  if (sweeps) {
    ui.out.push_back(SetControl{ControlId::narrowTab, static_cast<double>(NarrowTab::compare)});
  }
}

void narrowTabs(const Ui& ui, const Rect& rect) {
  segmented(ui, ControlId::narrowTab, {rect.x + 8, rect.y + 4, rect.w - 16, rect.h - 8});
}

}  // namespace abscope
