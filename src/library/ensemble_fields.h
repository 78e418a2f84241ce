#pragma once
// The fields of an ensemble file, declared once (see fields.h).
#include "library/ensemble.h"
#include "library/fields.h"

namespace abscope {

inline constexpr std::string_view kEnsembleFormat = "abscope-ensemble/1";

void describeEnsemble(FieldVisitor& visitor, Ensemble& ensemble);

}  // namespace abscope
