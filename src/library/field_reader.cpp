#include "library/field_reader.h"

#include <algorithm>
#include <cmath>

#include "core/format.h"
#include "core/json_writer.h"
#include "core/nearest_name.h"

namespace abscope {
namespace {

constexpr std::size_t kLongestQuoted = 40;
constexpr std::size_t kMostChoicesListed = 80;

// What stands there, for "needs a number, but this is ...".
std::string described(const Json& node) {
  if (node.is_string()) {
    const auto& text = node.get_ref<const std::string&>();
    if (text.size() > kLongestQuoted) return "a text";
    return "the text " + jsonQuoted(text);
  }
  if (node.is_number()) return formatShortest(node.get<double>());
  if (node.is_boolean()) return node.get<bool>() ? "true" : "false";
  if (node.is_null()) return "null";
  if (node.is_array()) return "a list";
  return "an object";
}

std::string needs(std::string_view wanted, const Json& node) {
  return "needs " + std::string(wanted) + ", but this is " + described(node);
}

bool inside(const NumberRule& rule, double value) {
  return (value >= rule.low && value <= rule.high) || (rule.orZero && value == 0);
}

bool isLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isIdentifierText(std::string_view text) {
  return !text.empty() && isLetterOrDigit(text[0]) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'; });
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

std::string oneOfMany(std::size_t count) {
  return "one of the " + std::to_string(count) + " names that the schema lists (abscope schema)";
}

std::string unknownName(std::string_view name, std::span<const std::string_view> known) {
  std::string text = "unknown; ";
  const std::string_view nearest = nearestName(name, known);
  if (!nearest.empty()) text += "did you mean " + jsonQuoted(nearest) + "? ";
  constexpr std::size_t kMost = 24;
  if (known.size() <= kMost) return text + "allowed: " + joined(known);
  return text + "it needs " + oneOfMany(known.size());
}

std::string textRule(const TextRule& rule) {
  return (rule.identifier ? "a name of letters, digits, \"-\", \"_\" and \".\", 1 to "
                          : "a text of at most ") +
         std::to_string(rule.longest) + " characters";
}

}  // namespace

const Json* FieldReader::find(const Field& field) {
  known_.push_back(field.name);
  const auto found = object_.find(field.name);
  return found == object_.end() ? nullptr : &*found;
}

void FieldReader::sayMissing(const Field& field, std::string_view wanted) {
  if (field.required) {
    say(pathOf(path_, field.name), "is missing; it needs " + std::string(wanted));
  }
}

void FieldReader::constant(const Field& field, std::string_view expected) {
  const std::string wanted = jsonQuoted(expected);
  const Json* node = find(field);
  if (node == nullptr) return sayMissing(field, wanted);
  if (!(node->is_string() && node->get_ref<const std::string&>() == expected)) {
    say(pathOf(path_, field.name), needs(wanted, *node));
  }
}

void FieldReader::readText(const Json& node, const std::string& place, const TextRule& rule,
                           std::string& value) {
  if (!node.is_string()) return say(place, needs(textRule(rule), node));
  const auto& read = node.get_ref<const std::string&>();
  if (characters(read) > rule.longest) {
    return say(place, "has " + std::to_string(characters(read)) + " characters, but needs " +
                          textRule(rule));
  }
  if (rule.identifier && !isIdentifierText(read)) return say(place, needs(textRule(rule), node));
  value = read;
}

void FieldReader::text(const Field& field, const TextRule& rule, std::string& value) {
  const Json* node = find(field);
  if (node == nullptr) return sayMissing(field, textRule(rule));
  readText(*node, pathOf(path_, field.name), rule, value);
}

void FieldReader::texts(const Field& field, const TextRule& rule, std::size_t most,
                        std::vector<std::string>& values) {
  const std::string wanted = "a list of at most " + std::to_string(most) + " texts";
  const Json* node = find(field);
  if (node == nullptr) return sayMissing(field, wanted);
  const std::string place = pathOf(path_, field.name);
  if (!node->is_array() || node->size() > most) return say(place, needs(wanted, *node));
  values.assign(node->size(), {});
  for (std::size_t i = 0; i < values.size(); ++i) {
    readText((*node)[i], pathOf(place, i), rule, values[i]);
  }
}

void FieldReader::readNumber(const Json& node, const std::string& place, const NumberRule& rule,
                             double& value) {
  if (!node.is_number()) {
    return say(place, needs("a number, " + rangeText(rule), node));
  }
  const auto read = node.get<double>();
  if (!inside(rule, read)) {
    return say(place, formatShortest(read) + " is out of range; allowed: " + rangeText(rule));
  }
  value = read;
}

void FieldReader::number(const Field& field, const NumberRule& rule, double& value, double usual) {
  const Json* node = find(field);
  if (node == nullptr) {
    if (!field.required) {
      value = usual;
    } else {
      sayMissing(field, "a number, " + rangeText(rule));
    }
    return;
  }
  readNumber(*node, pathOf(path_, field.name), rule, value);
}

void FieldReader::optionalNumber(const Field& field, const NumberRule& rule,
                                 std::optional<double>& value) {
  const Json* node = find(field);
  value.reset();
  if (node == nullptr) return;
  double read = std::nan("");
  readNumber(*node, pathOf(path_, field.name), rule, read);
  if (!std::isnan(read)) value = read;
}

void FieldReader::parameter(const Field& field, const NumberRule& rule, double preset,
                            std::optional<double>& value) {
  const Json* node = find(field);
  value.reset();
  if (node == nullptr) return;
  const std::string place = pathOf(path_, field.name);
  if (!node->is_number() && !node->is_object()) {
    return say(place,
               needs("a number, " + rangeText(rule) + ", or an object with \"times\"", *node));
  }
  double read = std::nan("");
  if (node->is_number()) {
    readNumber(*node, place, rule, read);
  } else {
    double factor = std::nan("");
    readObject(*node, place,
               [&](FieldVisitor& visitor) { visitor.number(kTimes, kTimesRule, factor, 1); });
    if (std::isnan(factor)) return;
    read = factor * preset;
    if (!inside(rule, read)) {
      return say(place, formatShortest(factor) + " times the preset's " + formatShortest(preset) +
                            " is out of range; allowed: " + rangeText(rule));
    }
  }
  if (!std::isnan(read)) value = read;
}

void FieldReader::integer(const Field& field, int low, int high, int& value, int usual) {
  const std::string range = std::to_string(low) + " to " + std::to_string(high);
  const Json* node = find(field);
  if (node == nullptr) {
    if (!field.required) value = usual;
    return sayMissing(field, "a whole number, " + range);
  }
  const std::string place = pathOf(path_, field.name);
  const double read = node->is_number() ? node->get<double>() : std::nan("");
  if (std::isnan(read) || read != std::floor(read)) {
    return say(place, needs("a whole number, " + range, *node));
  }
  if (read < low || read > high) {
    return say(place, formatShortest(read) + " is out of range; allowed: " + range);
  }
  value = static_cast<int>(read);
}

void FieldReader::flag(const Field& field, bool& value, bool usual) {
  const Json* node = find(field);
  constexpr std::string_view kWanted = "true or false";
  if (node == nullptr) {
    value = usual;
    sayMissing(field, kWanted);
  } else if (node->is_boolean()) {
    value = node->get<bool>();
  } else {
    say(pathOf(path_, field.name), needs(kWanted, *node));
  }
}

void FieldReader::choice(const Field& field, std::span<const std::string_view> names, int& value,
                         int usual) {
  const bool areFew = names.size() <= kMostChoicesListed;
  const std::string wanted = areFew ? "one of " + joined(names) : oneOfMany(names.size());
  const Json* node = find(field);
  if (node == nullptr) {
    if (!field.required) value = usual;
    return sayMissing(field, wanted);
  }
  if (!node->is_string()) return say(pathOf(path_, field.name), needs(wanted, *node));
  const auto& read = node->get_ref<const std::string&>();
  const auto found = std::find(names.begin(), names.end(), read);
  if (found != names.end()) {
    value = static_cast<int>(found - names.begin());
    return;
  }
  const std::string_view nearest = nearestName(read, names);
  std::string text = read.size() > kLongestQuoted ? "this name" : jsonQuoted(read);
  text += " is unknown; ";
  if (!nearest.empty()) text += "did you mean " + jsonQuoted(nearest) + "? ";
  say(pathOf(path_, field.name),
      text + (areFew ? "allowed: " + joined(names) : "it needs " + wanted));
}

void FieldReader::readObject(const Json& node, const std::string& place, const Contents& contents) {
  readObjectAt(node, place, messages_, contents);
}

void FieldReader::object(const Field& field, const Contents& contents) {
  const Json* node = find(field);
  if (node == nullptr) return sayMissing(field, "an object");
  readObject(*node, pathOf(path_, field.name), contents);
}

void FieldReader::list(const Field& field, const List& list) {
  const std::string range = std::to_string(list.fewest) + " to " + std::to_string(list.most);
  const Json* node = find(field);
  if (node == nullptr) return sayMissing(field, "a list of " + range + " entries");
  const std::string place = pathOf(path_, field.name);
  if (!node->is_array()) {
    return say(place, needs("a list of " + range + " entries", *node));
  }
  if (node->size() < list.fewest || node->size() > list.most) {
    say(place, "has " + std::to_string(node->size()) + " entries; allowed: " + range);
  }
  const std::size_t size = std::min(node->size(), list.most);
  list.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    readObject((*node)[i], pathOf(place, i),
               [&](FieldVisitor& visitor) { list.element(visitor, i); });
  }
}

void FieldReader::numberOrObject(const Field& field, const NumberRule& rule, double& number,
                                 std::span<const Variant> variants, int& which) {
  const auto wanted = [&] {
    std::string text = "a number, " + rangeText(rule);
    for (const Variant& variant : variants) {
      text += ", or an object with " + jsonQuoted(variant.key);
    }
    return text;
  };
  const Json* node = find(field);
  if (node == nullptr) return sayMissing(field, wanted());
  const std::string place = pathOf(path_, field.name);
  if (node->is_number()) {
    which = -1;
    return readNumber(*node, place, rule, number);
  }
  if (node->is_object()) {
    for (std::size_t i = 0; i < variants.size(); ++i) {
      if (!node->contains(variants[i].key)) continue;
      which = static_cast<int>(i);
      return readObject(*node, place, variants[i].contents);
    }
  }
  say(place, needs(wanted(), *node));
}

void FieldReader::refuseUnknown() {
  for (const auto& [name, value] : object_.items()) {
    if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
      say(pathOf(path_, name), unknownName(name, known_));
    }
  }
}

void readObjectAt(const Json& node, const std::string& path, std::vector<Message>& messages,
                  const Contents& contents) {
  if (!node.is_object()) {
    messages.push_back({path, needs("an object", node)});
    return;
  }
  FieldReader reader(node, path, messages);
  contents(reader);
  reader.refuseUnknown();
}

}  // namespace abscope
