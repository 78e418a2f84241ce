#pragma once
// The ground on which cells live: the size of the panels, where tumours and vessels lie, and how
// large and how hypoxic a tumour is on each day.
#include <array>
#include <vector>

#include "tissue/scales.h"
#include "tissue/site_lattice.h"
#include "tissue/tissue.h"

namespace abscope {

// What a moment of the course looks like for the ground.
struct TumourMoment {
  float radius = 0;     // of a disc with the area of all its cells
  float hypoxia = 0;    // share of its cells
  float zoom = 1;       // extent of the panel, as a share of the largest
  float exclusion = 0;  // share of arriving T cells that stay at the rim
};

struct TumourScene {
  TumourScene() : outline(0) {}
  TumourScene(Panel panel, const TissueScales& scales, std::uint64_t seed);

  // Relative to the tumour's middle, like all places of cells, and at zoom 1.
  Point stripPoint(
      float along) const;  // along: -1 (left edge) to 1; the middle of the large vessel
  Point exitTowardsNode(float across) const;  // across: -1 to 1; at the panel's edge

  Panel panel = Panel::irradiated;
  float half = 1;  // half side of the panel at zoom 1
  Point middle;    // of the tumour, in the panel at zoom 1
  float stripHalfWidth = 1;
  float stripPhase = 0;
  Outline outline;
  SiteLattice lattice;
  std::vector<std::vector<Point>> vessels;  // relative to the tumour's middle; first: the strip
};

struct NodeScene {
  NodeScene() = default;
  explicit NodeScene(const TissueScales& scales);

  Point exit() const { return {0, outline.halfHeight + 1.5F}; }  // efferent vessel
  Point entry(Panel from) const {                                // afferent vessel of a tumour
    const float side = from == Panel::irradiated ? -1.0F : 1.0F;
    return {side * extent.halfWidth, -0.55F * outline.halfHeight};
  }

  PanelExtent outline{1, 1};
  PanelExtent extent{1, 1};
};

}  // namespace abscope
