#include "core/text.h"

namespace abscope {

std::string fill(std::string_view sentence, std::initializer_list<Placeholder> values) {
  std::string out;
  out.reserve(sentence.size() + 16);
  formatMessage(sentence, values, [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace abscope
