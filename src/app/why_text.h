#pragma once
// An explanation as a sentence, with the ids of the mechanisms.
#include "app/text_buffer.h"
#include "app/why.h"

namespace abscope {

// "arrival from the blood (P01, P04)"
void addFluxPhrase(const FluxInfo& flux, TextSink& out);

void addExplanation(const Explanation& why, TextSink& out);

}  // namespace abscope
