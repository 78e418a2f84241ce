// Both tumours with the node between them.
#include <cmath>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/panels.h"

namespace abscope {
namespace {

double doseUntil(const AppState& app, int lane, double day) {
  double sum = 0;
  for (const Event& e : app.derived.course.events()) {
    if (e.kind == EventKind::fraction && e.day <= day) sum += e.doseGy[lane];
  }
  return sum;
}

// "Irradiated tumour  36 Gy · 41 % of start"
void tumourTitle(const Ui& ui, const Rect& panel, Site site) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const int lane = static_cast<int>(site);
  const Series& series = ui.app.derived.series;
  const auto& volumes = series.volumeMm3[static_cast<std::size_t>(lane)];
  const double now = static_cast<double>(valueAt(series, volumes, ui.app.view.day));
  const double start = volumes.empty() ? 0 : static_cast<double>(volumes.front());
  TextBuffer<16> dose, percent, volume;
  dose.addNumber(doseUntil(ui.app, lane, ui.app.view.day), 3);
  percent.addNumber(start > 0 ? std::round(100 * now / start) : 0, 4);
  volume.addNumber(now, 3);
  TextBuffer<96> detail;
  detail.addFilled(tr(ui.narrow ? "tissue.detailShort" : "tissue.detail"),
                   {{"dose", dose}, {"percent", percent}, {"volume", volume}});
  const std::string_view name =
      tr(site == Site::irradiated ? (ui.narrow ? "tissue.irradiatedShort" : "tissue.irradiated")
                                  : (ui.narrow ? "tissue.distantShort" : "tissue.distant"));
  const float x = panel.x + ui.px(ui.narrow ? 8.0f : 14.0f);
  const float y = panel.y + ui.px(ui.narrow ? 14.0f : 18.0f);
  drawText(list, Face::strong, {x, y}, ui.colours.text, name);
  if (ui.narrow) {
    drawFittedText(list, Face::small, {x, y + 17}, panel.w - 12, ui.colours.dim, detail);
    return balanceBar(ui, {x, y + 26, panel.w - 14, 16}, site);
  }
  const float used = textWidth(Face::strong, name) + ui.px(8);
  drawFittedText(list, Face::body, {x + used, y}, panel.right() - x - used - ui.px(8),
                 ui.colours.dim, detail);
  balanceBar(ui, {x, y + ui.px(10), panel.w - ui.px(28), ui.px(18)}, site);
}

}  // namespace

void tissueArea(const Ui& ui, const Layout& layout, TissueView& tissue) {
  if (ui.app.view.stage == Stage::map) return mechanismMap(ui, mapRect(layout));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const Rect& panel : layout.panels) drawPanel(list, ui, panel);
  tissue.update(ui.app, layout.panels, ui.px(ui.narrow ? 58.0f : 46.0f));
  tissue.drawBehind(list, ui.app, ui.colours);
  const auto panel = [&](Panel p) { return layout.panels[static_cast<std::size_t>(p)]; };
  beam(ui, panel(Panel::irradiated), Site::irradiated);
  beam(ui, panel(Panel::distant), Site::distant);
  tissue.drawCells(list);
  tumourTitle(ui, panel(Panel::irradiated), Site::irradiated);
  tumourTitle(ui, panel(Panel::distant), Site::distant);
  const Rect node = panel(Panel::node);
  drawFittedText(
      list, Face::strong,
      {node.x + ui.px(ui.narrow ? 6.0f : 12.0f), node.y + ui.px(ui.narrow ? 14.0f : 18.0f)},
      node.w - ui.px(8), ui.colours.text, tr("tissue.node"));
  cellCard(ui, layout, tissue);
}

}  // namespace abscope
