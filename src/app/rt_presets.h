#pragma once
// Regimens of fractionation by name, as a choice: 0 is a schedule of one's own.
#include <array>
#include <string_view>

#include "model/course.h"
#include "model/patient.h"
#include "model/plan.h"

namespace abscope {

struct RtPreset {
  std::string_view word;
  double doseGy;
  int fractions;
  double everyDaysInMice, everyDaysInHumans;
  bool skipWeekends;
  double lowDoseGy;  // to the other tumour; 0: none
  int lowFractions;
};

inline constexpr RtPreset kRtPresets[] = {
#define P(word, dose, fractions, mice, humans, skip, lowDose, lowFractions) \
  {word, dose, fractions, mice, humans, skip, lowDose, lowFractions},
#include "app/rt_presets.def"
#undef P
};
inline constexpr int kRtPresetCount = static_cast<int>(std::size(kRtPresets));

// Days from the last high dose to the first low one (Barsoumian 2020).
inline constexpr double kLowDoseAfterDays = 3;

// Which preset this series (and, for a low dose to the other tumour, the one after it) is now; 0:
// none of them.
int rtPresetOf(const Plan& plan, int item, Preset species);

// Gives the series the dose, number and rhythm of a preset; start and target stay. A preset with a
// low dose to the other tumour is a whole plan of two series: others go. An empty plan gets a
// series first. `events` of the course of the plan as it is.
void takeRtPreset(Plan& plan, int item, int preset, Preset species,
                  const std::vector<Event>& events, double today);

}  // namespace abscope
