// The course over time: fractions, drugs, immune cells of one tumour and the volumes of both.
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/band.h"
#include "ui/future_veil.h"
#include "ui/kind_icon.h"
#include "ui/panels.h"
#include "ui/pin_controls.h"
#include "ui/plot_compare.h"
#include "ui/plot_curves.h"
#include "ui/schedule_rows.h"
#include "ui/timeline_edit.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

void axes(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& c = ui.colours;
  const Rect& r = frame.curves;
  TextBuffer<24> text;
  const auto label = [&](double value, float y, bool left, int decimals) {
    if (left) list.AddLine({r.x, y}, {r.right(), y}, c.grid);
    text.clear();
    if (decimals >= 0) {
      text.addFixed(value, decimals);
    } else {
      text.addNumber(value, 3);
    }
    drawText(list, Face::small, {left ? r.x - ui.px(7) : r.right() + ui.px(7), y}, c.dim, text,
             left ? Align::right : Align::left);
  };
  const auto vertical = [&](const Axis& axis, bool left) {
    if (axis.log) {
      const int decades = static_cast<int>(std::lround(std::log10(axis.high / axis.low)));
      const int skip = r.h / static_cast<float>(decades) < ui.px(15) ? 2 : 1;
      for (int i = 0; i <= decades; i += skip) {
        label(axis.low * std::pow(10, i),
              r.bottom() - r.h * static_cast<float>(i) / static_cast<float>(decades), left, -1);
      }
      return;
    }
    const int count = static_cast<int>(std::lround(axis.high / axis.ticks.step));
    for (int i = 0; i <= count; ++i) {
      const double value = i * axis.ticks.step;
      label(value, r.bottom() - r.h * static_cast<float>(value / axis.high), left,
            axis.ticks.decimals);
    }
  };
  const double step = dayStep(frame.days, ui.narrow ? 6 : 12);
  for (double day = 0; day <= frame.days + 1e-9; day += step) {
    const float x = frame.x(day);
    list.AddLine({x, r.y}, {x, r.bottom()}, c.grid);
    text.clear();
    text.addFixed(day, 0);
    drawText(list, Face::small, {x, r.bottom() + ui.px(12)}, c.dim, text, Align::middle);
  }
  vertical(curves.cells, true);
  vertical(curves.volume, false);
  list.AddLine({r.x, r.bottom()}, {r.right(), r.bottom()}, c.axis);
  drawText(list, Face::small, {r.right() + ui.px(12), r.bottom() + ui.px(12)}, c.dim,
           tr("plot.days"));
}

// What the axes count, above them.
void axisTitles(const Ui& ui, const PlotFrame& frame, const Rect& plot) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float y = axisTitleY(ui, frame);
  TextBuffer<64> text;
  addAxisTitle(ui, text);
  drawText(list, Face::small, {plot.x + ui.px(ui.narrow ? 8.0f : 14.0f), y}, ui.colours.dim, text);
  drawText(list, Face::small, {plot.right() - ui.px(6), y}, ui.colours.dim, tr("plot.unit.volume"),
           Align::right);
}

// The word for a finding, or an empty one for an event that is none.
std::string_view findingKey(const Event& event) {
  switch (event.kind) {
    case EventKind::cure:
      return event.site == Site::irradiated ? "event.cureIrradiated" : "event.cureDistant";
    case EventKind::progression:
      return "event.progression";
    case EventKind::response:
      return "event.response";
    default:
      return {};
  }
}

// Words in two rows, so that two findings of one week both keep theirs; marks above them.
void findings(const Ui& ui, const PlotFrame& frame) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::vector<Event>& events = ui.app.derived.course.events();
  const Rect& r = frame.curves;
  std::array<float, 2> free = {-1e9f, -1e9f};  // where a row's next word may begin
  for (const Event& e : events) {
    const std::string_view key = findingKey(e);
    if (key.empty() || e.day > shownUntil(ui.app)) continue;
    const float x = frame.x(e.day);
    const std::string_view text = tr(key);
    const float width = textWidth(Face::small, text);
    float left = x + ui.px(6);
    if (left + width > r.right()) left = x - width - ui.px(6);
    for (std::size_t row = 0; row < free.size(); ++row) {
      if (left < free[row]) continue;
      const float y = r.bottom() - ui.px(9 + 15 * static_cast<float>(row)), half = ui.px(7);
      list.AddRectFilled({left - ui.px(2), y - half}, {left + width + ui.px(2), y + half},
                         withAlpha(ui.colours.panel, 0.8f), ui.px(3));
      drawText(list, Face::small, {left, y}, ui.colours.text, text);
      free[row] = left + width + ui.px(8);
      break;
    }
  }
  for (const Event& e : events) {
    if (findingKey(e).empty() || e.day > shownUntil(ui.app)) continue;
    const float x = frame.x(e.day);
    const float d = ui.px(4);
    list.AddTriangleFilled({x - d, r.bottom() + d}, {x, r.bottom() - d}, {x + d, r.bottom() + d},
                           ui.colours.text);
  }
}

void cursor(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = frame.x(ui.app.view.day);
  const float top = frame.schedule.y + ui.px(2);
  list.AddLine({x, top}, {x, frame.curves.bottom()}, ui.colours.text, ui.px(1.5f));
  list.AddCircleFilled({x, top}, ui.px(5), ui.colours.text);
  for (int i = 0; i < curves.count; ++i) {
    const Curve& curve = curves.curves[static_cast<std::size_t>(i)];
    const double value = curveValue(ui.app.derived.series, curve, ui.app.view.day);
    const float y = heightOf(frame, curve, value);
    if (y > frame.curves.bottom() + 1) continue;
    list.AddCircleFilled({x, y}, ui.px(3.2f), curve.colour);
    list.AddCircle({x, y}, ui.px(3.2f), ui.colours.panel);
  }
}

// The values of one day, beside the pointer.
void card(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves, double day) {
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const float line = ui.px(17), pad = ui.px(9);
  const float width = ui.px(196);
  const float height = line * static_cast<float>(curves.count + 1) + 2 * pad;
  const float x = frame.x(day);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float left = x + ui.px(14) + width < frame.curves.right() + ui.px(40)
                         ? x + ui.px(14)
                         : x - ui.px(14) - width;
  const Rect rect{
      std::max(ui.px(4), left),
      std::clamp(frame.curves.y, ui.px(4), std::max(ui.px(4), screen.y - height - ui.px(6))), width,
      height};
  list.AddLine({x, frame.schedule.y}, {x, frame.curves.bottom()},
               withAlpha(ui.colours.text, 0.35f));
  list.AddRectFilled(rect.min(), rect.max(), withAlpha(ui.colours.panel, 0.95f), ui.px(8));
  list.AddRect(rect.min(), rect.max(), ui.colours.border, ui.px(8));
  Rect rows = rect.inset(pad);
  TextBuffer<16> number;
  TextBuffer<48> text;
  number.addFixed(day, 1);
  const Rect head = rows.cutTop(line);
  drawText(list, Face::strong, {head.x, head.middle().y}, ui.colours.text,
           text.addFilled(tr("transport.day"), {{"day", number}}));
  const bool density = ui.app.view.plotMeasure == Measure::density;
  const std::string_view unit = tr(density ? "plot.unit.densityShort" : "plot.unit.countShort");
  for (int i = 0; i < curves.count; ++i) {
    const Curve& curve = curves.curves[static_cast<std::size_t>(i)];
    const Rect row = rows.cutTop(line);
    const float y = row.middle().y;
    if (curve.kind == CellKind::count) {
      list.AddLine({row.x, y}, {row.x + ui.px(11), y}, curve.colour, ui.px(2));
    } else {
      drawKindIcon(list, ui.colours, curve.kind, {row.x + ui.px(6), y}, ui.px(5.5f));
    }
    text.clear();
    text.addNumber(curveValue(ui.app.derived.series, curve, day), 3).add("\u00a0");
    text.add(curve.axis == &curves.volume ? tr("unit.mm3") : unit);
    const float valueWidth = textWidth(Face::small, text);
    drawFittedText(list, Face::small, {row.x + ui.px(17), y}, row.w - valueWidth - ui.px(22),
                   ui.colours.text, curve.name);
    drawText(list, Face::small, {row.right(), y}, ui.colours.text, text, Align::right);
  }
}

Rect touchArea(const Ui& ui, const PlotFrame& frame) {
  const float edge = ui.px(6);
  return {frame.curves.x - edge, frame.schedule.y, frame.curves.w + 2 * edge,
          frame.curves.bottom() + ui.px(22) - frame.schedule.y};
}

// The curve at this point; -1: none is near.
int curveUnder(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves, ImVec2 point) {
  if (!frame.curves.contains(point)) return -1;
  const double day = std::clamp(frame.day(point.x), 0.0, frame.days);
  int found = -1;
  float best = ui.px(ui.narrow ? 16.0f : 9.0f);
  for (int i = 0; i < curves.count; ++i) {
    const Curve& curve = curves.curves[static_cast<std::size_t>(i)];
    const float y = heightOf(frame, curve, curveValue(ui.app.derived.series, curve, day));
    const float away = std::fabs(y - point.y);
    if (away >= best) continue;
    best = away;
    found = i;
  }
  return found;
}

// A volume is asked about by its cells that can divide.
int askedBy(const Curve& curve) {
  const CellKind kind = curve.kind == CellKind::count ? CellKind::tumour : curve.kind;
  return 2 * static_cast<int>(kind) + static_cast<int>(curve.site);
}

// The stretch of the curve that the answer is about.
void asked(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves) {
  const Explanation& why = ui.app.why;
  if (!why.asked) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (int i = 0; i < curves.count; ++i) {
    const Curve& curve = curves.curves[static_cast<std::size_t>(i)];
    if (askedBy(curve) != ui.app.view.whyCurve) continue;
    constexpr int kPoints = 13;
    ImVec2 points[kPoints];
    for (int k = 0; k < kPoints; ++k) {
      const double day =
          why.fromDay + (why.toDay - why.fromDay) * static_cast<double>(k) / (kPoints - 1);
      const double value = curveValue(ui.app.derived.series, curve, day);
      points[k] = {frame.x(day), std::min(heightOf(frame, curve, value), frame.curves.bottom())};
    }
    list.AddPolyline(points, kPoints, withAlpha(curve.colour, 0.45f), 0, ui.px(9));
    return;
  }
}

}  // namespace

void plotControls(const Ui& ui, const Rect& rect) {
  if (rect.h <= ui.px(60)) return;
  const PlotFrame frame = plotFrameFor(ui, rect);
  const Rect band = bandControl(ui, frame, rect);  // first: it lies on what can be dragged
  pinControls(ui, frame, rect, band.right() + ui.px(8));
  timelineControls(ui, rect, frame);
  if (sketchControls(ui, rect)) return;
  dayControl(ui, touchArea(ui, frame), frame.curves.x, frame.curves.w);
  const bool pressed = ImGui::IsItemActivated() && ImGui::IsMouseClicked(0);
  if (!pressed) return;
  PlotCurves curves;
  gatherCurves(ui, curves);
  const int meant = curveUnder(ui, frame, curves, ImGui::GetIO().MousePos);
  const int curve = meant < 0 ? -1 : askedBy(curves.curves[static_cast<std::size_t>(meant)]);
  if (meant >= 0 || ui.app.view.whyCurve >= 0) {
    ui.out.push_back(SetControl{ControlId::whyCurve, static_cast<double>(curve + 1)});
  }
}

void timelineBarOf(const Ui& ui, const Rect& rect) {
  if (rect.h > ui.px(60)) timelineBar(ui, rect, plotFrameFor(ui, rect));
}

void timePlot(const Ui& ui, const Rect& rect) {
  if (rect.h <= ui.px(60)) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const PlotFrame frame = plotFrameFor(ui, rect);
  PlotCurves curves;
  gatherCurves(ui, curves);
  axes(ui, frame, curves);
  axisTitles(ui, frame, rect);
  list.PushClipRect(
      {frame.curves.x, frame.curves.y - ui.px(4)},
      {std::min(frame.curves.right(), frame.x(shownUntil(ui.app))) + 1, frame.curves.bottom() + 1},
      true);
  drawGhosts(ui, frame, curves);
  drawPinned(ui, frame, curves);
  drawBands(ui, frame, curves);
  for (int i = 0; i < curves.count; ++i) {
    drawCurve(ui, frame, curves.curves[static_cast<std::size_t>(i)]);
  }
  list.PopClipRect();
  asked(ui, frame, curves);
  futureVeil(ui, frame);
  drawCurveNames(ui, frame, curves);
  drawBandWords(ui, frame, rect);
  findings(ui, frame);
  scheduleRows(ui, frame);
  cursor(ui, frame, curves);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool free = ui.app.view.overlay == Overlay::none && ImGui::IsWindowHovered();
  TimelineBoxes boxes;
  gatherBoxes(ui, frame, boxes);
  const bool onItem = timelineHeld(frame) || boxAt(boxes, mouse) != nullptr;
  if (free && !onItem && touchArea(ui, frame).contains(mouse)) {
    const double day = std::clamp(frame.day(mouse.x), 0.0, shownUntil(ui.app));
    card(ui, frame, curves, ImGui::IsMouseDown(0) ? ui.app.view.day : day);
  }
}

}  // namespace abscope
