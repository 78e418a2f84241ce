#include "ui/plot_curves.h"

#include <algorithm>
#include <cmath>

#include "library/text.h"
#include "ui/kind_icon.h"

namespace abscope {
namespace {

constexpr std::array<CellKind, kImmuneCount> kKinds = {
    CellKind::cd8Effector, CellKind::cd8Exhausted, CellKind::cd8Resident,
    CellKind::nk,          CellKind::dendritic,    CellKind::m1Macrophage,
    CellKind::treg,        CellKind::mdsc,         CellKind::m2Macrophage};

double valueOf(const Curve& curve, std::size_t i) {
  const double value = static_cast<double>((*curve.values)[i]);
  return curve.volume ? densityPerMm3(value, static_cast<double>((*curve.volume)[i])) : value;
}

// As far as it may be shown.
bool isZero(const Ui& ui, const std::vector<float>& values) {
  const std::vector<float>& days = ui.app.derived.series.days;
  const auto until = static_cast<float>(shownUntil(ui.app));
  const auto shown = std::upper_bound(days.begin(), days.end(), until) - days.begin();
  return std::all_of(values.begin(), values.begin() + shown,
                     [](float value) { return !(value > 0); });
}

struct Span {
  double low = 1e30, high = 0;

  // Up to the day that may be shown: an axis must not tell the future either.
  void add(const Ui& ui, const Curve& curve) {
    const auto until = static_cast<float>(shownUntil(ui.app));
    const std::vector<float>& days = curve.series->days;
    for (std::size_t i = 0; i < curve.values->size() && days[i] <= until; ++i) {
      const double value = valueOf(curve, i);
      high = std::max(high, value);
      if (value > 0) low = std::min(low, value);
    }
  }
  Axis axis(const Ui& ui) const {
    constexpr int kMostDecades = 4;
    // Room for whatever comes.
    if (futureHidden(ui.app)) {
      return ui.app.view.plotScale == Scale::log ? logAxis(10 * high, low / 10, kMostDecades)
                                                 : linearAxis(4 * high, ui.narrow ? 3 : 4);
    }
    return ui.app.view.plotScale == Scale::log ? logAxis(high, low, kMostDecades)
                                               : linearAxis(high * 1.04, ui.narrow ? 3 : 4);
  }
};

}  // namespace

namespace {

// The pinned course's curves, paler and dashed.
void addPinned(const Ui& ui, PlotCurves& result, Span& cells, Span& volumes) {
  const Series& series = ui.app.derived.pinned->series;
  const View& view = ui.app.view;
  const auto add = [&](const std::vector<float>& values, ImU32 colour, CellKind kind, Site site) {
    Curve& curve = result.pinned[static_cast<std::size_t>(result.pinnedCount++)];
    curve.series = &series;
    curve.values = &values;
    curve.colour = mix(colour, ui.colours.panel, 0.3f);
    curve.kind = kind;
    curve.site = site;
    curve.dashed = true;
    if (kind != CellKind::count || site == view.plotSite) curve.name = tr("compare.pinned");
    return &curve;
  };
  const auto site = static_cast<std::size_t>(view.plotSite);
  const auto k = static_cast<std::size_t>(view.compareKind);
  const auto kind = static_cast<std::size_t>(kKinds[k]);
  if (!view.hidden[kind]) {
    Curve* curve = add(series.cells[site][k], ui.colours.ink[kind], kKinds[k], view.plotSite);
    if (view.plotMeasure == Measure::density) curve->volume = &series.volumeMm3[site];
    curve->axis = &result.cells;
    cells.add(ui, *curve);
  }
  for (std::size_t lane = 0; lane < 2; ++lane) {
    if (view.hidden[static_cast<std::size_t>(CellKind::tumour)]) break;
    Curve* curve = add(series.volumeMm3[lane], ui.colours.volume[lane], CellKind::count,
                       static_cast<Site>(lane));
    curve->axis = &result.volume;
    volumes.add(ui, *curve);
  }
}

}  // namespace

CellKind kindOf(Immune kind) { return kKinds[static_cast<std::size_t>(kind)]; }

void gatherCurves(const Ui& ui, PlotCurves& result) {
  const Series& series = ui.app.derived.series;
  const View& view = ui.app.view;
  const auto site = static_cast<std::size_t>(view.plotSite);
  const bool compares = ui.app.derived.pinned.has_value();
  Span cells, volumes;
  for (std::size_t k = 0; k < kImmuneCount; ++k) {
    const CellKind kind = kKinds[k];
    const auto index = static_cast<std::size_t>(kind);
    if (view.hidden[index]) continue;
    // Memory without a cell would be a line along the axis.
    if (kind == CellKind::cd8Resident && isZero(ui, series.cells[site][k])) continue;
    Curve& curve = result.curves[static_cast<std::size_t>(result.count++)];
    curve.series = &series;
    curve.values = &series.cells[site][k];
    curve.volume = view.plotMeasure == Measure::density ? &series.volumeMm3[site] : nullptr;
    curve.colour = ui.colours.ink[index];
    // Beside a pinned course only the kind that is compared stands out.
    curve.faint = compares && kind != kindOf(view.compareKind);
    if (curve.faint) curve.colour = withAlpha(curve.colour, 0.4f);
    curve.name = kindName(kind);
    curve.kind = kind;
    curve.site = view.plotSite;
    curve.heavy = kind == CellKind::cd8Effector;
    curve.axis = &result.cells;
    cells.add(ui, curve);
  }
  for (std::size_t lane = 0; lane < 2; ++lane) {
    if (view.hidden[static_cast<std::size_t>(CellKind::tumour)]) break;
    Curve& curve = result.curves[static_cast<std::size_t>(result.count++)];
    curve.series = &series;
    curve.values = &series.volumeMm3[lane];
    curve.colour = ui.colours.volume[lane];
    curve.name = tr(lane == 0 ? "plot.irradiatedVolume" : "plot.distantVolume");
    curve.site = static_cast<Site>(lane);
    curve.dashed = lane == 1;
    curve.heavy = true;
    curve.axis = &result.volume;
    volumes.add(ui, curve);
  }
  const auto resistant = static_cast<std::size_t>(CellKind::resistantTumour);
  if (!view.hidden[resistant] && !isZero(ui, series.resistantMm3[site])) {
    Curve& curve = result.curves[static_cast<std::size_t>(result.count++)];
    curve.series = &series;
    curve.values = &series.resistantMm3[site];
    curve.colour = ui.colours.ink[resistant];
    curve.name = kindName(CellKind::resistantTumour);
    curve.kind = CellKind::resistantTumour;
    curve.site = view.plotSite;
    curve.axis = &result.volume;
  }
  if (compares) addPinned(ui, result, cells, volumes);
  result.cells = cells.axis(ui);
  result.volume = volumes.axis(ui);
}

float heightOf(const PlotFrame& frame, const Curve& curve, double value) {
  return frame.curves.bottom() - frame.curves.h * static_cast<float>(curve.axis->fraction(value));
}

double curveValue(const Series& series, const Curve& curve, double day) {
  const double value = static_cast<double>(valueAt(series, *curve.values, day));
  return curve.volume
             ? densityPerMm3(value, static_cast<double>(valueAt(series, *curve.volume, day)))
             : value;
}

void dashedLine(ImDrawList& list, const ImVec2* points, int count, ImU32 colour, float width,
                float dash) {
  float left = dash;
  bool on = true;
  ImVec2 from = points[0];
  list.PathLineTo(from);
  for (int i = 1; i < count;) {
    const ImVec2 to = points[i];
    const float dx = to.x - from.x, dy = to.y - from.y;
    const float length = std::sqrt(dx * dx + dy * dy);
    if (length <= left) {
      left -= length;
      from = to;
      if (on) list.PathLineTo(from);
      ++i;
      continue;
    }
    from = {from.x + dx * left / length, from.y + dy * left / length};
    if (on) {
      list.PathLineTo(from);
      list.PathStroke(colour, 0, width);
    } else {
      list.PathClear();
      list.PathLineTo(from);
    }
    on = !on;
    left = on ? dash : dash * 0.7f;
  }
  if (on) {
    list.PathStroke(colour, 0, width);
  } else {
    list.PathClear();
  }
}

void drawCurve(const Ui& ui, const PlotFrame& frame, const Curve& curve) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Series& series = *curve.series;
  constexpr int kMost = 2048;
  ImVec2 points[kMost];
  int count = 0;
  const double until = shownUntil(ui.app);
  for (std::size_t i = 0; i < series.size() && count < kMost; ++i) {
    if (static_cast<double>(series.days[i]) > until) break;
    const float x = frame.x(static_cast<double>(series.days[i]));
    const float y = heightOf(frame, curve, valueOf(curve, i));
    if (count > 0 && x - points[count - 1].x < 0.6f && std::fabs(y - points[count - 1].y) < 0.6f) {
      continue;
    }
    points[count++] = {x, y};
  }
  if (until < frame.days && count < kMost) {
    points[count++] = {frame.x(until), heightOf(frame, curve, curveValue(series, curve, until))};
  }
  if (count < 2) return;
  const float width = ui.px(curve.heavy ? 2.1f : 1.5f);
  if (curve.dashed) {
    dashedLine(list, points, count, curve.colour, width, ui.px(5));
  } else {
    list.AddPolyline(points, count, curve.colour, 0, width);
  }
}

}  // namespace abscope
