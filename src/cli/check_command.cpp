// abscope check: whether files are as the program reads them, without running anything.
#include <limits>

#include "cli/commands.h"
#include "library/file_check.h"

namespace abscope {
namespace {

void addLines(std::string_view start, const std::string& file, const std::vector<Message>& messages,
              std::string& err) {
  for (const Message& message : messages) {
    err += start;
    err += file + ": ";
    if (!message.place.empty()) err += message.place + ": ";
    err += message.text + "\n";
  }
}

Outcome run(const Arguments& arguments, const Files& files) {
  if (arguments.words().empty()) {
    return refused({{"check", "needs at least one file, or - for the standard input"}});
  }
  Outcome outcome;
  for (const std::string& path : arguments.words()) {
    const std::string name = path == "-" ? "standard input" : path;
    const std::optional<std::string> json = files.read(path);
    FileCheck check;
    if (json) {
      check = checkFile(*json);
    } else {
      check.errors.push_back({"", "cannot be read"});
    }
    addLines("abscope: ", name, check.errors, outcome.err);
    addLines("abscope: warning: ", name, check.warnings, outcome.err);
    if (!check.errors.empty()) outcome.exitCode = 2;
    outcome.out += name + ": " + std::string(check.format) + "\n";
  }
  if (outcome.exitCode != 0) outcome.out.clear();
  return outcome;
}

}  // namespace

CommandInfo checkCommand() {
  return {"check",
          "FILE... | -",
          "Say what is wrong with scenarios, cases, populations, ensembles, catalogues or lecture "
          "scripts.",
          {},
          std::numeric_limits<std::size_t>::max(),
          run};
}

}  // namespace abscope
