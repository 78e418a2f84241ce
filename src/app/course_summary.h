#pragma once
// A moment of the course in words, for those who hear it: "Day 12. Irradiated tumour 40 % of start,
// CD8 T cells rising. Distant tumour unchanged, CD8 T cells steady."
#include "app/series.h"
#include "app/text_buffer.h"
#include "model/summary.h"

namespace abscope {

// `roughly`: in steps of 10 % (5 % below 20 %) and without the day, so that another text means
// that something worth telling has happened.
void addMoment(const Series& series, const Summary& summary, double day, bool roughly,
               TextSink& out);

}  // namespace abscope
