#pragma once
// What no single field of the catalogue can tell.
#include "library/mechanisms.h"
#include "library/scenario_check.h"

namespace abscope {

// Names that must be unique or known; every flux of the model is carried by a mechanism or is plain
// turnover; a mechanism has its experiment, or the reason why it is not simulated.
Problems checkCatalogue(const Catalogue& catalogue);

}  // namespace abscope
