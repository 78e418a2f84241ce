#pragma once
// The commands of the program; each has a file of its own.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "cli/options.h"
#include "core/message.h"

namespace abscope {

struct CommandInfo {
  std::string_view name;
  std::string_view usage;    // what follows the name
  std::string_view meaning;  // one line
  std::span<const OptionInfo> options;
  std::size_t mostWords;
  Outcome (*run)(const Arguments& arguments, const Files& files);
};

CommandInfo runCommand();
CommandInfo checkCommand();
CommandInfo compareCommand();
CommandInfo cohortCommand();
CommandInfo exportCommand();
CommandInfo casesCommand();
CommandInfo drugsCommand();
CommandInfo mechanismsCommand();
CommandInfo evidenceCommand();
CommandInfo schemaCommand();
CommandInfo scriptsCommand();
CommandInfo lessonsCommand();
CommandInfo parametersCommand();

std::string helpText();

// Exit code 2 with every message on a line of its own.
Outcome refused(const std::vector<Message>& errors, std::string_view source = {});

// The value of an option that must be one of a few; the first is the usual one. Empty when it is
// none, with a message.
std::string oneOf(const Arguments& arguments, std::string_view option,
                  std::span<const std::string_view> allowed, std::vector<Message>& errors);

// Writes to the file of --output, or to the standard output.
Outcome deliver(std::string content, const Arguments& arguments, const Files& files);

}  // namespace abscope
