#pragma once
// Text put together without allocating, for frames that must not: numbers and sentences with holes.
#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "core/text.h"

namespace abscope {

template <std::size_t kSize>
class TextBuffer;

// What TextBuffers of any size share. What does not fit is cut at the end.
class TextSink {
 public:
  TextSink(char* data, std::size_t size) : data_(data), size_(size) {}  // then clear()
  TextSink(const TextSink&) = delete;
  TextSink& operator=(const TextSink&) = delete;

  void clear() { length_ = 0, data_[0] = 0; }
  TextSink& add(std::string_view text);
  // For people, as the present language writes numbers.
  TextSink& addFixed(double value, int decimals);     // 12.0
  TextSink& addNumber(double value, int digits = 3);  // significant digits, no exponent
  TextSink& addInteger(long long value);              // small ones, years and names
  // A sentence with holes, see core/message_format.h.
  TextSink& addFilled(std::string_view sentence, std::initializer_list<Placeholder> values);

  std::string_view view() const { return {data_, length_}; }
  const char* c_str() const { return data_; }
  const char* begin() const { return data_; }
  const char* end() const { return data_ + length_; }
  bool empty() const { return length_ == 0; }
  operator std::string_view() const { return view(); }

 private:
  TextSink& addDigits(std::string_view digits, bool negative);

  char* data_;
  std::size_t size_;
  std::size_t length_ = 0;
};

template <std::size_t kSize>
class TextBuffer : public TextSink {
 public:
  TextBuffer() : TextSink(storage_, kSize) { clear(); }

 private:
  char storage_[kSize];
};

}  // namespace abscope
