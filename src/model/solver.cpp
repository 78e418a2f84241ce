// Solves a course with DOP853, an explicit method of order 8 with dense output of order 7, from
// event to event. docs/implementation-notes.md says which other ways were measured.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "model/course.h"
#include "model/dop853.h"
#include "model/findings.h"
#include "model/schedule.h"
#include "model/timeline.h"

namespace abscope {

namespace {

using Stages = std::array<State, dop853::kAllStages>;

// y + h * (row of the tableau times the slopes), reading only the slopes whose weight is not zero.
template <int kRow, std::size_t... kColumns>
void combineRow(const State& y, const Stages& k, double h, State& result,
                std::index_sequence<kColumns...>) {
  for (std::size_t i = 0; i < y.pairs.size(); ++i) {
    Pair slope{};
    ((dop853::kA[kRow][kColumns] != 0
          ? void(slope += dop853::kA[kRow][kColumns] * k[kColumns].pairs[i])
          : void()),
     ...);
    result.pairs[i] = y.pairs[i] + h * slope;
  }
}

template <int kRow>
void combine(const State& y, const Stages& k, double h, State& result) {
  combineRow<kRow>(y, k, h, result, std::make_index_sequence<static_cast<std::size_t>(kRow)>());
}

template <std::size_t kCount>
Pair weigh(const std::array<double, kCount>& weights, const Stages& k, std::size_t i) {
  Pair total{};
  for (std::size_t j = 0; j < kCount; ++j) {
    if (weights[j] != 0) total += weights[j] * k[j].pairs[i];
  }
  return total;
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
    course_.steps_.reserve(160);
    if (options_.fluxIntegrals) course_.integrals_.reserve(160);
  }

  Course run() {
    happen();
    while (day_ < plan_.days) {
      startPhase();
      const double until = std::min(timeline_.nextDay(), plan_.days);
      advance(until);
      happen();
    }
    course_.end_ = y_;
    course_.endIntegrals_ = integrals_;
    startPhase();
    return std::move(course_);
  }

 private:
  const Model& model() const { return course_.model_; }

  DrugLevels boundAfter(double days) const {
    DrugLevels bound{};
    for (std::size_t i = 0; i < static_cast<std::size_t>(activeCount_); ++i) {
      const auto drug = static_cast<std::size_t>(active_[i]);
      const double level = levels_[drug] * std::exp(-model().drugLossPerDay(active_[i]) * days);
      bound[drug] = level / (level + kHalfOccupancy);
    }
    return bound;
  }

  void startPhase() {
    activeCount_ = 0;
    for (int i = 0; i < kDrugCount; ++i) {
      const auto drug = static_cast<std::size_t>(i);
      if (levels_[drug] < kGoneLevel) levels_[drug] = 0;
      if (levels_[drug] > 0)
        active_[static_cast<std::size_t>(activeCount_++)] = static_cast<Drug>(i);
    }
    course_.phases_.push_back({day_, levels_});
    phaseStart_ = day_;
    fresh_ = true;
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
        addImpulses(course_.model_.giveFraction(y_, dose, occupancy(levels_)));
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
          addImpulses(course_.model_.giveTCells(y_, item.amount));
        } else {
          levels_[static_cast<std::size_t>(item.drug)] += item.amount;
        }
      }
      course_.events_.push_back(event);
    }
  }

  void addImpulses(const Fluxes& amounts) {
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
      const bool reachesEnd = h == until - day_;
      if (!tryStep(h)) continue;
      const double newDay = reachesEnd ? until : day_ + h;
      if (stepTo(newDay)) return;  // a finding changed the course: events first
    }
  }

  // One step of length h from y_ into after_; false when its error is too large.
  bool tryStep(double h) {
    const double offset = day_ - phaseStart_;
    fluxesOfStep_ = Fluxes{};
    if (fresh_) {
      rate<0>(y_, offset, h);
      fresh_ = false;
    } else if (options_.fluxIntegrals) {
      addStageFluxes(firstFluxes_, h * dop853::kA[12][0]);
    }
    stages(offset, h, std::make_index_sequence<11>());
    combine<12>(y_, k_, h, after_);
    const double error = errorOf(h);
    if (!(error <= 1)) {
      ++course_.counts_.rejected;
      nextStep_ = h * (error < 1e30 ? std::max(0.2, 0.9 * std::pow(error, -0.125)) : 0.1);
      return false;
    }
    ++course_.counts_.steps;
    nextStep_ = h * std::min(5.0, 0.9 * std::pow(std::max(error, 1e-12), -0.125));
    return true;
  }

  template <std::size_t... kIndex>
  void stages(double offset, double h, std::index_sequence<kIndex...>) {
    (stage<static_cast<int>(kIndex) + 1>(offset, h), ...);
  }

  template <int kRow>
  void stage(double offset, double h) {
    combine<kRow>(y_, k_, h, trial_);
    rate<kRow>(trial_, offset, h);
  }

  template <int kRow>
  void rate(const State& y, double offset, double h) {
    ++course_.counts_.evaluations;
    constexpr auto kIndex = static_cast<std::size_t>(kRow);
    const DrugLevels bound = boundAfter(offset + dop853::kC[kIndex] * h);
    constexpr bool kWeighs = kRow < 12 && dop853::kA[12][kRow < 12 ? kRow : 0] != 0;
    if (options_.fluxIntegrals && (kWeighs || kRow == 12)) {
      model().rates(y, bound, kRow == 0 ? firstFluxes_ : fluxes_, k_[kIndex]);
      if constexpr (kWeighs) {
        addStageFluxes(kRow == 0 ? firstFluxes_ : fluxes_, h * dop853::kA[12][kRow]);
      }
    } else {
      model().slope(y, bound, k_[kIndex]);
    }
  }

  void addStageFluxes(const Fluxes& fluxes, double weight) {
    for (std::size_t i = 0; i < fluxes.pairs.size(); ++i) {
      fluxesOfStep_.pairs[i] += weight * fluxes.pairs[i];
    }
  }

  // The error of the step, 1 = as large as allowed (Hairer's combination of orders 5 and 3).
  double errorOf(double h) const {
    Pair five{}, three{};
    for (std::size_t i = 0; i < y_.pairs.size(); ++i) {
      const Pair a = y_.pairs[i], b = after_.pairs[i];
      const Pair sizeA = a < 0.0 ? -a : a;
      const Pair sizeB = b < 0.0 ? -b : b;
      const Pair scale =
          options_.absoluteTolerance + options_.relativeTolerance * (sizeA > sizeB ? sizeA : sizeB);
      five += square(weigh(dop853::kError5, k_, i) / scale);
      three += square(weigh(dop853::kError3, k_, i) / scale);
    }
    const double five2 = sum(five), three2 = sum(three);
    if (five2 == 0 && three2 == 0) return 0;
    return std::fabs(h) * five2 / std::sqrt((five2 + 0.01 * three2) * kStateSize);
  }

  // Takes the accepted step to newDay, keeps its dense output and looks at each new day in it. True
  // when a finding cut the step short: then day_ is the day of the finding.
  bool stepTo(double newDay) {
    const double h = newDay - day_;
    const double offset = day_ - phaseStart_;
    rate<12>(after_, offset, h);
    rateForDense(offset, h, std::make_index_sequence<3>());
    CourseStep& step = keepStep(h);

    const double firstVisit = std::floor(day_) + 1;
    for (double visitDay = firstVisit; visitDay <= newDay; visitDay += 1) {
      if (visit(step, visitDay)) return true;
    }
    if (options_.fluxIntegrals) {
      addImpulses(fluxesOfStep_);
      firstFluxes_ = fluxes12_;
    }
    y_ = after_;
    day_ = newDay;
    k_[0] = k_[12];
    return false;
  }

  template <std::size_t... kIndex>
  void rateForDense(double offset, double h, std::index_sequence<kIndex...>) {
    fluxes12_ = fluxes_;
    (denseStage<static_cast<int>(kIndex) + 13>(offset, h), ...);
  }

  template <int kRow>
  void denseStage(double offset, double h) {
    combine<kRow>(y_, k_, h, trial_);
    rate<kRow>(trial_, offset, h);
  }

  CourseStep& keepStep(double h) {
    course_.steps_.emplace_back();
    if (options_.fluxIntegrals) course_.integrals_.push_back(integrals_);
    CourseStep& step = course_.steps_.back();
    step.startDay = day_;
    step.lengthDays = h;
    step.phase = static_cast<int>(course_.phases_.size()) - 1;
    step.start = y_;
    for (std::size_t i = 0; i < y_.pairs.size(); ++i) {
      const Pair difference = after_.pairs[i] - y_.pairs[i];
      step.dense[0].pairs[i] = difference;
      step.dense[1].pairs[i] = h * k_[0].pairs[i] - difference;
      step.dense[2].pairs[i] = 2 * difference - h * (k_[12].pairs[i] + k_[0].pairs[i]);
      for (std::size_t row = 0; row < dop853::kDenseRows; ++row) {
        Pair total{};
        for (std::size_t j = 0; j < dop853::kAllStages; ++j) {
          if (dop853::kDense[row][j] != 0) total += dop853::kDense[row][j] * k_[j].pairs[i];
        }
        step.dense[3 + row].pairs[i] = h * total;
      }
    }
    return step;
  }

  // A visit at the start of a day. True when it cuts the step there.
  bool visit(CourseStep& step, double visitDay) {
    const State found = course_.inStep(step, visitDay);
    const Pair viable = found[TumourState::viable];
    const Visits::Findings findings = visits_.visit(volumeMm3(found));
    bool changed = false;
    const auto note = [&](bool isFound, EventKind kind, Anchor anchor) {
      if (!isFound) return;
      Event event{};
      event.kind = kind;
      event.day = visitDay;
      event.drug = Drug::count;
      course_.events_.push_back(event);
      changed = timeline_.found(anchor, visitDay) || changed;
    };
    note(findings.progression, EventKind::progression, Anchor::progression);
    note(findings.response, EventKind::response, Anchor::response);
    note(findings.nadir, EventKind::nadir, Anchor::nadir);
    bool cured[2] = {};
    for (int lane = 0; lane < 2; ++lane) {
      cured[lane] = viable[lane] != 0 && viable[lane] < model().parameters().clonogenMm3;
      changed = changed || cured[lane];
    }
    if (!changed) return false;

    if (options_.fluxIntegrals) {
      integrals_ = course_.integralsIn(course_.steps_.size() - 1, visitDay);
    }
    y_ = found;
    day_ = visitDay;
    for (int lane = 0; lane < 2; ++lane) {
      if (!cured[lane]) continue;
      Event event{};
      event.kind = EventKind::cure;
      event.day = visitDay;
      event.drug = Drug::count;
      event.site = static_cast<Site>(lane);
      course_.events_.push_back(event);
      Fluxes last;
      last[TumourFlux::lastClonogenDeath][lane] = viable[lane];
      addImpulses(last);
      y_[TumourState::dying][lane] += viable[lane];
      y_[TumourState::viable][lane] = 0;
    }
    return true;
  }

  static constexpr double kGoneLevel = 1e-12;  // of a usual dose: nothing is bound any more

  const Plan& plan_;
  const SolveOptions options_;
  Timeline timeline_;
  Course course_;
  State y_;
  Visits visits_;
  double day_ = 0;
  double phaseStart_ = 0;
  double nextStep_ = 0.25;
  bool fresh_ = true;
  DrugLevels levels_{};
  std::array<Drug, kDrugCount> active_{};
  int activeCount_ = 0;
  Stages k_;
  State trial_, after_;
  Fluxes integrals_, fluxesOfStep_, fluxes_, firstFluxes_, fluxes12_;
};

Course solve(const Patient& patient, const Plan& plan, const SolveOptions& options) {
  return Solver(patient, plan, options).run();
}

}  // namespace abscope
