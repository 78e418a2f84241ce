#pragma once
// The option --set: whose parameters a command uses, the preset's or those of the ensemble.
#include <span>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "library/ensemble.h"

namespace abscope {

struct ChosenSets {
  std::string name = "preset";               // whose values are shown: "preset", or an id
  std::span<const ParameterChange> shown;    // on the preset's; empty for the preset itself
  std::vector<const EnsembleSet*> ensemble;  // of which are counted how many agree
};

inline constexpr OptionInfo kSetOption = {
    "--set", "all|preset|ID", "the preset beside every set of the ensemble, it alone, or one set"};

// Mice only: they have the directions and the experiments.
ChosenSets chosenSets(const Arguments& arguments, std::vector<Message>& errors);

}  // namespace abscope
