// Low doses: Klug 2013, Savage 2020, Barsoumian 2020 (RadScopal), Ochoa de Olza 2022, Herrera 2022.
#include <cmath>

#include "trial/readouts.h"
#include "trial/target_groups.h"

namespace abscope {

namespace {

double cd8Ratio(const Course& a, const Course& b, double day) {
  return density(a, TumourState::cd8Effector, day) / density(b, TumourState::cd8Effector, day);
}

double distantRatio30(const ArmCourses& arms) {
  return distantMm3(arms[0], 30) / distantMm3(arms[1], 30);
}

// Largest CD8 density ratio of days 2 to 6, looked for four times a day.
double largestCd8Ratio(const ArmCourses& arms) {
  return largest([&](double day) { return cd8Ratio(arms[0], arms[1], day); }, 2, 6, 0.25);
}

}  // namespace

std::vector<Target> lowDoseTargets() {
  const Arm adoptive = mouse().effectorsInBlood(1);
  const Arm adoptiveInos = adoptive.drug(Drug::inosInhibitor, everyDays(1, 0, 12));
  const Arm one22 = mouse().fractions(22, 1);
  const Arm one22Low = one22.fractions(0.5, 4, 2);
  const Arm metastasis = mouse().distantVolume(3).fractions(22, 1);
  const std::vector<double> pd1Days = {0, 3, 6, 9, 12};
  const std::vector<double> ctla4Days = {0, 3, 6, 9};
  const Arm high = mouse().fractions(12, 3);
  const Arm highLow = high.fractionsToDistant(1, 2, 6);
  const Arm primed = mouse().effectorsInBlood(0.5);

  return {
      {"D17a",
       5,
       {adoptive.fractions(2, 1), adoptive},
       [](const ArmCourses& arms) { return m1OverM2(arms[0], 5) / m1OverM2(arms[1], 5); }},
      {"D17b",
       6,
       {adoptive.fractions(2, 1), adoptive},
       [](const ArmCourses& arms) { return cd8Ratio(arms[0], arms[1], 6); }},
      {"D17c",
       6,
       {adoptiveInos.fractions(2, 1), adoptiveInos, adoptive.fractions(2, 1), adoptive},
       [](const ArmCourses& arms) {
         return (cd8Ratio(arms[0], arms[1], 6) - 1) / (cd8Ratio(arms[2], arms[3], 6) - 1);
       }},
      {"D18a",
       40,
       {one22Low, one22},
       [](const ArmCourses& arms) {
         return irradiatedMm3(arms[0], 40) / irradiatedMm3(arms[1], 40);
       }},
      {"D18b",
       8,
       {one22Low, one22},
       [](const ArmCourses& arms) {
         return density(arms[0], TumourState::treg, 8) / density(arms[1], TumourState::treg, 8);
       }},
      {"D18c", 30, {metastasis.fractionsToDistant(0.5, 4, 13), metastasis}, distantRatio30},
      {"D19a",
       30,
       {highLow.antiPd1(pd1Days).antiCtla4(ctla4Days), high.antiPd1(pd1Days).antiCtla4(ctla4Days)},
       distantRatio30},
      {"D19b", 30, {mouse().fractionsToDistant(1, 2, 6), mouse()}, distantRatio30},
      {"D19c", 30, {highLow.antiPd1(pd1Days).antiCtla4(ctla4Days), highLow}, distantRatio30},
      {"D19d",
       150,
       {highLow.antiPd1(pd1Days).antiCtla4(ctla4Days),
        mouse().antiPd1(pd1Days).antiCtla4(ctla4Days)},
       [](const ArmCourses& arms) {
         const double withoutRadiation = dayTotalPasses(arms[1], 1500);
         if (withoutRadiation >= arms[1].days()) return std::nan("");  // no deaths to compare with
         return dayTotalPasses(arms[0], 1500) / withoutRadiation;
       }},
      {"D20a", 6, {primed.fractions(1, 1), primed}, largestCd8Ratio},
      {"D20b",
       12,
       {primed.fractions(1, 1), primed},
       [](const ArmCourses& arms) {
         return (cd8Ratio(arms[0], arms[1], 12) - 1) / (largestCd8Ratio(arms) - 1);
       }},
      {"D20c",
       25,
       {primed.fractions(1, 4, 1, 7), primed.fractions(1, 1)},
       [](const ArmCourses& arms) { return cd8Ratio(arms[0], arms[1], 25); }},
  };
}

}  // namespace abscope
