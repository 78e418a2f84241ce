#pragma once
// A solved course: every state and every named flux at every moment, and all
// that happened.
#include <array>
#include <cstddef>
#include <vector>

#include "model/fluxes.h"
#include "model/hermite.h"
#include "model/model.h"
#include "model/patient.h"
#include "model/plan.h"
#include "model/states.h"

namespace abscope {

enum class EventKind : int { fraction, drugDose, cure, progression, response, nadir };

// Something that happened at a moment: a fraction, a dose, or a finding.
struct Event {
  EventKind kind;
  double day;
  int item = -1;                 // index in plan.radiation or plan.drugs
  Pair doseGy{};                 // fraction: dose to (irradiated, distant)
  double nodeGy = 0;             // fraction
  double bloodGy = 0;            // fraction
  Drug drug = Drug::count;       // drugDose
  double amount = 0;             // drugDose
  Site site = Site::irradiated;  // cure
};

struct SolverCounts {
  int steps = 0;
  int rejected = 0;
  int evaluations = 0;
};

// Where a step of the solver ended and the next began.
struct CourseNode {
  double day;
  int phase;
  State state{State::Uncleared{}};
  State slope{State::Uncleared{}};  // per day

  CourseNode(double day_, int phase_) : day(day_), phase(phase_) {}
};

// The time between two events. Its nodes are those from firstNode up to the
// next phase's.
struct CoursePhase {
  double startDay;
  std::size_t firstNode;
};

// A product of the plan that stays for a while; those of one hook follow each other.
struct CarriedDrug {
  Drug drug;
  std::size_t hook;
  double potency;
  double lossPerDay;
};

// Days are counted from 0. `at(t)` at the moment of an event gives the state
// after it.
class Course {
 public:
  explicit Course(const Patient& patient) : model_(patient) {}

  double days() const { return days_; }
  State at(double day) const;
  State before(double day) const;            // just before the events of that moment
  Fluxes ratesAt(double day) const;          // per day; impulses are zero here
  Fluxes integralsAt(double day) const;      // amounts since day 0, impulses of the moment included
  Fluxes integralsBefore(double day) const;  // the same without the impulses of the moment
  // The same for moments that follow each other: rates at the nodes between which they lie are
  // worked out once.
  class NodeRates;
  Fluxes integralsAt(double day, NodeRates& rates) const;
  Fluxes integralsBefore(double day, NodeRates& rates) const;
  HookLevels drugLevelsAt(double day) const;  // at each hook, all its products together
  // Fractions, doses and findings in the order of time.
  const std::vector<Event>& events() const { return events_; }
  const Model& model() const { return model_; }
  SolverCounts counts() const { return counts_; }

 private:
  friend class Solver;
  // The nodes that a moment is interpolated from, and their weights.
  struct Stencil {
    std::size_t first;
    HermiteWeights weights;
  };
  std::size_t intervalAt(double day) const;      // the last node at or before `day`
  std::size_t intervalBefore(double day) const;  // the last node before `day`
  Stencil stencil(std::size_t interval, double day) const;
  Pair pairAt(const Stencil& stencil, TumourState state) const;
  State stateAt(const Stencil& stencil) const;
  Fluxes integralsIn(const Stencil& stencil, NodeRates& rates) const;
  const Fluxes& ratesAtNode(std::size_t node, NodeRates& rates) const;
  HookLevels levelsIn(std::size_t phase, double day) const;

  Model model_;
  double days_ = 0;
  std::vector<CourseNode> nodes_;
  std::vector<Fluxes> integrals_;  // at each node, since day 0
  std::vector<CoursePhase> phases_;
  std::vector<CarriedDrug> carried_;
  std::vector<double> levels_;  // of each carried drug at the start of each phase
  State end_;                   // after any event on the last day
  Fluxes endIntegrals_;
  std::vector<Event> events_;
  SolverCounts counts_;
};

// Of one course: the rates at the nodes that were asked for last.
class Course::NodeRates {
 public:
  NodeRates() { nodes_.fill(kNone); }

 private:
  friend class Course;
  static constexpr std::size_t kNone = ~std::size_t{0};
  std::array<std::size_t, kMostHermitePoints> nodes_{};  // node n is kept at n % 4
  std::array<Fluxes, kMostHermitePoints> rates_;
};

struct SolveOptions {
  double relativeTolerance = 1.9e-7;
  double absoluteTolerance = 1.9e-10;
  bool fluxIntegrals = true;  // false: integralsAt must not be called
};

// Solves the course of this plan for this patient. Both must be valid: within the limits of plan.h,
// patient.h and parameters.def.
Course solve(const Patient& patient, const Plan& plan, const SolveOptions& options = {});

}  // namespace abscope
