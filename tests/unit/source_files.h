#pragma once
// Files of the repository, for tests.
#include <fstream>
#include <sstream>
#include <string>

namespace abscope {

// path: relative to the repository. Empty where there is no such file.
inline std::string fileText(const std::string& path) {
  std::ifstream file(std::string(ABSCOPE_SOURCE_DIR) + "/" + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace abscope
