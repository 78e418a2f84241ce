#include "library/text.h"

#include <algorithm>
#include <cassert>
#include <unordered_map>

#include "library/embedded_assets.h"
#include "library/json_reader.h"

namespace abscope {
namespace {

constexpr std::string_view kLanguageFile = "assets/lang/en.json";

class TextTable {
 public:
  TextTable() {
    const EmbeddedAsset* asset = findAsset(kLanguageFile);
    if (asset == nullptr) return;
    const ParsedJson parsed = parseJson(asset->bytes);
    assert(parsed.ok && parsed.value.is_object());
    if (!parsed.value.is_object()) return;
    entries_.reserve(parsed.value.size());
    for (const auto& [key, value] : parsed.value.items()) {
      assert(value.is_string());
      if (value.is_string()) entries_.push_back({key, value.get_ref<const std::string&>()});
    }
    for (const Entry& entry : entries_) byKey_.emplace(entry.key, entry.text);
  }

  const std::string_view* find(std::string_view key) const {
    const auto found = byKey_.find(key);
    return found == byKey_.end() ? nullptr : &found->second;
  }

  std::vector<std::string_view> keys() const {
    std::vector<std::string_view> all;
    for (const Entry& entry : entries_) all.push_back(entry.key);
    std::sort(all.begin(), all.end());
    return all;
  }

 private:
  struct Entry {
    std::string key, text;
  };
  std::vector<Entry> entries_;
  std::unordered_map<std::string_view, std::string_view> byKey_;  // views into entries_
};

const TextTable& table() {
  static const TextTable kTable;
  return kTable;
}

std::vector<std::string>& missing() {
  static std::vector<std::string> keys;
  return keys;
}

}  // namespace

std::string_view tr(std::string_view key) {
  const std::string_view* found = table().find(key);
  if (found != nullptr) return *found;
  std::vector<std::string>& asked = missing();
  if (std::find(asked.begin(), asked.end(), key) == asked.end()) asked.emplace_back(key);
  return key;
}

bool hasText(std::string_view key) { return table().find(key) != nullptr; }

const std::vector<std::string>& missingTextKeys() { return missing(); }

std::vector<std::string_view> textKeys() { return table().keys(); }

}  // namespace abscope
