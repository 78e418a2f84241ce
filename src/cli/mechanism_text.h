#pragma once
// The catalogue of mechanisms for people and for programs.
#include <string>

#include "library/mechanisms.h"

namespace abscope {

std::string mechanismListText();
std::string mechanismListJson();
std::string mechanismText(const Mechanism& item);
std::string mechanismJson(const Mechanism& item);

}  // namespace abscope
