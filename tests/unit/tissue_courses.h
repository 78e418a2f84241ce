#pragma once
// Courses on which the tissue is tested: mouse and human, with and without treatment.
#include <vector>

#include "model/course.h"

namespace abscope {

struct TissueCase {
  const char* name;
  Patient patient;
  Plan plan;
};

inline RadiationItem fractionsOf(double doseGy, int count, double day, double distantGy = 0) {
  RadiationItem item;
  item.id = distantGy > 0 ? "distant" : "irradiated";
  item.start.days = day;
  item.fractions = count;
  item.irradiatedGy = doseGy;
  item.distantGy = distantGy;
  return item;
}

inline DrugItem dosesOf(Drug drug, int count, double day, double interval = 3) {
  DrugItem item;
  item.id = "drug";
  item.drug = drug;
  item.start.days = day;
  item.doses = count;
  item.intervalDays = interval;
  return item;
}

inline std::vector<TissueCase> tissueCases() {
  std::vector<TissueCase> cases(7);
  cases[0].name = "untreated";
  cases[1].name = "8 Gy x 3 with anti-CTLA-4";
  cases[1].plan.radiation = {fractionsOf(8, 3, 1)};
  cases[1].plan.drugs = {dosesOf(Drug::antiCtla4, 3, 3)};
  cases[2].name = "RadScopal";
  cases[2].plan.radiation = {fractionsOf(12, 3, 5), fractionsOf(0, 2, 10, 1)};
  cases[2].plan.drugs = {dosesOf(Drug::antiPd1, 5, 2), dosesOf(Drug::antiCtla4, 4, 2)};
  cases[3].name = "human, 8 Gy x 3 then anti-PD-1";
  cases[3].patient.preset = Preset::human;
  cases[3].patient.irradiatedMm3 = 20000;
  cases[3].patient.distantMm3 = 8000;
  cases[3].plan.days = 180;
  cases[3].plan.radiation = {fractionsOf(8, 3, 1)};
  cases[3].plan.drugs = {dosesOf(Drug::antiPd1, 8, 8, 21)};
  cases[4].name = "2 Gy x 30, human, three years";
  cases[4].patient = cases[3].patient;
  cases[4].plan.days = 1095;
  cases[4].plan.radiation = {fractionsOf(2, 30, 1)};
  cases[5].name = "T cells given and one large fraction on day 0";
  cases[5].plan.days = 30;
  cases[5].plan.radiation = {fractionsOf(20, 1, 0)};
  cases[5].plan.drugs = {dosesOf(Drug::adoptiveTCells, 2, 4.3, 5), dosesOf(Drug::antiPd1, 3, 0)};
  cases[6].name = "resistant subclone, 8 Gy x 3 with anti-CTLA-4";
  cases[6].plan = cases[1].plan;
  cases[6].patient.subclone.share = 0.05;
  cases[6].patient.subclone.mutationsPerDivision = 0.005;
  cases[6].patient.subclone.resistance[static_cast<std::size_t>(Resistance::b2mLoss)] = 1;
  return cases;
}

}  // namespace abscope
