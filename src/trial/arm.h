#pragma once
// One arm of an experiment, written as one would say it:
// mouse().fractions(8, 3).antiCtla4({3, 6, 9}).
#include <array>
#include <string>
#include <vector>

#include "model/patient.h"
#include "model/plan.h"
#include "model/states.h"

namespace abscope {

struct Arm {
  struct Series {
    Site site = Site::irradiated;
    double doseGy = 0;
    int fractions = 1;
    double firstDay = 1;
    double intervalDays = 1;
    bool operator==(const Series&) const = default;
  };
  struct Doses {
    Drug drug = Drug::antiPd1;
    std::vector<double> days;
    bool operator==(const Doses&) const = default;
  };
  struct Alteration {
    ParameterId parameter = ParameterId::count;
    double value = 1;
    bool isFactor = true;  // value times the base's, or value itself
    bool operator==(const Alteration&) const = default;
  };

  double irradiatedMm3 = 60;
  double distantMm3 = 25;
  double bloodEffectors = 0;
  std::array<double, kResistanceCount> resistance{};
  std::vector<Alteration> alterations;
  std::vector<Series> series;
  std::vector<Doses> doses;

  bool operator==(const Arm&) const = default;

  // Each returns a changed copy.
  Arm volumes(double irradiated, double distant) const;
  Arm distantVolume(double mm3) const;
  Arm effectorsInBlood(double millions) const;
  Arm with(Resistance kind) const;
  Arm times(ParameterId parameter, double factor) const;
  Arm set(ParameterId parameter, double value) const;
  Arm fractions(double doseGy, int count, double firstDay = 1, double intervalDays = 1) const;
  Arm fractionsToDistant(double doseGy, int count, double firstDay, double intervalDays = 1) const;
  Arm drug(Drug which, std::vector<double> days) const;
  Arm antiPd1(std::vector<double> days = {1, 4, 7, 10, 13}) const;
  Arm antiCtla4(std::vector<double> days = {3, 6, 9}) const;
};

// The base mouse of the targets: 60 mm3 to be irradiated, 25 mm3 distant, untreated.
inline Arm mouse() { return {}; }

// Days first, first + interval, ... up to last.
std::vector<double> everyDays(double interval, double first, double last);

// The arm in the model's words. `base` gives the preset and any parameter changes; volumes, blood
// effectors and resistance are the arm's own.
Patient patientOf(const Arm& arm, const Patient& base = {});
Plan planOf(const Arm& arm, double days);

// A short name in the words of radiotherapy, for tables: "8x3 d1 + antiCtla4 d3,6,9".
std::string nameOf(const Arm& arm);

}  // namespace abscope
