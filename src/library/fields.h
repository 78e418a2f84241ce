#pragma once
// How the fields of a file are declared: once, by a describe function that tells a visitor each
// field with its rule. The reader (with its messages), the writer and the JSON Schema are such
// visitors, so no range or name is written twice.
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace abscope {

struct Field {
  std::string_view name;
  std::string_view meaning;
  bool required = false;
};

struct NumberRule {
  double low;
  double high;
  std::string_view unit = {};
  bool orZero = false;  // 0 is allowed as well, although it is outside low to high
};

struct TextRule {
  std::size_t longest;      // characters
  bool identifier = false;  // letters, digits, "-", "_", "."; starts with a letter or digit
};

class FieldVisitor;
using Contents = std::function<void(FieldVisitor&)>;

// An object that may stand in place of a number; told apart by the field named `key`.
struct Variant {
  std::string_view key;
  Contents contents;
};

struct List {
  std::size_t fewest;
  std::size_t most;
  std::size_t size;  // now
  std::function<void(std::size_t)> resize;
  std::function<void(FieldVisitor&, std::size_t)> element;
};

// `usual` is the value of a field that is not written.
class FieldVisitor {
 public:
  virtual ~FieldVisitor() = default;
  virtual void constant(const Field& field, std::string_view expected) = 0;
  virtual void text(const Field& field, const TextRule& rule, std::string& value) = 0;
  virtual void texts(const Field& field, const TextRule& rule, std::size_t most,
                     std::vector<std::string>& values) = 0;
  virtual void number(const Field& field, const NumberRule& rule, double& value, double usual) = 0;
  virtual void optionalNumber(const Field& field, const NumberRule& rule,
                              std::optional<double>& value) = 0;
  // A number that differs from its preset: itself, or as {"times": factor}, so that a file stays
  // true to its meaning when the preset is fitted anew.
  virtual void parameter(const Field& field, const NumberRule& rule, double preset,
                         std::optional<double>& value) = 0;
  virtual void integer(const Field& field, int low, int high, int& value, int usual) = 0;
  virtual void flag(const Field& field, bool& value, bool usual) = 0;
  // `value` is an index into `names`.
  virtual void choice(const Field& field, std::span<const std::string_view> names, int& value,
                      int usual) = 0;
  virtual void object(const Field& field, const Contents& contents) = 0;
  virtual void list(const Field& field, const List& list) = 0;
  // `which` is an index into `variants`, or -1 when it is the number.
  virtual void numberOrObject(const Field& field, const NumberRule& rule, double& number,
                              std::span<const Variant> variants, int& which) = 0;
};

inline constexpr Field kTimes{"times", "factor on the value of the preset", true};
inline constexpr NumberRule kTimesRule{0, 1000};

// A list of objects.
template <class T, class Describe>
List listOf(std::vector<T>& items, std::size_t fewest, std::size_t most, Describe describe) {
  return {
      fewest, most, items.size(), [&items](std::size_t size) { items.resize(size); },
      [&items, describe](FieldVisitor& visitor, std::size_t i) { describe(visitor, items[i]); }};
}

// "0.02 to 60 Gy, or 0"
std::string rangeText(const NumberRule& rule);
// "mouse, human"
std::string joined(std::span<const std::string_view> names);

}  // namespace abscope
