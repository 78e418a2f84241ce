#pragma once
// What no single field can tell: names that must be unique or known, circles, empty treatments.
#include <string>
#include <vector>

#include "core/message.h"
#include "model/scenario.h"

namespace abscope {

struct Problems {
  std::vector<Message> errors;    // the scenario cannot be solved
  std::vector<Message> warnings;  // it can, but hardly as meant
};

// `path` is where the scenario stands in its file, "$" for a file of its own.
Problems checkScenario(const Scenario& scenario, const std::string& path);

}  // namespace abscope
