#include "library/fields.h"

#include "core/format.h"

namespace abscope {

std::string rangeText(const NumberRule& rule) {
  std::string text = formatShortest(rule.low) + " to " + formatShortest(rule.high);
  if (!rule.unit.empty()) text += " " + std::string(rule.unit);
  if (rule.orZero) text += ", or 0";
  return text;
}

std::string joined(std::span<const std::string_view> names) {
  std::string text;
  for (std::string_view name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

}  // namespace abscope
