#include "model/population.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/normal.h"
#include "core/rng.h"
#include "model/course.h"
#include "model/findings.h"
#include "model/model.h"

namespace abscope {

namespace {

using Kind = VariedQuantity::Kind;

std::vector<VariedQuantity> allQuantities() {
  std::vector<VariedQuantity> all = {
      {Kind::irradiatedMm3, 0}, {Kind::distantMm3, 0}, {Kind::bloodEffectors, 0}};
  for (int i = 0; i < kResistanceCount; ++i) all.push_back({Kind::resistance, i});
  for (int i = 0; i < kParameterCount; ++i) all.push_back({Kind::parameter, i});
  return all;
}

const ParameterInfo& infoOf(VariedQuantity quantity) {
  return parameterInfo(static_cast<ParameterId>(quantity.index));
}

void setValue(Patient& patient, VariedQuantity quantity, double value) {
  switch (quantity.kind) {
    case Kind::irradiatedMm3:
      patient.irradiatedMm3 = value;
      return;
    case Kind::distantMm3:
      patient.distantMm3 = value;
      return;
    case Kind::bloodEffectors:
      patient.bloodEffectors = value;
      return;
    case Kind::resistance:
      patient.resistance[static_cast<std::size_t>(quantity.index)] = value;
      return;
    case Kind::parameter:
      break;
  }
  const auto id = static_cast<ParameterId>(quantity.index);
  for (ParameterChange& change : patient.changes) {
    if (change.id != id) continue;
    change.value = value;
    return;
  }
  patient.changes.push_back({id, value});
}

// FNV-1a (Fowler, Noll, Vo): a name as a number, so that a quantity keeps its random numbers when
// others come and go.
std::uint64_t hashOf(std::string_view name) {
  std::uint64_t key = 0xcbf29ce484222325ULL;
  for (char c : name) key = (key ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return key;
}

// Never 0 or 1: the middle of one of 2^52 equal steps.
double openUniform(std::uint64_t bits) {
  return (static_cast<double>(bits >> 12) + 0.5) * 0x1.0p-52;
}

// The lower Cholesky factor of the correlation matrix; empty when it is not positive definite.
std::vector<std::vector<double>> rootOf(const Population& population) {
  const std::size_t n = population.variations.size();
  std::vector<std::vector<double>> root(n);
  for (std::size_t i = 0; i < n; ++i) {
    root[i].assign(i + 1, 0);
    root[i][i] = 1;
  }
  const auto indexOf = [&](VariedQuantity quantity) {
    std::size_t i = 0;
    while (i < n && !(population.variations[i].quantity == quantity)) ++i;
    return i;
  };
  for (const Correlation& correlation : population.correlations) {
    const std::size_t a = indexOf(correlation.first), b = indexOf(correlation.second);
    if (a == n || b == n || a == b) continue;  // the reader of files refuses these
    root[std::max(a, b)][std::min(a, b)] = correlation.coefficient;
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = root[i][j];
      for (std::size_t k = 0; k < j; ++k) rest -= root[i][k] * root[j][k];
      if (j < i) {
        root[i][j] = rest / root[j][j];
        continue;
      }
      constexpr double kLeast = 1e-9;
      if (rest < kLeast) return {};
      root[i][i] = std::sqrt(rest);
    }
  }
  return root;
}

}  // namespace

const std::vector<VariedQuantity>& variedQuantities() {
  static const std::vector<VariedQuantity> kAll = allQuantities();
  return kAll;
}

std::string_view nameOf(VariedQuantity quantity) {
  switch (quantity.kind) {
    case Kind::irradiatedMm3:
      return "irradiatedMm3";
    case Kind::distantMm3:
      return "distantMm3";
    case Kind::bloodEffectors:
      return "bloodEffectors";
    case Kind::resistance:
      return kResistanceIds[static_cast<std::size_t>(quantity.index)];
    case Kind::parameter:
      break;
  }
  return infoOf(quantity).name;
}

std::string_view unitOf(VariedQuantity quantity) {
  switch (quantity.kind) {
    case Kind::irradiatedMm3:
    case Kind::distantMm3:
      return "mm3";
    case Kind::bloodEffectors:
      return "million cells";
    case Kind::resistance:
      return "fraction";
    case Kind::parameter:
      break;
  }
  return infoOf(quantity).unit;
}

double lowestOf(VariedQuantity quantity) {
  if (quantity.kind == Kind::parameter) return infoOf(quantity).low;
  const bool isVolume = quantity.kind == Kind::irradiatedMm3 || quantity.kind == Kind::distantMm3;
  return isVolume ? kMinVolumeMm3 : 0;
}

double highestOf(VariedQuantity quantity) {
  switch (quantity.kind) {
    case Kind::irradiatedMm3:
    case Kind::distantMm3:
      return kMaxVolumeMm3;
    case Kind::bloodEffectors:
      return kMaxBloodEffectors;
    case Kind::resistance:
      return 1;
    case Kind::parameter:
      break;
  }
  return infoOf(quantity).high;
}

double valueOf(const Patient& patient, VariedQuantity quantity) {
  switch (quantity.kind) {
    case Kind::irradiatedMm3:
      return patient.irradiatedMm3;
    case Kind::distantMm3:
      return patient.distantMm3;
    case Kind::bloodEffectors:
      return patient.bloodEffectors;
    case Kind::resistance:
      return patient.resistance[static_cast<std::size_t>(quantity.index)];
    case Kind::parameter:
      break;
  }
  return parameterValue(parametersOf(patient), static_cast<ParameterId>(quantity.index));
}

double valueAt(const Distribution& distribution, double score, double otherwise) {
  const double centre = distribution.centre, spread = distribution.spread;
  switch (distribution.shape) {
    case Distribution::Shape::fixed:
      return centre;
    case Distribution::Shape::lognormal:
      // CV^2 = exp(sigma^2) - 1
      return centre * std::exp(score * std::sqrt(std::log1p(spread * spread)));
    case Distribution::Shape::normal:
      return centre + score * spread;
    case Distribution::Shape::uniform:
      return centre + (spread - centre) * normalCdf(score);
    case Distribution::Shape::bernoulli:
      return normalCdf(-score) < spread ? centre : otherwise;
  }
  return centre;
}

bool correlationsArePossible(const Population& population) {
  return population.variations.empty() || !rootOf(population).empty();
}

double doublingDays(const Patient& patient) {
  const Model model(patient);
  const State start = model.start();
  State slope;
  model.slope(start, {}, slope);
  const Pair growth = volumeMm3(slope) / volumeMm3(start);
  const double slower = std::min(growth[0], growth[1]);
  return slower > 0 ? std::log(2.0) / slower : std::numeric_limits<double>::infinity();
}

bool outgrows(const Patient& patient, Drug drug) {
  const DrugUse& use = drugUse(drug, patient.preset);
  constexpr double kDays = 180, kEveryDays = 42;  // scans as in rulesFor(human)
  DrugItem item;
  item.drug = drug;
  item.doses = static_cast<int>(std::ceil(kDays / std::max(1.0, use.intervalDays)));
  item.intervalDays = std::max(1.0, use.intervalDays);
  Plan plan;
  plan.drugs = {item};
  plan.days = kDays;
  SolveOptions options;
  options.relativeTolerance = 1e-6;
  options.absoluteTolerance = 1e-9;
  options.fluxIntegrals = false;
  const Course course = solve(patient, plan, options);
  double smallest = volumeMm3(course.at(0))[1];
  for (double day = kEveryDays;; day += kEveryDays) {
    const double volume = volumeMm3(course.at(std::min(day, kDays)))[1];
    if (std::cbrt(volume / smallest) >= kProgressionRatio) return true;
    smallest = std::min(smallest, volume);
    if (day >= kDays) return false;
  }
}

PatientSampler::PatientSampler(const Population& population, std::uint64_t seed)
    : variations_(population.variations),
      roots_(rootOf(population)),
      seed_(seed),
      longestDoublingDays_(population.longestDoublingDays),
      outgrown_(population.outgrown) {
  own_.preset = population.preset;
  own_.irradiatedMm3 = population.irradiatedMm3;
  own_.distantMm3 = population.distantMm3;
  for (const Variation& variation : variations_) {
    keys_.push_back(hashOf(nameOf(variation.quantity)));
  }
}

Patient PatientSampler::draw(std::uint64_t index) const { return draw(index, own_); }

Patient PatientSampler::draw(std::uint64_t index, const Patient& base) const {
  return drawOnce(keyOfWhoEnters(index), base);
}

double PatientSampler::shareWhoEnter(int patients) const {
  int entered = 0;
  for (int i = 0; i < patients; ++i) {
    if (enters(keyOf(static_cast<std::uint64_t>(i), 0))) ++entered;
  }
  return static_cast<double>(entered) / patients;
}

std::uint64_t PatientSampler::keyOf(std::uint64_t index, int attempt) const {
  const std::uint64_t key = mix64(mix64(seed_) + index);
  return attempt == 0 ? key : mix64(key + static_cast<std::uint64_t>(attempt));
}

std::uint64_t PatientSampler::keyOfWhoEnters(std::uint64_t index) const {
  // Readers of files refuse populations of whom less than one in twenty enters, so this ends.
  constexpr int kMostAttempts = 2000;
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    const std::uint64_t key = keyOf(index, attempt);
    if (enters(key)) return key;
  }
  return keyOf(index, 0);
}

bool PatientSampler::enters(std::uint64_t key) const {
  if (longestDoublingDays_ <= 0 && !outgrown_) return true;
  const Patient patient = drawOnce(key, own_);
  if (longestDoublingDays_ > 0 && doublingDays(patient) > longestDoublingDays_) return false;
  return !outgrown_ || outgrows(patient, *outgrown_);
}

Patient PatientSampler::drawOnce(std::uint64_t key, const Patient& base) const {
  std::vector<double> own(variations_.size());
  for (std::size_t i = 0; i < own.size(); ++i) {
    own[i] = normalQuantile(openUniform(mix64(key ^ keys_[i])));
  }
  Patient patient = base;
  for (std::size_t i = 0; i < own.size(); ++i) {
    double score = 0;
    for (std::size_t j = 0; j <= i; ++j) score += roots_[i][j] * own[j];
    const Variation& variation = variations_[i];
    const double before = valueOf(base, variation.quantity);
    const double drawn = variation.isFactor ? before * valueAt(variation.distribution, score, 1)
                                            : valueAt(variation.distribution, score, before);
    setValue(patient, variation.quantity,
             std::clamp(drawn, lowestOf(variation.quantity), highestOf(variation.quantity)));
  }
  return patient;
}

}  // namespace abscope
