// Genotypes of resistance.
#include "trial/readouts.h"
#include "trial/target_groups.h"

namespace abscope {

namespace {

// Treated over control in the resistant line, over the same in wild type; day 20, distant tumour.
double lossOfBenefit(const ArmCourses& arms) {
  return distantRatio(arms, 20) / (distantMm3(arms[2], 20) / distantMm3(arms[3], 20));
}

}  // namespace

std::vector<Target> resistanceTargets() {
  const auto triple = [](const Arm& arm) { return arm.fractions(8, 3).antiCtla4().antiPd1(); };
  const auto against = [&](Resistance kind) {
    return std::vector<Arm>{triple(mouse().with(kind)), mouse().with(kind), triple(mouse()),
                            mouse()};
  };
  const Arm b2m = mouse().with(Resistance::b2mLoss);
  const Arm wnt = mouse().with(Resistance::wntActive);
  const Arm vaccinated = mouse()
                             .times(ParameterId::adjuvanticityBasal, 5)
                             .times(ParameterId::primingStrength, 2)
                             .antiPd1();
  const Arm wildType = mouse().fractions(8, 3).antiPd1();
  const Arm checkpoints = wildType.with(Resistance::alternativeCheckpoints);

  return {
      {"D26",
       20,
       {triple(b2m), b2m},
       [](const ArmCourses& arms) { return distantRatio(arms, 20); }},
      {"D27", 20, against(Resistance::jakLoss), lossOfBenefit},
      {"D28",
       25,
       {vaccinated.with(Resistance::ptpn2Loss), vaccinated},
       [](const ArmCourses& arms) {
         return irradiatedMm3(arms[0], 25) / irradiatedMm3(arms[1], 25);
       }},
      {"D29a", 20, against(Resistance::ptenLoss), lossOfBenefit},
      {"D29b", 20, against(Resistance::wntActive), lossOfBenefit},
      {"D29c",
       14,
       {triple(wnt), triple(mouse())},
       [](const ArmCourses& arms) {
         return density(arms[0], TumourState::cd8Effector, 14, Site::distant) /
                density(arms[1], TumourState::cd8Effector, 14, Site::distant);
       }},
      {"D36a",
       25,
       {checkpoints, wildType},
       [](const ArmCourses& arms) { return distantRatio(arms, 25); }},
      {"D36b",
       25,
       {checkpoints.drug(Drug::lag3Tim3, {1, 4, 7, 10, 13}), checkpoints},
       [](const ArmCourses& arms) { return distantRatio(arms, 25); }},
      {"D37",
       25,
       {wildType.with(Resistance::cholesterolLoad), wildType},
       [](const ArmCourses& arms) { return distantRatio(arms, 25); }},
  };
}

}  // namespace abscope
