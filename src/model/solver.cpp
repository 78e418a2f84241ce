// Solves a course from event to event with Verner's explicit pair of orders 6
// and 5; between the steps' ends Hermite's polynomial of degree 7.
// docs/implementation-notes.md says what else was measured.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#include "model/course.h"
#include "model/findings.h"
#include "model/runge_kutta.h"
#include "model/schedule.h"
#include "model/timeline.h"

namespace abscope {

namespace {

namespace tableau = verner65;

// Steps have a coarse length, three bits of it: so the rounding of another target does not change
// them, and courses of two targets differ by that rounding alone.
double rounded(double stepDays) {
  std::uint64_t bits;
  std::memcpy(&bits, &stepDays, sizeof bits);
  bits &= ~std::uint64_t{0} << 50;  // of 52, and the one that is not written
  std::memcpy(&stepDays, &bits, sizeof bits);
  return stepDays;
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
    carryDrugs();
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

  // Lists the products that have a level, each once.
  void carryDrugs() {
    std::vector<CarriedDrug>& carried = course_.carried_;
    for (const DrugItem& item : plan_.drugs) {
      const DrugInfo& info = drugInfo(item.drug);
      if (actsAtOnce(info.hook) || !drugUse(item.drug, model().preset()).isUsed()) continue;
      const auto hook = static_cast<std::size_t>(info.hook);
      auto place = carried.begin();
      while (place != carried.end() && place->hook <= hook && place->drug != item.drug) ++place;
      if (place != carried.end() && place->drug == item.drug) continue;
      carried.insert(place, {item.drug, hook, info.potency, model().drugLossPerDay(item.drug)});
    }
    levels_.assign(carried.size(), 0.0);
    active_.reserve(carried.size());
  }

  // Not inlined: seven copies of it between the stages cost a tenth of the time.
  [[gnu::noinline]] void bindDrugs(double daysInPhase) {
    if (daysInPhase == boundAt_) return;
    boundAt_ = daysInPhase;
    for (std::size_t i = 0; i < active_.size();) {
      const std::size_t hook = active_[i].hook;
      double level = 0;
      for (; i < active_.size() && active_[i].hook == hook; ++i) {
        level += active_[i].level * std::exp(-active_[i].lossPerDay * daysInPhase);
      }
      bound_[hook] = level / (level + kHalfOccupancy);
    }
  }

  void notePhase() {
    active_.clear();
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      if (levels_[i] < kGoneLevel) levels_[i] = 0;
      if (levels_[i] == 0) continue;
      const CarriedDrug& drug = course_.carried_[i];
      active_.push_back({drug.hook, drug.potency * levels_[i], drug.lossPerDay});
    }
    bound_ = HookLevels{};
    boundAt_ = -1;
    course_.phases_.push_back({day_, course_.nodes_.size()});
    course_.levels_.insert(course_.levels_.end(), levels_.begin(), levels_.end());
    phaseStart_ = day_;
  }

  void startPhase(double lengthDays) {
    notePhase();
    // Three steps at the least give the interpolation its four nodes.
    nextStep_ = std::min(kFirstStepDays, lengthDays / 3);
    CourseNode& node = addNode(day_);
    copy(y_.pairs, node.state.pairs);
    if (options_.fluxIntegrals) copy(integrals_.pairs, course_.integrals_.back().pairs);
    evaluate(node.state, 0, *nodeFluxes_, node.slope);
  }

  CourseNode& addNode(double day) {
    course_.nodes_.emplace_back(day, static_cast<int>(course_.phases_.size()) - 1);
    if (options_.fluxIntegrals) course_.integrals_.emplace_back(Fluxes::Uncleared{});
    return course_.nodes_.back();
  }

  void removeNode() {
    course_.nodes_.pop_back();
    if (options_.fluxIntegrals) course_.integrals_.pop_back();
  }

  // As a loop: what std::copy and `=` become, memcpy, is slow in wasm.
  template <std::size_t kCount>
  static void copy(const std::array<Pair, kCount>& from, std::array<Pair, kCount>& to) {
    for (std::size_t i = 0; i < kCount; ++i) to[i] = from[i];
  }

  void decayDrugs() {
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      if (levels_[i] == 0) continue;
      levels_[i] *= std::exp(-course_.carried_[i].lossPerDay * (day_ - phaseStart_));
    }
    phaseStart_ = day_;
  }

  // Levels at the hooks now.
  HookLevels hookLevels() const {
    HookLevels levels{};
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      levels[course_.carried_[i].hook] += course_.carried_[i].potency * levels_[i];
    }
    return levels;
  }

  void giveDose(const DrugItem& item) {
    const DrugInfo& info = drugInfo(item.drug);
    const double amount = info.potency * item.amount;
    if (info.hook == Hook::adoptiveTCells) {
      addAmounts(course_.model_.giveTCells(y_, amount));
      return;
    }
    if (info.hook == Hook::chemotherapy) {
      addAmounts(course_.model_.giveChemotherapy(y_, amount));
      return;
    }
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      if (course_.carried_[i].drug == item.drug) levels_[i] += item.amount;
    }
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
        addAmounts(course_.model_.giveFraction(y_, dose, occupancy(hookLevels())));
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
        giveDose(item);
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
      step(h, h == until - day_ ? until : day_ + h);
      if (!isGoodEnough(h)) {
        removeNode();
      } else if (lookAround()) {
        break;  // a finding changed the course: events first
      }
    }
    y_ = course_.nodes_.back().state;
    if (options_.fluxIntegrals) integrals_ = course_.integrals_.back();
    cure();
  }

  // One step of length h from the last node to a new one on newDay.
  void step(double h, double newDay) {
    CourseNode& end = addNode(newDay);
    const CourseNode& start = *(&end - 1);
    slopes_.setEnds(start.slope, end.slope);
    if (options_.fluxIntegrals) {
      const std::size_t last = course_.integrals_.size() - 1;
      addFluxes(course_.integrals_[last - 1], *nodeFluxes_, h * stepWeight(0),
                course_.integrals_[last]);
    }
    insideStages(start.state, h, std::make_index_sequence<tableau::kStages - 1>());
    combineStages<tableau::kStepRow>(start.state, slopes_, h, end.state);
    evaluate(end.state, day_ - phaseStart_ + h, *stageFluxes_, end.slope);
  }

  template <std::size_t... kIndex>
  void insideStages(const State& y, double h, std::index_sequence<kIndex...>) {
    (insideStage<kIndex + 1>(y, h), ...);
  }

  template <std::size_t kStage>
  void insideStage(const State& y, double h) {
    combineStages<kStage>(y, slopes_, h, trial_);
    evaluate(trial_, day_ - phaseStart_ + tableau::kDays[kStage] * h, *stageFluxes_,
             slopes_.inside(kStage));
    if (options_.fluxIntegrals && stepWeight(kStage) != 0) {
      Fluxes& amounts = course_.integrals_.back();
      addFluxes(amounts, *stageFluxes_, h * stepWeight(kStage), amounts);
    }
  }

  static constexpr double stepWeight(std::size_t stage) {
    return tableau::kWeights[tableau::kStepRow][stage];
  }

  static void addFluxes(const Fluxes& amounts, const Fluxes& fluxes, double weight,
                        Fluxes& result) {
    ABSCOPE_UNROLL
    for (std::size_t i = 0; i < kFluxPairs; ++i) {
      result.pairs[i] = amounts.pairs[i] + weight * fluxes.pairs[i];
    }
  }

  void evaluate(const State& y, double daysInPhase, Fluxes& fluxes, State& slope) {
    ++course_.counts_.evaluations;
    bindDrugs(daysInPhase);
    model().rates(y, bound_, fluxes, slope);
  }

  // Judges the step to the last node and chooses the length of the next.
  bool isGoodEnough(double h) {
    double error = stepError(course_.nodes_.back().state, slopes_, h, options_.absoluteTolerance,
                             options_.relativeTolerance);
    // Just after an event the curves bend most, and interpolation must rely on
    // few and short steps.
    if (course_.nodes_.size() < course_.phases_.back().firstNode + kEarlyNodes) error *= kEarlyCare;
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

  // Looks at each new day up to the last node, and goes there. True when a
  // finding changed the course: then the step is taken anew, to the day of the
  // finding.
  bool lookAround() {
    const double start = day_;
    const double newDay = course_.nodes_.back().day;
    for (double visitDay = std::floor(start) + 1; visitDay <= newDay; visitDay += 1) {
      if (!visit(visitDay)) continue;
      if (visitDay < newDay) {
        removeNode();
        step(visitDay - start, visitDay);
      }
      day_ = visitDay;
      return true;
    }
    day_ = newDay;
    std::swap(nodeFluxes_, stageFluxes_);
    return false;
  }

  // A visit at the start of a day, within the last step. True when it changes
  // the course.
  bool visit(double visitDay) {
    const auto moment = course_.stencil(course_.nodes_.size() - 2, visitDay);
    const Pair clonogenic = course_.pairAt(moment, TumourState::viable) +
                            course_.pairAt(moment, TumourState::resistant);
    const Visits::Findings findings =
        visits_.visit(clonogenic + course_.pairAt(moment, TumourState::dying));
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
      cured_[lane] = clonogenic[lane] != 0 && clonogenic[lane] < model().parameters().clonogenMm3;
      changed = changed || cured_[lane];
    }
    return changed;
  }

  // The last clonogens of a tumour that a visit found cured die now.
  void cure() {
    for (int lane = 0; lane < 2; ++lane) {
      if (!cured_[lane]) continue;
      cured_[lane] = false;
      addEvent(EventKind::cure, day_).site = static_cast<Site>(lane);
      const double viable = y_[TumourState::viable][lane];
      const double resistant = y_[TumourState::resistant][lane];
      Fluxes last;
      last[TumourFlux::lastClonogenDeath][lane] = viable;
      last[TumourFlux::lastResistantDeath][lane] = resistant;
      addAmounts(last);
      y_[TumourState::dying][lane] += viable + resistant;
      y_[TumourState::viable][lane] = y_[TumourState::resistant][lane] = 0;
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
  static constexpr std::size_t kEarlyNodes = 6;  // nodes of a phase that count as its first
  static constexpr double kEarlyCare = 10;       // how much stricter the steps to them are judged

  const Plan& plan_;
  const SolveOptions options_;
  Timeline timeline_;
  Course course_;
  State y_;
  Visits visits_;
  double day_ = 0;
  double phaseStart_ = 0;
  double nextStep_ = 0;
  bool cured_[2] = {};
  // What is there of a product: its share in the level at its hook at the start of the phase.
  struct ActiveDrug {
    std::size_t hook;
    double level;
    double lossPerDay;
  };
  std::vector<double> levels_;      // of the carried drugs at the start of the phase
  std::vector<ActiveDrug> active_;  // by hook
  HookLevels bound_{};              // of the stage
  double boundAt_ = -1;             // days in the phase
  StageSlopes slopes_;
  State trial_;
  Fluxes integrals_;
  Fluxes fluxes_[2];
  Fluxes* nodeFluxes_ = &fluxes_[0];   // at the last node
  Fluxes* stageFluxes_ = &fluxes_[1];  // of the stage at hand; after a step, those at its end
};

Course solve(const Patient& patient, const Plan& plan, const SolveOptions& options) {
  return Solver(patient, plan, options).run();
}

}  // namespace abscope
