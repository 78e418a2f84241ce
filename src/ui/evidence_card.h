#pragma once
// All of a line of evidence, where its row had no room for it.
#include "ui/evidence_rows.h"

namespace abscope {

// Beside the pointer, over everything.
void evidenceCard(const Ui& ui, const Rect& row, const EvidenceRow& content);

}  // namespace abscope
