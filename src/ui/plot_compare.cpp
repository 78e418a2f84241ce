#include "ui/plot_compare.h"

#include <algorithm>
#include <cmath>

namespace abscope {
namespace {

constexpr float kColumn = 3;  // px, of the shade

// Whether more of it is better for the host.
bool helps(const Curve& curve) {
  switch (curve.kind) {
    case CellKind::treg:
    case CellKind::mdsc:
    case CellKind::m2Macrophage:
    case CellKind::cd8Exhausted:
    case CellKind::count:  // a tumour's volume
      return false;
    default:
      return true;
  }
}

// The difference, cool where the present course does better and warm where it does worse.
void shade(const Ui& ui, const PlotFrame& frame, const Curve& present, const Curve& pinned) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const double last = std::min(frame.days, static_cast<double>(pinned.series->days.back()));
  const float right = frame.x(last);
  const float step = ui.px(kColumn);
  const auto heights = [&](float x, float& a, float& b) {
    const double day = frame.day(x);
    a = heightOf(frame, present, curveValue(*present.series, present, day));
    b = heightOf(frame, pinned, curveValue(*pinned.series, pinned, day));
  };
  float x = frame.curves.x, a = 0, b = 0;
  heights(x, a, b);
  // Soft edges would show as stripes where the pieces meet.
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
  while (x < right) {
    const float next = std::min(right, x + step);
    float nextA = 0, nextB = 0;
    heights(next, nextA, nextB);
    if (std::fabs(a - b) + std::fabs(nextA - nextB) > 1) {
      const bool more = a + nextA < b + nextB;  // y runs down
      const ImU32 tone = more == helps(present) ? ui.colours.activating : ui.colours.suppressing;
      list.AddQuadFilled({x, a}, {next, nextA}, {next, nextB}, {x, b}, withAlpha(tone, 0.16f));
    }
    x = next, a = nextA, b = nextB;
  }
  list.Flags = flags;
}

const Curve* presentOf(const PlotCurves& curves, const Curve& pinned) {
  for (int i = 0; i < curves.count; ++i) {
    const Curve& curve = curves.curves[static_cast<std::size_t>(i)];
    if (curve.kind == pinned.kind && curve.site == pinned.site) return &curve;
  }
  return nullptr;
}

}  // namespace

void drawGhosts(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves) {
  const auto tumour = static_cast<std::size_t>(CellKind::tumour);
  if (!ui.app.view.ghosts || ui.app.view.hidden[tumour]) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect& r = frame.curves;
  constexpr int kMost = 1024;
  ImVec2 points[kMost];
  const Ghosts& ghosts = ui.app.ghosts;
  for (std::size_t g = ghosts.count(); g-- > 0;) {
    const Ghost& ghost = ghosts[g];
    const float alpha = 0.42f - 0.06f * static_cast<float>(g);  // the older the paler
    for (std::size_t lane = 0; lane < 2; ++lane) {
      int count = 0;
      for (std::size_t i = 0; i < ghost.days.size() && count < kMost; ++i) {
        const double value = static_cast<double>(ghost.volumeMm3[lane][i]);
        points[count++] = {frame.x(static_cast<double>(ghost.days[i])),
                           r.bottom() - r.h * static_cast<float>(curves.volume.fraction(value))};
      }
      list.AddPolyline(points, count, withAlpha(ui.colours.volume[lane], alpha), 0, ui.px(1));
    }
  }
}

void drawPinned(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves) {
  for (int i = 0; i < curves.pinnedCount; ++i) {
    const Curve& pinned = curves.pinned[static_cast<std::size_t>(i)];
    if (pinned.series->days.empty()) continue;
    const Curve* present = presentOf(curves, pinned);
    if (present && !pinned.name.empty()) shade(ui, frame, *present, pinned);
    drawCurve(ui, frame, pinned);
  }
}

}  // namespace abscope
