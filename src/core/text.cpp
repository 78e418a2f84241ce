#include "core/text.h"

namespace abscope {

std::string fill(std::string_view sentence, std::initializer_list<Placeholder> values) {
  std::string out;
  out.reserve(sentence.size() + 16);
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i] != '{') {
      out += sentence[i];
      continue;
    }
    if (sentence.substr(i, 2) == "{{") {
      out += '{';
      ++i;
      continue;
    }
    const std::size_t end = sentence.find('}', i);
    const std::string_view name =
        end == std::string_view::npos ? std::string_view() : sentence.substr(i + 1, end - i - 1);
    const Placeholder* found = nullptr;
    for (const Placeholder& candidate : values) {
      if (end != std::string_view::npos && candidate.name == name) found = &candidate;
    }
    if (found == nullptr) {
      out += '{';
      continue;
    }
    out += found->value;
    i = end;
  }
  return out;
}

}  // namespace abscope
