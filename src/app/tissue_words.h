#pragma once
// The tissue in words: which immune state each tumour is in and what is behind it, and how much of
// the shown signal there is.
#include "app/state.h"
#include "app/text_buffer.h"
#include "tissue/immune_state.h"

namespace abscope {

// "1.2 CD8 density, 34 % of arriving T cells stay at the margin: ..."
void addImmuneAbout(const ImmuneReading& reading, TextSink& out);

// "0.82 × reference", "34 %".
void addSignalAmount(Signal signal, double amount, TextSink& out);

// For those who hear it: "Irradiated tumour inflamed, distant tumour excluded. TGF-β: irradiated
// 1.2 × reference, distant 0.6 × reference."
void addTissueWords(const AppState& app, double day, TextSink& out);

}  // namespace abscope
