#include "cli/options.h"

#include <algorithm>

#include "core/nearest_name.h"

namespace abscope {

std::string Arguments::get(std::string_view option, std::string_view otherwise) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::string(otherwise) : found->second;
}

namespace {

std::string unknownOption(std::string_view name, std::span<const OptionInfo> known) {
  std::vector<std::string_view> names;
  for (const OptionInfo& option : known) names.push_back(option.name);
  const std::string_view nearest = nearestName(name, names);
  if (!nearest.empty()) return "unknown option; did you mean " + std::string(nearest) + "?";
  std::string text = names.empty() ? "unknown option; this command has none"
                                   : "unknown option; options of this command:";
  for (std::string_view other : names) text += " " + std::string(other);
  return text;
}

}  // namespace

ParsedArguments parseArguments(std::span<const std::string_view> given,
                               std::span<const OptionInfo> known, std::size_t mostWords) {
  ParsedArguments result;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const std::string_view word = given[i];
    if (word.size() < 2 || word[0] != '-') {
      if (result.arguments.words_.size() < mostWords) {
        result.arguments.words_.emplace_back(word);
      } else {
        result.errors.push_back({std::string(word), "is one word too many"});
      }
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    const auto option = std::find_if(known.begin(), known.end(),
                                     [name](const OptionInfo& info) { return info.name == name; });
    if (option == known.end()) {
      result.errors.push_back({std::string(name), unknownOption(name, known)});
      // What follows an unknown option may be its value: not one word too many as well.
      if (equals == std::string_view::npos && i + 1 < given.size() && given[i + 1][0] != '-') ++i;
      continue;
    }
    std::string value;
    if (option->value.empty()) {
      if (equals != std::string_view::npos) {
        result.errors.push_back({std::string(name), "takes no value"});
        continue;
      }
    } else if (equals != std::string_view::npos) {
      value = word.substr(equals + 1);
    } else if (i + 1 < given.size()) {
      value = given[++i];
    } else {
      result.errors.push_back({std::string(name), "needs a value: " + std::string(option->value)});
      continue;
    }
    if (!result.arguments.values_.emplace(std::string(name), value).second) {
      result.errors.push_back({std::string(name), "is given twice"});
    }
  }
  return result;
}

}  // namespace abscope
