#pragma once
// The option --set of the commands that show what holds with which parameters.
#include <vector>

#include "cli/commands.h"
#include "evidence/chosen_sets.h"

namespace abscope {

inline constexpr OptionInfo kSetOption = {
    "--set", "all|preset|ID", "the preset beside every set of the ensemble, it alone, or one set"};

// Mice only: they have the directions and the experiments.
ChosenSets chosenSets(const Arguments& arguments, std::vector<Message>& errors);

}  // namespace abscope
