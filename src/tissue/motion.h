#pragma once
// Small functions of motion. Only + - * / and square roots, so that the same cells take the same
// ways on every target.
#include <cmath>

#include "core/rng.h"

namespace abscope {

struct Point {
  float x = 0, y = 0;
};
inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(float k, Point p) { return {k * p.x, k * p.y}; }
inline float squared(Point p) { return p.x * p.x + p.y * p.y; }
inline float length(Point p) { return std::sqrt(squared(p)); }
inline Point mix(Point a, Point b, float share) { return a + share * (b - a); }

inline float clamp01(float x) { return x < 0 ? 0 : (x > 1 ? 1 : x); }
// From 0 to 1, at rest at both ends.
inline float ease(float x) {
  x = clamp01(x);
  return x * x * (3 - 2 * x);
}

// Sine of an angle in turns, by parabolas; wrong by at most 0.0011.
inline float sineOfTurns(float turns) {
  const float t = 2 * (turns - std::floor(turns)) - 1;
  const float rough = -4 * t * (1 - std::fabs(t));
  return 0.225F * (rough * std::fabs(rough) - rough) + rough;
}
inline float cosineOfTurns(float turns) { return sineOfTurns(turns + 0.25F); }
inline Point directionOfTurns(float turns) { return {cosineOfTurns(turns), sineOfTurns(turns)}; }

}  // namespace abscope
