#include "bench/solver_peers.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "model/schedule.h"

namespace abscope {

void PhaseSlope::begin(double day, const DrugLevels& levels) {
  day_ = day;
  levels_ = levels;
  active_.clear();
  for (int i = 0; i < kDrugCount; ++i) {
    if (levels[static_cast<std::size_t>(i)] > 0) active_.push_back(static_cast<Drug>(i));
  }
}

void PhaseSlope::operator()(double day, const double* y, double* slope) {
  ++evaluations_;
  DrugLevels bound{};
  for (const Drug drug : active_) {
    const auto i = static_cast<std::size_t>(drug);
    const double level = levels_[i] * std::exp(-model_->drugLossPerDay(drug) * (day - day_));
    bound[i] = level / (level + kHalfOccupancy);
  }
  State state, change;
  std::memcpy(state.pairs.data(), y, sizeof(double) * kStateSize);
  model_->slope(state, bound, change);
  std::memcpy(slope, change.pairs.data(), sizeof(double) * kStateSize);
}

PeerCourse peerCourse(const Course& course, const Plan& plan, Peer& peer) {
  const Model& model = course.model();
  PhaseSlope slope(model);
  PeerCourse result;
  result.days.resize(static_cast<std::size_t>(course.days()) + 1);
  State y = model.start();
  DrugLevels levels{};
  double day = 0;
  std::size_t next = 0;
  const std::vector<Event>& events = course.events();
  for (;;) {
    for (; next < events.size() && events[next].day <= day; ++next) {
      const Event& event = events[next];
      if (event.kind == EventKind::fraction) {
        const RadiationItem& item = plan.radiation[static_cast<std::size_t>(event.item)];
        model.giveFraction(y, fractionDose(item, model.parameters()), occupancy(levels));
      } else if (event.kind == EventKind::drugDose && event.drug == Drug::adoptiveTCells) {
        model.giveTCells(y, event.amount);
      } else if (event.kind == EventKind::drugDose) {
        levels[static_cast<std::size_t>(event.drug)] += event.amount;
      } else if (event.kind == EventKind::cure) {
        const int lane = static_cast<int>(event.site);
        y[TumourState::dying][lane] += y[TumourState::viable][lane];
        y[TumourState::viable][lane] = 0;
      }
    }
    if (day == std::floor(day)) result.days[static_cast<std::size_t>(day)] = y;
    if (day >= course.days()) break;
    const double until =
        next < events.size() ? std::min(events[next].day, course.days()) : course.days();
    slope.begin(day, levels);
    peer.integrate(slope, y, day, until, [&](double whole, const State& state) {
      result.days[static_cast<std::size_t>(whole)] = state;
    });
    for (int i = 0; i < kDrugCount; ++i) {
      levels[static_cast<std::size_t>(i)] *=
          std::exp(-model.drugLossPerDay(static_cast<Drug>(i)) * (until - day));
    }
    day = until;
  }
  result.evaluations = slope.evaluations();
  return result;
}

}  // namespace abscope
