#pragma once
// Small random numbers with the same results on every target: integer arithmetic only until the
// last step. SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195).
#include <cstdint>

namespace abscope {

// A well-mixed function of its argument: the n-th number without the ones before it.
constexpr std::uint64_t mix64(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

// The same in 32 bits for work per frame (Wellons 2018, "lowbias32").
constexpr std::uint32_t mix32(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352dU;
  x ^= x >> 15;
  x *= 0x846ca68bU;
  return x ^ (x >> 16);
}

// From 0 up to, not including, 1, in steps that a float holds exactly.
constexpr float unitFloat(std::uint32_t bits) {
  return static_cast<float>(bits >> 8) * (1.0F / 16777216.0F);
}

class Rng {
 public:
  explicit constexpr Rng(std::uint64_t seed) : state_(seed) {}

  constexpr std::uint64_t next() {
    const std::uint64_t value = mix64(state_);
    state_ += 0x9e3779b97f4a7c15ULL;
    return value;
  }
  constexpr double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  constexpr float uniformFloat() { return unitFloat(static_cast<std::uint32_t>(next() >> 32)); }
  constexpr float between(float low, float high) { return low + (high - low) * uniformFloat(); }
  // From 0 to n - 1; n at least 1. The bias of the multiplication is below n / 2^32.
  constexpr std::uint32_t below(std::uint32_t n) {
    return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32);
  }

 private:
  std::uint64_t state_;
};

}  // namespace abscope
