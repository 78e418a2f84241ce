#pragma once
// A patient and a plan under one name: what a file, a case and a share link hold.
#include <string>

#include "model/patient.h"
#include "model/plan.h"

namespace abscope {

struct Scenario {
  std::string id;
  std::string title;
  Patient patient;
  Plan plan;
};

}  // namespace abscope
