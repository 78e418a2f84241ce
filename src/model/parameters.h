#pragma once
// The numbers of the model by name, each with unit, range and source. The table is parameters.def.
#include <array>
#include <string_view>

namespace abscope {

// Of doubles, or of symbols where the laws are written out (library/sbml.h).
template <class Number>
struct ParametersOf {
#define P(name, mouse, human, low, high, unit, source, meaning) Number name = mouse;
#include "model/parameters.def"
#undef P
};
using Parameters = ParametersOf<double>;

enum class ParameterId : int {
#define P(name, mouse, human, low, high, unit, source, meaning) name,
#include "model/parameters.def"
#undef P
  count
};
inline constexpr int kParameterCount = static_cast<int>(ParameterId::count);

struct ParameterInfo {
  std::string_view name;
  double mouse;
  double human;
  double low;   // what a scenario may set at the least
  double high;  // and at the most
  std::string_view unit;
  std::string_view source;  // a reference, or "illustrative"
  std::string_view meaning;
};
const ParameterInfo& parameterInfo(ParameterId id);

// The parameter with this name, or ParameterId::count.
ParameterId parameterByName(std::string_view name);

double& parameterValue(Parameters& parameters, ParameterId id);
double parameterValue(const Parameters& parameters, ParameterId id);

}  // namespace abscope
