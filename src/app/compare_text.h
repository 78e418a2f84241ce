#pragma once
// The comparison in words: what differs in plan, what differs in outcome, and the cause.
#include "app/compare.h"
#include "app/document.h"
#include "app/text_buffer.h"

namespace abscope {

// "8 Gy × 3 instead of 20 Gy × 1, with anti-CTLA-4"
void addPlanDifference(const Document& document, const Course& present, const Course& pinned,
                       TextSink& out);
// "distant tumour 60 % smaller, irradiated tumour the same"
void addOutcome(const Comparison& comparison, TextSink& out);
// "TREX1 stayed low (18 % of the pinned)"; nothing where no cause tells
void addCause(const Comparison& comparison, TextSink& out);

// All of it in one line.
void addComparison(const Document& document, const Course& present, const Course& pinned,
                   const Comparison& comparison, TextSink& out);

}  // namespace abscope
