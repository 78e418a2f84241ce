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

// The same against another course of the same patient, as logarithms that add up: what changed the
// kill of one tumour cell by CD8 cells, and by how much.
struct BalanceAgainst {
  struct Term {
    std::string_view key;
    double log = 0;  // natural; above 0 helps
  };
  std::array<Term, kBalanceFactors + 1> terms;  // the last: CD8 cells for each tumour cell
  double log = 0;                               // of the kill rate: the sum
};
BalanceAgainst balanceAgainst(const Course& course, const Course& other, double day, Site site);

Balance balanceOf(const Course& course, double day, Site site);

}  // namespace abscope
