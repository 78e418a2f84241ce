#pragma once
// One scenario as SBML Level 3 Version 2 (core), for any simulator that reads it: every state a
// species, every named flux a reaction, every fraction and dose an event. See docs/cli.md.
#include <string>
#include <string_view>

#include "model/scenario.h"

namespace abscope {

// The scenario must be valid; `caseId` is empty for one of its own. It is solved once, for the days
// on which its items start. The same scenario gives the same bytes on one target.
std::string sbmlOf(const Scenario& scenario, std::string_view caseId = {});

}  // namespace abscope
