#pragma once
// What the plan comes to: dose of each tumour, and what the immune system makes of it.
#include "ui/draw.h"

namespace abscope {

// Total, BED and EQD2 of each tumour, with alpha/beta 10, 3 and its own; warnings; the outcome.
void planTotals(const Ui& ui, Rect& rect);

// Best change of both tumours and the highest CD8:Treg, on two lines.
void outcomeLines(const Ui& ui, Rect& rect);

// All of it on one line, with alpha/beta 10.
void totalsLine(const Ui& ui, const Rect& rect);

// What the last preset changed, while that is still what is seen.
void presetNote(const Ui& ui, Rect& rect);

}  // namespace abscope
