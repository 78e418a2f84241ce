#pragma once
// JSON text as a document, without exceptions: mistakes come back as messages with line and column.
// Only the .cpp files of this folder include this header (it brings the JSON library with it).
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/message.h"

namespace abscope {

using Json = nlohmann::json;

struct ParsedJson {
  bool ok = false;  // false: the text is not JSON, and `value` is null
  Json value;
  std::vector<Message> messages;  // also names that occur twice, with their path
};

ParsedJson parseJson(std::string_view text);

// "$.plan" and "days" -> "$.plan.days"; names that are no identifiers are quoted: $["a b"].
std::string pathOf(const std::string& parent, std::string_view name);
std::string pathOf(const std::string& parent, std::size_t index);

}  // namespace abscope
