#pragma once
// An experiment that must feel a mechanism when it is switched off; plain data of the catalogue.
#include "model/mechanisms.h"
#include "model/quantity.h"

namespace abscope {

// Of one mechanism: what is read, of which arms, and which way it must move when it is off.
struct AblationExperiment {
  MechanismId mechanism = MechanismId::count;
  Quantity quantity = Quantity::irradiatedVolume;
  double day = 0;
  int arm = 0;       // in the arms
  int against = -1;  // that it is held against; -1: the arm alone
  int sign = 1;      // of the change: +1 or -1
};

}  // namespace abscope
