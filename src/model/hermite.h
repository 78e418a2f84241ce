#pragma once
// Hermite's interpolation: the polynomial that has the given values and the given slopes at up to
// four points. With four it has degree 7, and costs no evaluation of the equations beyond the
// steps' own. Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, section II.6.
#include <array>
#include <cstddef>

namespace abscope {

inline constexpr std::size_t kMostHermitePoints = 4;

// value(t) = sum of value[j] * (value at point j) + slope[j] * (slope at point j).
struct HermiteWeights {
  std::size_t count = 0;
  std::array<double, kMostHermitePoints> value{}, slope{};
};

inline HermiteWeights hermiteWeights(const std::array<double, kMostHermitePoints>& points,
                                     std::size_t count, double t) {
  HermiteWeights weights;
  weights.count = count;
  for (std::size_t j = 0; j < count; ++j) {
    double above = 1, below = 1;  // Lagrange's polynomial of this point, above / below
    double slopeAtPoint = 0;      // of that polynomial
    for (std::size_t i = 0; i < count; ++i) {
      if (i == j) continue;
      above *= t - points[i];
      below *= points[j] - points[i];
      slopeAtPoint += 1 / (points[j] - points[i]);
    }
    const double square = (above / below) * (above / below);
    weights.value[j] = square * (1 - 2 * (t - points[j]) * slopeAtPoint);
    weights.slope[j] = square * (t - points[j]);
  }
  return weights;
}

}  // namespace abscope
