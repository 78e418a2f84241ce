#pragma once
// The fields of a population file, declared once (see fields.h).
#include "library/fields.h"
#include "model/population.h"

namespace abscope {

inline constexpr std::string_view kPopulationFormat = "abscope-population/1";

void describePopulation(FieldVisitor& visitor, Population& population);

}  // namespace abscope
