#pragma once
// The band of the ensemble behind the curves, its switch and its words.
#include "ui/plot_curves.h"

namespace abscope {

class TextSink;

void bandControl(const Ui& ui, const PlotFrame& frame, const Rect& plot);
void drawBands(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves);
void drawBandWords(const Ui& ui, const PlotFrame& frame, const Rect& plot);

// "10⁶ cells, distant tumour": above the axis; the switch stands behind it.
void addAxisTitle(const Ui& ui, TextSink& out);

}  // namespace abscope
