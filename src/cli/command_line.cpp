#include "cli/command_line.h"

#include <algorithm>
#include <array>

#include "cli/commands.h"
#include "core/nearest_name.h"

namespace abscope {
namespace {

std::span<const CommandInfo> commands() {
  static const std::array kCommands = {
      runCommand(),     checkCommand(),   compareCommand(),    cohortCommand(),   exportCommand(),
      casesCommand(),   drugsCommand(),   mechanismsCommand(), evidenceCommand(), schemaCommand(),
      scriptsCommand(), lessonsCommand(), parametersCommand()};
  return kCommands;
}

}  // namespace

std::string helpText() {
  std::string text =
      "Abscope: how radiotherapy shifts the immune cells of two tumours.\n"
      "Teaching model, not for clinical decisions.\n\n";
  for (const CommandInfo& command : commands()) {
    text += "abscope " + std::string(command.name) + " " + std::string(command.usage) + "\n    " +
            std::string(command.meaning) + "\n";
    for (const OptionInfo& option : command.options) {
      std::string left = "    " + std::string(option.name);
      if (!option.value.empty()) left += " " + std::string(option.value);
      constexpr std::size_t kColumn = 26;
      left.resize(std::max(left.size() + 1, kColumn), ' ');
      text += left + std::string(option.meaning) + "\n";
    }
    text += "\n";
  }
  text +=
      "abscope help\n    This text.\n\n"
      "Exit codes: 0 done, 1 could not write, 2 bad input. See docs/cli.md.\n";
  return text;
}

Outcome refused(const std::vector<Message>& errors, std::string_view source) {
  Outcome outcome;
  outcome.exitCode = 2;
  for (const Message& message : errors) {
    outcome.err += "abscope: ";
    if (!source.empty()) outcome.err += std::string(source) + ": ";
    if (!message.place.empty()) outcome.err += message.place + ": ";
    outcome.err += message.text + "\n";
  }
  return outcome;
}

std::string oneOf(const Arguments& arguments, std::string_view option,
                  std::span<const std::string_view> allowed, std::vector<Message>& errors) {
  std::string value = arguments.get(option, allowed[0]);
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return value;
  std::string text = "\"" + value + "\" is unknown; ";
  const std::string_view nearest = nearestName(value, allowed);
  if (!nearest.empty()) text += "did you mean " + std::string(nearest) + "? ";
  text += "allowed:";
  for (std::string_view other : allowed) text += " " + std::string(other);
  errors.push_back({std::string(option), text});
  return {};
}

Outcome deliver(std::string content, const Arguments& arguments, const Files& files) {
  Outcome outcome;
  const std::string path = arguments.get("--output");
  if (path.empty() || path == "-") {
    outcome.out = std::move(content);
  } else if (!files.write(path, content)) {
    outcome.exitCode = 1;
    outcome.err = "abscope: --output: cannot write " + path + "\n";
  }
  return outcome;
}

Outcome runCommandLine(std::span<const std::string_view> arguments, const Files& files) {
  Outcome outcome;
  if (arguments.empty()) {
    outcome.exitCode = 2;
    outcome.err = helpText();
    return outcome;
  }
  const std::string_view name = arguments[0];
  const bool asksHelp = std::any_of(arguments.begin(), arguments.end(), [](std::string_view word) {
    return word == "--help" || word == "-h";
  });
  if (name == "help" || asksHelp) {
    outcome.out = helpText();
    return outcome;
  }
  std::vector<std::string_view> names = {"help"};
  for (const CommandInfo& command : commands()) {
    names.push_back(command.name);
    if (command.name != name) continue;
    const ParsedArguments parsed =
        parseArguments(arguments.subspan(1), command.options, command.mostWords);
    if (!parsed.errors.empty()) return refused(parsed.errors);
    return command.run(parsed.arguments, files);
  }
  const std::string_view nearest = nearestName(name, names);
  std::string text = "unknown command";
  if (!nearest.empty()) text += "; did you mean " + std::string(nearest) + "?";
  return refused({{std::string(name), text + " See abscope help"}});
}

}  // namespace abscope
