// One drug added to radiotherapy.
#include "trial/readouts.h"
#include "trial/target_groups.h"

namespace abscope {

namespace {

double densityRatio(const ArmCourses& arms, TumourState kind, double day) {
  return density(arms[0], kind, day) / density(arms[1], kind, day);
}

Arm withIdoInhibitor(const Arm& arm) { return arm.drug(Drug::idoInhibitor, everyDays(1, 1, 14)); }

}  // namespace

std::vector<Target> combinationTargets() {
  const Arm control = mouse();
  const Arm one12 = mouse().fractions(12, 1);
  const Arm one12Pd1 = one12.antiPd1({0, 4, 8, 12});
  const Arm one10 = mouse().fractions(10, 1);
  const Arm one20 = mouse().fractions(20, 1);
  const Arm one20Ccr2 = one20.drug(Drug::antiCcr2, {0, 2, 4, 6, 8});
  const Arm small = mouse().distantVolume(4);
  const std::vector<double> flt3lDays = everyDays(1, 2, 11);
  const Arm three12 = mouse().fractions(12, 3);
  const Arm three6 = mouse().fractions(6, 3);
  const Arm three8 = mouse().fractions(8, 3);
  const Arm pd1 = mouse().antiPd1({3, 6, 9, 12});
  const Arm three8Pd1 = three8.antiPd1({3, 6, 9, 12});

  return {
      {"D09a",
       25,
       {one12Pd1, one12},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 25); }},
      {"D09b",
       7,
       {one12, control},
       [](const ArmCourses& arms) { return densityRatio(arms, TumourState::nk, 7); }},
      {"D09c",
       12,
       {one12Pd1, one12},
       [](const ArmCourses& arms) { return densityRatio(arms, TumourState::cd8Effector, 12); }},
      {"D10",
       25,
       {one10.drug(Drug::tlr7Agonist, {1, 3, 5, 8, 10}), one10},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 25); }},
      // 60 Gy in the paper, far above any LQ range: 30 Gy stands for it.
      {"D11a",
       25,
       {small.fractions(30, 1).drug(Drug::flt3l, flt3lDays), small.fractions(30, 1)},
       [](const ArmCourses& arms) { return distantRatio(arms, 25); }},
      {"D11b",
       25,
       {small.drug(Drug::flt3l, flt3lDays), small},
       [](const ArmCourses& arms) { return distantRatio(arms, 25); }},
      {"D12a",
       40,
       {one20Ccr2, one20},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 40); }},
      {"D12b",
       7,
       {one20Ccr2, one20},
       [](const ArmCourses& arms) { return densityRatio(arms, TumourState::mdsc, 7); }},
      {"D12c",
       14,
       {one20Ccr2, one20},
       [](const ArmCourses& arms) { return densityRatio(arms, TumourState::cd8Effector, 14); }},
      {"D13a",
       6,
       {one12, control},
       [](const ArmCourses& arms) { return densityRatio(arms, TumourState::mdsc, 6); }},
      {"D13b",
       30,
       {withIdoInhibitor(one12), one12},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 30); }},
      {"D13c",
       60,
       {withIdoInhibitor(three12), three12},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 60); }},
      {"D13d",
       60,
       {withIdoInhibitor(three6), three6, withIdoInhibitor(three12), three12},
       [](const ArmCourses& arms) {
         return irradiatedRatio(arms, 30) /
                (irradiatedMm3(arms[2], 60) / irradiatedMm3(arms[3], 60));
       }},
      {"D15",
       20,
       {one10.drug(Drug::antiCd25, {0, 3}), one10},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 20); }},
      {"D25",
       30,
       {three8Pd1.drug(Drug::gmCsf, everyDays(1, 1, 14)), three8Pd1},
       [](const ArmCourses& arms) { return distantRatio(arms, 30); }},
      {"D30", 30, {three8Pd1, pd1}, [](const ArmCourses& arms) { return distantRatio(arms, 30); }},
      {"D31",
       40,
       {one20.drug(Drug::csf1rInhibitor, everyDays(1, 0, 14)), one20},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 40); }},
      {"D34",
       25,
       {one10.drug(Drug::stingAgonist, {1, 3, 5}), one10},
       [](const ArmCourses& arms) { return irradiatedRatio(arms, 25); }},
  };
}

}  // namespace abscope
