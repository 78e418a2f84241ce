#pragma once
// Every course that the solver is held to: the arms of all targets, the cases of the lab, and plans
// that visit the corners of the rules.
#include <string>
#include <vector>

#include "model/patient.h"
#include "model/plan.h"

namespace abscope {

struct StudyArm {
  std::string name;
  Patient patient;
  Plan plan;
};

std::vector<StudyArm> targetStudyArms();
std::vector<StudyArm> cornerStudyArms();
std::vector<StudyArm> caseStudyArms();  // from assets/cases
std::vector<StudyArm> allStudyArms();

}  // namespace abscope
