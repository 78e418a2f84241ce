#pragma once
// Inflamed, excluded or desert: where the CD8 cells of a tumour are, told by thresholds on the
// course. The words are those of Chen and Mellman 2017 (doi 10.1038/nature21349) and of Galon and
// Bruni 2019 (doi 10.1038/s41573-018-0007-y); the thresholds are illustrative.
#include <array>
#include <string_view>

#include "model/course.h"

namespace abscope {

enum class ImmuneState : int { noTumour, inflamed, excluded, desert, count };

// Language keys are made of these: "immune.desert".
inline constexpr std::array<std::string_view, 4> kImmuneStateIds = {"noTumour", "inflamed",
                                                                    "excluded", "desert"};

// Fewer CD8 cells (effector, exhausted and resident together, in 10^6 over 0.05 x volume + 0.5, as
// all densities of the lab): desert. In a large tumour about 2.5 in 100 tumour cells.
inline constexpr double kDesertBelow = 0.5;
// At least this share of those that arrive stays at the margin: excluded.
inline constexpr double kExcludedFrom = 0.5;
// Below this volume there is nothing to be told of (about 10,000 cells).
inline constexpr double kNoTumourMm3 = 0.01;

struct ImmuneReading {
  ImmuneState state = ImmuneState::noTumour;
  double cd8Density = 0;
  double marginShare = 0;
};

// Share of the arriving T cells that stay at the tumour's margin: half where the stroma that holds
// them off (TGF-beta, opened by low doses and by drugs against TGF-beta) is 2 in units of
// TGF-beta, and most where WNT/beta-catenin is active (N06). Illustrative; also where the tissue
// puts them.
double marginShare(const Model& model, const State& state, const HookLevels& bound, Site site);

ImmuneReading immuneReading(const Course& course, double day, Site site);

}  // namespace abscope
