#include "library/sbml_plan.h"

#include <map>
#include <utility>

#include "core/format.h"
#include "model/schedule.h"

namespace abscope {
namespace {

using Assignments = std::vector<std::pair<std::string, std::string>>;

Expression symbol(std::string id) { return Expression::symbol(std::move(id)); }

std::string reached(const std::string& moment) {
  return "<apply><geq/><csymbol encoding=\"text\" "
         "definitionURL=\"http://www.sbml.org/sbml/symbols/time\">t</csymbol>" +
         moment + "</apply>";
}

// Every state that the impulses change, as it is plus what comes less what goes.
Assignments jumps(const std::vector<FluxDefinition>& impulses) {
  std::map<std::string, Expression> after;
  const auto move = [&](const std::string& state, const std::string& amount, bool comes) {
    if (state.empty()) return;
    const Expression before = after.count(state) != 0 ? after[state] : symbol(state);
    after[state] = comes ? before + symbol(amount) : before - symbol(amount);
  };
  for (const FluxDefinition& impulse : impulses) {
    move(impulse.from, impulse.definition.id, false);
    move(impulse.to, impulse.definition.id, true);
  }
  Assignments assignments;
  for (const auto& [state, formula] : after) assignments.emplace_back(state, mathMl(formula, true));
  return assignments;
}

void addImpulses(const std::vector<FluxDefinition>& impulses, const std::string& what,
                 WrittenPlan& out) {
  for (const FluxDefinition& impulse : impulses) {
    const Definition& d = impulse.definition;
    std::string notes =
        "What " + what + " would move now by " + std::string(impulse.info.name) + ".";
    if (!impulse.info.mechanisms.empty()) {
      notes += " Mechanisms: " + std::string(impulse.info.mechanisms) + ".";
    }
    out.parameters.push_back({d.id, std::string(impulse.info.name), notes, {}, 0, false, true});
    out.values.emplace_back(d.id, d.math());
  }
}

// When the item began in the solved course, where it waited for something.
void remarkStart(const std::string& id, const std::string& item, const Start& start, double day,
                 std::vector<std::string>& remarks) {
  if (start.anchor == Anchor::day) return;
  std::string text = id + " (" + item + ") starts " + formatShortest(start.days) + " d after ";
  switch (start.anchor) {
    case Anchor::progression:
      text += "progression";
      break;
    case Anchor::response:
      text += "response";
      break;
    case Anchor::nadir:
      text += "the nadir";
      break;
    default:
      text += "the last of " + start.item;
  }
  text += day < 0 ? ", which never came in the solved course: it has no events here."
                  : ": in the solved course on day " + formatShortest(day) +
                        ". Its days are fixed here and do not follow a changed parameter.";
  remarks.push_back(text);
}

double firstDay(const Course& course, EventKind kind, int item) {
  for (const Event& event : course.events()) {
    if (event.kind == kind && event.item == item) return event.day;
  }
  return -1;
}

class PlanWriter {
 public:
  PlanWriter(const Scenario& scenario, const Course& course)
      : plan_(scenario.plan), course_(course) {}

  WrittenPlan write() {
    writeDrugs();
    writeRadiation();
    writeVisits();
    writeEvents();
    return std::move(out_);
  }

 private:
  static std::string idOf(const char* kind, std::size_t item) {
    return kind + std::to_string(item + 1);
  }

  // What one fraction or dose does to the states. share: what the shared formulas are.
  Assignments addItem(const WrittenImpulses& written, const char* share, const std::string& what) {
    for (const Definition& d : written.shared) {
      out_.parameters.push_back(
          {d.id, share, "After " + what + ", given now.", "fraction", 0, false, true});
      out_.values.emplace_back(d.id, d.math());
    }
    addImpulses(written.impulses, what, out_);
    return jumps(written.impulses);
  }

  // Of a product that acts at the moment of its dose.
  Assignments doseAtOnce(const std::string& id, const DrugItem& item) {
    const Expression amount = symbol(id + "_amount");
    const DrugInfo& info = drugInfo(item.drug);
    if (info.hook == Hook::adoptiveTCells) {
      const std::string blood = bodyId("bloodEffector");
      return {{blood, mathMl(symbol(blood) + amount, true)}};
    }
    return addItem(
        writtenChemotherapy(id + "_", symbol("potency_" + std::string(info.id)) * amount),
        "share of the clonogenic cells killed", "one dose of " + item.id);
  }

  void writeDrugs() {
    std::map<Hook, Expression> levels;
    std::map<Drug, bool> seen;
    for (std::size_t i = 0; i < plan_.drugs.size(); ++i) {
      const DrugItem& item = plan_.drugs[i];
      const DrugInfo& info = drugInfo(item.drug);
      const std::string id = idOf("drug", i);
      remarkStart(id, item.id, item.start,
                  firstDay(course_, EventKind::drugDose, static_cast<int>(i)), out_.remarks);
      const bool isCells = info.hook == Hook::adoptiveTCells;
      out_.parameters.push_back(
          {id + "_amount",
           item.id,
           isCells ? "Effector T cells of one dose, 10^6." : "One dose, in usual doses.",
           {},
           item.amount});
      const std::string drug(info.id);
      const bool isNew = !std::exchange(seen[item.drug], true);
      if (isNew && !isCells) {
        out_.parameters.push_back({"potency_" + drug, "potency of " + std::string(info.name),
                                   "One usual dose in usual doses of the agent that stands for its "
                                   "hook.",
                                   "ratio", info.potency});
      }
      doses_.emplace_back();
      if (actsAtOnce(info.hook)) {
        doses_.back() = doseAtOnce(id, item);
        continue;
      }
      const std::string level = "level_" + drug;
      doses_.back() = {{level, mathMl(symbol(level) + symbol(id + "_amount"), true)}};
      if (!isNew) continue;
      const DrugUse& use = drugUse(item.drug, course_.model().preset());
      out_.parameters.push_back(
          {level, std::string(info.name), "Level in usual doses.", {}, 0, false});
      out_.parameters.push_back({"loss_" + drug, "loss of " + std::string(info.name),
                                 "ln 2 / half-life; half-life " + formatShortest(use.halfLifeDays) +
                                     " d: " + std::string(use.source),
                                 "1/d", course_.model().drugLossPerDay(item.drug)});
      out_.rates.emplace_back(level, mathMl(-symbol("loss_" + drug) * symbol(level), true));
      const Expression part = symbol("potency_" + drug) * symbol(level);
      const auto place = levels.find(info.hook);
      if (place == levels.end()) {
        levels.emplace(info.hook, part);
      } else {
        place->second = place->second + part;
      }
    }
    for (std::size_t i = 0; i < kHookIds.size(); ++i) {
      const std::string hook(kHookIds[i]);
      const auto place = levels.find(static_cast<Hook>(i));
      const bool isUsed = place != levels.end();
      if (isUsed) {
        out_.parameters.push_back({"hook_" + hook,
                                   "level at " + hook,
                                   "All its products together, in usual doses.",
                                   {},
                                   0,
                                   false,
                                   true});
        out_.values.emplace_back("hook_" + hook, mathMl(place->second, true));
        out_.values.emplace_back("bound_" + hook, mathMl(writtenBound("hook_" + hook), true));
      }
      out_.parameters.push_back({"bound_" + hook, "bound share of " + hook,
                                 isUsed ? "" : "No drug of the plan acts here.", "fraction", 0,
                                 !isUsed, isUsed});
    }
  }

  void writeRadiation() {
    for (std::size_t i = 0; i < plan_.radiation.size(); ++i) {
      const RadiationItem& item = plan_.radiation[i];
      const std::string id = idOf("radiation", i);
      const double day = firstDay(course_, EventKind::fraction, static_cast<int>(i));
      remarkStart(id, item.id, item.start, day, out_.remarks);
      fractions_.emplace_back();
      if (day < 0) continue;
      const FractionDose dose = fractionDose(item, course_.model().parameters());
      const std::string ids = id + "_";
      const auto gray = [&](const std::string& name, double value, const char* notes) {
        out_.parameters.push_back({ids + name, item.id, notes, "Gy", value});
      };
      const bool hasDose[2] = {dose.tumourGy[0] > 0, dose.tumourGy[1] > 0};
      if (hasDose[0]) gray("irradiated_Gy", dose.tumourGy[0], "Fraction dose, irradiated tumour.");
      if (hasDose[1]) gray("distant_Gy", dose.tumourGy[1], "Fraction dose, distant tumour.");
      gray("nodeGy", dose.nodeGy,
           item.nodeGy
               ? "Fraction dose, draining node."
               : "Fraction dose, draining node: nodeShare x dose of the irradiated tumour.");
      gray("bloodGy", dose.bloodGy, "Fraction dose to all blood.");
      gray("passingBloodGy", dose.passingBloodGy,
           "Fraction dose to the blood that passes the beam.");
      fractions_.back() =
          addItem(writtenFraction(ids, hasDose), "surviving share of the clonogenic cells",
                  "one fraction of " + item.id);
    }
  }

  // Once a day, at its start: a tumour with less than one clonogen has none.
  void writeVisits() {
    const std::vector<FluxDefinition> last = writtenCure();
    addImpulses(last, "cure", out_);
    out_.parameters.push_back(
        {"nextVisit", "day of the next visit", "Each visit looks for cure.", "d", 1, false});
    EventEntry visit;
    visit.id = "visit";
    visit.name = "visit: the last clonogens die where fewer than one is left";
    visit.trigger = reached("<ci>nextVisit</ci>");
    visit.priority = static_cast<int>(course_.events().size()) + 1;
    visit.assignments = jumps(last);
    visit.assignments.emplace_back("nextVisit", mathMl(symbol("nextVisit") + 1, true));
    out_.events.push_back(visit);
  }

  void writeEvents() {
    std::map<std::string, int> counts;
    int priority = static_cast<int>(course_.events().size());
    for (const Event& event : course_.events()) {
      EventEntry entry;
      entry.priority = priority--;
      entry.trigger = reached(mathMl(event.day, true));
      const auto item = static_cast<std::size_t>(event.item);
      std::string itemId, what;
      if (event.kind == EventKind::fraction) {
        itemId = idOf("radiation", item);
        what = "fraction";
        entry.name = plan_.radiation[item].id;
        entry.assignments = fractions_[item];
      } else if (event.kind == EventKind::drugDose) {
        itemId = idOf("drug", item);
        what = "dose";
        entry.name = plan_.drugs[item].id;
        entry.assignments = doses_[item];
      } else {
        continue;
      }
      const int number = ++counts[itemId];
      entry.id = itemId;
      entry.id += "_" + what + std::to_string(number);
      entry.name +=
          ", " + what + " " + std::to_string(number) + ", day " + formatShortest(event.day);
      out_.events.push_back(std::move(entry));
    }
  }

  const Plan& plan_;
  const Course& course_;
  WrittenPlan out_;
  std::vector<Assignments> fractions_;  // what one fraction sets, of each radiation item
  std::vector<Assignments> doses_;      // what one dose sets, of each drug item
};

}  // namespace

WrittenPlan writtenPlan(const Scenario& scenario, const Course& course) {
  return PlanWriter(scenario, course).write();
}

}  // namespace abscope
