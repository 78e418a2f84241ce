// Dose per fraction with and without anti-CTLA-4: Dewan 2009, Demaria 2005.
#include <algorithm>
#include <cmath>

#include "trial/readouts.h"
#include "trial/target_groups.h"

namespace abscope {

namespace {

// A 4T1-like host: metastases stand for a small distant lesion, and the line is less immunogenic.
Arm fourT1() { return mouse().distantVolume(2.5).times(ParameterId::antigenBasalPerMm3, 0.7); }

// Death by metastases: the distant lesion passes 400 mm3. Without deaths among the controls there
// is nothing to compare with.
double survivalRatio(const ArmCourses& arms) {
  const double controlDay = dayDistantPasses(arms[1], 400);
  if (controlDay >= arms[1].days()) return std::nan("");
  return dayDistantPasses(arms[0], 400) / controlDay;
}

}  // namespace

std::vector<Target> fractionationTargets() {
  const Arm control = mouse();
  const Arm one20 = mouse().fractions(20, 1);
  const Arm three8 = mouse().fractions(8, 3);
  const Arm five6 = mouse().fractions(6, 5);
  const std::vector<Arm> radiationAlone = {one20, three8, five6, control};
  const Arm two12 = fourT1().fractions(12, 2, 1, 2);
  constexpr double kSurvivalDays = 150;

  return {
      {"D01", 20, radiationAlone,
       [](const ArmCourses& arms) {
         return std::max({irradiatedMm3(arms[0], 20), irradiatedMm3(arms[1], 20),
                          irradiatedMm3(arms[2], 20)}) /
                irradiatedMm3(arms[3], 20);
       }},
      {"D01b", 40, radiationAlone,
       [](const ArmCourses& arms) {
         return std::min({irradiatedMm3(arms[0], 40), irradiatedMm3(arms[1], 40),
                          irradiatedMm3(arms[2], 40)}) /
                irradiatedMm3(arms[3], 20);
       }},
      {"D01c", 20, radiationAlone,
       [](const ArmCourses& arms) {
         const auto [low, high] = std::minmax(
             {irradiatedMm3(arms[0], 20), irradiatedMm3(arms[1], 20), irradiatedMm3(arms[2], 20)});
         return high / low;
       }},
      {"D02", 20, radiationAlone,
       [](const ArmCourses& arms) {
         return std::min(
                    {distantMm3(arms[0], 20), distantMm3(arms[1], 20), distantMm3(arms[2], 20)}) /
                distantMm3(arms[3], 20);
       }},
      {"D03",
       20,
       {control.antiCtla4(), control},
       [](const ArmCourses& arms) {
         return std::min(irradiatedMm3(arms[0], 20) / irradiatedMm3(arms[1], 20),
                         distantMm3(arms[0], 20) / distantMm3(arms[1], 20));
       }},
      {"D04",
       20,
       {one20.antiCtla4(), control},
       [](const ArmCourses& arms) { return distantMm3(arms[0], 20) / distantMm3(arms[1], 20); }},
      {"D05",
       20,
       {three8.antiCtla4(), control},
       [](const ArmCourses& arms) { return distantMm3(arms[0], 20) / distantMm3(arms[1], 20); }},
      {"D06a",
       20,
       {five6.antiCtla4(), control},
       [](const ArmCourses& arms) { return distantMm3(arms[0], 20) / distantMm3(arms[1], 20); }},
      {"D06b",
       20,
       {five6.antiCtla4(), three8.antiCtla4()},
       [](const ArmCourses& arms) { return distantMm3(arms[0], 20) / distantMm3(arms[1], 20); }},
      {"D07",
       35,
       {three8.antiCtla4(), three8},
       [](const ArmCourses& arms) {
         return irradiatedMm3(arms[0], 35) / irradiatedMm3(arms[1], 35);
       }},
      {"D08a", kSurvivalDays, {two12.antiCtla4({2, 5, 8}), fourT1()}, survivalRatio},
      {"D08b", kSurvivalDays, {two12, fourT1()}, survivalRatio},
      {"D08c", kSurvivalDays, {fourT1().antiCtla4({2, 5, 8}), fourT1()}, survivalRatio},
  };
}

}  // namespace abscope
