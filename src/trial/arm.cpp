#include "trial/arm.h"

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>

namespace abscope {

Arm Arm::volumes(double irradiated, double distant) const {
  Arm copy = *this;
  copy.irradiatedMm3 = irradiated;
  copy.distantMm3 = distant;
  return copy;
}

Arm Arm::distantVolume(double mm3) const { return volumes(irradiatedMm3, mm3); }

Arm Arm::effectorsInBlood(double millions) const {
  Arm copy = *this;
  copy.bloodEffectors = millions;
  return copy;
}

Arm Arm::with(Resistance kind) const {
  Arm copy = *this;
  copy.resistance[static_cast<std::size_t>(kind)] = 1;
  return copy;
}

Arm Arm::times(ParameterId parameter, double factor) const {
  Arm copy = *this;
  copy.alterations.push_back({parameter, factor, true});
  return copy;
}

Arm Arm::set(ParameterId parameter, double value) const {
  Arm copy = *this;
  copy.alterations.push_back({parameter, value, false});
  return copy;
}

Arm Arm::fractions(double doseGy, int count, double firstDay, double intervalDays) const {
  Arm copy = *this;
  copy.series.push_back({Site::irradiated, doseGy, count, firstDay, intervalDays});
  return copy;
}

Arm Arm::fractionsToDistant(double doseGy, int count, double firstDay, double intervalDays) const {
  Arm copy = *this;
  copy.series.push_back({Site::distant, doseGy, count, firstDay, intervalDays});
  return copy;
}

Arm Arm::drug(Drug which, std::vector<double> days) const {
  Arm copy = *this;
  copy.doses.push_back({which, std::move(days)});
  return copy;
}

Arm Arm::antiPd1(std::vector<double> days) const { return drug(Drug::antiPd1, std::move(days)); }

Arm Arm::antiCtla4(std::vector<double> days) const {
  return drug(Drug::antiCtla4, std::move(days));
}

std::vector<double> everyDays(double interval, double first, double last) {
  std::vector<double> days;
  for (double day = first; day <= last; day += interval) days.push_back(day);
  return days;
}

Patient patientOf(const Arm& arm, const Patient& base) {
  Patient patient = base;
  patient.irradiatedMm3 = arm.irradiatedMm3;
  patient.distantMm3 = arm.distantMm3;
  patient.bloodEffectors = arm.bloodEffectors;
  patient.resistance = arm.resistance;
  if (arm.alterations.empty()) return patient;
  const Parameters parameters = parametersOf(base);
  for (const Arm::Alteration& a : arm.alterations) {
    const double value = a.isFactor ? a.value * parameterValue(parameters, a.parameter) : a.value;
    patient.changes.push_back({a.parameter, value});
  }
  return patient;
}

namespace {

// Days in runs of equal steps become one item each: a plan knows only "n doses every m days".
void addDoses(Plan& plan, const Arm::Doses& doses) {
  std::size_t i = 0;
  while (i < doses.days.size()) {
    DrugItem item;
    item.id = "drug" + std::to_string(plan.drugs.size() + 1);
    item.drug = doses.drug;
    item.start.days = doses.days[i];
    std::size_t next = i + 1;
    if (next < doses.days.size()) {
      item.intervalDays = doses.days[next] - doses.days[i];
      while (next < doses.days.size() &&
             doses.days[next] - doses.days[next - 1] == item.intervalDays) {
        ++next;
      }
    }
    item.doses = static_cast<int>(next - i);
    plan.drugs.push_back(item);
    i = next;
  }
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

}  // namespace

Plan planOf(const Arm& arm, double days) {
  Plan plan;
  plan.days = days;
  for (const Arm::Series& series : arm.series) {
    RadiationItem item;
    item.id = "rt" + std::to_string(plan.radiation.size() + 1);
    item.start.days = series.firstDay;
    item.fractions = series.fractions;
    item.intervalDays = series.intervalDays;
    (series.site == Site::irradiated ? item.irradiatedGy : item.distantGy) = series.doseGy;
    plan.radiation.push_back(item);
  }
  for (const Arm::Doses& doses : arm.doses) addDoses(plan, doses);
  return plan;
}

std::string nameOf(const Arm& arm) {
  std::string name;
  const auto join = [&name](const std::string& part) {
    if (!name.empty()) name += " + ";
    name += part;
  };
  for (const Arm::Series& s : arm.series) {
    std::string part = number(s.doseGy);
    part.append("x").append(number(s.fractions));
    if (s.site == Site::distant) part.append(" distant");
    part.append(" d").append(number(s.firstDay));
    if (s.intervalDays != 1) part.append(" every ").append(number(s.intervalDays)).append(" d");
    join(part);
  }
  for (const Arm::Doses& d : arm.doses) {
    std::string part(drugInfo(d.drug).id);
    for (std::size_t i = 0; i < d.days.size(); ++i) {
      part.append(i == 0 ? " d" : ",").append(number(d.days[i]));
    }
    join(part);
  }
  if (name.empty()) name = "untreated";
  if (arm.irradiatedMm3 != mouse().irradiatedMm3 || arm.distantMm3 != mouse().distantMm3) {
    name.append(", ").append(number(arm.irradiatedMm3)).append("/");
    name.append(number(arm.distantMm3)).append(" mm3");
  }
  if (arm.bloodEffectors > 0) {
    name.append(", blood effectors ").append(number(arm.bloodEffectors));
  }
  for (std::size_t i = 0; i < arm.resistance.size(); ++i) {
    if (arm.resistance[i] > 0) name.append(", ").append(kResistanceIds[i]);
  }
  for (const Arm::Alteration& a : arm.alterations) {
    name.append(", ").append(parameterInfo(a.parameter).name);
    name.append(a.isFactor ? " x" : " = ").append(number(a.value));
  }
  return name;
}

}  // namespace abscope
