#include "model/parameters.h"

#include <cstddef>

#include "model/patient.h"

namespace abscope {
namespace {

constexpr ParameterInfo kInfo[] = {
#define P(name, mouse, human, low, high, unit, source, meaning) \
  {#name, mouse, human, low, high, unit, source, meaning},
#include "model/parameters.def"
#undef P
};

constexpr double Parameters::*kMembers[] = {
#define P(name, mouse, human, low, high, unit, source, meaning) &Parameters::name,
#include "model/parameters.def"
#undef P
};

}  // namespace

const ParameterInfo& parameterInfo(ParameterId id) { return kInfo[static_cast<std::size_t>(id)]; }

ParameterId parameterByName(std::string_view name) {
  for (int i = 0; i < kParameterCount; ++i) {
    if (kInfo[i].name == name) return static_cast<ParameterId>(i);
  }
  return ParameterId::count;
}

double& parameterValue(Parameters& parameters, ParameterId id) {
  return parameters.*kMembers[static_cast<std::size_t>(id)];
}

double parameterValue(const Parameters& parameters, ParameterId id) {
  return parameters.*kMembers[static_cast<std::size_t>(id)];
}

Parameters parametersOf(const Patient& patient) {
  Parameters parameters;
  if (patient.preset == Preset::human) {
    for (int i = 0; i < kParameterCount; ++i) {
      parameterValue(parameters, static_cast<ParameterId>(i)) = kInfo[i].human;
    }
  }
  for (const ParameterChange& change : patient.changes) {
    parameterValue(parameters, change.id) = change.value;
  }
  applyStrengths(patient.strengths, parameters);
  return parameters;
}

}  // namespace abscope
