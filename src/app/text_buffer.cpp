#include "app/text_buffer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace abscope {

TextSink& TextSink::add(std::string_view text) {
  std::size_t count = std::min(text.size(), size_ - 1 - length_);
  // Never cut a UTF-8 character in two.
  while (count > 0 && count < text.size() &&
         (static_cast<unsigned char>(text[count]) & 0xC0) == 0x80) {
    --count;
  }
  if (count == 0) return *this;  // an empty text may have no place
  std::memcpy(data_ + length_, text.data(), count);
  length_ += count;
  data_[length_] = 0;
  return *this;
}

// Digits as snprintf writes them, with the signs of the present language.
TextSink& TextSink::addDigits(std::string_view digits, bool negative) {
  if (negative) add("−");
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  const std::size_t first = whole > 4 ? (whole - 1) % 3 + 1 : whole;
  add(digits.substr(0, first));
  for (std::size_t i = first; i < whole; i += 3) add(kGroupSign).add(digits.substr(i, 3));
  if (whole == digits.size()) return *this;
  const char sign = locale().decimalSign;
  return add({&sign, 1}).add(digits.substr(whole + 1));
}

TextSink& TextSink::addFixed(double value, int decimals) {
  if (!std::isfinite(value)) return add("–");
  char buffer[64];
  const double unit = std::pow(10.0, -decimals);
  const double shown = std::fabs(value) < unit / 2 ? 0 : value;  // no "-0.0"
  const int n = std::snprintf(buffer, sizeof buffer, "%.*f", decimals, std::fabs(shown));
  return addDigits({buffer, static_cast<std::size_t>(std::clamp(n, 0, 63))}, shown < 0);
}

TextSink& TextSink::addNumber(double value, int digits) {
  if (!std::isfinite(value)) return add("–");
  if (value == 0) return add("0");
  const int magnitude = static_cast<int>(std::floor(std::log10(std::fabs(value)) + 1e-9));
  const int decimals = std::max(0, digits - 1 - magnitude);
  if (decimals > 6) return add("0");
  char buffer[64];
  int n = std::snprintf(buffer, sizeof buffer, "%.*f", decimals, std::fabs(value));
  n = std::clamp(n, 0, 63);
  if (decimals > 0) {  // 4.20 -> 4.2
    while (buffer[n - 1] == '0') --n;
    if (buffer[n - 1] == '.') --n;
  }
  return addDigits({buffer, static_cast<std::size_t>(n)}, value < 0);
}

TextSink& TextSink::addInteger(long long value) {
  char buffer[32];
  const int n = std::snprintf(buffer, sizeof buffer, "%lld", value);
  return add({buffer, static_cast<std::size_t>(n)});
}

TextSink& TextSink::addFilled(std::string_view sentence,
                              std::initializer_list<Placeholder> values) {
  formatMessage(sentence, values, [this](std::string_view piece) { add(piece); });
  return *this;
}

}  // namespace abscope
