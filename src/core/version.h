#pragma once
// The version of the program, in every output that a paper may cite. A test holds it to that of
// CMakeLists.txt.
#include <string_view>

namespace abscope {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace abscope
