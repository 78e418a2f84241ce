#include "core/normal.h"

#include <cmath>

namespace abscope {

double normalCdf(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

namespace {

// For z of 0 or less, where the share is exact even far out: a first guess good to 4.5e-4 (Hastings
// 1955; Abramowitz and Stegun 26.2.23), then Halley's steps, each of which triples the digits.
double lowerQuantile(double share) {
  const double t = std::sqrt(-2 * std::log(share));
  double z = (2.515517 + t * (0.802853 + t * 0.010328)) /
                 (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) -
             t;
  constexpr double kRootTwoPi = 2.5066282746310005;
  for (int i = 0; i < 2; ++i) {
    const double step = (normalCdf(z) - share) * kRootTwoPi * std::exp(0.5 * z * z);
    z -= step / (1 + 0.5 * z * step);
  }
  return z;
}

}  // namespace

double normalQuantile(double share) {
  return share <= 0.5 ? lowerQuantile(share) : -lowerQuantile(1 - share);
}

}  // namespace abscope
