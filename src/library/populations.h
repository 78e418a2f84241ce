#pragma once
// Populations as files, and those that travel inside the program.
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "model/population.h"

namespace abscope {

struct ReadPopulation {
  Population population;  // to be used only when there are no errors
  std::vector<Message> errors;
};
ReadPopulation readPopulation(std::string_view json);
std::string writePopulation(const Population& population);
std::string populationSchema();

// The populations of the program, sorted by the name of their file, which is their id.
const std::vector<Population>& populations();
// Null when there is none of this id.
const Population* findPopulation(std::string_view id);
// The one that stands for a preset where none is named.
const Population& usualPopulation(Preset preset);

}  // namespace abscope
