#pragma once
// How many cells one disc stands for, the same through a run and across a comparison.
#include <array>
#include <span>

#include "model/course.h"
#include "tissue/cell_kind.h"

namespace abscope {

struct TissueScales {
  // Millions of cells one disc stands for: 1, 2 or 5 times a power of ten. (1 mm3 of tumour holds
  // about a million cells.) Kinds that change into each other share a scale, so that one disc
  // becomes one disc: tumour, resistant and dying; CD8 effector, exhausted and resident; primed and
  // in the blood; M1 and M2; dendritic cells of tumour and node.
  std::array<double, kCellKindCount> millionsPerDisc{};

  // Most discs that any one tumour (living and dying) and the node hold at any moment.
  int largestTumour = 0;
  int largestNode = 0;

  double cellsPerDisc(CellKind kind) const {
    return 1e6 * millionsPerDisc[static_cast<std::size_t>(kind)];
  }
};

// Scales with which no course of these ever shows more than `maxCells` discs at once.
TissueScales scalesFor(std::span<const Course* const> courses, int maxCells);

}  // namespace abscope
