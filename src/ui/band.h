#pragma once
// The row above the curves: the band of the ensemble, its switch and words, and what the axes
// count.
#include "ui/plot_curves.h"

namespace abscope {

class TextSink;

// Returns where the switch is; on a phone and in the lecture hall it is elsewhere.
Rect bandControl(const Ui& ui, const PlotFrame& frame, const Rect& plot);
void drawBands(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves);
void drawBandWords(const Ui& ui, const PlotFrame& frame, const Rect& plot);

// "10⁶ cells, distant tumour": above the axis; the switch stands behind it.
void addAxisTitle(const Ui& ui, TextSink& out);
// The middle of the row above the curves.
float axisTitleY(const Ui& ui, const PlotFrame& frame);

}  // namespace abscope
