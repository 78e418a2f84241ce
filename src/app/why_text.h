#pragma once
// An explanation as a sentence, with the ids of the mechanisms.
#include "app/text_buffer.h"
#include "app/why.h"

namespace abscope {

void addExplanation(const Explanation& why, TextSink& out);

}  // namespace abscope
