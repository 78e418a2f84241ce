#pragma once
// "Did you mean": the known name that is closest to a mistyped one.
#include <span>
#include <string_view>

namespace abscope {

// Edits (insert, delete, replace, swap of neighbours) between two words; case does not count.
int editDistance(std::string_view a, std::string_view b);

// Empty when no known name is close enough to be what was meant.
std::string_view nearestName(std::string_view name, std::span<const std::string_view> known);

}  // namespace abscope
