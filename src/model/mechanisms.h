#pragma once
// The mechanisms that are simulated, by the ids of the review's inventory, and how strong each is.
// What they are, how settled they are and who found them is in assets/catalogue/mechanisms.json.
#include <array>
#include <string_view>

#include "model/parameters.h"

namespace abscope {

enum class MechanismId : int {
#define M(id, ...) id,
#include "model/mechanisms.def"
#undef M
  count
};
inline constexpr int kMechanismCount = static_cast<int>(MechanismId::count);

std::string_view mechanismId(MechanismId mechanism);  // "X01"
// The mechanism with this id, or MechanismId::count: unknown, or known and not simulated.
MechanismId mechanismById(std::string_view id);

// From 0 (off) over 1 (as fitted) to 2.
struct MechanismStrengths {
  std::array<double, kMechanismCount> values;
  constexpr MechanismStrengths() : values{} { values.fill(1); }
  double& operator[](MechanismId m) { return values[static_cast<std::size_t>(m)]; }
  double operator[](MechanismId m) const { return values[static_cast<std::size_t>(m)]; }
  bool operator==(const MechanismStrengths&) const = default;
};
inline constexpr double kMaxStrength = 2;

// Multiplies the parameters that carry each mechanism by its strength.
void applyStrengths(const MechanismStrengths& strengths, Parameters& parameters);

}  // namespace abscope
