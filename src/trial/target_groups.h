#pragma once
// The targets by subject; allTargets() joins them.
#include <vector>

#include "trial/targets.h"

namespace abscope {

std::vector<Target> fractionationTargets();  // D01-D08: dose per fraction and anti-CTLA-4
std::vector<Target> combinationTargets();    // D09-D13, D15, D25, D30, D31, D34: one drug with RT
std::vector<Target> lowDoseTargets();        // D17-D20: low doses
std::vector<Target> signalTargets();         // D16, D21-D24, D39: Treg and signals against dose
std::vector<Target> resistanceTargets();     // D26-D29, D36, D37: genotypes
std::vector<Target> sequenceTargets();       // D14, D32, D33, D35, D40, D41: order, burden, salvage

// Volume on that day in the first arm over the second.
double irradiatedRatio(const ArmCourses& arms, double day);
double distantRatio(const ArmCourses& arms, double day);

}  // namespace abscope
