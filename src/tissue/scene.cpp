#include "tissue/scene.h"

#include <algorithm>
#include <cmath>

namespace abscope {

namespace {

// A smooth way from a to b that leaves along `out` and bends towards b.
Point bent(Point a, Point out, Point b, float s) {
  const float r = 1 - s;
  return (r * r) * a + (2 * r * s) * (a + out) + (s * s) * b;
}

}  // namespace

TumourScene::TumourScene(Panel where, const TissueScales& scales, std::uint64_t seed)
    : panel(where), outline(mix64(seed ^ 0x6f75746cULL)) {
  Rng rng(mix64(seed ^ 0x7363656eULL));
  const float largest =
      std::max(8.0F, std::sqrt(static_cast<float>(scales.largestTumour) * kSiteArea / 3.14159F));
  stripHalfWidth = std::max(1.5F, 0.05F * largest);
  const float rim = 2.0F + 0.02F * largest;
  const float stripZone = 2 * stripHalfWidth + 0.04F * largest;
  half = 1.1F * largest + rim + 0.5F * stripZone;
  const float side = panel == Panel::distant ? -1.0F : 1.0F;  // the vessel is below or above
  middle = {0, -side * 0.5F * stripZone};
  stripPhase = rng.uniformFloat();

  vessels.emplace_back();
  for (int i = 0; i <= 48; ++i) {
    vessels.back().push_back(stripPoint(-1.25F + 2.5F * static_cast<float>(i) / 48));
  }
  // Three small vessels from the large one, the first to the middle, the others to either side.
  std::vector<Point> inside;
  constexpr std::array<float, 3> kStart = {0.12F, -0.62F, 0.66F};
  constexpr std::array<Point, 3> kEnd = {{{0.03F, 0.12F}, {-0.5F, -0.18F}, {0.46F, -0.34F}}};
  for (std::size_t v = 0; v < kStart.size(); ++v) {
    const Point start = stripPoint(kStart[v] + rng.between(-0.06F, 0.06F));
    Point end = largest * kEnd[v];
    end.y *= side;
    end = end + Point{largest * rng.between(-0.05F, 0.05F), largest * rng.between(-0.05F, 0.05F)};
    const Point out = {largest * rng.between(-0.12F, 0.12F), -side * 0.55F * largest};
    const int count = std::clamp(static_cast<int>(length(end - start) * 1.2F), 12, 160);
    vessels.emplace_back();
    for (int i = 0; i <= count; ++i) {
      const float s = static_cast<float>(i) / static_cast<float>(count);
      Point p = bent(start, out, end, s);
      p.x += 0.9F * sineOfTurns(s * 2.3F + static_cast<float>(v) * 0.3F) * s;
      inside.push_back(p);
      vessels.back().push_back(p);
    }
  }
  const int sites = scales.largestTumour + scales.largestTumour / 16 + 64;
  lattice = SiteLattice(sites, outline, inside, 1.25F, mix64(seed ^ 0x73697465ULL));
}

Point TumourScene::stripPoint(float along) const {
  const float side = panel == Panel::distant ? -1.0F : 1.0F;
  const float bow = 0.55F * stripHalfWidth;
  const float edge = half - stripHalfWidth - bow - 0.02F * half;
  return Point{along * half, side * edge + bow * sineOfTurns(0.42F * along + stripPhase)} - middle;
}

Point TumourScene::exitTowardsNode(float across) const {
  const float side = panel == Panel::irradiated ? 1.0F : -1.0F;
  return Point{side * (half + 1), 0.35F * across * half} - middle;
}

NodeScene::NodeScene(const TissueScales& scales) {
  // 2.2 units of area for each cell: they lie loosely.
  const float area = 2.2F * static_cast<float>(std::max(40, scales.largestNode));
  constexpr float kSlender = 1.62F;
  outline.halfWidth = std::sqrt(area / (3.14159F * kSlender));
  outline.halfHeight = kSlender * outline.halfWidth;
  extent = {outline.halfWidth * 1.22F, outline.halfHeight * 1.2F};
}

}  // namespace abscope
