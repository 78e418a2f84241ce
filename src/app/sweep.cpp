#include "app/sweep.h"

#include <algorithm>
#include <cmath>

#include "app/set_control.h"

namespace abscope {
namespace {

constexpr double kSampleDays = 0.25;  // TREX1 and interferon rise and fall within a day or two

// References as in the catalogue's entries of the mechanisms.
constexpr SweepClaim kClaims[] = {
    {"sweep.claim.interferon", 7, 7, true, "H01", {"lugade-2008", "fuertes-2011"}},
    {"sweep.claim.vessels", 10, 10, true, "S12", {"park-2012", "castle-2019"}},
    {"sweep.claim.trex1", 12, 18, true, "P03", {"vanpouille-2017", ""}},
};

struct SweepRange {
  double low, high, step;  // step: the finest that the control can do; 0: any
};

SweepRange rangeOf(SweepControl control, const Document& document, int item) {
  const double days = document.scenario.plan.days;
  const auto& radiation = document.scenario.plan.radiation;
  switch (control) {
    case SweepControl::dose: {
      const double now = mainDoseGy(radiation[static_cast<std::size_t>(item)]);
      return {0.1, std::max(24.0, now), 0};
    }
    case SweepControl::fractions: {
      const int now = radiation[static_cast<std::size_t>(item)].fractions;
      return {1, std::max(40.0, static_cast<double>(now)), 1};
    }
    case SweepControl::interval: {
      const double now = radiation[static_cast<std::size_t>(item)].intervalDays;
      return {kMinIntervalDays, std::max(14.0, now), 0};
    }
    default:
      return {0, days, 0};
  }
}

bool ofDrug(SweepControl control) { return control == SweepControl::drugStart; }

// 0, last, the middle, the quarters, ...: each point halves the widest gaps left.
void orderOf(int count, std::vector<int>& order) {
  order.clear();
  std::vector<bool> taken(static_cast<std::size_t>(count), false);
  int step = 1;
  while (step < count) step *= 2;
  const auto take = [&](int i) {
    if (i >= count || taken[static_cast<std::size_t>(i)]) return;
    taken[static_cast<std::size_t>(i)] = true;
    order.push_back(i);
  };
  take(0);
  take(count - 1);
  for (; step >= 1; step /= 2) {
    for (int i = 0; i < count; i += step) take(i);
  }
}

}  // namespace

ControlId controlOf(SweepControl control) {
  switch (control) {
    case SweepControl::fractions:
      return ControlId::rtFractions;
    case SweepControl::interval:
      return ControlId::rtInterval;
    case SweepControl::radiationStart:
      return ControlId::rtStart;
    case SweepControl::drugStart:
      return ControlId::drugStart;
    default:
      return ControlId::rtDose;
  }
}

std::span<const SweepClaim> sweepClaims() { return kClaims; }

void readOutcomes(const Course& course, double day, const std::array<double, 2>& untreatedMm3,
                  SweepPoint& point) {
  const Pair volume = volumeMm3(course.at(day));
  constexpr TumourState kPeaks[] = {TumourState::cd8Effector, TumourState::interferon1,
                                    TumourState::trex1};
  std::array<std::array<double, 2>, 3> peaks{};
  const auto look = [&](const State& state) {
    for (std::size_t p = 0; p < peaks.size(); ++p) {
      const Pair now = state[kPeaks[p]];
      for (int lane = 0; lane < 2; ++lane) {
        double& most = peaks[p][static_cast<std::size_t>(lane)];
        most = std::max(most, now[lane]);
      }
    }
  };
  const int samples = static_cast<int>(std::ceil(course.days() / kSampleDays));
  for (int i = 0; i <= samples; ++i) look(course.at(course.days() * i / samples));
  for (const Event& e : course.events()) {
    if (e.kind == EventKind::fraction) look(course.at(e.day));
  }
  for (std::size_t lane = 0; lane < 2; ++lane) {
    const double share = volume[static_cast<int>(lane)] / std::max(1e-9, untreatedMm3[lane]);
    point.outcomes[0][lane] = static_cast<float>(share);
    for (std::size_t p = 0; p < peaks.size(); ++p) {
      point.outcomes[p + 1][lane] = static_cast<float>(peaks[p][lane]);
    }
  }
  point.solved = true;
}

Scenario Sweep::scenarioAt(double value) const {
  Document document = document_;
  setDocumentControl(document, View{}, {controlOf(control_), value, item_});
  return std::move(document.scenario);
}

bool Sweep::prepare(const Document& document, const Question& asked) {
  if (answers(asked)) return !empty();
  asked_ = asked;
  const SweepControl control = asked.control;
  const int item = asked.item;
  const double day = asked.day;
  const Plan& plan = document.scenario.plan;
  const std::size_t items = ofDrug(control) ? plan.drugs.size() : plan.radiation.size();
  if (item < 0 || static_cast<std::size_t>(item) >= items) {
    stop();
    return false;
  }
  const SweepRange range = rangeOf(control, document, item);
  // What the curve depends on: all but the pin and the value that is swept.
  Document question = document;
  question.pinned.reset();
  setDocumentControl(question, View{}, {controlOf(control), range.low, item});
  const double at = std::min(day > 0 ? day : plan.days, plan.days);
  if (!points_.empty() && control == control_ && item == item_ && at == day_ &&
      range.high == high() && same(question, document_)) {
    return true;
  }
  document_ = std::move(question);
  control_ = control;
  item_ = item;
  day_ = at;
  Plan untreated;
  untreated.days = plan.days;
  SolveOptions options;
  options.fluxIntegrals = false;
  const Pair volume = volumeMm3(solve(document.scenario.patient, untreated, options).at(at));
  untreatedMm3_ = {volume[0], volume[1]};
  int count = kPoints;
  if (range.step > 0)
    count = static_cast<int>(std::lround((range.high - range.low) / range.step)) + 1;
  points_.assign(static_cast<std::size_t>(count), SweepPoint{});
  for (int i = 0; i < count; ++i) {
    points_[static_cast<std::size_t>(i)].value =
        range.low + (range.high - range.low) * i / (count - 1);
  }
  orderOf(count, order_);
  next_ = 0;
  return true;
}

bool Sweep::advance(int evaluations) {
  SolveOptions options;
  options.fluxIntegrals = false;
  for (int spent = 0, most = 0; pending() && spent + most <= evaluations;) {
    SweepPoint& point = points_[static_cast<std::size_t>(order_[next_++])];
    const Scenario scenario = scenarioAt(point.value);
    const Course course = solve(scenario.patient, scenario.plan, options);
    readOutcomes(course, day_, untreatedMm3_, point);
    spent += course.counts().evaluations;
    most = std::max(most, course.counts().evaluations);
  }
  return pending();
}

}  // namespace abscope
