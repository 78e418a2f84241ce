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

TextSink& TextSink::addFixed(double value, int decimals) {
  if (!std::isfinite(value)) return add("–");
  char buffer[64];
  const double unit = std::pow(10.0, -decimals);
  const double shown = std::fabs(value) < unit / 2 ? 0 : value;  // no "-0.0"
  const int n = std::snprintf(buffer, sizeof buffer, "%.*f", decimals, std::fabs(shown));
  if (shown < 0) add("−");
  return add({buffer, static_cast<std::size_t>(std::clamp(n, 0, 63))});
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
  if (value < 0) add("−");
  return add({buffer, static_cast<std::size_t>(n)});
}

TextSink& TextSink::addInteger(long long value) {
  char buffer[32];
  const int n = std::snprintf(buffer, sizeof buffer, "%lld", value);
  return add({buffer, static_cast<std::size_t>(n)});
}

TextSink& TextSink::addFilled(std::string_view sentence,
                              std::initializer_list<Placeholder> values) {
  while (!sentence.empty()) {
    const std::size_t open = sentence.find('{');
    const std::size_t close = open == sentence.npos ? open : sentence.find('}', open);
    if (close == sentence.npos) return add(sentence);
    add(sentence.substr(0, open));
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    const auto* found = std::find_if(values.begin(), values.end(),
                                     [&](const Placeholder& p) { return p.name == name; });
    add(found != values.end() ? found->value : sentence.substr(open, close - open + 1));
    sentence.remove_prefix(close + 1);
  }
  return *this;
}

}  // namespace abscope
