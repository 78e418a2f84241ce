#pragma once
// What drawings of cells are made of: colours, soft shapes, irregular outlines and the layers of a
// cell.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "core/rng.h"

namespace abscope::drawing {

inline constexpr float kPi = 3.14159265F;

struct Colour {
  float r, g, b;
};
inline Colour fromHex(std::uint32_t hex) {
  return {static_cast<float>((hex >> 16) & 255U) / 255.0F,
          static_cast<float>((hex >> 8) & 255U) / 255.0F, static_cast<float>(hex & 255U) / 255.0F};
}
inline Colour blend(Colour a, Colour b, float share) {
  return {a.r + share * (b.r - a.r), a.g + share * (b.g - a.g), a.b + share * (b.b - a.b)};
}
inline Colour lighter(Colour c, float share) { return blend(c, {1, 1, 1}, share); }
inline Colour darker(Colour c, float share) { return blend(c, {0, 0, 0}, share); }

inline float clamp01(float x) { return std::clamp(x, 0.0F, 1.0F); }
inline float smooth(float low, float high, float x) {
  const float t = clamp01((x - low) / (high - low));
  return t * t * (3 - 2 * t);
}

// One pixel while layers are put on it, multiplied by alpha.
struct Pixel {
  float r = 0, g = 0, b = 0, a = 0;

  void over(Colour c, float alpha) {
    const float keep = 1 - alpha;
    r = c.r * alpha + r * keep;
    g = c.g * alpha + g * keep;
    b = c.b * alpha + b * keep;
    a = alpha + a * keep;
  }
  void add(Colour c, float light) {
    r += c.r * light;
    g += c.g * light;
    b += c.b * light;
  }
};

// A place in a drawing: in radii of the cell, y down. `soft` is about half a pixel there.
struct Place {
  float x, y;
  float radius, angle;  // angle from 0 to 1, in turns
  float soft;

  // 1 inside a shape whose edge is at distance 0, 0 outside.
  float inside(float distance) const { return clamp01(0.5F - distance / (2 * soft)); }
  float line(float distance, float width) const { return inside(std::fabs(distance) - width / 2); }
  // A spot with soft edges.
  float spot(float distance, float blur) const {
    return clamp01(0.5F - distance / (2 * soft + blur));
  }
  float from(float px, float py) const {
    return std::sqrt((x - px) * (x - px) + (y - py) * (y - py));
  }
};

// A closed outline: its radius by direction.
using Outline = std::array<float, 128>;

inline float radiusAt(const Outline& outline, float turns) {
  const float place = turns * 128;
  const auto i = static_cast<std::size_t>(place);
  const float share = place - static_cast<float>(i);
  return outline[i & 127U] + share * (outline[(i + 1) & 127U] - outline[i & 127U]);
}

// Adds waves with `first`, `first` + 1 and `first` + 2 bumps.
inline void addWaves(Outline& outline, Rng& rng, float a, float b, float c, int first = 2) {
  const float amplitudes[3] = {a, b, c};
  for (int wave = 0; wave < 3; ++wave) {
    const float size = amplitudes[wave] * rng.between(0.6F, 1.2F);
    const float phase = rng.between(0, 2 * kPi);
    for (std::size_t i = 0; i < outline.size(); ++i) {
      outline[i] += size * std::sin(static_cast<float>(first + wave) * 2 * kPi *
                                        static_cast<float>(i) / 128.0F +
                                    phase);
    }
  }
}

struct Spot {
  float x, y, size, strength;
};

// What the shades of one kind are made of.
struct Shades {
  Colour body, rim, core, nucleus, deep;
};
inline Shades shadesOf(Colour base, bool dark) {
  if (dark) {
    return {base, lighter(base, 0.38F), darker(base, 0.16F), darker(base, 0.5F),
            darker(base, 0.68F)};
  }
  return {lighter(base, 0.22F), darker(base, 0.3F), lighter(base, 0.1F), darker(base, 0.42F),
          darker(base, 0.6F)};
}

// One drawing with all that is random in it.
struct Drawing {
  Shades shades;
  bool dark;
  int kind, variant;
  float stage = 0;  // dying: 0 to 1
  Outline edge, core;
  Spot nucleus{};
  std::array<Spot, 12> spots{};
  int spotCount = 0;
  float turn = 0;

  void addSpot(Spot spot) { spots[static_cast<std::size_t>(spotCount++)] = spot; }
};

inline Spot spotAround(Rng& rng, float nearest, float farthest, float smallest, float largest) {
  const float a = rng.between(0, 2 * kPi), r = rng.between(nearest, farthest);
  return {r * std::cos(a), r * std::sin(a), rng.between(smallest, largest), 1};
}

// --- layers ---

// A soft shadow that lifts a cell from those below.
inline void shadow(Pixel& pixel, float distance, bool dark) {
  if (distance > 0.34F) return;
  const float depth = dark ? 0.5F : 0.2F;
  pixel.over({0, 0, 0.02F}, depth * (1 - smooth(-0.05F, 0.34F, distance)));
}

// Body with a darker middle, a bright rim and a thin dark line that parts it from its neighbours.
inline void body(Pixel& pixel, const Place& at, float distance, const Shades& shades, float opacity,
                 float rimWidth, float parting) {
  pixel.over(shades.deep, parting * at.inside(distance - 0.045F));
  const float depth = smooth(0.75F, 0.0F, -distance);  // 1 at the edge
  const float within = at.inside(distance);
  pixel.over(blend(shades.core, shades.body, depth), opacity * within);
  pixel.over(shades.rim, 0.85F * at.line(distance + rimWidth * 0.75F, rimWidth) * within);
}

inline void nucleus(Pixel& pixel, const Place& at, float distance, const Shades& shades) {
  const float within = at.inside(distance);
  pixel.over(shades.nucleus, 0.95F * within);
  pixel.over(shades.deep, 0.5F * at.line(distance + 0.03F, 0.07F) * within);
}

}  // namespace abscope::drawing
