#pragma once
// The ranges of tests/science/targets.json, the copy of the file that fixes the directions.
#include <string>
#include <vector>

#include "trial/targets.h"

namespace abscope {

// Empty when the file cannot be read; `problem` then says why.
std::vector<TargetRange> readTargetRanges(const std::string& path, std::string& problem);

// Where the repository keeps it.
std::string targetsFilePath();

// A line for a table: id, value, range, margin, what it is.
std::string describe(const TargetResult& result);

}  // namespace abscope
