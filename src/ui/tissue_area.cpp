// Both tumours with the node between them.
#include <array>
#include <cmath>
#include <optional>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/beam.h"
#include "ui/panels.h"

namespace abscope {
namespace {

// One of two courses on its panels.
struct Side {
  const Course& course;
  const Series& series;
  const std::array<Rect, kPanelCount>& panels;
  std::string_view name;  // empty where only one is shown
};

double doseUntil(const Course& course, int lane, double day) {
  double sum = 0;
  for (const Event& e : course.events()) {
    if (e.kind == EventKind::fraction && e.day <= day) sum += e.doseGy[lane];
  }
  return sum;
}

// "36 Gy · 41 % of start"
void addDetail(const Ui& ui, const Side& side, int lane, TextSink& out) {
  const auto& volumes = side.series.volumeMm3[static_cast<std::size_t>(lane)];
  const double now = static_cast<double>(valueAt(side.series, volumes, ui.app.view.day));
  const double start = volumes.empty() ? 0 : static_cast<double>(volumes.front());
  TextBuffer<16> dose, percent, volume;
  dose.addNumber(doseUntil(side.course, lane, ui.app.view.day), 3);
  percent.addNumber(start > 0 ? std::round(100 * now / start) : 0, 4);
  volume.addNumber(now, 3);
  const bool brief = ui.narrow || !side.name.empty();
  out.addFilled(tr(brief ? "tissue.detailShort" : "tissue.detail"),
                {{"dose", dose}, {"percent", percent}, {"volume", volume}});
}

// "Irradiated tumour  36 Gy · 41 % of start", or "Irradiated · pinned" where two are compared
void tumourTitle(const Ui& ui, const Side& side, Panel which, Site site) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect& panel = side.panels[static_cast<std::size_t>(which)];
  const bool brief = ui.narrow || !side.name.empty();
  TextBuffer<96> detail, name;
  addDetail(ui, side, static_cast<int>(site), detail);
  name.add(tr(site == Site::irradiated ? (brief ? "tissue.irradiatedShort" : "tissue.irradiated")
                                       : (brief ? "tissue.distantShort" : "tissue.distant")));
  if (!side.name.empty()) name.add(" · ").add(side.name);
  const float x = panel.x + ui.px(ui.narrow ? 8.0f : 14.0f);
  const float y = panel.y + ui.px(ui.narrow ? 14.0f : 18.0f);
  const float room = panel.right() - x - ui.px(6);
  drawFittedText(list, Face::strong, {x, y}, room, ui.colours.text, name);
  const float end = panel.right() - ui.px(8);
  if (!side.name.empty()) {
    immuneTag(ui, {end, y + ui.px(17)}, side.course, site, false);
    return drawFittedText(list, Face::small, {x, y + ui.px(17)}, room, ui.colours.dim, detail);
  }
  if (ui.narrow) {
    drawFittedText(list, Face::small, {x, y + 17}, panel.w - 12, ui.colours.dim, detail);
    immuneTag(ui, {x - 3, y + 54}, side.course, site, true);
    return balanceBar(ui, {x, y + 26, panel.w - 14, 16}, side.course, site);
  }
  const float used = textWidth(Face::strong, name) + ui.px(8);
  drawFittedText(list, Face::body, {x + used, y}, room - used, ui.colours.dim, detail);
  immuneTag(ui, {end, y + ui.px(19)}, side.course, site, false);
  balanceBar(ui, {x, y + ui.px(10), panel.w - ui.px(120), ui.px(18)}, side.course, site);
}

// "8 Gy" over the tumour as long as the light of the fraction is.
void fractionDose(const Ui& ui, const Side& side, Panel which, Site site, float title) {
  const Rect& panel = side.panels[static_cast<std::size_t>(which)];
  const BeamLight light = beamLight(ui.app.view, side.course, site);
  if (light.share < 0.02 || panel.w <= 0) return;
  TextBuffer<16> dose;
  dose.addNumber(light.doseGy, 3).add("\u00a0").add(tr("unit.gray"));
  const auto seen = static_cast<float>(std::min(1.0, 2 * light.share));
  drawText(*ImGui::GetWindowDrawList(), Face::title,
           {panel.middle().x, panel.y + title + ui.px(site == Site::distant ? 30.0f : 12.0f)},
           withAlpha(ui.colours.radiationText, seen), dose, Align::middle);
}

void beams(const Ui& ui, const Side& side) {
  beam(ui, side.panels[static_cast<std::size_t>(Panel::irradiated)], side.course, Site::irradiated);
  beam(ui, side.panels[static_cast<std::size_t>(Panel::distant)], side.course, Site::distant);
}

// Where nothing is pinned, on a wide screen; else they are above the tissue or with the legend.
bool hasPanelTools(const Ui& ui) {
  return !ui.narrow && !ui.app.view.presenter && !ui.app.document.pinned;
}

void titles(const Ui& ui, const Side& side, float title) {
  fractionDose(ui, side, Panel::irradiated, Site::irradiated, title);
  fractionDose(ui, side, Panel::distant, Site::distant, title);
  for (const Site site : {Site::irradiated, Site::distant}) {
    const Panel which = site == Site::distant ? Panel::distant : Panel::irradiated;
    const Rect& panel = side.panels[static_cast<std::size_t>(which)];
    // The vessel runs along the lower edge of the irradiated tumour's panel.
    const float above = site == Site::irradiated ? 0.13f * panel.h
                        : hasPanelTools(ui)      ? panelToolsHeight(ui)
                                                 : ui.px(8);
    hazeScale(ui, panel, side.course, site, above);
  }
  tumourTitle(ui, side, Panel::irradiated, Site::irradiated);
  tumourTitle(ui, side, Panel::distant, Site::distant);
}

}  // namespace

void tissueArea(const Ui& ui, const Layout& layout, TissueView& tissue) {
  if (ui.app.view.stage == Stage::map) return mechanismMap(ui, mapRect(layout));
  if (ui.app.view.stage == Stage::sweep) return sweepView(ui, layout);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Derived& derived = ui.app.derived;
  const PinnedCourse* pinned = layout.compares && derived.pinned ? &*derived.pinned : nullptr;
  const Side present{derived.course, derived.series, layout.panels,
                     pinned ? tr("compare.present") : std::string_view()};
  const std::optional<Side> other =
      pinned ? std::optional<Side>(
                   {pinned->course, pinned->series, layout.pinnedPanels, tr("compare.pinned")})
             : std::nullopt;
  for (const Rect& panel : layout.panels) {
    if (panel.w > 0) drawPanel(list, ui, panel);
  }
  if (other) {
    for (const Rect& panel : layout.pinnedPanels) {
      if (panel.w > 0) drawPanel(list, ui, panel);
    }
  }
  const float title = ui.px(ui.narrow && !other ? 78.0f : 46.0f);
  tissue.update(ui.app, layout.panels, other ? &layout.pinnedPanels : nullptr, title);
  tissue.drawBehind(list, ui.app, ui.colours);
  beams(ui, present);
  if (other) beams(ui, *other);
  tissue.drawCells(list);
  tissue.drawLit(list, ui.app, ui.colours.text);
  tissue.drawTrail(list, ui.app, ui.colours.text);
  titles(ui, present, title);
  if (other) titles(ui, *other, title);
  const Rect node = layout.panels[static_cast<std::size_t>(Panel::node)];
  if (node.w > 0) {
    drawFittedText(
        list, Face::strong,
        {node.x + ui.px(ui.narrow ? 6.0f : 12.0f), node.y + ui.px(ui.narrow ? 14.0f : 18.0f)},
        node.w - ui.px(8), ui.colours.text, tr("tissue.node"));
  }
  if (hasPanelTools(ui)) panelTools(ui, layout.panels[static_cast<std::size_t>(Panel::distant)]);
  tissueHand(ui, tissue);
  cellCard(ui, layout, tissue);
}

}  // namespace abscope
