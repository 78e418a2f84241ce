#include "core/locale.h"

#include <cmath>
#include <cstdlib>

#include "core/format.h"

namespace abscope {
namespace {

Locale& present() {
  static Locale kLocale;
  return kLocale;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view kMinus = "\u2212";
// Plain, thin, narrow no-break and no-break space.
constexpr std::string_view kSpaces[] = {" ", "\u2009", kGroupSign, "\u00a0"};

std::size_t spaceAt(std::string_view text) {
  for (const std::string_view space : kSpaces) {
    if (text.substr(0, space.size()) == space) return space.size();
  }
  return 0;
}

// Digits and signs only; false: something else is there.
bool bare(std::string_view typed, std::string& out) {
  while (!typed.empty()) {
    if (typed.substr(0, kMinus.size()) == kMinus) {
      out += '-';
      typed.remove_prefix(kMinus.size());
    } else if (const std::size_t space = spaceAt(typed)) {
      typed.remove_prefix(space);
    } else {
      const char c = typed.front();
      if (!isDigit(c) && std::string_view("+-.,eE").find(c) == std::string_view::npos) return false;
      out += c;
      typed.remove_prefix(1);
    }
  }
  return !out.empty();
}

// "12,000" and "1,234,567", but not "0,125" and "12,5".
bool partsThousands(std::string_view text, char sign) {
  const std::size_t first = text.find(sign);
  std::size_t start = text.find_first_of("123456789");
  if (first == text.npos || start == text.npos || start > first || first - start > 3) return false;
  for (std::size_t at = first; at < text.size(); at += 4) {
    if (text[at] != sign || at + 3 >= text.size()) return false;
    for (std::size_t i = 1; i <= 3; ++i) {
      if (!isDigit(text[at + i])) return false;
    }
  }
  return true;
}

void erase(std::string& text, char sign) {
  std::string kept;
  for (const char c : text) {
    if (c != sign) kept += c;
  }
  text = kept;
}

}  // namespace

const Locale& locale() { return present(); }
void setLocale(const Locale& to) { present() = to; }

bool takesOne(std::string_view shown, const Locale& to) {
  if (to.plural == PluralRule::onlyOther) return false;
  // The operands of CLDR: the whole part, and whether decimals are shown.
  std::string whole, decimals;
  bool after = false;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (isDigit(shown[i])) {
      (after ? decimals : whole) += shown[i];
    } else if (shown[i] == to.decimalSign) {
      after = true;
    } else if (const std::size_t space = spaceAt(shown.substr(i))) {
      i += space - 1;
    } else if (shown.substr(i, kMinus.size()) == kMinus) {
      i += kMinus.size() - 1;
    } else if (shown[i] != '-' && shown[i] != '+') {
      return false;
    }
  }
  if (whole.empty()) return false;
  if (to.plural == PluralRule::belowTwo) return whole == "0" || whole == "1";
  if (whole != "1") return false;
  return to.plural == PluralRule::oneOfAnyDigit
             ? decimals.find_first_not_of('0') == std::string::npos
             : !after;
}

std::string localNumber(double value, int significantDigits) {
  const std::string plain = formatNumber(value, significantDigits);
  std::string out;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  const std::size_t start = plain.find_first_of("0123456789");
  const bool grouped = start != plain.npos && plain.find('e') == plain.npos && point - start > 4;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (grouped && i > start && i < point && (point - i) % 3 == 0) out += kGroupSign;
    out += plain[i] == '.' ? locale().decimalSign : plain[i];
  }
  return out;
}

bool parseNumber(std::string_view typed, double& value) {
  std::string text;
  if (!bare(typed, text)) return false;
  const std::size_t point = text.rfind('.'), comma = text.rfind(',');
  if (point != text.npos && comma != text.npos) {
    erase(text, point < comma ? '.' : ',');  // the last one is the decimal sign
  } else {
    const char other = locale().decimalSign == '.' ? ',' : '.';
    if (partsThousands(text, other)) erase(text, other);
  }
  for (char& c : text) {
    if (c == ',') c = '.';
  }
  char* end = nullptr;
  value = std::strtod(text.c_str(), &end);
  return *end == 0 && std::isfinite(value);
}

}  // namespace abscope
