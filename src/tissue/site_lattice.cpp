#include "tissue/site_lattice.h"

#include <algorithm>
#include <cmath>

namespace abscope {

namespace {

constexpr float kRowHeight = kSiteSpacing * 0.8660254F;

std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

// Sites on a honeycomb of rows; the odd rows are half a spacing to the right.
struct Grid {
  int columns, rows;
  std::vector<Point> points;

  std::int32_t index(int column, int row) const {
    if (column < 0 || column >= columns || row < 0 || row >= rows) return -1;
    return static_cast<std::int32_t>(row * columns + column);
  }
  std::array<std::int32_t, 6> neighbours(std::int32_t i) const {
    const int column = i % columns, row = i / columns;
    const int left = column - 1 + (row & 1);
    return {index(column - 1, row),   index(column + 1, row), index(left, row - 1),
            index(left + 1, row - 1), index(left, row + 1),   index(left + 1, row + 1)};
  }
};

// The nearest point of a vessel for places near one, on a fine grid.
class NearVessels {
 public:
  NearVessels(const std::vector<Point>& vessels, float reach, float half)
      : vessels_(vessels), half_(half), side_(static_cast<int>(2 * half * kFineness) + 1) {
    nearest_.assign(static_cast<std::size_t>(side_ * side_), -1);
    const int cells = static_cast<int>(reach * kFineness) + 1;
    for (std::size_t v = 0; v < vessels.size(); ++v) {
      const int column = cellOf(vessels[v].x), row = cellOf(vessels[v].y);
      for (int y = std::max(0, row - cells); y <= std::min(side_ - 1, row + cells); ++y) {
        for (int x = std::max(0, column - cells); x <= std::min(side_ - 1, column + cells); ++x) {
          const Point centre = {(static_cast<float>(x) + 0.5F) / kFineness - half_,
                                (static_cast<float>(y) + 0.5F) / kFineness - half_};
          std::int32_t& nearest = nearest_[static_cast<std::size_t>(y * side_ + x)];
          if (nearest < 0 ||
              squared(centre - vessels[v]) < squared(centre - vessels[at(nearest)])) {
            nearest = static_cast<std::int32_t>(v);
          }
        }
      }
    }
  }
  // `p` moved aside so that it is at least `gap` away from every vessel; places further out give
  // way a little too.
  Point movedAside(Point p, float gap) const {
    const int x = cellOf(p.x), y = cellOf(p.y);
    if (x < 0 || y < 0 || x >= side_ || y >= side_) return p;
    const std::int32_t nearest = nearest_[static_cast<std::size_t>(y * side_ + x)];
    if (nearest < 0) return p;
    const Point apart = p - vessels_[at(nearest)];
    const float distance = std::max(0.05F, length(apart));
    if (distance >= 2 * gap) return p;
    const float wanted = gap + 0.5F * distance;
    return p + ((wanted - distance) / distance) * apart;
  }

 private:
  static constexpr float kFineness = 2;  // cells of the grid per unit of length
  int cellOf(float v) const { return static_cast<int>(std::floor((v + half_) * kFineness)); }
  const std::vector<Point>& vessels_;
  float half_;
  int side_;
  std::vector<std::int32_t> nearest_;
};

// Rows are bent by slow waves and each point is shifted at random, so that no row shows; then
// neighbours that are too near push each other apart, and vessels push all.
Grid disorderedGrid(float radius, const NearVessels& vessels, float gap, Rng& rng) {
  Grid grid;
  grid.columns = 2 * (static_cast<int>(radius / kSiteSpacing) + 3) + 1;
  grid.rows = 2 * (static_cast<int>(radius / kRowHeight) + 3) + 1;
  grid.points.resize(static_cast<std::size_t>(grid.columns * grid.rows));
  const Point turn = directionOfTurns(rng.uniformFloat());
  const float phases[4] = {rng.uniformFloat(), rng.uniformFloat(), rng.uniformFloat(),
                           rng.uniformFloat()};
  const auto middleX = static_cast<float>(grid.columns) * 0.5F;
  const auto middleY = static_cast<float>(grid.rows) * 0.5F;
  for (std::size_t i = 0; i < grid.points.size(); ++i) {
    const auto column = static_cast<int>(i) % grid.columns;
    const auto row = static_cast<int>(i) / grid.columns;
    float x =
        (static_cast<float>(column) - middleX + 0.5F * static_cast<float>(row & 1)) * kSiteSpacing;
    float y = (static_cast<float>(row) - middleY) * kRowHeight;
    const float bentX =
        x + 1.5F * sineOfTurns(y / 26 + phases[0]) + 0.8F * sineOfTurns((x + y) / 15 + phases[1]);
    const float bentY =
        y + 1.5F * sineOfTurns(x / 29 + phases[2]) + 0.8F * sineOfTurns((x - y) / 17 + phases[3]);
    x = bentX + rng.between(-0.6F, 0.6F);
    y = bentY + rng.between(-0.6F, 0.6F);
    grid.points[i] = {x * turn.x - y * turn.y, x * turn.y + y * turn.x};
  }
  std::vector<Point> pushed(grid.points.size());
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < grid.points.size(); ++i) {
      Point shift;
      for (const std::int32_t n : grid.neighbours(static_cast<std::int32_t>(i))) {
        if (n < 0) continue;
        const Point apart = grid.points[i] - grid.points[at(n)];
        const float distance = std::max(0.2F, length(apart));
        shift = shift + (0.13F * (kSiteSpacing - distance) / distance) * apart;
      }
      pushed[i] = vessels.movedAside(grid.points[i] + shift, gap);
    }
    grid.points.swap(pushed);
  }
  return grid;
}

}  // namespace

Outline::Outline(std::uint64_t seed) {
  Rng rng(seed);
  const float amplitudes[4] = {0.065F, 0.045F, 0.035F, 0.03F};
  for (std::size_t i = 0; i < waves.size(); ++i) {
    waves[i] = (amplitudes[i] * rng.between(0.6F, 1.2F)) * directionOfTurns(rng.uniformFloat());
  }
}

float Outline::factor(Point direction) const {
  const float size = length(direction);
  if (size <= 0) return 1;
  const Point unit = (1 / size) * direction;
  Point power = unit;  // (cos n a, sin n a), from the powers of (cos a + i sin a)
  float factor = 1;
  for (const Point& wave : waves) {
    power = {power.x * unit.x - power.y * unit.y, power.x * unit.y + power.y * unit.x};
    factor += wave.x * power.x + wave.y * power.y;
  }
  return factor;
}

SiteLattice::SiteLattice(int count, const Outline& outline, const std::vector<Point>& vessels,
                         float gap, std::uint64_t seed) {
  Rng rng(seed);
  const float level =
      std::sqrt(static_cast<float>(count + 12) * kSiteArea / 3.14159F) * 1.05F + 2 * kSiteSpacing;
  const NearVessels near(vessels, 2 * gap, level * 1.3F);
  const Grid grid = disorderedGrid(level * 1.25F, near, gap, rng);
  std::vector<std::pair<float, std::int32_t>> order;
  order.reserve(grid.points.size());
  for (std::size_t i = 0; i < grid.points.size(); ++i) {
    const Point& p = grid.points[i];
    const float siteLevel = length(p) / outline.factor(p);
    if (siteLevel > level * 1.12F) continue;
    order.emplace_back(siteLevel, static_cast<std::int32_t>(i));
  }
  std::sort(order.begin(), order.end());
  if (order.size() > static_cast<std::size_t>(count)) order.resize(static_cast<std::size_t>(count));

  std::vector<std::int32_t> rank(grid.points.size(), -1);
  for (std::size_t i = 0; i < order.size(); ++i) {
    rank[at(order[i].second)] = static_cast<std::int32_t>(i);
  }
  sites_.resize(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    Site& site = sites_[i];
    site.at = grid.points[at(order[i].second)];
    site.level = order[i].first;
    site.neighbours.fill(-1);
    std::size_t found = 0;
    for (const std::int32_t n : grid.neighbours(order[i].second)) {
      if (n >= 0 && rank[at(n)] >= 0) site.neighbours[found++] = rank[at(n)];
    }
    // Ranks are in the order of levels.
    std::sort(site.neighbours.begin(), site.neighbours.begin() + static_cast<std::ptrdiff_t>(found),
              [](std::int32_t a, std::int32_t b) { return a > b; });
  }
  indexPlaces();
}

void SiteLattice::indexPlaces() {
  for (const Site& site : sites_) {
    half_ = std::max(half_, std::max(std::fabs(site.at.x), std::fabs(site.at.y)) + 0.1F);
  }
  side_ = static_cast<int>(2 * half_ / kCellSize) + 1;
  heads_.assign(static_cast<std::size_t>(side_ * side_), -1);
  nexts_.assign(sites_.size(), -1);
  for (std::size_t i = 0; i < sites_.size(); ++i) {
    std::int32_t& head =
        heads_[static_cast<std::size_t>(cellOf(sites_[i].at.y) * side_ + cellOf(sites_[i].at.x))];
    nexts_[i] = head;
    head = static_cast<std::int32_t>(i);
  }
}

}  // namespace abscope
