#pragma once
// Whose parameters the evidence is of: the preset's, or those of the ensemble.
#include <span>
#include <string>
#include <vector>

#include "library/ensemble.h"

namespace abscope {

struct ChosenSets {
  std::string name = "preset";               // whose values are shown: "preset", or an id
  std::span<const ParameterChange> shown;    // on the preset's; empty for the preset itself
  std::vector<const EnsembleSet*> ensemble;  // of which are counted how many agree
};

}  // namespace abscope
