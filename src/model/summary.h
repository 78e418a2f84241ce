#pragma once
// What a clinician would write down of a course.
#include <string_view>
#include <vector>

#include "model/course.h"

namespace abscope {

// By diameter, after RECIST 1.1: complete (no viable cell), partial (-30 %), progression (+20 %
// over the smallest), stable otherwise. In volume: -66 % and +73 %.
enum class ResponseClass : int { complete, partial, stable, progression };

// As files and messages call it.
std::string_view nameOf(ResponseClass response);

struct TumourSummary {
  double startMm3 = 0;
  double endMm3 = 0;
  double smallestMm3 = 0;
  double smallestDay = 0;
  double bestChangePercent = 0;  // of the volume, against day 0
  double bestDiameterPercent = 0;
  double regrowthDay = -1;        // first day after the nadir with +20 % diameter; -1: none
  double cureDay = -1;            // day of the last clonogen; -1: not cured
  double controlProbability = 0;  // exp(-fewest viable cells)
  double totalDoseGy = 0;
  double bed10Gy = 0, bed3Gy = 0, bedOwnGy = 0;  // biologically effective dose; own alpha/beta
  double eqd2OwnGy = 0;
  ResponseClass response = ResponseClass::stable;
};

struct Summary {
  TumourSummary tumours[2];
  ResponseClass overall = ResponseClass::stable;  // by the sum of diameters
  double lowestLymphocytes = 1;                   // of normal
};

Summary summarise(const Course& course);

}  // namespace abscope
