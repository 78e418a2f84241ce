#include "ui/band.h"

#include <algorithm>

#include "app/control_words.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/pin_controls.h"
#include "ui/widgets.h"

namespace abscope {

float axisTitleY(const Ui& ui, const PlotFrame& frame) { return frame.curves.y - ui.px(14); }

namespace {

Preset presetOf(const Ui& ui) { return ui.app.document.scenario.patient.preset; }

// Of this course, and of all sets: half a band would look like a narrow one.
bool isThere(const Ui& ui) {
  const EnsembleBand& band = ui.app.background.band;
  return ui.app.view.ensembleBand && band.version == ui.app.derived.version &&
         isComplete(band, presetOf(ui));
}

// Null for a curve that has none: a resistant subclone.
const BandRange* rangeOf(const Ui& ui, const Curve& curve) {
  const EnsembleBand& band = ui.app.background.band;
  const auto site = static_cast<std::size_t>(curve.site);
  if (curve.kind == CellKind::count) return &band.volumeMm3[site];
  for (std::size_t k = 0; k < kImmuneCount; ++k) {
    if (kindOf(static_cast<Immune>(k)) != curve.kind) continue;
    return curve.volume ? &band.density[site][k] : &band.cells[site][k];
  }
  return nullptr;
}

Rect switchRect(const Ui& ui, const PlotFrame& frame, const Rect& plot) {
  TextBuffer<64> title;
  addAxisTitle(ui, title);
  const float left = plot.x + ui.px(ui.narrow ? 12.0f : 34.0f) + textWidth(Face::small, title);
  const float tall = ui.px(20);
  // On a phone the switch is among the choices above the plot.
  const bool elsewhere = ui.narrow || ui.app.view.presenter;
  const float width =
      elsewhere ? 0 : textWidth(Face::body, labelOf(ControlId::ensembleBand)) + ui.px(26);
  return {left, axisTitleY(ui, frame) - tall / 2, width, tall};
}

}  // namespace

void addAxisTitle(const Ui& ui, TextSink& out) {
  const bool density = ui.app.view.plotMeasure == Measure::density;
  const bool irradiated = ui.app.view.plotSite == Site::irradiated;
  out.addFilled(tr("plot.axis"), {{"unit", tr(density ? "plot.unit.density" : "plot.unit.count")},
                                  {"site", tr(irradiated ? "site.irradiated" : "site.distant")}});
}

Rect bandControl(const Ui& ui, const PlotFrame& frame, const Rect& plot) {
  const Rect rect = switchRect(ui, frame, plot);
  if (rect.w > 0) toggle(ui, ControlId::ensembleBand, rect);
  return rect;
}

void drawBands(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves) {
  if (!isThere(ui)) return;
  const std::vector<float>& days = ui.app.background.band.days;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto& shown = curves.curves;
  // Smooth edges would show every seam between two slices.
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
  for (int k = 0; k < curves.count; ++k) {
    const Curve& curve = shown[static_cast<std::size_t>(k)];
    const BandRange* range = rangeOf(ui, curve);
    if (range == nullptr) continue;
    const ImU32 colour = withAlpha(curve.colour, curve.heavy ? 0.2f : 0.07f);
    const auto at = [&](std::size_t i, const std::vector<float>& values) {
      return ImVec2{frame.x(static_cast<double>(days[i])),
                    heightOf(frame, curve, static_cast<double>(values[i]))};
    };
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
      list.AddQuadFilled(at(i, range->high), at(i + 1, range->high), at(i + 1, range->low),
                         at(i, range->low), colour);
    }
  }
  list.Flags = flags;
}

void drawBandWords(const Ui& ui, const PlotFrame& frame, const Rect& plot) {
  if (!ui.app.view.ensembleBand) return;
  const Rect rect = switchRect(ui, frame, plot);
  const float left = rect.right() + ui.px(6);
  const float right = pinControlsLeft(ui, frame, plot) - ui.px(6);
  const Ensemble* ensemble = bandEnsemble(presetOf(ui));
  TextBuffer<160> text;
  const auto write = [&](bool whole) {
    text.clear();
    if (ensemble == nullptr) {
      text.add(tr(whole ? "plot.bandNone" : "plot.bandNoneShort"));
      return;
    }
    TextBuffer<8> n;
    n.addInteger(static_cast<long long>(ensemble->sets.size()));
    text.addFilled(tr(whole ? "plot.band" : "plot.bandShort"), {{"n", n}});
  };
  write(true);
  if (textWidth(Face::small, text) > right - left) write(false);
  drawFittedText(*ImGui::GetWindowDrawList(), Face::small, {left, rect.middle().y}, right - left,
                 ensemble == nullptr ? ui.colours.warning : ui.colours.dim, text);
}

}  // namespace abscope
