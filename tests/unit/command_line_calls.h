#pragma once
// The command line as tests call it, without files but those named.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"

namespace abscope {

// No file can be read but `file`, as "mine.json", where it is not empty; none can be written.
inline Outcome run(const std::vector<std::string_view>& arguments, const std::string& file = {}) {
  return runCommandLine(arguments, {[&file](const std::string& path) -> std::optional<std::string> {
                                      if (path == "mine.json" && !file.empty()) return file;
                                      return std::nullopt;
                                    },
                                    [](const std::string&, const std::string&) { return false; }});
}

}  // namespace abscope
