#pragma once
// The arithmetic of a regimen as a radiation oncologist writes it: total, BED and EQD2.
#include "app/series.h"
#include "model/patient.h"
#include "model/plan.h"

namespace abscope {

// Of a series of fractions at its target, with early (10 Gy), late (3 Gy) and the tumour's own
// alpha/beta. Overall time is not in them.
struct RegimenNumbers {
  double totalGy = 0;
  double bed10Gy = 0, bed3Gy = 0, bedOwnGy = 0;
  double eqd2At10Gy = 0, eqd2At3Gy = 0, eqd2OwnGy = 0;
  double ownAlphaBetaGy = 0;
  bool uncertain = false;  // a fraction above the dose from which LQ and LQ-L differ
};

RegimenNumbers numbersOf(const RadiationItem& item, const Patient& patient);

// Of all fractions that one tumour got in a course, whichever series they are of.
struct TumourDose {
  double totalGy = 0;
  double bed10Gy = 0, bed3Gy = 0, bedOwnGy = 0;
  double eqd2At10Gy = 0, eqd2At3Gy = 0, eqd2OwnGy = 0;
  double ownAlphaBetaGy = 0;
  bool uncertain = false;       // as above, for any of the fractions
  double shortestGapDays = -1;  // between two of them; -1: fewer than two
  // BED, and the model, take repair between fractions as complete; it needs 6 h at least (the gap
  // of CHART, Saunders 1997, Lancet 350:161).
  bool tooClose() const { return shortestGapDays >= 0 && shortestGapDays < kLeastGapDays - 1e-9; }
  static constexpr double kLeastGapDays = 0.25;
};

TumourDose doseOf(const Course& course, const Patient& patient, Site site);

// The highest ratio of CD8 effectors to Treg in either tumour.
struct Peak {
  double value = 0, day = 0;
  Site site = Site::irradiated;
};
Peak peakCd8ToTreg(const Series& series);

}  // namespace abscope
