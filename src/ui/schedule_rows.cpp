#include "ui/schedule_rows.h"

#include <algorithm>
#include <cmath>

#include "app/text_buffer.h"
#include "app/told.h"
#include "library/text.h"
#include "ui/item_names.h"
#include "ui/timeline_marks.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

Rect laneOf(const PlotFrame& frame, const Rect& rows, int item) {
  const int lane = item >= 0 && item < kMaxItems ? frame.laneOf[static_cast<std::size_t>(item)] : 0;
  const float height = frame.laneHeight();
  return {rows.x, rows.y + height * static_cast<float>(lane), rows.w, height};
}

// Filled for the irradiated tumour, hollow for the distant one alone; the taller the larger the
// dose.
void fractions(const Ui& ui, const PlotFrame& frame, const Rect& rows) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto& events = ui.app.derived.course.events();
  double most = 1;
  for (const Event& e : events) {
    if (e.kind == EventKind::fraction && isTold(ui.app, e))
      most = std::max({most, e.doseGy[0], e.doseGy[1]});
  }
  const float dayWidth = frame.curves.w / static_cast<float>(frame.days);
  const float half = std::clamp(dayWidth * 0.32f, ui.px(1.0f), ui.px(4.0f));
  for (const Event& e : events) {
    if (e.kind != EventKind::fraction || !isTold(ui.app, e)) continue;
    const double dose = std::max(e.doseGy[0], e.doseGy[1]);
    const Rect row = laneOf(frame, rows, e.item);
    const float h = row.h * (0.35f + 0.5f * static_cast<float>(std::sqrt(dose / most)));
    const float x = frame.x(e.day);
    const ImVec2 a{x - half, row.bottom() - h}, b{x + half, row.bottom() - ui.px(2)};
    if (e.doseGy[0] > 0) {
      list.AddRectFilled(a, b, ui.colours.radiation, half * 0.7f);
    } else {
      list.AddRect(a, b, ui.colours.radiationText, half * 0.7f, 0, ui.px(1.3f));
    }
  }
}

// The regimen in words after its last fraction, where there is room before the next series.
void fractionLabels(const Ui& ui, const PlotFrame& frame, const Rect& rows) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto& items = ui.app.document.scenario.plan.radiation;
  const auto& events = ui.app.derived.course.events();
  for (std::size_t i = 0; i < items.size() && i < kMaxItems; ++i) {
    const Rect row = laneOf(frame, rows, static_cast<int>(i));
    const Days days = toldDays(ui.app, ItemKind::radiation, static_cast<int>(i));
    if (days.first < 0) continue;
    float end = frame.curves.right();
    for (const Event& e : events) {
      if (e.kind != EventKind::fraction || e.day <= days.last || !isTold(ui.app, e)) continue;
      if (laneOf(frame, rows, e.item).y != row.y) continue;
      end = frame.x(e.day) - ui.px(6);
      break;
    }
    TextBuffer<64> text;
    addRadiationName(items[i], text);
    const float x = frame.x(days.last) + ui.px(9);
    if (x + textWidth(Face::small, text) > end) continue;
    drawText(list, Face::small, {x, row.middle().y + ui.px(3)}, ui.colours.radiationText, text);
  }
}

// The stronger the bar, the more of the target is bound or blocked.
void drugBar(const Ui& ui, const PlotFrame& frame, const Rect& row, int line) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Series& series = ui.app.derived.series;
  const Drug drug = static_cast<Drug>(frame.drugs[line]);
  const auto& bar =
      ui.colours.drugBars[static_cast<std::size_t>(line) % ui.colours.drugBars.size()];
  const std::vector<float>& occupancy =
      series.occupancy[static_cast<std::size_t>(drugInfo(drug).hook)];
  if (occupancy.empty()) return;  // never given in this course
  const float top = row.y + row.h * 0.2f, bottom = row.bottom() - row.h * 0.2f;
  const auto tone = [&](float share) {
    return withAlpha(mix(bar[0], bar[1], share), std::min(1.0f, share * 6));
  };
  const auto until = static_cast<float>(drugWaits(ui.app, drug) ? shownUntil(ui.app) : frame.days);
  for (std::size_t i = 0; i + 1 < series.size() && series.days[i + 1] <= until; ++i) {
    const float a = occupancy[i], b = occupancy[i + 1];
    if (a < 0.01f && b < 0.01f) continue;
    const float x0 = frame.x(series.days[i]), x1 = frame.x(series.days[i + 1]);
    if (x1 - x0 < 0.01f) continue;
    list.AddRectFilledMultiColor({x0, top}, {x1, bottom}, tone(a), tone(b), tone(b), tone(a));
  }
  for (const Event& e : ui.app.derived.course.events()) {
    if (e.kind != EventKind::drugDose || e.drug != drug || !isTold(ui.app, e)) continue;
    const float x = frame.x(e.day);
    list.AddRectFilled({x - ui.px(0.8f), top - ui.px(1)}, {x + ui.px(0.8f), bottom + ui.px(1)},
                       ui.colours.text);
  }
}

}  // namespace

void scheduleRows(const Ui& ui, const PlotFrame& frame) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  Rect rows = frame.schedule;
  const Rect radiation = rows.cutTop(frame.radiationRow);
  drawFittedText(list, Face::small, {frame.nameX, radiation.middle().y + ui.px(3)}, frame.nameWidth,
                 ui.colours.dim, tr("plot.radiation"));
  list.PushClipRect({frame.curves.x - ui.px(5), rows.y - frame.radiationRow},
                    {frame.curves.right() + ui.px(5), frame.curves.bottom()}, true);
  fractions(ui, frame, radiation);
  fractionLabels(ui, frame, radiation);
  list.PopClipRect();
  for (int i = 0; i < frame.drugCount; ++i) {
    const Rect row = rows.cutTop(frame.drugRow);
    drawFittedText(list, Face::small, {frame.nameX, row.middle().y}, frame.nameWidth,
                   ui.colours.dim, drugName(static_cast<Drug>(frame.drugs[i])));
    drugBar(ui, frame, row, i);
  }
  if (frame.drugCount == 0 && rows.h > ui.px(8)) {
    drawFittedText(list, Face::small, {frame.nameX, rows.middle().y}, frame.nameWidth,
                   ui.colours.dim,
                   choiceText(ControlId::sideTab, static_cast<int>(SideTab::drugs)));
  }
  timelineMarks(ui, frame);
}

}  // namespace abscope
