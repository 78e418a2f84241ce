#include "ui/plot_frame.h"

#include <algorithm>

#include "ui/item_names.h"

namespace abscope {

PlotFrame plotFrameFor(const Ui& ui, const Rect& rect) {
  PlotFrame frame;
  frame.days = std::max(1e-3, ui.app.derived.course.days());
  for (const DrugItem& item : ui.app.document.scenario.plan.drugs) {
    const int drug = static_cast<int>(item.drug);
    const bool known = std::find(frame.drugs, frame.drugs + frame.drugCount, drug) !=
                       frame.drugs + frame.drugCount;
    const auto hook = static_cast<std::size_t>(drugInfo(item.drug).hook);
    const bool given = !ui.app.derived.series.occupancy[hook].empty();
    if (!known && given && frame.drugCount < kMostDrugRows) frame.drugs[frame.drugCount++] = drug;
  }
  frame.radiationRow = ui.px(24);
  frame.drugRow = ui.px(frame.drugCount > 3 ? 13.0f : 16.0f);
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
  frame.schedule =
      inner.cutTop(frame.radiationRow + frame.drugRow * static_cast<float>(frame.drugCount));
  inner.cutTop(ui.px(22));
  inner.cutBottom(ui.px(26));
  frame.curves = inner;
  return frame;
}

}  // namespace abscope
