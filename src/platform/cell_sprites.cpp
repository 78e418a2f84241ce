#include "platform/cell_sprites.h"

#include <algorithm>
#include <cmath>

#include "core/rng.h"

namespace abscope {

namespace {

constexpr float kPi = 3.14159265F;

struct Colour {
  float r, g, b;
};
Colour fromHex(std::uint32_t hex) {
  return {static_cast<float>((hex >> 16) & 255U) / 255.0F,
          static_cast<float>((hex >> 8) & 255U) / 255.0F, static_cast<float>(hex & 255U) / 255.0F};
}
Colour blend(Colour a, Colour b, float share) {
  return {a.r + share * (b.r - a.r), a.g + share * (b.g - a.g), a.b + share * (b.b - a.b)};
}
Colour lighter(Colour c, float share) { return blend(c, {1, 1, 1}, share); }
Colour darker(Colour c, float share) { return blend(c, {0, 0, 0}, share); }

float clamp01(float x) { return std::clamp(x, 0.0F, 1.0F); }
float smooth(float low, float high, float x) {
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

// A place in a drawing: in radii of the cell, y down. `soft` is the width of half a pixel there.
struct Place {
  float x, y;
  float radius, angle;
  float soft;

  // 1 inside a shape whose edge is at distance 0, 0 outside.
  float inside(float distance) const { return clamp01(0.5F - distance / (2 * soft)); }
  float line(float distance, float width) const { return inside(std::fabs(distance) - width / 2); }
  float from(float px, float py) const { return std::hypot(x - px, y - py); }
};

// Waves of a closed outline.
struct Wobble {
  float amplitude[3];
  float phase[3];
  float bumps[3];
};
Wobble wobble(Rng& rng, float a, float b, float c, float first = 2) {
  Wobble w{};
  const float amplitudes[3] = {a, b, c};
  for (int i = 0; i < 3; ++i) {
    w.amplitude[i] = amplitudes[i] * rng.between(0.6F, 1.2F);
    w.phase[i] = rng.between(0, 2 * kPi);
    w.bumps[i] = first + static_cast<float>(i);
  }
  return w;
}
float radiusOf(const Wobble& w, float angle) {
  float radius = 1;
  for (int i = 0; i < 3; ++i) radius += w.amplitude[i] * std::sin(w.bumps[i] * angle + w.phase[i]);
  return radius;
}

// What the shades of one kind are made of.
struct Shades {
  Colour body, rim, core, nucleus, deep;
};
Shades shadesOf(Colour base, bool dark) {
  if (dark) {
    return {base, lighter(base, 0.38F), darker(base, 0.16F), darker(base, 0.5F),
            darker(base, 0.68F)};
  }
  return {lighter(base, 0.22F), darker(base, 0.3F), lighter(base, 0.1F), darker(base, 0.42F),
          darker(base, 0.6F)};
}

// A soft shadow that lifts a cell from those below.
void shadow(Pixel& pixel, float distance, bool dark) {
  const float depth = dark ? 0.5F : 0.2F;
  pixel.over({0, 0, 0.02F}, depth * (1 - smooth(-0.05F, 0.34F, distance)));
}

// Body with a darker middle, a bright rim and a thin dark line that parts it from its neighbours.
void body(Pixel& pixel, const Place& at, float distance, const Shades& shades, float opacity,
          float rimWidth, float parting) {
  pixel.over(shades.deep, parting * at.inside(distance - 0.045F));
  const float depth = smooth(0.75F, 0.0F, -distance);  // 1 at the edge
  pixel.over(blend(shades.core, shades.body, depth), opacity * at.inside(distance));
  pixel.over(shades.rim,
             0.85F * at.line(distance + rimWidth * 0.75F, rimWidth) * at.inside(distance));
}

void nucleus(Pixel& pixel, const Place& at, float distance, const Shades& shades) {
  pixel.over(shades.nucleus, 0.95F * at.inside(distance));
  pixel.over(shades.deep, 0.5F * at.line(distance + 0.03F, 0.07F) * at.inside(distance));
}

// --- the kinds ---

struct Drawing {
  Shades shades;
  bool dark;
  int kind, variant;
  std::uint64_t seed;
};

void tumourCell(Pixel& pixel, const Place& at, const Drawing& d) {
  Rng rng(d.seed);
  const Wobble outline = wobble(rng, 0.05F, 0.055F, 0.04F);
  const float distance = at.radius - 0.97F * radiusOf(outline, at.angle);
  body(pixel, at, distance, d.shades, d.dark ? 0.93F : 0.9F, 0.075F, d.dark ? 0.85F : 0.45F);
  // Grains of the cytoplasm.
  for (int i = 0; i < 7; ++i) {
    const float a = rng.between(0, 2 * kPi), r = rng.between(0.58F, 0.8F);
    const float grain = at.from(r * std::cos(a), r * std::sin(a)) - rng.between(0.03F, 0.07F);
    pixel.over(d.shades.rim,
               0.28F * clamp01(0.5F - grain / (2 * at.soft + 0.03F)) * at.inside(distance + 0.1F));
  }
  const float nx = rng.between(-0.16F, 0.16F), ny = rng.between(-0.16F, 0.16F);
  const Wobble round = wobble(rng, 0.13F, 0.06F, 0.03F);
  const float dx = at.x - nx, dy = at.y - ny;
  const float nd = std::hypot(dx, dy) - 0.46F * radiusOf(round, std::atan2(dy, dx));
  nucleus(pixel, at, nd, d.shades);
  // Chromatin and a nucleolus.
  for (int i = 0; i < 5; ++i) {
    const float a = rng.between(0, 2 * kPi), r = rng.between(0.1F, 0.34F);
    const float clump = std::hypot(dx - r * std::cos(a), dy - r * std::sin(a)) - 0.06F;
    pixel.over(i == 0 ? d.shades.deep : d.shades.body,
               (i == 0 ? 0.8F : 0.35F) * clamp01(0.5F - clump / (2 * at.soft + 0.05F)) *
                   at.inside(nd + 0.04F));
  }
}

// Stage 0: hit, still whole; then it shrinks, its outline breaks into dashes, embers glow and go
// out, and it falls into small bodies.
void dyingCell(Pixel& pixel, const Place& at, const Drawing& d) {
  const int variant = d.variant / kDyingStages, stage = d.variant % kDyingStages;
  Rng rng(mix64(9001 + static_cast<std::uint64_t>(variant)));
  const float t = static_cast<float>(stage) / static_cast<float>(kDyingStages - 1);
  const Wobble outline = wobble(rng, 0.05F, 0.06F, 0.05F);
  const float distance = at.radius - (0.98F - 0.14F * t) * radiusOf(outline, at.angle);
  const Colour ash = d.shades.body;
  const float opacity = (d.dark ? 0.62F : 0.4F) * (1 - 0.72F * t);
  pixel.over(darker(ash, d.dark ? 0.6F : 0.0F), opacity * at.inside(distance));
  // Dashes along the outline, ever fewer.
  const float dashes = 9;
  const float beat = at.angle / (2 * kPi) * dashes + rng.between(0, 1);
  const float inDash = std::fabs(beat - std::floor(beat) - 0.5F) * 2;  // 0 in a dash's middle
  const float open = 0.72F - 0.34F * t;
  const float alongSoft = at.soft * dashes / (2 * kPi * std::max(at.radius, 0.3F)) * 2 + 0.04F;
  const float dash = clamp01(0.5F + (open - inDash) / (2 * alongSoft));
  pixel.over(d.dark ? lighter(ash, 0.3F) : darker(ash, 0.15F),
             (0.95F - 0.45F * t) * dash * at.line(distance + 0.05F, 0.1F));
  // What is left of the nucleus breaks into clumps.
  const int clumps = 1 + stage;
  for (int i = 0; i < clumps; ++i) {
    const float a =
        2 * kPi * (static_cast<float>(i) + rng.between(-0.2F, 0.2F)) / static_cast<float>(clumps);
    const float r = 0.12F + 0.36F * t * rng.between(0.7F, 1.1F);
    const float size = 0.4F - 0.24F * std::min(1.0F, 1.6F * t);
    const float clump =
        at.from(r * std::cos(a), r * std::sin(a)) - size * (clumps == 1 ? 1 : 0.85F);
    pixel.over(d.dark ? darker(ash, 0.55F) : darker(ash, 0.3F),
               (0.9F - 0.55F * t) * at.inside(clump));
  }
  // Embers.
  const float glow = t < 0.2F ? 0.75F + 1.25F * t : 1.0F - 1.1F * (t - 0.2F);
  const Colour hot = fromHex(d.dark ? 0xffd28a : 0xe0781e),
               warm = fromHex(d.dark ? 0xff8a3c : 0xd9601a);
  for (int i = 0; i < 6; ++i) {
    const float a = 2 * kPi * (static_cast<float>(i) + rng.between(-0.35F, 0.35F)) / 6;
    const float r = rng.between(0.18F, 0.68F) * (1 + 0.25F * t);
    const float size = rng.between(0.055F, 0.11F) * (1 - 0.35F * t);
    const float ember = at.from(r * std::cos(a), r * std::sin(a));
    const float halo = std::exp(-ember * ember / (2 * 0.17F * 0.17F));
    const float strength = glow * rng.between(0.6F, 1.0F);
    if (d.dark) {
      pixel.add(warm, 0.42F * strength * halo);
    } else {
      pixel.over(warm, 0.4F * strength * halo);
    }
    pixel.over(hot,
               clamp01(1.1F * strength) * clamp01(0.5F - (ember - size) / (2 * at.soft + 0.03F)));
  }
}

void roundCell(Pixel& pixel, const Place& at, const Drawing& d, bool haloed) {
  Rng rng(d.seed);
  const Wobble outline = wobble(rng, 0.012F, 0.012F, 0.012F);
  const float distance = at.radius - radiusOf(outline, at.angle);
  if (haloed && d.dark) pixel.add(d.shades.body, 0.3F * (1 - smooth(0.0F, 0.42F, distance)));
  shadow(pixel, distance, d.dark);
  body(pixel, at, distance, d.shades, 1, 0.13F, 0.6F);
  const float nx = rng.between(-0.08F, 0.08F), ny = rng.between(-0.08F, 0.08F);
  nucleus(pixel, at, at.from(nx, ny) - 0.56F, d.shades);
  pixel.over(d.shades.body, 0.4F * clamp01(0.5F - (at.from(nx - 0.14F, ny - 0.16F) - 0.12F) /
                                                      (2 * at.soft + 0.12F)));
}

void hollowCell(Pixel& pixel, const Place& at, const Drawing& d) {
  const float distance = at.radius - 1;
  shadow(pixel, distance, d.dark);
  pixel.over(d.dark ? darker(d.shades.body, 0.72F) : Colour{1, 1, 1}, 0.82F * at.inside(distance));
  pixel.over(d.shades.body, at.line(distance + 0.15F, 0.3F));
  pixel.over(d.shades.nucleus, 0.5F * at.inside(at.radius - 0.3F));
}

// A polygon with rounded corners: distance to its edge.
float polygon(const Place& at, int corners, float reach, float round) {
  const float sector = 2 * kPi / static_cast<float>(corners);
  float a = std::fmod(at.angle + kPi / 2 + 8 * kPi, sector) - sector / 2;
  a = std::fabs(a);
  const float flat = reach * std::cos(sector / 2) - round;
  // Corner region: distance to the rounded corner.
  const float px = at.radius * std::cos(a), py = at.radius * std::sin(a);
  const float half = flat * std::tan(sector / 2);
  if (py > half)
    return std::hypot(px - flat, py - half) * (px > flat - 1e-3F ? 1.0F : 1.0F) - round;
  return px - flat - round;
}

void cornered(Pixel& pixel, const Place& at, const Drawing& d, int corners, float reach,
              float round) {
  const float distance = polygon(at, corners, reach, round);
  shadow(pixel, distance, d.dark);
  body(pixel, at, distance, d.shades, 1, 0.12F, 0.6F);
  Rng rng(d.seed);
  if (corners == 6) {
    // Lobes of a young granulocyte's nucleus.
    const float turn = rng.between(0, 2 * kPi);
    float lobes = 1e9F;
    for (int i = 0; i < 3; ++i) {
      const float a = turn + 1.9F * static_cast<float>(i);
      lobes = std::min(lobes, at.from(0.28F * std::cos(a), 0.28F * std::sin(a)) - 0.24F);
    }
    nucleus(pixel, at, lobes, d.shades);
  } else {
    nucleus(pixel, at, at.from(0, corners == 3 ? 0.06F : 0) - (corners == 3 ? 0.34F : 0.4F),
            d.shades);
  }
}

void macrophage(Pixel& pixel, const Place& at, const Drawing& d) {
  Rng rng(d.seed);
  const Wobble slow = wobble(rng, 0.05F, 0.06F, 0.04F);
  const Wobble ruffles = wobble(rng, 0.05F, 0.055F, 0.04F, 6);
  const float edge = radiusOf(slow, at.angle) + radiusOf(ruffles, at.angle) - 1;
  const float distance = (at.radius - 0.94F * edge) * 0.9F;
  shadow(pixel, distance, d.dark);
  body(pixel, at, distance, d.shades, 1, 0.1F, 0.6F);
  for (int i = 0; i < 8; ++i) {  // vacuoles
    const float a = rng.between(0, 2 * kPi), r = rng.between(0.45F, 0.75F);
    const float size = rng.between(0.05F, 0.1F);
    const float grain = at.from(r * std::cos(a), r * std::sin(a)) - size;
    pixel.over(d.shades.rim,
               0.42F * clamp01(0.5F - grain / (2 * at.soft + 0.02F)) * at.inside(distance + 0.12F));
  }
  // A nucleus with a dent.
  const float turn = rng.between(0, 2 * kPi);
  const float cx = 0.14F * std::cos(turn), cy = 0.14F * std::sin(turn);
  const float dent = 0.3F - at.from(-0.3F * std::cos(turn), -0.3F * std::sin(turn));
  nucleus(pixel, at, std::max(at.from(cx, cy) - 0.42F, dent), d.shades);
}

void dendriticCell(Pixel& pixel, const Place& at, const Drawing& d) {
  Rng rng(d.seed);
  // Arms: long and slender, each of its own length.
  constexpr int kArms = 8;
  float distance = at.radius - 0.5F;
  for (int i = 0; i < kArms; ++i) {
    const float a = 2 * kPi * (static_cast<float>(i) + rng.between(-0.22F, 0.22F)) / kArms;
    const float reach = rng.between(0.92F, 1.28F);
    const float along = at.x * std::cos(a) + at.y * std::sin(a);
    const float across = std::fabs(-at.x * std::sin(a) + at.y * std::cos(a));
    const float share = clamp01(along / reach);
    const float width = 0.24F * (1 - share) + 0.035F;
    const float arm =
        along < 0 ? 1e3F
                  : (along > reach ? std::hypot(along - reach, across) - 0.035F : across - width);
    distance = std::min(distance, arm);
  }
  shadow(pixel, distance, d.dark);
  body(pixel, at, distance, d.shades, 1, 0.07F, 0.6F);
  nucleus(pixel, at, at.from(0.04F, 0) - 0.27F, d.shades);
}

// A primed T cell; one in three drawings divides.
void primedCell(Pixel& pixel, const Place& at, const Drawing& d) {
  if (d.variant != 2) return roundCell(pixel, at, d, false);
  const float left = at.from(-0.36F, 0) - 0.66F, right = at.from(0.36F, 0) - 0.66F;
  const float distance = std::min(left, right);
  shadow(pixel, distance, d.dark);
  body(pixel, at, distance, d.shades, 1, 0.12F, 0.6F);
  nucleus(pixel, at, std::min(at.from(-0.4F, 0), at.from(0.4F, 0)) - 0.32F, d.shades);
}

Pixel drawn(const Place& at, const Drawing& d) {
  Pixel pixel;
  switch (d.kind) {
    case 0:
      tumourCell(pixel, at, d);
      break;
    case 1:
      dyingCell(pixel, at, d);
      break;
    case 2:
      roundCell(pixel, at, d, true);
      break;
    case 3:
      hollowCell(pixel, at, d);
      break;
    case 4:
      cornered(pixel, at, d, 4, 1.26F, 0.2F);
      break;
    case 5:
      cornered(pixel, at, d, 6, 1.08F, 0.12F);
      break;
    case 6:
    case 7:
      macrophage(pixel, at, d);
      break;
    case 8:
      cornered(pixel, at, d, 3, 1.5F, 0.22F);
      break;
    case 9:
      dendriticCell(pixel, at, d);
      break;
    case 10:
      primedCell(pixel, at, d);
      break;
    default:
      roundCell(pixel, at, d, true);
      break;
  }
  return pixel;
}

std::uint8_t byteOf(float value) {
  return static_cast<std::uint8_t>(clamp01(value) * 255.0F + 0.5F);
}

}  // namespace

std::vector<std::uint8_t> drawCellSprites(const CellLook& look, int side) {
  const auto pixels = static_cast<std::size_t>(side * side);
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(kCellDrawingCount) * pixels * 4);
  std::size_t out = 0;
  const float step = 2 * kDrawingReach / static_cast<float>(side);
  for (int kind = 0; kind < kCellDrawingKinds; ++kind) {
    const auto k = static_cast<std::size_t>(kind);
    Drawing d{shadesOf(fromHex(look.kinds[k]), look.dark), look.dark, kind, 0, 0};
    for (d.variant = 0; d.variant < kCellDrawings[k]; ++d.variant) {
      d.seed = mix64(static_cast<std::uint64_t>(kind * 100 + d.variant));
      for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
          Place at{};
          at.x = (static_cast<float>(column) + 0.5F) * step - kDrawingReach;
          at.y = (static_cast<float>(row) + 0.5F) * step - kDrawingReach;
          at.radius = std::hypot(at.x, at.y);
          at.angle = std::atan2(at.y, at.x);
          at.soft = 0.7F * step;
          const Pixel pixel = drawn(at, d);
          bytes[out++] = byteOf(pixel.r);
          bytes[out++] = byteOf(pixel.g);
          bytes[out++] = byteOf(pixel.b);
          bytes[out++] = byteOf(pixel.a);
        }
      }
    }
  }
  return bytes;
}

}  // namespace abscope
