#include "platform/cell_sprites.h"

#include <algorithm>
#include <array>
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

float radiusAt(const Outline& outline, float turns) {
  const float place = turns * 128;
  const auto i = static_cast<std::size_t>(place);
  const float share = place - static_cast<float>(i);
  return outline[i & 127U] + share * (outline[(i + 1) & 127U] - outline[i & 127U]);
}

// Adds waves with `first`, `first` + 1 and `first` + 2 bumps.
void addWaves(Outline& outline, Rng& rng, float a, float b, float c, int first = 2) {
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
Shades shadesOf(Colour base, bool dark) {
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

Spot spotAround(Rng& rng, float nearest, float farthest, float smallest, float largest) {
  const float a = rng.between(0, 2 * kPi), r = rng.between(nearest, farthest);
  return {r * std::cos(a), r * std::sin(a), rng.between(smallest, largest), 1};
}

// --- layers ---

// A soft shadow that lifts a cell from those below.
void shadow(Pixel& pixel, float distance, bool dark) {
  if (distance > 0.34F) return;
  const float depth = dark ? 0.5F : 0.2F;
  pixel.over({0, 0, 0.02F}, depth * (1 - smooth(-0.05F, 0.34F, distance)));
}

// Body with a darker middle, a bright rim and a thin dark line that parts it from its neighbours.
void body(Pixel& pixel, const Place& at, float distance, const Shades& shades, float opacity,
          float rimWidth, float parting) {
  pixel.over(shades.deep, parting * at.inside(distance - 0.045F));
  const float depth = smooth(0.75F, 0.0F, -distance);  // 1 at the edge
  const float within = at.inside(distance);
  pixel.over(blend(shades.core, shades.body, depth), opacity * within);
  pixel.over(shades.rim, 0.85F * at.line(distance + rimWidth * 0.75F, rimWidth) * within);
}

void nucleus(Pixel& pixel, const Place& at, float distance, const Shades& shades) {
  const float within = at.inside(distance);
  pixel.over(shades.nucleus, 0.95F * within);
  pixel.over(shades.deep, 0.5F * at.line(distance + 0.03F, 0.07F) * within);
}

// --- the kinds: first what is random in a drawing, then its pixels ---

void prepareTumourCell(Drawing& d, Rng& rng) {
  addWaves(d.edge, rng, 0.05F, 0.055F, 0.04F);
  for (int i = 0; i < 7; ++i) d.addSpot(spotAround(rng, 0.58F, 0.8F, 0.03F, 0.07F));  // grains
  d.nucleus = {rng.between(-0.16F, 0.16F), rng.between(-0.16F, 0.16F), 0.46F, 1};
  addWaves(d.core, rng, 0.13F, 0.06F, 0.03F);
  for (int i = 0; i < 5; ++i) d.addSpot(spotAround(rng, 0.1F, 0.34F, 0.06F, 0.06F));  // chromatin
}

void tumourCell(Pixel& pixel, const Place& at, const Drawing& d) {
  const float distance = at.radius - 0.97F * radiusAt(d.edge, at.angle);
  body(pixel, at, distance, d.shades, d.dark ? 0.93F : 0.9F, 0.075F, d.dark ? 0.85F : 0.45F);
  if (distance > 0) return;
  for (std::size_t i = 0; i < 7; ++i) {
    const Spot& grain = d.spots[i];
    pixel.over(d.shades.rim, 0.28F * at.spot(at.from(grain.x, grain.y) - grain.size, 0.03F) *
                                 at.inside(distance + 0.1F));
  }
  const Place inner = {at.x - d.nucleus.x, at.y - d.nucleus.y, at.from(d.nucleus.x, d.nucleus.y),
                       at.angle, at.soft};
  const float core = inner.radius - 0.46F * radiusAt(d.core, at.angle);
  nucleus(pixel, at, core, d.shades);
  if (core > 0) return;
  for (std::size_t i = 7; i < 12; ++i) {
    const Spot& clump = d.spots[i];
    pixel.over(i == 7 ? d.shades.deep : d.shades.body,
               (i == 7 ? 0.8F : 0.35F) * at.spot(inner.from(clump.x, clump.y) - clump.size, 0.05F) *
                   at.inside(core + 0.04F));
  }
}

// Stage 0: hit, still whole; then it shrinks, its outline breaks into dashes, embers glow and go
// out, and its nucleus falls into clumps.
void prepareDyingCell(Drawing& d) {
  const int variant = d.variant / kDyingStages, stage = d.variant % kDyingStages;
  Rng rng(mix64(9001 + static_cast<std::uint64_t>(variant)));
  d.stage = static_cast<float>(stage) / static_cast<float>(kDyingStages - 1);
  const float t = d.stage;
  addWaves(d.edge, rng, 0.05F, 0.06F, 0.05F);
  d.turn = rng.between(0, 1);
  for (int i = 0; i < 6; ++i) {  // embers
    const float a = 2 * kPi * (static_cast<float>(i) + rng.between(-0.35F, 0.35F)) / 6;
    const float r = rng.between(0.18F, 0.68F) * (1 + 0.25F * t);
    const float size = rng.between(0.05F, 0.1F) * (1 - 0.35F * t);
    d.addSpot({r * std::cos(a), r * std::sin(a), size, rng.between(0.55F, 1.0F)});
  }
  const int clumps = 1 + stage;
  for (int i = 0; i < clumps; ++i) {
    const float a =
        2 * kPi * (static_cast<float>(i) + rng.between(-0.2F, 0.2F)) / static_cast<float>(clumps);
    const float r = 0.1F + 0.36F * t * rng.between(0.7F, 1.1F);
    d.addSpot({r * std::cos(a), r * std::sin(a),
               (0.42F - 0.26F * std::min(1.0F, 1.6F * t)) * (clumps == 1 ? 1.0F : 0.85F), 1});
  }
}

void dyingCell(Pixel& pixel, const Place& at, const Drawing& d) {
  const float t = d.stage;
  const float distance = at.radius - (0.98F - 0.14F * t) * radiusAt(d.edge, at.angle);
  const Colour ash = d.shades.body;
  // From the violet of the living to ash.
  const Colour flesh = blend(fromHex(d.dark ? 0x4b4360 : 0xb9aec9),
                             d.dark ? darker(ash, 0.62F) : ash, smooth(0.0F, 0.6F, t));
  pixel.over(flesh, (d.dark ? 0.8F : 0.5F) * (1 - 0.75F * t) * at.inside(distance));
  const float dashes = 9;
  const float beat = at.angle * dashes + d.turn;
  const float inDash = std::fabs(beat - std::floor(beat) - 0.5F) * 2;  // 0 in a dash's middle
  const float open = 0.76F - 0.36F * t;
  const float alongSoft = at.soft * dashes / (kPi * std::max(at.radius, 0.3F)) + 0.04F;
  const float dash = clamp01(0.5F + (open - inDash) / (2 * alongSoft));
  pixel.over(d.dark ? lighter(ash, 0.12F) : darker(ash, 0.15F),
             (0.85F - 0.45F * t) * dash * at.line(distance + 0.05F, 0.09F));
  for (std::size_t i = 6; i < static_cast<std::size_t>(d.spotCount); ++i) {
    const Spot& clump = d.spots[i];
    pixel.over(d.dark ? darker(blend(flesh, ash, 0.3F), 0.4F) : darker(ash, 0.3F),
               (0.9F - 0.55F * t) * at.inside(at.from(clump.x, clump.y) - clump.size));
  }
  const float glow = t < 0.2F ? 0.7F + 1.5F * t : 1.0F - 1.15F * (t - 0.2F);
  const Colour hot = fromHex(d.dark ? 0xffcf86 : 0xe0781e),
               warm = fromHex(d.dark ? 0xff8436 : 0xd9601a);
  for (std::size_t i = 0; i < 6; ++i) {
    const Spot& ember = d.spots[i];
    const float away = at.from(ember.x, ember.y);
    if (away > 0.55F) continue;
    const float strength = std::max(0.0F, glow) * ember.strength;
    const float halo = std::exp(-away * away / (2 * 0.16F * 0.16F));
    if (d.dark) {
      pixel.add(warm, 0.46F * strength * halo);
    } else {
      pixel.over(warm, 0.4F * strength * halo);
    }
    pixel.over(hot, clamp01(1.1F * strength) * at.spot(away - ember.size, 0.03F));
  }
}

void prepareRoundCell(Drawing& d, Rng& rng) {
  addWaves(d.edge, rng, 0.012F, 0.012F, 0.012F);
  d.nucleus = {rng.between(-0.08F, 0.08F), rng.between(-0.08F, 0.08F), 0.56F, 1};
}

void roundCell(Pixel& pixel, const Place& at, const Drawing& d, bool haloed) {
  const float distance = at.radius - radiusAt(d.edge, at.angle);
  if (haloed && d.dark) pixel.add(d.shades.body, 0.3F * (1 - smooth(0.0F, 0.42F, distance)));
  shadow(pixel, distance, d.dark);
  body(pixel, at, distance, d.shades, 1, 0.13F, 0.6F);
  nucleus(pixel, at, at.from(d.nucleus.x, d.nucleus.y) - d.nucleus.size, d.shades);
  pixel.over(d.shades.body,
             0.4F * at.spot(at.from(d.nucleus.x - 0.14F, d.nucleus.y - 0.16F) - 0.12F, 0.12F));
}

void hollowCell(Pixel& pixel, const Place& at, const Drawing& d) {
  const float distance = at.radius - 1;
  shadow(pixel, distance, d.dark);
  pixel.over(d.dark ? darker(d.shades.body, 0.72F) : Colour{1, 1, 1}, 0.82F * at.inside(distance));
  pixel.over(d.shades.body, at.line(distance + 0.15F, 0.3F));
  pixel.over(d.shades.nucleus, 0.5F * at.inside(at.radius - 0.3F));
}

// Distance to the edge of a regular polygon with rounded corners.
float polygon(const Place& at, int corners, float reach, float round) {
  const float sector = 2 * kPi / static_cast<float>(corners);
  const float turned = (at.angle - 0.5F) * 2 * kPi + kPi / 2;
  const float a = std::fabs(turned - sector * std::floor(turned / sector) - sector / 2);
  const float flat = reach * std::cos(sector / 2) - round;
  const float along = at.radius * std::cos(a), across = at.radius * std::sin(a);
  const float half = flat * std::tan(sector / 2);
  if (across <= half) return along - flat - round;
  return std::sqrt((along - flat) * (along - flat) + (across - half) * (across - half)) - round;
}

void prepareCornered(Drawing& d, Rng& rng) {
  if (d.kind != 5) return;
  const float turn = rng.between(0, 2 * kPi);  // lobes of a young granulocyte's nucleus
  for (int i = 0; i < 3; ++i) {
    const float a = turn + 1.9F * static_cast<float>(i);
    d.addSpot({0.28F * std::cos(a), 0.28F * std::sin(a), 0.24F, 1});
  }
}

void cornered(Pixel& pixel, const Place& at, const Drawing& d, int corners, float reach,
              float round) {
  const float distance = polygon(at, corners, reach, round);
  shadow(pixel, distance, d.dark);
  body(pixel, at, distance, d.shades, 1, 0.12F, 0.6F);
  float core = corners == 3 ? at.from(0, 0.06F) - 0.34F : at.radius - 0.4F;
  if (d.spotCount > 0) {
    core = 1e9F;
    for (std::size_t i = 0; i < 3; ++i) {
      core = std::min(core, at.from(d.spots[i].x, d.spots[i].y) - d.spots[i].size);
    }
  }
  nucleus(pixel, at, core, d.shades);
}

void prepareMacrophage(Drawing& d, Rng& rng) {
  addWaves(d.edge, rng, 0.05F, 0.06F, 0.04F);
  addWaves(d.edge, rng, 0.05F, 0.055F, 0.04F, 6);
  for (int i = 0; i < 8; ++i) d.addSpot(spotAround(rng, 0.45F, 0.75F, 0.05F, 0.1F));  // vacuoles
  d.turn = rng.between(0, 2 * kPi);
}

void macrophage(Pixel& pixel, const Place& at, const Drawing& d) {
  const float distance = (at.radius - 0.94F * radiusAt(d.edge, at.angle)) * 0.9F;
  shadow(pixel, distance, d.dark);
  body(pixel, at, distance, d.shades, 1, 0.1F, 0.6F);
  if (distance > 0) return;
  for (std::size_t i = 0; i < 8; ++i) {
    const Spot& grain = d.spots[i];
    pixel.over(d.shades.rim, 0.42F * at.spot(at.from(grain.x, grain.y) - grain.size, 0.02F) *
                                 at.inside(distance + 0.12F));
  }
  // A nucleus with a dent.
  const float c = std::cos(d.turn), s = std::sin(d.turn);
  nucleus(pixel, at,
          std::max(at.from(0.14F * c, 0.14F * s) - 0.42F, 0.3F - at.from(-0.3F * c, -0.3F * s)),
          d.shades);
}

// Arms: long and slender, each of its own length. In a spot: direction and reach.
void prepareDendriticCell(Drawing& d, Rng& rng) {
  for (int i = 0; i < 8; ++i) {
    const float a = 2 * kPi * (static_cast<float>(i) + rng.between(-0.22F, 0.22F)) / 8;
    d.addSpot({std::cos(a), std::sin(a), rng.between(0.92F, 1.28F), 1});
  }
}

void dendriticCell(Pixel& pixel, const Place& at, const Drawing& d) {
  float distance = at.radius - 0.5F;
  for (std::size_t i = 0; i < 8; ++i) {
    const Spot& arm = d.spots[i];
    const float along = at.x * arm.x + at.y * arm.y;
    if (along < 0) continue;
    const float across = std::fabs(at.y * arm.x - at.x * arm.y);
    const float width = 0.24F * (1 - clamp01(along / arm.size)) + 0.035F;
    const float beyond = along - arm.size;
    distance = std::min(distance, beyond > 0 ? std::sqrt(beyond * beyond + across * across) - 0.035F
                                             : across - width);
  }
  shadow(pixel, distance, d.dark);
  body(pixel, at, distance, d.shades, 1, 0.07F, 0.6F);
  nucleus(pixel, at, at.from(0.04F, 0) - 0.27F, d.shades);
}

// A primed T cell; one in three drawings divides.
void primedCell(Pixel& pixel, const Place& at, const Drawing& d) {
  if (d.variant != 2) return roundCell(pixel, at, d, false);
  const float distance = std::min(at.from(-0.36F, 0), at.from(0.36F, 0)) - 0.66F;
  shadow(pixel, distance, d.dark);
  body(pixel, at, distance, d.shades, 1, 0.12F, 0.6F);
  nucleus(pixel, at, std::min(at.from(-0.4F, 0), at.from(0.4F, 0)) - 0.32F, d.shades);
}

Drawing prepared(const CellLook& look, int kind, int variant) {
  Drawing d{};
  d.shades = shadesOf(fromHex(look.kinds[static_cast<std::size_t>(kind)]), look.dark);
  d.dark = look.dark;
  d.kind = kind;
  d.variant = variant;
  d.edge.fill(1);
  d.core.fill(1);
  Rng rng(mix64(static_cast<std::uint64_t>(kind * 100 + variant)));
  switch (kind) {
    case 0:
      prepareTumourCell(d, rng);
      break;
    case 1:
      prepareDyingCell(d);
      break;
    case 4:
    case 5:
    case 8:
      prepareCornered(d, rng);
      break;
    case 6:
    case 7:
      prepareMacrophage(d, rng);
      break;
    case 9:
      prepareDendriticCell(d, rng);
      break;
    default:
      prepareRoundCell(d, rng);
      break;
  }
  return d;
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
  // From -1 to 1; each kind has its own reach.
  std::vector<Place> places(pixels);
  const float step = 2.0F / static_cast<float>(side);
  for (std::size_t i = 0; i < pixels; ++i) {
    Place& at = places[i];
    at.x = (static_cast<float>(i % static_cast<std::size_t>(side)) + 0.5F) * step - 1;
    at.y = (static_cast<float>(i / static_cast<std::size_t>(side)) + 0.5F) * step - 1;
    at.radius = std::sqrt(at.x * at.x + at.y * at.y);
    at.angle = 0.5F + std::atan2(at.y, at.x) / (2 * kPi) * 0.99999F;
  }
  std::uint8_t* out = bytes.data();
  for (int kind = 0; kind < kCellDrawingKinds; ++kind) {
    const float reach = kDrawingReach[static_cast<std::size_t>(kind)];
    for (int variant = 0; variant < kCellDrawings[static_cast<std::size_t>(kind)]; ++variant) {
      const Drawing drawing = prepared(look, kind, variant);
      for (const Place& unit : places) {
        // Nothing may touch the square's edge, which is repeated outwards when it turns.
        if (unit.radius < 1 - 0.6F * step) {
          const Place at = {unit.x * reach, unit.y * reach, unit.radius * reach, unit.angle,
                            0.7F * step * reach};
          const Pixel pixel = drawn(at, drawing);
          out[0] = byteOf(pixel.r);
          out[1] = byteOf(pixel.g);
          out[2] = byteOf(pixel.b);
          out[3] = byteOf(pixel.a);
        }
        out += 4;
      }
    }
  }
  return bytes;
}

}  // namespace abscope
