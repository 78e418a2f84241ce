#pragma once
// One line of evidence: what was published, what the lab says, and whether they agree.
#include <array>

#include "app/text_buffer.h"
#include "evidence/evidence.h"
#include "ui/value_strip.h"
#include "ui/widgets.h"

namespace abscope {

enum class Verdict : int { unmet, exaggerated, thin, met, none };  // none: nothing to agree with

// The texts of a row live in it: they are put together without allocating.
struct EvidenceRow {
  Verdict verdict = Verdict::met;
  std::string_view mark;  // an id, in the colour of ids
  std::string_view title;
  TextBuffer<400> detail;  // below the title
  TextBuffer<64> ours;
  TextBuffer<96> wanted;  // below ours
  ValueStrip strip;
  bool opens = true;
};

void fill(EvidenceRow& row, const TargetRow& target, std::size_t sets);
// Of a study that is named in the row; null where it is known from around it.
void fill(EvidenceRow& row, const Case* item, const ReadoutResult& result);
void fill(EvidenceRow& row, const Case* item, const CohortResult& result);
void fill(EvidenceRow& row, const AblationRow& ablation, std::size_t sets);

float rowHeight(const Ui& ui);
// A press of it is up to the caller. `instance` tells the rows of one panel apart.
ItemState drawEvidenceRow(const Ui& ui, const Rect& rect, const EvidenceRow& row, int instance);

// The verdict as a sign: told by shape and by colour.
void drawVerdict(const Ui& ui, ImVec2 middle, Verdict verdict);
ImU32 verdictColour(const Ui& ui, Verdict verdict);

// A heading with what it counts.
void drawSectionHead(const Ui& ui, const Rect& rect, std::string_view title,
                     std::string_view count);

}  // namespace abscope
