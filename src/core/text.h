#pragma once
// Sentences with holes: fill("{n} fractions of {dose} Gy", {{"n", "3"}, {"dose", "8"}}).
#include <string>
#include <string_view>

#include "core/message_format.h"

namespace abscope {

// See message_format.h for what a sentence may hold.
std::string fill(std::string_view sentence, std::initializer_list<Placeholder> values);

}  // namespace abscope
