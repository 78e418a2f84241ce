#pragma once
// Joins what the fields said with what the whole says, without saying one thing twice.
#include <vector>

#include "core/message.h"
#include "library/scenario_check.h"

namespace abscope {

// A problem at or above a place that is already wrong is a consequence of it and is left out.
void addProblems(const Problems& problems, std::vector<Message>& errors,
                 std::vector<Message>& warnings);

}  // namespace abscope
