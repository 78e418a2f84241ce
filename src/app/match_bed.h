#pragma once
// The schedule with the same biologically effective dose as the pinned one.
#include "model/course.h"
#include "model/plan.h"

namespace abscope {

enum class BedRatio : int { ten, three, own, count };  // alpha/beta in Gy; own: of the patient

double alphaBetaGy(BedRatio ratio, const Patient& patient);

// Of all fractions that this tumour got in the course.
double deliveredBedGy(const std::vector<Event>& events, Site site, double ratioGy,
                      int without = -1);

// The dose d with n d (1 + d / ratio) = bed: the positive root of the quadratic equation.
double doseForBedGy(double bedGy, double fractions, double ratioGy);

enum class MatchFault : int { none, noRadiation, noBed, othersTooMuch, outOfRange };

struct BedMatch {
  MatchFault fault = MatchFault::none;
  Site site = Site::irradiated;  // whose BED is made equal: the one that the series is meant for
  double bedGy = 0;              // the pinned one's
  double doseGy = 0;             // per fraction of the series
};

// For the series `item` of the plan at its present number of fractions.
BedMatch matchBed(const Plan& plan, int item, const Course& present, const Course& pinned,
                  double ratioGy);

}  // namespace abscope
