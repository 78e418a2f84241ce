#pragma once
// An independent way to a course: SUNDIALS CVODE at tight tolerances on the model's rates, with the
// events driven anew from the plan. It shares the equations and the jumps with our solver, and
// nothing else: not its steps, not its dense output, not its schedule.
#include <vector>

#include "model/fluxes.h"
#include "model/patient.h"
#include "model/plan.h"
#include "model/states.h"

namespace abscope {

struct ReferenceDay {
  double day = 0;
  State before;  // of the moment's events
  State after;
  Fluxes integrals;  // since day 0, impulses of the moment included
};

struct ReferenceOptions {
  double relativeTolerance = 1e-10;
  double absoluteTolerance = 1e-13;
  bool fluxIntegrals = false;
};

struct ReferenceCourse {
  std::vector<ReferenceDay> days;  // every whole day and every moment with an event
  int evaluations = 0;
};

ReferenceCourse referenceCourse(const Patient& patient, const Plan& plan,
                                const ReferenceOptions& options = {});

}  // namespace abscope
