#include "core/json_writer.h"

#include <cmath>
#include <utility>

#include "core/format.h"

namespace abscope {

std::string jsonQuoted(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out = "\"";
  out.reserve(text.size() + 2);
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

void JsonWriter::newLine() {
  if (layout_ == Layout::compact) return;
  out_ += '\n';
  out_.append(2 * levels_.size(), ' ');
}

void JsonWriter::separate() {
  if (afterKey_) {
    afterKey_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) out_ += ',';
  if (level.inLine) {
    if (!level.empty && layout_ == Layout::indented) out_ += ' ';
  } else {
    newLine();
  }
  level.empty = false;
}

void JsonWriter::open(char bracket, bool inLine) {
  separate();
  out_ += bracket;
  levels_.push_back({inLine || (!levels_.empty() && levels_.back().inLine)});
}

void JsonWriter::close(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty && !level.inLine) newLine();
  out_ += bracket;
}

void JsonWriter::beginObject() { open('{', false); }
void JsonWriter::beginObjectInLine() { open('{', true); }
void JsonWriter::endObject() { close('}'); }
void JsonWriter::beginArray() { open('[', false); }
void JsonWriter::beginArrayInLine() { open('[', true); }
void JsonWriter::endArray() { close(']'); }

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += jsonQuoted(name);
  out_ += layout_ == Layout::compact ? ":" : ": ";
  afterKey_ = true;
}

void JsonWriter::text(std::string_view value) {
  separate();
  out_ += jsonQuoted(value);
}

void JsonWriter::number(double value) {
  separate();
  out_ += std::isfinite(value) ? formatShortest(value) : "null";
}

void JsonWriter::integer(long long value) {
  separate();
  out_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

std::string JsonWriter::take() {
  if (layout_ == Layout::indented) out_ += '\n';
  levels_.clear();
  afterKey_ = false;
  return std::exchange(out_, {});
}

}  // namespace abscope
