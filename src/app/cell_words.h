#pragma once
// The life of a cell in words: what it is, when and by which flux it came, which fraction and which
// drugs stood behind that, and who found it.
#include "app/text_buffer.h"
#include "model/course.h"
#include "model/plan.h"
#include "tissue/story.h"

namespace abscope {

// What the cell was last turned into by this day; null: it is not there yet.
const CellChange* changeAt(const CellStory& story, double day);

// "Since day 9.4, by arrival from the blood (P01, P04)."
void addCellChange(const CellChange& change, TextSink& out);

// "Comes on day 9.4." of one that is not there yet, "Gone on day 12.1, by killing by CD8 cells
// (X03)." of one that is not there any more; else nothing.
void addCellAbsence(const CellStory& story, double day, TextSink& out);

// "2.4 days after the fraction of 8 Gy on day 7." Of the tumour that the cell is in; of a flux that
// happens at a fraction: that fraction. Nothing where none came before, or no mechanism links it.
void addFractionBehind(const CellChange& change, const Course& course, TextSink& out);

// "Anti-PD-1 then bound 83 % of its target." Of the drugs that act on the mechanisms of the flux.
void addDrugsBehind(const CellChange& change, const Plan& plan, const Course& course,
                    TextSink& out);

// Of the mechanisms that the flux carries, one each.
void addSourcesOf(const CellChange& change, TextSink& out);

}  // namespace abscope
