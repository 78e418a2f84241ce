#include "platform/cell_sprites.h"

#include <algorithm>
#include <cmath>

#include "platform/cell_shading.h"

namespace abscope {

namespace {

using namespace drawing;

// --- the kinds: first what is random in a drawing, then its pixels ---

void prepareTumourCell(Drawing& d, Rng& rng) {
  addWaves(d.edge, rng, 0.05F, 0.055F, 0.04F);
  for (int i = 0; i < 7; ++i) d.addSpot(spotAround(rng, 0.58F, 0.8F, 0.03F, 0.07F));  // grains
  d.nucleus = {rng.between(-0.16F, 0.16F), rng.between(-0.16F, 0.16F), 0.46F, 1};
  addWaves(d.core, rng, 0.13F, 0.06F, 0.03F);
  for (int i = 0; i < 5; ++i) d.addSpot(spotAround(rng, 0.1F, 0.34F, 0.06F, 0.06F));  // chromatin
}

// A resistant tumour cell tells itself by its shape: notches all around, and a thick rim.
void prepareResistantCell(Drawing& d, Rng& rng) {
  prepareTumourCell(d, rng);
  constexpr float kNotches = 6, kDepth = 0.24F, kHalfWidth = 0.3F;  // width: in spaces of notches
  const float turn = rng.between(0, 1);
  for (std::size_t i = 0; i < d.edge.size(); ++i) {
    const float beat = kNotches * static_cast<float>(i) / static_cast<float>(d.edge.size()) + turn;
    const float away = std::fabs(beat - std::floor(beat) - 0.5F);
    d.edge[i] *= 1 - kDepth * std::max(0.0F, 1 - away / kHalfWidth);
  }
}

void tumourCell(Pixel& pixel, const Place& at, const Drawing& d, float rimWidth) {
  const float distance = at.radius - 0.97F * radiusAt(d.edge, at.angle);
  body(pixel, at, distance, d.shades, d.dark ? 0.93F : 0.9F, rimWidth, d.dark ? 0.85F : 0.45F);
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

// Resident memory: an effector within a second ring.
void ringedCell(Pixel& pixel, const Place& at, const Drawing& d) {
  const float distance = at.radius - radiusAt(d.edge, at.angle);
  shadow(pixel, distance, d.dark);
  pixel.over(d.dark ? darker(d.shades.body, 0.72F) : Colour{1, 1, 1}, 0.82F * at.inside(distance));
  pixel.over(d.dark ? d.shades.rim : d.shades.body, at.line(distance + 0.08F, 0.15F));
  body(pixel, at, distance + 0.34F, d.shades, 1, 0.1F, 0.4F);
  nucleus(pixel, at, at.from(0.5F * d.nucleus.x, 0.5F * d.nucleus.y) - 0.34F, d.shades);
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
    case 13:
      prepareResistantCell(d, rng);
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
      tumourCell(pixel, at, d, 0.075F);
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
    case 12:
      ringedCell(pixel, at, d);
      break;
    case 13:
      tumourCell(pixel, at, d, 0.19F);
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
