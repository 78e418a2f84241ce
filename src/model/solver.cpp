// Solves a course from event to event with Verner's explicit pair of orders 6 and 5; between the
// steps' ends Hermite's polynomial of degree 7. docs/implementation-notes.md says what else was
// measured.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "model/course.h"
#include "model/findings.h"
#include "model/schedule.h"
#include "model/timeline.h"
#include "model/verner65.h"

namespace abscope {

namespace {

namespace tableau = verner65;
using Slopes = std::array<State, tableau::kAllStages>;

// One row of the tableau times the slopes so far, for one pair of numbers; weights of zero cost
// nothing.
template <std::size_t kRow, std::size_t... kColumns>
Pair weigh(const Slopes& k, std::size_t i, std::index_sequence<kColumns...>) {
  Pair total{};
  ((tableau::kWeights[kRow][kColumns] != 0
        ? void(total += tableau::kWeights[kRow][kColumns] * k[kColumns].pairs[i])
        : void()),
   ...);
  return total;
}

// y + h * (that row times the slopes so far).
template <std::size_t kRow>
void combine(const State& y, const Slopes& k, double h, State& result) {
  for (std::size_t i = 0; i < y.pairs.size(); ++i) {
    result.pairs[i] = y.pairs[i] + h * weigh<kRow>(k, i, std::make_index_sequence<kRow>());
  }
}

// Steps have a coarse length, five bits of it: so the rounding of another target does not change
// them, and courses of two targets differ by that rounding alone.
double rounded(double stepDays) {
  int exponent = 0;
  const double mantissa = std::frexp(stepDays, &exponent);
  return std::ldexp(std::floor(mantissa * 32), exponent - 5);
}

}  // namespace

class Solver {
 public:
  Solver(const Patient& patient, const Plan& plan, const SolveOptions& options)
      : plan_(plan),
        options_(options),
        timeline_(plan),
        course_(patient),
        y_(course_.model_.start()),
        visits_(volumeMm3(y_)) {
    course_.days_ = plan.days;
    course_.nodes_.reserve(256);
    if (options_.fluxIntegrals) course_.integrals_.reserve(256);
  }

  Course run() {
    happen();
    while (day_ < plan_.days) {
      const double until = std::min(timeline_.nextDay(), plan_.days);
      startPhase(until - day_);
      advance(until);
      happen();
    }
    course_.end_ = y_;
    course_.endIntegrals_ = integrals_;
    notePhase();
    return std::move(course_);
  }

 private:
  const Model& model() const { return course_.model_; }

  void bindDrugs(double daysInPhase) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(activeCount_); ++i) {
      const auto drug = static_cast<std::size_t>(active_[i]);
      const double level =
          levels_[drug] * std::exp(-model().drugLossPerDay(active_[i]) * daysInPhase);
      bound_[drug] = level / (level + kHalfOccupancy);
    }
  }

  void notePhase() {
    activeCount_ = 0;
    for (int i = 0; i < kDrugCount; ++i) {
      const auto drug = static_cast<std::size_t>(i);
      if (levels_[drug] < kGoneLevel) levels_[drug] = 0;
      if (levels_[drug] > 0)
        active_[static_cast<std::size_t>(activeCount_++)] = static_cast<Drug>(i);
    }
    bound_ = DrugLevels{};
    course_.phases_.push_back({day_, course_.nodes_.size(), levels_});
    phaseStart_ = day_;
  }

  void startPhase(double lengthDays) {
    notePhase();
    nodesInPhase_ = 0;
    // Three steps at the least give the interpolation its four nodes.
    nextStep_ = std::min(kFirstStepDays, lengthDays / 3);
    evaluate<0>(y_, 0);
    keepNode(k_[0]);
  }

  void decayDrugs() {
    for (int i = 0; i < activeCount_; ++i) {
      const Drug drug = active_[static_cast<std::size_t>(i)];
      levels_[static_cast<std::size_t>(drug)] *=
          std::exp(-model().drugLossPerDay(drug) * (day_ - phaseStart_));
    }
    phaseStart_ = day_;
  }

  // Everything that the plan has for this moment.
  void happen() {
    decayDrugs();
    for (const Timeline::Entry& entry : timeline_.take(day_)) {
      Event event{};
      event.day = day_;
      event.item = entry.item;
      if (entry.isFraction) {
        const RadiationItem& item = plan_.radiation[static_cast<std::size_t>(entry.item)];
        const FractionDose dose = fractionDose(item, model().parameters());
        addAmounts(course_.model_.giveFraction(y_, dose, occupancy(levels_)));
        event.kind = EventKind::fraction;
        event.doseGy = dose.tumourGy;
        event.nodeGy = dose.nodeGy;
        event.bloodGy = dose.bloodGy;
        event.drug = Drug::count;
      } else {
        const DrugItem& item = plan_.drugs[static_cast<std::size_t>(entry.item)];
        event.kind = EventKind::drugDose;
        event.drug = item.drug;
        event.amount = item.amount;
        if (item.drug == Drug::adoptiveTCells) {
          addAmounts(course_.model_.giveTCells(y_, item.amount));
        } else {
          levels_[static_cast<std::size_t>(item.drug)] += item.amount;
        }
      }
      course_.events_.push_back(event);
    }
  }

  void addAmounts(const Fluxes& amounts) {
    for (std::size_t i = 0; i < integrals_.pairs.size(); ++i)
      integrals_.pairs[i] += amounts.pairs[i];
  }

  void advance(double until) {
    while (day_ < until) {
      double h = std::min(nextStep_, until - day_);
      if (day_ + 1.01 * h >= until) {
        h = until - day_;
      } else if (day_ + 2 * h > until) {
        h = 0.5 * (until - day_);
      }
      const double newDay = h == until - day_ ? until : day_ + h;
      step(h);
      if (!isGoodEnough(h)) continue;
      if (finishStep(newDay)) return;  // a finding changed the course: events first
    }
  }

  // One step of length h from y_ into after_, and the slope there.
  void step(double h) {
    if (options_.fluxIntegrals) {
      fluxesOfStep_ = Fluxes{};
      addStageFluxes(firstFluxes_, h * tableau::kWeights[tableau::kStepRow][0]);
    }
    stages(h, std::make_index_sequence<tableau::kStages>());
  }

  template <std::size_t... kIndex>
  void stages(double h, std::index_sequence<kIndex...>) {
    (stage<kIndex + 1>(h), ...);
  }

  template <std::size_t kRow>
  void stage(double h) {
    constexpr bool isEnd = kRow == tableau::kStages;
    State& y = isEnd ? after_ : trial_;
    combine<kRow>(y_, k_, h, y);
    evaluate<kRow>(y, h);
  }

  // The slope of one stage, and what its fluxes bring to the step's amounts.
  template <std::size_t kRow>
  void evaluate(const State& y, double h) {
    ++course_.counts_.evaluations;
    if constexpr (kRow == 0 || tableau::kDays[kRow] != tableau::kDays[kRow == 0 ? 0 : kRow - 1]) {
      bindDrugs(day_ - phaseStart_ + tableau::kDays[kRow] * h);
    }
    constexpr bool isFirst = kRow == 0, isLast = kRow == tableau::kStages;
    Fluxes& fluxes = isFirst ? firstFluxes_ : isLast ? lastFluxes_ : fluxes_;
    model().rates(y, bound_, fluxes, k_[kRow]);
    if constexpr (!isFirst && !isLast && tableau::kWeights[tableau::kStepRow][kRow] != 0) {
      if (options_.fluxIntegrals) {
        addStageFluxes(fluxes, h * tableau::kWeights[tableau::kStepRow][kRow]);
      }
    }
  }

  void addStageFluxes(const Fluxes& fluxes, double weight) {
    for (std::size_t i = 0; i < fluxes.pairs.size(); ++i) {
      fluxesOfStep_.pairs[i] += weight * fluxes.pairs[i];
    }
  }

  // Judges the step and chooses the length of the next.
  bool isGoodEnough(double h) {
    double error = errorOf(h);
    // Just after an event the curves bend most, and interpolation must rely on few and short steps.
    if (nodesInPhase_ < 3) error *= kEarlyCare;
    const double factor = 0.9 * std::pow(std::max(error, 1e-9), -1.0 / 6);
    if (error <= 1) {
      ++course_.counts_.steps;
      nextStep_ = rounded(h * std::min(2.5, factor));
      return true;
    }
    ++course_.counts_.rejected;
    nextStep_ = rounded(h * (error < 1e30 ? std::max(0.2, factor) : 0.1));
    return false;
  }

  // The error of the step, 1 = as large as allowed (root mean square over the states).
  double errorOf(double h) const {
    Pair total{};
    for (std::size_t i = 0; i < y_.pairs.size(); ++i) {
      const Pair a = y_.pairs[i], b = after_.pairs[i];
      const Pair sizeA = a < 0.0 ? -a : a;
      const Pair sizeB = b < 0.0 ? -b : b;
      const Pair scale =
          options_.absoluteTolerance + options_.relativeTolerance * (sizeA > sizeB ? sizeA : sizeB);
      total +=
          square(weigh<tableau::kErrorRow>(k_, i, std::make_index_sequence<tableau::kAllStages>()) /
                 scale);
    }
    return h * std::sqrt(sum(total) / kStateSize);
  }

  // Takes the step to newDay and looks at each new day in it. True when a finding changed the
  // course: then the step is taken anew, to the day of the finding.
  bool finishStep(double newDay) {
    const double start = day_;
    takeStep(newDay);
    for (double visitDay = std::floor(start) + 1; visitDay <= newDay; visitDay += 1) {
      if (!visit(visitDay)) continue;
      if (visitDay < newDay) {
        takeBack();
        step(visitDay - start);
        takeStep(visitDay);
      }
      cure();
      return true;
    }
    k_[0] = k_[tableau::kStages];
    if (options_.fluxIntegrals) firstFluxes_ = lastFluxes_;
    return false;
  }

  void takeStep(double newDay) {
    y_ = after_;
    day_ = newDay;
    if (options_.fluxIntegrals) addAmounts(fluxesOfStep_);
    keepNode(k_[tableau::kStages]);
  }

  void takeBack() {
    course_.nodes_.pop_back();
    y_ = course_.nodes_.back().state;
    day_ = course_.nodes_.back().day;
    if (options_.fluxIntegrals) {
      course_.integrals_.pop_back();
      integrals_ = course_.integrals_.back();
    }
  }

  void keepNode(const State& slope) {
    course_.nodes_.push_back({day_, static_cast<int>(course_.phases_.size()) - 1, y_, slope});
    if (options_.fluxIntegrals) course_.integrals_.push_back(integrals_);
    ++nodesInPhase_;
  }

  // A visit at the start of a day, within the last step. True when it changes the course.
  bool visit(double visitDay) {
    const auto moment = course_.stencil(course_.nodes_.size() - 2, visitDay);
    const Pair viable = course_.pairAt(moment, TumourState::viable);
    const Visits::Findings findings =
        visits_.visit(viable + course_.pairAt(moment, TumourState::dying));
    bool changed = false;
    const auto note = [&](bool isFound, EventKind kind, Anchor anchor) {
      if (!isFound) return;
      addEvent(kind, visitDay);
      changed = timeline_.found(anchor, visitDay) || changed;
    };
    note(findings.progression, EventKind::progression, Anchor::progression);
    note(findings.response, EventKind::response, Anchor::response);
    note(findings.nadir, EventKind::nadir, Anchor::nadir);
    for (int lane = 0; lane < 2; ++lane) {
      cured_[lane] = viable[lane] != 0 && viable[lane] < model().parameters().clonogenMm3;
      changed = changed || cured_[lane];
    }
    return changed;
  }

  // The last clonogens of a tumour that a visit found cured die now.
  void cure() {
    for (int lane = 0; lane < 2; ++lane) {
      if (!cured_[lane]) continue;
      addEvent(EventKind::cure, day_).site = static_cast<Site>(lane);
      const double viable = y_[TumourState::viable][lane];
      Fluxes last;
      last[TumourFlux::lastClonogenDeath][lane] = viable;
      addAmounts(last);
      y_[TumourState::dying][lane] += viable;
      y_[TumourState::viable][lane] = 0;
    }
  }

  Event& addEvent(EventKind kind, double day) {
    Event event{};
    event.kind = kind;
    event.day = day;
    event.drug = Drug::count;
    course_.events_.push_back(event);
    return course_.events_.back();
  }

  static constexpr double kGoneLevel = 1e-12;  // of a usual dose: nothing is bound any more
  static constexpr double kFirstStepDays = 0.15;
  static constexpr double kEarlyCare = 10;  // how much stricter the first two steps are judged

  const Plan& plan_;
  const SolveOptions options_;
  Timeline timeline_;
  Course course_;
  State y_;
  Visits visits_;
  double day_ = 0;
  double phaseStart_ = 0;
  double nextStep_ = 0;
  int nodesInPhase_ = 0;
  bool cured_[2] = {};
  DrugLevels levels_{};  // at the start of the phase
  DrugLevels bound_{};   // of the stage
  std::array<Drug, kDrugCount> active_{};
  int activeCount_ = 0;
  Slopes k_;
  State trial_, after_;
  Fluxes integrals_, fluxesOfStep_, fluxes_, firstFluxes_, lastFluxes_;
};

Course solve(const Patient& patient, const Plan& plan, const SolveOptions& options) {
  return Solver(patient, plan, options).run();
}

}  // namespace abscope
