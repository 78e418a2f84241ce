#pragma once
// Command-line words as options and file names, with every mistake named.
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"

namespace abscope {

struct OptionInfo {
  std::string_view name;     // with its dashes
  std::string_view value;    // what follows it, such as "FILE"; empty for a switch
  std::string_view meaning;  // for the help
};

// Of many commands.
inline constexpr OptionInfo kOutputOption = {"--output", "FILE",
                                             "write there instead of to the standard output"};
inline constexpr OptionInfo kTextOrJsonOption = {"--format", "text|json",
                                                 "for people or for programs"};
inline constexpr std::string_view kTextOrJson[] = {"text", "json"};

class Arguments {
 public:
  bool has(std::string_view option) const { return values_.find(option) != values_.end(); }
  std::string get(std::string_view option, std::string_view otherwise = {}) const;
  const std::vector<std::string>& words() const { return words_; }

 private:
  friend struct ParsedArguments;
  friend struct ParsedArguments parseArguments(std::span<const std::string_view>,
                                               std::span<const OptionInfo>, std::size_t);
  std::map<std::string, std::string, std::less<>> values_;
  std::vector<std::string> words_;
};

struct ParsedArguments {
  Arguments arguments;
  std::vector<Message> errors;
};

// Takes "--name value" and "--name=value". A word "-" stands for the standard input.
ParsedArguments parseArguments(std::span<const std::string_view> given,
                               std::span<const OptionInfo> known, std::size_t mostWords);

}  // namespace abscope
