#pragma once
// Sentences with holes: fill("{n} fractions of {dose} Gy", {{"n", "3"}, {"dose", "8"}}).
#include <initializer_list>
#include <string>
#include <string_view>

namespace abscope {

struct Placeholder {
  std::string_view name;
  std::string_view value;
};

// A hole without a value stays as written, so that the mistake is seen. "{{" writes one brace.
std::string fill(std::string_view sentence, std::initializer_list<Placeholder> values);

}  // namespace abscope
