#pragma once
// Numbers as text, without locale: the decimal sign is a point, there is no thousands sign.
#include <string>

namespace abscope {

// The fewest digits that read back as exactly this number; "nan", "inf", "-inf" otherwise. The same
// text native and in wasm.
std::string formatShortest(double value);

// For people: rounded to so many significant digits, never an exponent between 1e-4 and 1e7,
// without trailing zeros: 0.0123, 4.2, 1500. Infinity is "∞", not-a-number "–".
std::string formatNumber(double value, int significantDigits = 3);

// A share as per cent: 0.417 -> "42 %", 0.004 -> "0.4 %", 0.99996 -> ">99.9 %".
std::string formatPercent(double share);

// A day of the course, to a tenth: 3 -> "3", 12.25 -> "12.3".
std::string formatDay(double day);

}  // namespace abscope
