#pragma once
// Documents with one mistake each, and what must be said of it.
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/message.h"

namespace abscope {

struct BadDocument {
  const char* path;   // JSON pointer of what is changed; one past the end of a list: added
  const char* value;  // as JSON
  const char* place;
  const char* says;
};

// read: gives the messages of a text.
template <class Read>
void checkBadDocuments(std::span<const BadDocument> bads, const nlohmann::json& good,
                       const Read& read) {
  for (const BadDocument& bad : bads) {
    CAPTURE(bad.path);
    CAPTURE(bad.value);
    nlohmann::json json = good;
    json[nlohmann::json::json_pointer(bad.path)] = nlohmann::json::parse(bad.value);
    bool found = false;
    std::string all;
    const std::vector<Message> messages = read(json.dump());
    for (const Message& message : messages) {
      all += message.place + ": " + message.text + "\n";
      found =
          found || (message.place == bad.place && message.text.find(bad.says) != std::string::npos);
    }
    CAPTURE(all);
    CHECK(found);
  }
}

}  // namespace abscope
