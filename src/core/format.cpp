#include "core/format.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace abscope {
namespace {

// value = 0.DIGITS x 10^point, DIGITS without trailing zeros.
struct Decimal {
  bool negative = false;
  std::string digits;
  int point = 0;
};

// From the form "-d.ddde[+-]xx".
Decimal decimalOf(const char* text) {
  Decimal result;
  if (*text == '-') {
    result.negative = true;
    ++text;
  }
  for (; *text != 0 && *text != 'e'; ++text) {
    if (*text != '.') result.digits += *text;
  }
  result.point = (*text == 'e' ? std::atoi(text + 1) : 0) + 1;
  while (result.digits.size() > 1 && result.digits.back() == '0') result.digits.pop_back();
  return result;
}

std::string plain(const Decimal& d) {
  std::string out = d.negative ? "-" : "";
  const int count = static_cast<int>(d.digits.size());
  if (d.point <= 0) {
    out += "0.";
    out.append(static_cast<std::size_t>(-d.point), '0');
    return out + d.digits;
  }
  if (d.point >= count) {
    out += d.digits;
    out.append(static_cast<std::size_t>(d.point - count), '0');
    return out;
  }
  const auto whole = static_cast<std::size_t>(d.point);
  return out + d.digits.substr(0, whole) + "." + d.digits.substr(whole);
}

std::string scientific(const Decimal& d) {
  std::string out = d.negative ? "-" : "";
  out += d.digits[0];
  if (d.digits.size() > 1) out += "." + d.digits.substr(1);
  return out + "e" + std::to_string(d.point - 1);
}

// Plain where a reader expects it; the bounds are those of JavaScript for large numbers.
std::string written(const Decimal& d, int lowestPoint, int highestPoint) {
  return d.point < lowestPoint || d.point > highestPoint ? scientific(d) : plain(d);
}

Decimal shortest(double value) {
  char buffer[64];
#if defined(__cpp_lib_to_chars)
  const auto result =
      std::to_chars(buffer, buffer + sizeof buffer - 1, value, std::chars_format::scientific);
  *result.ptr = 0;
#else
  // libc++ before 14 (Emscripten 3.1.6) has no to_chars for double. Every decimal of up to 15
  // digits survives a double, so the first width that reads back is the shortest one.
  // (Below the smallest normal number a double holds fewer than that.)
  const int fewest = std::fabs(value) < std::numeric_limits<double>::min() ? 1 : 15;
  for (int digits = fewest; digits <= 17; ++digits) {
    std::snprintf(buffer, sizeof buffer, "%.*e", digits - 1, value);
    if (std::strtod(buffer, nullptr) == value) break;
  }
#endif
  return decimalOf(buffer);
}

}  // namespace

std::string formatShortest(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  if (value == 0) return std::signbit(value) ? "-0" : "0";
  return written(shortest(value), -5, 21);
}

std::string formatNumber(double value, int significantDigits) {
  if (std::isnan(value)) return "–";
  if (std::isinf(value)) return value > 0 ? "∞" : "-∞";
  if (value == 0) return "0";
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*e", significantDigits - 1, value);
  return written(decimalOf(buffer), -3, 7);
}

std::string formatPercent(double share) {
  if (share > 0.999 && share < 1) return ">99.9 %";
  if (share > 0 && share < 0.001) return "<0.1 %";
  const double percent = share * 100;
  const bool fine = std::fabs(percent) < 9.95 || (percent > 99 && percent < 100);
  const double scale = fine ? 10 : 1;
  const double rounded = std::round(percent * scale) / scale;
  return formatNumber(rounded + 0.0, 6) + " %";
}

std::string formatDay(double day) { return formatNumber(std::round(day * 10) / 10, 6); }

}  // namespace abscope
