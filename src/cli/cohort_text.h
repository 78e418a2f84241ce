#pragma once
// The cohort readouts of a case as text and for programs.
#include <string>

#include "core/json_writer.h"
#include "evidence/cohort_results.h"

namespace abscope {

// "median of alive by day 60", "alive by day 50"
std::string endpointText(const CohortReadout& readout);
// "96 % (90.2 to 98.4; 96 of 100)", "day 49.6 (47 to 52)"
std::string answerText(const CohortReadout& readout, const CohortAnswer& answer);
// "90 %, n 7"; empty where no number was published
std::string publishedText(const CohortReadout& readout);
// Into the object that is open in the writer.
void writeCohort(JsonWriter& out, const CohortResult& result);

}  // namespace abscope
