#pragma once
// What the plan comes to: dose of each tumour, and what the immune system makes of it.
#include "ui/draw.h"

namespace abscope {

class TextSink;

// Total, BED and EQD2 of each tumour, with alpha/beta 10, 3 and its own; warnings; the outcome.
// Where no tumour got anything, those of the selected series as planned.
void planTotals(const Ui& ui, Rect& rect, const RadiationItem& selected);

// Best change of both tumours and the highest CD8:Treg, on two lines.
void outcomeLines(const Ui& ui, Rect& rect);

// The same in words: the doses with alpha/beta 10 (true: with a warning), and the outcome.
bool addDoses(const Ui& ui, TextSink& out);
void addOutcome(const Ui& ui, TextSink& out);

// What the last preset changed, while that is still what is seen.
void presetNote(const Ui& ui, Rect& rect);

}  // namespace abscope
