#pragma once
// The evidence as a page, as lines and for programs.
#include <string>

#include "evidence/evidence.h"

namespace abscope {

std::string evidenceText(const Evidence& evidence);
std::string evidenceMarkdown(const Evidence& evidence);
std::string evidenceJson(const Evidence& evidence);

}  // namespace abscope
