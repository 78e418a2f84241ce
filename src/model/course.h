#pragma once
// A solved course: every state and every named flux at every moment, and all that happened.
#include <vector>

#include "model/fluxes.h"
#include "model/patient.h"
#include "model/plan.h"
#include "model/states.h"

namespace abscope {

enum class EventKind : int { fraction, drugDose, cure, progression, response, nadir };

// Something that happened at a moment: a fraction, a dose, or a finding.
struct Event {
  EventKind kind;
  double day;
  int item = -1;          // index in plan.radiation or plan.drugs
  Pair doseGy{};          // fraction: dose to (irradiated, distant)
  double nodeGy = 0;      // fraction
  double bloodGy = 0;     // fraction
  Drug drug = Drug::count;  // drugDose
  double amount = 0;        // drugDose
  Site site = Site::irradiated;  // cure
};

struct SolverCounts {
  int steps = 0;
  int rejected = 0;
  int evaluations = 0;
};

class Model;  // model/model.h: the equations with all constants of one patient

// Days are counted from 0. `at(t)` at the moment of an event gives the state after it.
class Course {
 public:
  double days() const { return days_; }
  State at(double day) const;
  State before(double day) const;               // just before the events of that moment
  Fluxes ratesAt(double day) const;             // per day; impulses are zero here
  Fluxes integralsAt(double day) const;         // amounts since day 0, impulses of the moment included
  DrugLevels drugLevelsAt(double day) const;    // in units of a usual dose
  const std::vector<Event>& events() const { return events_; }
  const Model& model() const;
  SolverCounts counts() const { return counts_; }

 private:
  friend class Solver;
  // (fields are the solver's business)
  double days_ = 0;
  std::vector<Event> events_;
  SolverCounts counts_;
};

struct SolveOptions {
  double relativeTolerance = 3e-8;
  double absoluteTolerance = 3e-11;
  bool fluxIntegrals = true;  // false: integralsAt must not be called
};

// Solves the course of this plan for this patient. Both must be valid (see model/check.h).
Course solve(const Patient& patient, const Plan& plan, const SolveOptions& options = {});

}  // namespace abscope
