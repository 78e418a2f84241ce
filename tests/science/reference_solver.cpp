#ifdef ABSCOPE_HAS_SUNDIALS
#include "science/reference_solver.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>

#include "model/model.h"
#include "science/cvode.h"
#include "science/reference_schedule.h"

namespace abscope {

namespace {

constexpr std::size_t kFluxSize = 2 * kFluxPairs;

// The level of a product decays exponentially between doses; at a hook all of its products add up.
class Levels {
 public:
  explicit Levels(const Model& model) : model_(&model) {}

  HookLevels at(double day) const {
    HookLevels levels{};
    for (const auto& [drug, dose] : doses_) {
      const DrugInfo& info = drugInfo(drug);
      levels[static_cast<std::size_t>(info.hook)] += info.potency * levelOf(drug, dose, day);
    }
    return levels;
  }
  void add(double day, Drug drug, double amount) {
    Dose& dose = doses_[drug];
    dose = {day, levelOf(drug, dose, day) + amount};
  }

 private:
  struct Dose {
    double day = 0;
    double level = 0;  // after it
  };
  double levelOf(Drug drug, const Dose& dose, double day) const {
    return dose.level * std::exp(-model_->drugLossPerDay(drug) * (day - dose.day));
  }

  const Model* model_;
  std::map<Drug, Dose> doses_;  // the last of each product
};

State stateFrom(const double* values) {
  State y;
  std::memcpy(y.pairs.data(), values, sizeof(double) * kStateSize);
  return y;
}

// Below one clonogen a tumour is cured: its last cell joins the dying ones. True if any was.
bool cure(const Model& model, State& y, Fluxes& impulses) {
  bool any = false;
  for (int lane = 0; lane < 2; ++lane) {
    const double viable = y[TumourState::viable][lane];
    if (viable == 0 || viable >= model.parameters().clonogenMm3) continue;
    y[TumourState::viable][lane] = 0;
    y[TumourState::dying][lane] += viable;
    impulses[TumourFlux::lastClonogenDeath][lane] += viable;
    any = true;
  }
  return any;
}

FractionDose doseOf(const RadiationItem& item, const Parameters& p) {
  FractionDose dose;
  dose.tumourGy = Pair{item.irradiatedGy, item.distantGy};
  dose.nodeGy = item.nodeGy.value_or(p.nodeShare * item.irradiatedGy);
  if (item.bloodGy) {
    dose.bloodGy = *item.bloodGy;
  } else {
    dose.passingBloodGy = std::max(item.irradiatedGy, item.distantGy);
  }
  return dose;
}

void add(Fluxes& total, const Fluxes& amount) {
  for (std::size_t i = 0; i < total.pairs.size(); ++i) total.pairs[i] += amount.pairs[i];
}

}  // namespace

ReferenceCourse referenceCourse(const Patient& patient, const Plan& plan,
                                const ReferenceOptions& options) {
  const Model model(patient);
  Levels levels(model);
  ReferenceSchedule schedule(plan);
  const std::size_t size = kStateSize + (options.fluxIntegrals ? kFluxSize : 0);

  Cvode cvode(
      size,
      [&](double t, const double* y, double* slopes) {
        State slope;
        Fluxes fluxes;
        model.rates(stateFrom(y), occupancy(levels.at(t)), fluxes, slope);
        std::memcpy(slopes, slope.pairs.data(), sizeof(double) * kStateSize);
        if (options.fluxIntegrals) {
          std::memcpy(slopes + kStateSize, fluxes.pairs.data(), sizeof(double) * kFluxSize);
        }
      },
      options.relativeTolerance, options.absoluteTolerance);

  const State start = model.start();
  std::vector<double> values(size, 0.0);
  std::memcpy(values.data(), start.pairs.data(), sizeof(double) * kStateSize);
  Fluxes impulses;

  ReferenceCourse course;
  double t = 0;
  bool restart = true;
  for (;;) {
    // The moment t: the visit of a whole day, then doses, then fractions.
    ReferenceDay record;
    record.day = t;
    record.before = stateFrom(values.data());
    State y = record.before;
    if (t == std::floor(t)) {
      schedule.visit(t, y, start);
      if (t > 0 && cure(model, y, impulses)) restart = true;
    }
    for (const Due& due : schedule.dueAt(t)) {
      restart = true;
      if (due.isFraction) {
        const FractionDose dose = doseOf(plan.radiation[due.item], model.parameters());
        add(impulses, model.giveFraction(y, dose, occupancy(levels.at(t))));
      } else {
        const DrugItem& item = plan.drugs[due.item];
        if (item.drug == Drug::adoptiveTCells) {
          add(impulses, model.giveTCells(y, item.amount));
        } else if (drugInfo(item.drug).hook == Hook::chemotherapy) {
          const double amount = drugInfo(item.drug).potency * item.amount;
          add(impulses, model.giveChemotherapy(y, amount));
        } else {
          levels.add(t, item.drug, item.amount);
        }
      }
    }
    std::memcpy(values.data(), y.pairs.data(), sizeof(double) * kStateSize);
    record.after = y;
    record.integrals = impulses;
    if (options.fluxIntegrals) {
      Fluxes continuous;
      std::memcpy(continuous.pairs.data(), values.data() + kStateSize, sizeof(double) * kFluxSize);
      add(record.integrals, continuous);
    }
    course.days.push_back(record);
    if (t >= plan.days) break;

    if (restart) cvode.restart(t, values.data());
    restart = false;
    const double event = std::min(
        schedule.nextAfter(t).value_or(std::numeric_limits<double>::infinity()), plan.days);
    const double next = std::min(event, std::floor(t) + 1);
    if (!cvode.advance(next, event, values.data())) break;
    t = next;
  }
  course.evaluations = static_cast<int>(cvode.evaluations());
  return course;
}

}  // namespace abscope
#endif
