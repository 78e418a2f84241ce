#include "library/json_reader.h"

#include <algorithm>
#include <utility>

#include "core/json_writer.h"

namespace abscope {
namespace {

constexpr std::size_t kDeepest = 32;  // nothing of ours is deeper; keeps hostile input cheap

std::string lineAndColumn(std::string_view text, std::size_t position) {
  const std::size_t end = std::min(position == 0 ? 0 : position - 1, text.size());
  std::size_t line = 1, column = 1;
  for (std::size_t i = 0; i < end; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n') {
      ++line;
      column = 1;
    } else if ((byte & 0xc0) != 0x80) {  // the first byte of a character
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// "[json.exception.parse_error.101] parse error at line 1, column 2: REST" -> "REST"
std::string withoutPrefix(std::string_view what) {
  const std::size_t bracket = what.find("] ");
  if (bracket != std::string_view::npos) what.remove_prefix(bracket + 2);
  const std::size_t column = what.find("column ");
  if (what.substr(0, 11) == "parse error" && column != std::string_view::npos) {
    const std::size_t colon = what.find(": ", column);
    if (colon != std::string_view::npos) what.remove_prefix(colon + 2);
  }
  return std::string(what);
}

// Builds the document from the parser's calls, and watches for names that occur twice.
class DocumentBuilder {
 public:
  using number_integer_t = Json::number_integer_t;
  using number_unsigned_t = Json::number_unsigned_t;
  using number_float_t = Json::number_float_t;
  using string_t = Json::string_t;
  using binary_t = Json::binary_t;

  DocumentBuilder(std::string_view source, ParsedJson& result) : source_(source), out_(result) {}

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(number_integer_t value) { return add(value); }
  bool number_unsigned(number_unsigned_t value) { return add(value); }
  bool number_float(number_float_t value, const string_t&) { return add(value); }
  bool string(string_t& value) { return add(std::move(value)); }
  bool binary(binary_t&) { return false; }

  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t& name) {
    Level& level = levels_.back();
    if (level.node->contains(name)) {
      out_.messages.push_back(
          {pathOf(level.path, name), "this name occurs twice; keep one of them"});
    }
    level.key = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& e) {
    out_.messages.push_back(
        {lineAndColumn(source_, position), "not JSON: " + withoutPrefix(e.what())});
    return false;
  }

 private:
  struct Level {
    Json* node;
    std::string path;
    std::string key;
  };

  Json* place(Json value) {
    if (levels_.empty()) {
      out_.value = std::move(value);
      return &out_.value;
    }
    Level& level = levels_.back();
    if (level.node->is_array()) {
      level.node->push_back(std::move(value));
      return &level.node->back();
    }
    Json& slot = (*level.node)[level.key];
    slot = std::move(value);
    return &slot;
  }

  template <class Value>
  bool add(Value&& value) {
    place(Json(std::forward<Value>(value)));
    return true;
  }

  bool open(Json value) {
    std::string path = "$";
    if (!levels_.empty()) {
      const Level& level = levels_.back();
      path = level.node->is_array() ? pathOf(level.path, level.node->size())
                                    : pathOf(level.path, level.key);
    }
    if (levels_.size() >= kDeepest) {
      out_.messages.push_back(
          {path, "nested deeper than " + std::to_string(kDeepest) + " levels; nothing here is"});
      return false;
    }
    Json* node = place(std::move(value));
    levels_.push_back({node, std::move(path), {}});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return true;
  }

  std::string_view source_;
  ParsedJson& out_;
  std::vector<Level> levels_;
};

bool isIdentifier(std::string_view name) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace

std::string pathOf(const std::string& parent, std::string_view name) {
  if (isIdentifier(name)) return parent + "." + std::string(name);
  return parent + "[" + jsonQuoted(name) + "]";
}

std::string pathOf(const std::string& parent, std::size_t index) {
  return parent + "[" + std::to_string(index) + "]";
}

ParsedJson parseJson(std::string_view text) {
  ParsedJson result;
  DocumentBuilder builder(text, result);
  result.ok = Json::sax_parse(text.begin(), text.end(), &builder);
  if (!result.ok) result.value = nullptr;
  return result;
}

}  // namespace abscope
