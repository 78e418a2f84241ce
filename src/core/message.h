#pragma once
// One thing that is wrong with an input: where, and how to mend it.
#include <string>

namespace abscope {

struct Message {
  std::string place;  // JSON path such as "$.plan.days", "line 3, column 7", or an option's name
  std::string text;   // what is wrong and what is allowed
};

}  // namespace abscope
