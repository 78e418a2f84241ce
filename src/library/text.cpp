#include "library/text.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <memory>
#include <unordered_map>

#include "library/embedded_assets.h"
#include "library/json_reader.h"
#include "library/languages.h"

namespace abscope {
namespace {

constexpr std::string_view kLanguageFile = "assets/lang/en.json";
constexpr std::string_view kFormat = "abscope-language/1";
constexpr int kEnglish = 0;

class TextTable {
 public:
  void read(const Json& texts) {
    keys_.reserve(texts.size());
    for (const auto& [key, value] : texts.items()) {
      if (value.is_string()) add(key, value.get_ref<const std::string&>());
    }
    for (const auto& entry : keys_) byKey_.emplace(entry->key, entry->text);
  }
  void readContent(const Json& texts) {
    for (const auto& [hash, value] : texts.items()) {
      if (!value.is_string()) continue;
      const auto key = static_cast<std::uint32_t>(std::strtoul(hash.c_str(), nullptr, 16));
      byHash_[key] = value.get_ref<const std::string&>();
    }
  }

  const std::string_view* find(std::string_view key) const {
    const auto found = byKey_.find(key);
    return found == byKey_.end() ? nullptr : &found->second;
  }
  const std::string* findContent(std::string_view english) const {
    const auto found = byHash_.find(textHash(english));
    return found == byHash_.end() ? nullptr : &found->second;
  }

  std::vector<std::string_view> keys() const {
    std::vector<std::string_view> all;
    all.reserve(keys_.size());
    for (const auto& entry : keys_) all.push_back(entry->key);
    std::sort(all.begin(), all.end());
    return all;
  }

  int untranslated = 0;

 private:
  struct Entry {
    std::string key, text;
  };
  void add(const std::string& key, const std::string& text) {
    keys_.push_back(std::make_unique<Entry>(Entry{key, text}));
  }
  std::vector<std::unique_ptr<Entry>> keys_;
  std::unordered_map<std::string_view, std::string_view> byKey_;  // views into keys_
  std::unordered_map<std::uint32_t, std::string> byHash_;
};

// Tables are kept, so that a text drawn in the last frame outlives the change of the language.
struct Tables {
  std::array<std::unique_ptr<TextTable>, kLanguageCount> all;
  int spoken = kEnglish;

  Tables() {
    all[kEnglish] = std::make_unique<TextTable>();
    const EmbeddedAsset* asset = findAsset(kLanguageFile);
    if (asset == nullptr) return;
    const ParsedJson parsed = parseJson(asset->bytes);
    assert(parsed.ok && parsed.value.is_object());
    if (parsed.value.is_object()) all[kEnglish]->read(parsed.value);
  }
  const TextTable& english() const { return *all[kEnglish]; }
  const TextTable& present() const { return *all[static_cast<std::size_t>(spoken)]; }
};

Tables& tables() {
  static Tables kTables;
  return kTables;
}

std::vector<std::string>& missing() {
  static std::vector<std::string> keys;
  return keys;
}

}  // namespace

std::string_view tr(std::string_view key) {
  const Tables& all = tables();
  const std::string_view* found = all.present().find(key);
  if (found == nullptr && all.spoken != kEnglish) found = all.english().find(key);
  if (found != nullptr) return *found;
  std::vector<std::string>& asked = missing();
  if (std::find(asked.begin(), asked.end(), key) == asked.end()) asked.emplace_back(key);
  return key;
}

std::uint32_t textHash(std::string_view english) {
  std::uint32_t hash = 2166136261u;
  for (const char c : english) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

std::string_view translated(std::string_view english) {
  const Tables& all = tables();
  if (all.spoken == kEnglish || english.empty()) return english;
  const std::string* found = all.present().findContent(english);
  return found ? std::string_view(*found) : english;
}

bool hasText(std::string_view key) { return tables().english().find(key) != nullptr; }

const std::vector<std::string>& missingTextKeys() { return missing(); }

std::vector<std::string_view> textKeys() { return tables().english().keys(); }

int languageOf(std::string_view tag) {
  // Chinese without a script is simplified but for the places that write the traditional one.
  if (tag == "zh" || tag == "zh-CN" || tag == "zh-SG" || tag == "zh-MY") tag = "zh-Hans";
  int found = -1;
  for (int i = 0; i < kLanguageCount; ++i) {
    const std::string_view code = kLanguages[static_cast<std::size_t>(i)].code;
    if (tag == code) return i;
    if (found < 0 && tag.substr(0, code.size()) == code && tag[code.size()] == '-') found = i;
  }
  return found;
}

std::string readLanguage(int language, std::string_view json) {
  const auto place = static_cast<std::size_t>(language);
  const ParsedJson parsed = parseJson(json);
  if (!parsed.ok) return "not JSON";
  const Json& file = parsed.value;
  const auto says = [&](const char* field, std::string_view expected) {
    return file.contains(field) && file[field].is_string() &&
           file[field].get_ref<const std::string&>() == expected;
  };
  if (!file.is_object() || !says("format", kFormat)) return "not " + std::string(kFormat);
  if (!says("language", kLanguages[place].code)) return "of another language";
  if (!file.contains("texts") || !file["texts"].is_object()) return "without texts";
  if (tables().all[place]) return {};  // read before
  auto table = std::make_unique<TextTable>();
  table->read(file["texts"]);
  if (file.contains("content") && file["content"].is_object()) {
    table->readContent(file["content"]);
  }
  if (file.contains("untranslated") && file["untranslated"].is_number_integer()) {
    table->untranslated = file["untranslated"].get<int>();
  }
  tables().all[place] = std::move(table);
  return {};
}

bool hasLanguage(int language) {
  return tables().all[static_cast<std::size_t>(language)] != nullptr;
}

void speak(int language) {
  assert(hasLanguage(language));
  tables().spoken = language;
  setLocale(kLanguages[static_cast<std::size_t>(language)].locale);
}

int spokenLanguage() { return tables().spoken; }

int untranslatedCount() { return tables().present().untranslated; }

}  // namespace abscope
