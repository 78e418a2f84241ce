#pragma once
// Where the cells of one tumour can sit: a disordered packing with six neighbours a site and an
// irregular outline, ordered from the middle outwards.
#include <array>
#include <cstdint>
#include <vector>

#include "tissue/motion.h"

namespace abscope {

inline constexpr float kSiteSpacing =
    1.84F;  // in radii of a tumour cell: cells touch and overlap a bit
inline constexpr float kSiteArea = kSiteSpacing * kSiteSpacing * 0.8660254F;

// The outline as a factor on the radius, by direction.
struct Outline {
  explicit Outline(std::uint64_t seed);
  float factor(Point direction) const;  // any length but zero

  std::array<Point, 4> waves;  // amplitude as (cosine, sine) of 2 to 5 bumps
};

class SiteLattice {
 public:
  struct Site {
    Point at;
    float level;                             // distance from the middle over the outline's factor
    std::array<std::int32_t, 6> neighbours;  // from the highest level down; -1: none
  };

  SiteLattice() = default;
  // `count` sites around the origin, none within about `gap` of a point of a vessel.
  SiteLattice(int count, const Outline& outline, const std::vector<Point>& vessels, float gap,
              std::uint64_t seed);

  // In the order of their levels.
  const std::vector<Site>& sites() const { return sites_; }
  int count() const { return static_cast<int>(sites_.size()); }

  // Calls visit(site) for all sites near this point, about `reach` around it; stops when it is
  // false.
  template <typename Visit>
  void visitNear(Point at, float reach, Visit visit) const {
    const int x0 = cellOf(at.x - reach), x1 = cellOf(at.x + reach);
    const int y0 = cellOf(at.y - reach), y1 = cellOf(at.y + reach);
    for (int y = y0; y <= y1; ++y) {
      for (int x = x0; x <= x1; ++x) {
        for (std::int32_t s = heads_[static_cast<std::size_t>(y * side_ + x)]; s >= 0;
             s = nexts_[static_cast<std::size_t>(s)]) {
          visit(s);
        }
      }
    }
  }

 private:
  int cellOf(float coordinate) const {
    const int cell = static_cast<int>((coordinate + half_) * (1 / kCellSize));
    return cell < 0 ? 0 : (cell >= side_ ? side_ - 1 : cell);
  }
  void indexPlaces();

  static constexpr float kCellSize = 2.0F;
  std::vector<Site> sites_;
  std::vector<std::int32_t> heads_, nexts_;  // sites by square of a grid
  float half_ = 0;
  int side_ = 1;
};

}  // namespace abscope
