#pragma once
// How the present language writes numbers and counts things. One for the program, as its words are
// (library/text.h). What machines read, such as links, JSON and CSV, never asks it.
#include <string>
#include <string_view>

namespace abscope {

// Which forms a language has for counts, from CLDR 44. Not here: "many" of Spanish and French, for
// whole millions, which no count of the lab reaches.
enum class PluralRule : int {
  onlyOther,      // Chinese
  one,            // English, German: 1, but not 1.0
  oneOfAnyDigit,  // Spanish: 1 and 1.0
  belowTwo        // French: 0 to 1.9
};

struct Locale {
  char decimalSign = '.';
  PluralRule plural = PluralRule::one;
};

// Narrow and without a break, between thousands from 10,000 on (ISO 80000-1).
inline constexpr std::string_view kGroupSign = "\u202f";

const Locale& locale();
void setLocale(const Locale& locale);

// Whether a number as it is shown ("1", "1.5", "12 000") takes the form "one".
bool takesOne(std::string_view shown, const Locale& locale);

// As formatNumber, in the present language.
std::string localNumber(double value, int significantDigits = 3);

// What somebody typed, with a point or a comma, and with or without thin spaces. A point or comma
// that is not the language's own parts thousands where exactly three digits follow it everywhere.
bool parseNumber(std::string_view typed, double& value);

}  // namespace abscope
