#pragma once
// The arithmetic of a regimen as a radiation oncologist writes it: total, BED and EQD2.
#include "model/patient.h"
#include "model/plan.h"

namespace abscope {

// Of a series of fractions at its target, with early (10 Gy), late (3 Gy) and the tumour's own
// alpha/beta. Overall time is not in them.
struct RegimenNumbers {
  double totalGy = 0;
  double bed10Gy = 0, bed3Gy = 0, bedOwnGy = 0;
  double eqd2At10Gy = 0, eqd2OwnGy = 0;
  double ownAlphaBetaGy = 0;
  bool uncertain = false;  // a fraction above the dose from which LQ and LQ-L differ
};

RegimenNumbers numbersOf(const RadiationItem& item, const Patient& patient);

}  // namespace abscope
