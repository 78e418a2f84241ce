#include "ui/plot_frame.h"

#include <algorithm>

#include "app/told.h"
#include "ui/item_names.h"

namespace abscope {
namespace {

constexpr int kMostLanes = 3;

// Each series into the first lane that is free while it runs; those that never came, at the end.
void placeInLanes(const Ui& ui, PlotFrame& frame) {
  const auto& items = ui.app.document.scenario.plan.radiation;
  const std::size_t count = std::min<std::size_t>(items.size(), kMaxItems);
  std::array<Days, kMaxItems> days;
  for (std::size_t i = 0; i < count; ++i) {
    days[i] = toldDays(ui.app, ItemKind::radiation, static_cast<int>(i));
    if (days[i].first < 0) days[i] = {frame.days, frame.days};
    int lane = 0;
    for (; lane < kMostLanes - 1; ++lane) {
      const bool taken = std::any_of(
          days.begin(), days.begin() + static_cast<std::ptrdiff_t>(i), [&](const Days& other) {
            const auto k = static_cast<std::size_t>(&other - &days[0]);
            return frame.laneOf[k] == lane && other.first <= days[i].last &&
                   days[i].first <= other.last;
          });
      if (!taken) break;
    }
    frame.laneOf[i] = static_cast<signed char>(lane);
    frame.lanes = std::max(frame.lanes, lane + 1);
  }
}

}  // namespace

PlotFrame plotFrameFor(const Ui& ui, const Rect& rect) {
  PlotFrame frame;
  frame.days = std::max(1e-3, ui.app.derived.course.days());
  for (const DrugItem& item : ui.app.document.scenario.plan.drugs) {
    const int drug = static_cast<int>(item.drug);
    const bool known = std::find(frame.drugs, frame.drugs + frame.drugCount, drug) !=
                       frame.drugs + frame.drugCount;
    if (!known && frame.drugCount < kMostDrugRows) frame.drugs[frame.drugCount++] = drug;
  }
  placeInLanes(ui, frame);
  // A finger needs more than a pointer.
  const float oneLane = ui.narrow ? 28 : 24, more = ui.narrow ? 24 : 17;
  frame.radiationRow = ui.px(frame.lanes == 1 ? oneLane : more * static_cast<float>(frame.lanes));
  // Where no drug is given yet an empty row says so, and holds the button that adds one.
  const int rows = std::max(frame.drugCount, ui.app.view.presenter ? 0 : 1);
  frame.drugRow = ui.px(ui.narrow ? 24.0f : rows > 5 ? 11.0f : rows > 3 ? 13.0f : 16.0f);
  Rect inner = rect;
  inner.cutTop(ui.px(4));
  // As wide as the axis needs, and as the names of the rows do, within reason.
  const float edge = ui.px(ui.narrow ? 8.0f : 14.0f), gap = ui.px(6);
  for (int i = 0; i < frame.drugCount; ++i) {
    const std::string_view name = drugName(static_cast<Drug>(frame.drugs[i]));
    frame.nameWidth = std::max(frame.nameWidth, textWidth(Face::small, name));
  }
  const float axis = ui.px(ui.narrow ? 82.0f : 92.0f), most = ui.px(ui.narrow ? 104.0f : 132.0f);
  const float left = std::clamp(edge + frame.nameWidth + gap, axis, most);
  frame.nameX = rect.x + edge;
  frame.nameWidth = left - edge - gap;
  inner.cutLeft(left);
  inner.cutRight(ui.px(ui.narrow ? 40.0f : 54.0f));
  frame.schedule = inner.cutTop(frame.radiationRow + frame.drugRow * static_cast<float>(rows));
  inner.cutTop(ui.px(ui.narrow || ui.app.view.presenter ? 22.0f : kPlotHeadRow));
  inner.cutBottom(ui.px(26));
  frame.curves = inner;
  return frame;
}

}  // namespace abscope
