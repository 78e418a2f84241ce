#include "model/mechanisms.h"

#include <algorithm>
#include <initializer_list>

namespace abscope {

namespace {

constexpr std::array<std::string_view, kMechanismCount> kIds = {
#define M(id, ...) #id,
#include "model/mechanisms.def"
#undef M
};

void scale(Parameters& parameters, double strength, std::initializer_list<ParameterId> carriers) {
  for (const ParameterId id : carriers) {
    double& value = parameterValue(parameters, id);
    value *= strength;
    if (parameterInfo(id).unit == "fraction") value = std::min(value, 1.0);
  }
}

}  // namespace

std::string_view mechanismId(MechanismId mechanism) {
  return kIds[static_cast<std::size_t>(mechanism)];
}

MechanismId mechanismById(std::string_view id) {
  const auto place = std::find(kIds.begin(), kIds.end(), id);
  return static_cast<MechanismId>(place - kIds.begin());
}

void applyStrengths(const MechanismStrengths& strengths, Parameters& parameters) {
  using enum ParameterId;
#define M(id, ...) \
  if (strengths[MechanismId::id] != 1) scale(parameters, strengths[MechanismId::id], {__VA_ARGS__});
#include "model/mechanisms.def"
#undef M
}

}  // namespace abscope
