#pragma once
// Any file that the program reads, told apart by its "format", with everything that is wrong with
// it.
#include <span>
#include <string_view>
#include <vector>

#include "core/message.h"

namespace abscope {

struct FileCheck {
  std::string_view format;  // empty where the file does not say one of ours
  std::vector<Message> errors;
  std::vector<Message> warnings;
};

// Never throws. All mistakes are reported, not only the first.
FileCheck checkFile(std::string_view json);

}  // namespace abscope
