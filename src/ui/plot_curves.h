#pragma once
// The curves of the time plot: which, how scaled, how drawn, and where their names go.
#include <array>
#include <string_view>

#include "ui/plot_frame.h"

namespace abscope {

inline constexpr int kMostCurves = kImmuneCount + 3;  // two volumes and a subclone

struct Curve {
  const Series* series = nullptr;              // of the present course or the pinned one
  const std::vector<float>* values = nullptr;  // as sampled
  const std::vector<float>* volume = nullptr;  // density: what the cells are divided by
  const Axis* axis = nullptr;
  ImU32 colour = 0;
  std::string_view name;
  CellKind kind = CellKind::count;  // count: the volume of a tumour
  Site site = Site::irradiated;
  bool dashed = false;
  bool heavy = false;
  bool faint = false;  // beside a pinned course, a kind that is not compared
};

struct PlotCurves {
  std::array<Curve, kMostCurves> curves;
  int count = 0;
  std::array<Curve, 3> pinned;  // both volumes and the kind that is compared
  int pinnedCount = 0;          // those with a name are shaded against the present course
  Axis cells, volume;           // curves point at these: not to be copied

  PlotCurves() = default;
  PlotCurves(const PlotCurves&) = delete;
  PlotCurves& operator=(const PlotCurves&) = delete;
};

CellKind kindOf(Immune kind);
void gatherCurves(const Ui& ui, PlotCurves& result);
// Pixels.
float heightOf(const PlotFrame& frame, const Curve& curve, double value);

double curveValue(const Series& series, const Curve& curve, double day);
// Short dashes along a path.
void dashedLine(ImDrawList& list, const ImVec2* points, int count, ImU32 colour, float width,
                float dash);
void drawCurve(const Ui& ui, const PlotFrame& frame, const Curve& curve);

// Names beside the curves where they meet neither another curve nor another name. A curve without a
// free place has no name; the legend still tells it. Faint curves give way to all others.
void drawCurveNames(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves);

}  // namespace abscope
