#pragma once
// The whole command line as a function, so that tests call it without a process.
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace abscope {

// Exit codes: 0 done, 1 could not write, 2 bad input (all of it is named in `err`).
struct Outcome {
  int exitCode = 0;
  std::string out;
  std::string err;
};

// The world outside. Reading "-" gives the standard input.
struct Files {
  std::function<std::optional<std::string>(const std::string& path)> read;
  std::function<bool(const std::string& path, const std::string& content)> write;
};

// `arguments` without the program's name.
Outcome runCommandLine(std::span<const std::string_view> arguments, const Files& files);

}  // namespace abscope
