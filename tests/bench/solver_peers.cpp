#include "bench/solver_peers.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "model/schedule.h"

namespace abscope {

namespace {

// Levels at the hooks after some days of decay without a dose.
template <class Drugs>
HookLevels hookLevels(const Model& model, const ProductLevels& levels, const Drugs& drugs,
                      double days) {
  HookLevels hooks{};
  for (const Drug drug : drugs) {
    const DrugInfo& info = drugInfo(drug);
    hooks[static_cast<std::size_t>(info.hook)] += info.potency *
                                                  levels[static_cast<std::size_t>(drug)] *
                                                  std::exp(-model.drugLossPerDay(drug) * days);
  }
  return hooks;
}

std::vector<Drug> present(const ProductLevels& levels) {
  std::vector<Drug> drugs;
  for (int i = 0; i < kDrugCount; ++i) {
    if (levels[static_cast<std::size_t>(i)] > 0) drugs.push_back(static_cast<Drug>(i));
  }
  return drugs;
}

}  // namespace

void PhaseSlope::begin(double day, const ProductLevels& levels) {
  day_ = day;
  levels_ = levels;
  active_ = present(levels);
}

void PhaseSlope::operator()(double day, const double* y, double* slope) {
  ++evaluations_;
  const HookLevels bound = occupancy(hookLevels(*model_, levels_, active_, day - day_));
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
  ProductLevels levels{};
  double day = 0;
  std::size_t next = 0;
  const std::vector<Event>& events = course.events();
  for (;;) {
    for (; next < events.size() && events[next].day <= day; ++next) {
      const Event& event = events[next];
      if (event.kind == EventKind::fraction) {
        const RadiationItem& item = plan.radiation[static_cast<std::size_t>(event.item)];
        model.giveFraction(y, fractionDose(item, model.parameters()),
                           occupancy(hookLevels(model, levels, present(levels), 0)));
      } else if (event.kind == EventKind::drugDose && event.drug == Drug::adoptiveTCells) {
        model.giveTCells(y, event.amount);
      } else if (event.kind == EventKind::drugDose &&
                 drugInfo(event.drug).hook == Hook::chemotherapy) {
        model.giveChemotherapy(y, drugInfo(event.drug).potency * event.amount);
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
    for (const Drug drug : present(levels)) {
      levels[static_cast<std::size_t>(drug)] *=
          std::exp(-model.drugLossPerDay(drug) * (until - day));
    }
    day = until;
  }
  result.evaluations = slope.evaluations();
  return result;
}

}  // namespace abscope
