// Order, burden and salvage: what is given first, to how much tumour, and after progression.
#include "trial/readouts.h"
#include "trial/target_groups.h"

namespace abscope {

namespace {

// Three doses a week for three weeks (Dovedi 2014).
std::vector<double> threeWeeksFrom(double day) {
  return {day, day + 2, day + 4, day + 7, day + 9, day + 11, day + 14, day + 16, day + 18};
}

}  // namespace

std::vector<Target> sequenceTargets() {
  const Arm late8 = mouse().fractions(8, 3, 7);
  const auto treated = [](const Arm& arm) { return arm.fractions(8, 1).antiCtla4(); };
  const Arm large = mouse().volumes(300, 200);
  const Arm small = mouse().volumes(10, 5);
  const Arm longPd1 = mouse().antiPd1(everyDays(3, 0, 24));
  const std::vector<double> pd1Days = everyDays(3, 1, 19);
  const Arm five2 = mouse().fractions(2, 5);
  const Arm concurrent = five2.drug(Drug::antiPdl1, threeWeeksFrom(1));
  const Arm late20 = mouse().fractions(20, 1, 8);

  return {
      {"D14a",
       35,
       {late8.drug(Drug::antiTgfBeta, everyDays(1, 0, 9)), late8},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 35); }},
      {"D14b",
       35,
       {late8.drug(Drug::antiTgfBeta, everyDays(1, 0, 9)),
        late8.drug(Drug::antiTgfBeta, everyDays(1, 10, 19))},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 35); }},
      {"D32a",
       25,
       {treated(large), large},
       [](const ArmCourses& arms) { return distantRatio(arms, 25); }},
      {"D32b",
       25,
       {treated(small), small, treated(large), large},
       [](const ArmCourses& arms) {
         return distantRatio(arms, 25) / (distantMm3(arms[2], 25) / distantMm3(arms[3], 25));
       }},
      {"D33",
       35,
       {longPd1.fractions(8, 3, 12), longPd1},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 35); }},
      {"D35",
       30,
       {mouse().fractions(12.5, 4).antiPd1(pd1Days), mouse().fractions(3, 15).antiPd1(pd1Days)},
       [](const ArmCourses& arms) { return distantRatio(arms, 30); }},
      {"D40a",
       25,
       {concurrent, five2},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 25); }},
      {"D40b",
       25,
       {concurrent, five2.drug(Drug::antiPdl1, threeWeeksFrom(12))},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 25); }},
      {"D41a",
       45,
       {late20.antiCtla4({1}), late20.antiCtla4({9})},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 45); }},
      {"D41b",
       45,
       {late20.antiCtla4({1}), late20.antiCtla4({13})},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 45); }},
  };
}

}  // namespace abscope
