#pragma once
// From items to days: when the fractions and doses of an item fall.
#include <vector>

#include "model/model.h"
#include "model/plan.h"

namespace abscope {

// Day 0 is a Monday. Pushes a day at a weekend to the Monday after it, at the same hour.
double afterWeekend(double day);

// Days of all fractions of an item that starts on `startDay`.
std::vector<double> fractionDays(const RadiationItem& item, double startDay);

// Days of all doses of an item that starts on `startDay`.
std::vector<double> doseDays(const DrugItem& item, double startDay);

// What one fraction of an item gives to the tumours, the node and the blood. Where the item leaves
// the node open it gets its share of the dose to the irradiated tumour; where it leaves the blood
// open, the blood that passes the beam gets the larger tumour dose.
FractionDose fractionDose(const RadiationItem& item, const Parameters& parameters);

}  // namespace abscope
