#pragma once
// What differs in outcome between the present course and the pinned one, and what made it: read
// from the fluxes and kill factors of both, never from the plans.
#include <array>
#include <string_view>

#include "model/course.h"

namespace abscope {

// A cause is the sum of some fluxes since day 0, or a factor on the kill by CD8 cells.
struct CauseInfo {
  enum class Where { irradiated, outcome, system };  // outcome: the tumour told of
  std::string_view key;  // language keys "compare.cause.<key>.more" and ".less"
  Where where;
  bool helps;                 // more of it makes tumours smaller
  double floor;               // amounts below are as good as none; in the fluxes' units
  double weight;              // how directly it acts: a factor on the kill tells in full
  std::array<int, 3> fluxes;  // TumourFlux or SystemFlux; -1: none
  int factor = -1;            // of KillFactors, in their order there
};
inline constexpr int kCauseCount = 27;
const std::array<CauseInfo, kCauseCount>& causes();

struct CauseShare {
  int cause = -1;  // of causes(); -1: none tells
  double present = 0, pinned = 0;
};

struct Comparison {
  bool any = false;  // false: nothing is pinned
  double day = 0;    // at which the volumes are compared
  std::array<double, 2> presentMm3{}, pinnedMm3{};
  Site site = Site::distant;  // the tumour that differs most
  bool differs = false;       // by more than kSame
  CauseShare cause;           // of the difference in `site`
};

inline constexpr double kSameShare = 0.03;  // volumes that differ by less are told as the same
inline constexpr double kGoneMm3 = 0.01;    // a volume below is told as gone

// At this day, or where that is 0 at the last day of both.
Comparison compare(const Course& present, const Course& pinned, double day);

// The amounts of all causes in one course: of a flux cause up to the day, of a kill factor its mean
// over the days.
std::array<double, kCauseCount> amountsOf(const Course& course, double day, Site outcome);

}  // namespace abscope
