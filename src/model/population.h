#pragma once
// Patients who differ: which quantities vary, how, and how one patient is drawn. Patient i of a
// seed is the same whatever the number of patients, their order and the arm: the numbers of a
// patient are a function of (seed, i, name of the quantity).
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/drugs.h"
#include "model/patient.h"

namespace abscope {

// What may vary: the volumes on day 0, effectors in the blood, a resistance, or a parameter.
struct VariedQuantity {
  enum class Kind : int { irradiatedMm3, distantMm3, bloodEffectors, resistance, parameter };
  Kind kind = Kind::irradiatedMm3;
  int index = 0;  // of the resistance or of the parameter
  bool operator==(const VariedQuantity&) const = default;
};

// Every quantity, always in the same order, by the name it has in a scenario.
const std::vector<VariedQuantity>& variedQuantities();
std::string_view nameOf(VariedQuantity quantity);
std::string_view unitOf(VariedQuantity quantity);
// The least and the most that a patient can have.
double lowestOf(VariedQuantity quantity);
double highestOf(VariedQuantity quantity);
// What this patient has.
double valueOf(const Patient& patient, VariedQuantity quantity);

struct Distribution {
  enum class Shape : int { fixed, lognormal, normal, uniform, bernoulli };
  Shape shape = Shape::fixed;
  double centre = 1;  // fixed: the value; lognormal: median; normal: mean; uniform: lowest;
                      // bernoulli: the value of those who have it
  double spread = 0;  // lognormal: coefficient of variation; normal: standard deviation; uniform:
                      // highest; bernoulli: prevalence
};

// The value at a standard normal score: what ties quantities together are their scores. For
// bernoulli, those with the highest scores have it; the others have `otherwise`.
double valueAt(const Distribution& distribution, double score, double otherwise);

struct Variation {
  VariedQuantity quantity;
  bool isFactor = true;  // on what the arm or the preset has; else the value itself
  Distribution distribution;
  std::string unit;    // "ratio" for a factor
  std::string source;  // a reference, or "illustrative" with the reason
};

// Between the normal scores of two varied quantities.
struct Correlation {
  VariedQuantity first, second;
  double coefficient = 0;
  std::string source;
};

struct Population {
  std::string id;
  std::string title;
  std::string note;  // whom it stands for and how it was chosen
  // The patient that varies where no arm gives one.
  Preset preset = Preset::mouse;
  double irradiatedMm3 = 60;
  double distantMm3 = 25;
  // Who enters: both tumours, untreated, double on day 0 within this many days. 0: everyone.
  // Patients in whom they would not are drawn anew.
  double longestDoublingDays = 0;
  // Also who enters: the distant tumour progresses (RECIST 1.1) within half a year of this drug, as
  // usually given, so that it was outgrown. Cases of trials after a drug ask for it.
  std::optional<Drug> outgrown;
  std::vector<Variation> variations;
  std::vector<Correlation> correlations;
};

inline constexpr double kMaxCoefficientOfVariation = 3;

// False when no patients can have these correlations at once (the matrix is not positive definite).
bool correlationsArePossible(const Population& population);

// Days in which the slower of both tumours doubles, by its growth on day 0; infinite when it
// shrinks.
double doublingDays(const Patient& patient);

// Whether the distant tumour progresses within half a year of this drug, as usually given.
bool outgrows(const Patient& patient, Drug drug);

// Draws patients of one population. Correlations must be possible.
// Whether someone enters is asked of the population's own patient with his or her quantities, so
// that all arms have the same patients whatever their burden.
class PatientSampler {
 public:
  PatientSampler(const Population& population, std::uint64_t seed);

  // Patient `index` as a variation of `base`, such as the patient of an arm: factors multiply what
  // the base has, values replace it. Beyond what a patient can have, the limit is taken.
  Patient draw(std::uint64_t index, const Patient& base) const;
  Patient draw(std::uint64_t index) const;  // of the population's own patient

  // Share of those who were drawn first that enter, of so many patients.
  double shareWhoEnter(int patients) const;

 private:
  Patient drawOnce(std::uint64_t key, const Patient& base) const;
  std::uint64_t keyOf(std::uint64_t index, int attempt) const;
  std::uint64_t keyOfWhoEnters(std::uint64_t index) const;
  bool enters(std::uint64_t key) const;

  Patient own_;
  std::vector<Variation> variations_;
  std::vector<std::uint64_t> keys_;         // of the quantities' names
  std::vector<std::vector<double>> roots_;  // row i: the first i + 1 scores that make up score i
  std::uint64_t seed_;
  double longestDoublingDays_;
  std::optional<Drug> outgrown_;
};

}  // namespace abscope
