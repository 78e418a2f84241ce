#include "science/study_arms.h"

#include <utility>

#include "library/cases.h"
#include "trial/targets.h"

namespace abscope {

namespace {

RadiationItem series(const char* id, double irradiatedGy, double distantGy, int fractions,
                     double firstDay, double intervalDays = 1) {
  RadiationItem item;
  item.id = id;
  item.irradiatedGy = irradiatedGy;
  item.distantGy = distantGy;
  item.fractions = fractions;
  item.start.days = firstDay;
  item.intervalDays = intervalDays;
  return item;
}

DrugItem doses(const char* id, Drug drug, int count, double firstDay, double intervalDays) {
  DrugItem item;
  item.id = id;
  item.drug = drug;
  item.doses = count;
  item.start.days = firstDay;
  item.intervalDays = intervalDays;
  return item;
}

StudyArm named(const char* name, double days) {
  StudyArm arm;
  arm.name = name;
  arm.plan.days = days;
  return arm;
}

// Both tumours gone: what is left must stay gone.
StudyArm cured() {
  StudyArm arm = named("cured by 60 x 4 to both", 120);
  arm.plan.radiation = {series("rt", 60, 60, 4, 1)};
  return arm;
}

// One product of every hook, and a second of two of them.
StudyArm everyHook() {
  StudyArm arm = named("a drug of every hook at once, at odd times", 90);
  arm.plan.radiation = {series("rt", 3.3, 0.7, 5, 2.375, 0.5)};
  const auto give = [&arm](Drug drug) {
    const auto i = static_cast<int>(arm.plan.drugs.size());
    DrugItem item = doses("", drug, 6, 0.25 * i, 2.5);
    item.id = "drug" + std::to_string(i);
    item.amount = 0.3 + 0.2 * i;
    arm.plan.drugs.push_back(item);
  };
  for (int hook = 0; hook < kHookCount; ++hook) {
    int drug = 0;
    while (drugInfo(static_cast<Drug>(drug)).hook != static_cast<Hook>(hook) ||
           !drugUse(static_cast<Drug>(drug), Preset::mouse).isUsed()) {
      ++drug;
    }
    give(static_cast<Drug>(drug));
  }
  give(Drug::rmp114);
  give(Drug::oleclumab);
  return arm;
}

// Each item waits: for progression, for the response to the first, for the nadir, for another item.
StudyArm waiting() {
  StudyArm arm = named("items that wait for findings", 150);
  arm.plan.drugs = {doses("pd1", Drug::antiPd1, 6, 0, 3), doses("ctla4", Drug::antiCtla4, 3, 2, 3),
                    doses("nadir", Drug::idoInhibitor, 10, 0, 1),
                    doses("after", Drug::stingAgonist, 2, 1.5, 2)};
  arm.plan.drugs[1].start.anchor = Anchor::response;
  arm.plan.drugs[2].start.anchor = Anchor::nadir;
  arm.plan.drugs[3].start.anchor = Anchor::afterItem;
  arm.plan.drugs[3].start.item = "salvage";
  arm.plan.radiation = {series("salvage", 8, 0, 3, 0)};
  arm.plan.radiation[0].start.anchor = Anchor::progression;
  return arm;
}

StudyArm conventional() {
  StudyArm arm = named("2 x 30 without weekends, node and blood given", 120);
  arm.plan.radiation = {series("rt", 2, 0.05, 30, 3)};
  arm.plan.radiation[0].skipWeekends = true;
  arm.plan.radiation[0].nodeGy = 1;
  arm.plan.radiation[0].bloodGy = 0.1;
  return arm;
}

StudyArm manyADay() {
  StudyArm arm = named("0.02 Gy eight times a day, whole body", 30);
  arm.plan.radiation = {series("rt", 0.02, 0.02, 60, 0, 0.125)};
  arm.plan.radiation[0].nodeGy = arm.plan.radiation[0].bloodGy = 0.02;
  return arm;
}

StudyArm human() {
  StudyArm arm = named("human, 12.5 x 4 and anti-PD-1 for three years", 1095);
  arm.patient.preset = Preset::human;
  arm.patient.irradiatedMm3 = 14000;
  arm.patient.distantMm3 = 4000;
  arm.plan.radiation = {series("rt", 12.5, 0.3, 4, 7, 2)};
  arm.plan.drugs = {doses("pd1", Drug::antiPd1, 35, 0, 21)};
  return arm;
}

StudyArm longMouse() {
  StudyArm arm = named("mouse, 8 x 3 and anti-CTLA-4, three years", 1095);
  arm.plan.radiation = {series("rt", 8, 0, 3, 1)};
  arm.plan.drugs = {doses("ctla4", Drug::antiCtla4, 3, 3, 3)};
  return arm;
}

StudyArm symmetric() {
  StudyArm arm = named("two equal tumours, equally treated", 90);
  arm.patient.irradiatedMm3 = arm.patient.distantMm3 = 40;
  arm.plan.radiation = {series("rt", 6, 6, 3, 1)};
  arm.plan.radiation[0].nodeGy = 0;
  arm.plan.drugs = {doses("pd1", Drug::antiPd1, 4, 1, 3)};
  return arm;
}

StudyArm tiny() {
  StudyArm arm = named("smallest tumours, adoptive T cells", 60);
  arm.patient.irradiatedMm3 = arm.patient.distantMm3 = kMinVolumeMm3;
  arm.patient.bloodEffectors = kMaxBloodEffectors;
  arm.plan.drugs = {doses("cells", Drug::adoptiveTCells, 3, 5, 7)};
  return arm;
}

StudyArm mutant() {
  StudyArm arm = named("every resistance at half", 60);
  arm.patient.resistance.fill(0.5);
  arm.plan.radiation = {series("rt", 8, 1, 3, 1)};
  arm.plan.drugs = {doses("pd1", Drug::antiPd1, 5, 1, 3), doses("lag3", Drug::lag3Tim3, 5, 1, 3)};
  return arm;
}

}  // namespace

std::vector<StudyArm> targetStudyArms() {
  std::vector<StudyArm> arms;
  for (const TimedArm& timed : targetArms()) {
    arms.push_back({nameOf(timed.arm), patientOf(timed.arm), planOf(timed.arm, timed.days)});
  }
  return arms;
}

std::vector<StudyArm> cornerStudyArms() {
  return {cured(), everyHook(), waiting(),   conventional(), manyADay(),
          human(), longMouse(), symmetric(), tiny(),         mutant()};
}

std::vector<StudyArm> caseStudyArms() {
  std::vector<StudyArm> arms;
  for (const Case& item : cases()) {
    for (const Scenario& scenario : item.arms) {
      arms.push_back({item.id + ": " + scenario.id, scenario.patient, scenario.plan});
    }
  }
  return arms;
}

std::vector<StudyArm> allStudyArms() {
  std::vector<StudyArm> arms = targetStudyArms();
  for (StudyArm& arm : cornerStudyArms()) arms.push_back(std::move(arm));
  for (StudyArm& arm : caseStudyArms()) arms.push_back(std::move(arm));
  return arms;
}

}  // namespace abscope
