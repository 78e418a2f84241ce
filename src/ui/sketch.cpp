// A curve that is drawn before it is seen: points on the plot that the pointer moves, and the line
// through them, which stays beside the course.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/panels.h"
#include "ui/plot_curves.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

const LessonSketch* sketchOf(const AppState& app) {
  if (!app.lesson.open() || app.lesson.finished) return nullptr;
  const LessonSketch& sketch = lessonStep(app).sketch;
  return sketch.points.empty() ? nullptr : &sketch;
}

const Curve* curveOf(const PlotCurves& curves, const LessonSketch& sketch) {
  const Site site =
      sketch.curve == SketchCurve::irradiatedVolume ? Site::irradiated : Site::distant;
  for (int i = 0; i < curves.count; ++i) {
    const Curve& curve = curves.curves[static_cast<std::size_t>(i)];
    if (curve.kind == CellKind::count && curve.site == site) return &curve;
  }
  return nullptr;
}

double startOf(const Ui& ui, const Curve& curve) {
  return curveValue(ui.app.derived.series, curve, ui.app.presenter.now()->day);
}

// The value at a height, since an axis only goes the other way.
double valueAtHeight(const PlotFrame& frame, const Axis& axis, float y) {
  const double share =
      std::clamp(static_cast<double>((frame.curves.bottom() - y) / frame.curves.h), 0.0, 1.0);
  double low = 1e-6, high = 1e7;
  for (int i = 0; i < 60; ++i) {
    const double middle = std::sqrt(low * high);
    (axis.fraction(middle) < share ? low : high) = middle;
  }
  return std::sqrt(low * high);
}

int nearest(const PlotFrame& frame, const LessonSketch& sketch, float x) {
  int best = 0;
  for (std::size_t i = 1; i < sketch.points.size(); ++i) {
    const auto away = [&](std::size_t k) { return std::fabs(frame.x(sketch.points[k]) - x); };
    if (away(i) < away(static_cast<std::size_t>(best))) best = static_cast<int>(i);
  }
  return best;
}

}  // namespace

bool sketchControls(const Ui& ui, const Rect& rect) {
  const LessonSketch* sketch = sketchOf(ui.app);
  if (!sketch || lessonPhase(ui.app) != LessonPhase::ask || rect.h <= ui.px(60)) return false;
  const PlotFrame frame = plotFrameFor(ui, rect);
  PlotCurves curves;
  gatherCurves(ui, curves);
  const Curve* curve = curveOf(curves, *sketch);
  if (!curve || ui.app.view.overlay != Overlay::none) return false;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool over = frame.curves.contains(mouse) && ImGui::IsWindowHovered();
  if (!over) return false;
  ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);
  if (!ImGui::IsMouseDown(0)) return true;
  const int point = nearest(frame, *sketch, mouse.x);
  const auto id = static_cast<ControlId>(static_cast<int>(ControlId::sketch1) + point);
  const double percent = snapped(
      controlInfo(id), 100 * valueAtHeight(frame, *curve->axis, mouse.y) / startOf(ui, *curve));
  if (percent != controlValue(ui.app, id)) ui.out.push_back(SetControl{id, percent});
  return true;
}

void drawSketch(const Ui& ui, const Rect& rect) {
  const LessonSketch* sketch = sketchOf(ui.app);
  if (!sketch || rect.h <= ui.px(60)) return;
  const PlotFrame frame = plotFrameFor(ui, rect);
  PlotCurves curves;
  gatherCurves(ui, curves);
  const Curve* curve = curveOf(curves, *sketch);
  if (!curve) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const BeatAnswer& answer = lessonAnswer(ui.app);
  const double day = ui.app.presenter.now()->day, start = startOf(ui, *curve);
  std::array<ImVec2, kMostSketchPoints + 1> points;
  points[0] = {frame.x(day), heightOf(frame, *curve, start)};
  const std::size_t count = std::min(sketch->points.size(), kMostSketchPoints);
  for (std::size_t i = 0; i < count; ++i) {
    const float y = heightOf(frame, *curve, start * answer.sketch[i] / 100);
    points[i + 1] = {frame.x(sketch->points[i]),
                     std::clamp(y, frame.curves.y, frame.curves.bottom())};
  }
  const bool asked = lessonPhase(ui.app) == LessonPhase::ask;
  dashedLine(list, points.data(), static_cast<int>(count) + 1, ui.colours.radiationText,
             ui.px(2.4f), ui.px(6));
  for (std::size_t i = 1; i <= count; ++i) {
    list.AddCircleFilled(points[i], ui.px(asked ? 6.0f : 4.0f), ui.colours.radiationText);
    list.AddCircle(points[i], ui.px(asked ? 6.0f : 4.0f), ui.colours.panel, 0, ui.px(1.5f));
  }
}

}  // namespace abscope
