#pragma once
// The double-edged sword in numbers: what holds the killing by CD8 effectors up or helps it, now.
#include <array>
#include <string_view>

#include "model/course.h"

namespace abscope {

inline constexpr int kBalanceFactors = 9;

struct Balance {
  struct Factor {
    std::string_view key;  // language key
    double value = 1;      // below 1 hinders, above 1 helps
  };
  std::array<Factor, kBalanceFactors> factors;
  double product = 1;  // on the kill by one effector
};

Balance balanceOf(const Course& course, double day, Site site);

}  // namespace abscope
