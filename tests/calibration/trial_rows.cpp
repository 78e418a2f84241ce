#include "calibration/trial_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "library/cases.h"
#include "library/populations.h"
#include "model/findings.h"
#include "trial/quantity_value.h"

namespace abscope {

namespace {

constexpr double kOpen = std::numeric_limits<double>::infinity();
constexpr int kPatients = 64;
constexpr std::uint64_t kSeed = 1;

// Share of the patients who respond out of the field, in %. Where a trial gives one regimen against
// another, the bounds lie within the interval of its odds ratio.
struct ShareRow {
  const char* id;
  const char* item;
  const char* arm;
  double low, high;
  bool refractory = false;  // among those who progress under pembrolizumab
};

constexpr ShareRow kShares[] = {
    // Odds ratios of a response out of the field with radiotherapy: Theelen 2021 2.96 (1.42
    // to 6.20; Welsh
    // 2020 is in it), McBride 2021 0.78 (0.26 to 2.3), Spaas 2023 1.3 (0.5 to 3.4), Schoenfeld
    // 2022 1.0 (0.2
    // to 5.5). Weighed by their variances 1.65 (1.0 to 2.7): 29 % where 20 % respond without.
    {"alone", "theelen-2021", "pembrolizumab", 18.5, 21.5},
    {"untreated", "theelen-2021", "control", 0, 0.3},
    {"rtAlone", "theelen-2021", "8x3", 0, 1},
    {"8x3", "theelen-2021", "8x3-pembrolizumab", 27, 31},
    {"12.5x4", "theelen-2021", "12.5x4-pembrolizumab", 28, 33},
    {"3x15", "theelen-2021", "3x15-pembrolizumab", 18, 24},
    {"9x3", "mcbride-2021", "9x3-nivolumab", 27, 35},
    // Welsh 2020: 17 against 33 % by burden alone, 10 with 3x15.
    {"largeAlone", "welsh-2020", "large-pembrolizumab", 9, 13},
    {"large3x15", "welsh-2020", "large-3x15-pembrolizumab", 9, 14},
    // Double blockade: in untreated patients about a third respond; after PD-1 blockade 11.5 %
    // (Schoenfeld 2022).
    {"double", "schoenfeld-2022", "durva-treme", 20, 34},
    {"doubleAfterPd1", "schoenfeld-2022", "durva-treme", 5, 15, true},
    {"double8x3AfterPd1", "schoenfeld-2022", "8x3-durva-treme", 5, 23, true},
};

SolveOptions statesOnly() {
  SolveOptions options;
  options.fluxIntegrals = false;
  options.relativeTolerance = 1e-6;
  options.absoluteTolerance = 1e-9;
  return options;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

// 0 to 1 each: whether the distant tumour responds at some scan, and whether it progresses.
struct Outcome {
  double response = 0, progression = 0;
};

Outcome outcomeOf(const Course& course) {
  constexpr double kWidth = 0.1;  // of the logarithm of the volume
  const double start = std::log(volumeMm3(course.at(0))[1]);
  double least = start, fell = 0, rose = 0;
  for (int i = 1;; ++i) {
    const double day = std::min(42.0 * i, course.days());
    const double now = std::log(volumeMm3(course.at(day))[1]);
    if (!std::isfinite(now)) return {};
    rose = std::max(rose, now - least);
    least = std::min(least, now);
    fell = std::max(fell, start - now);
    if (day >= course.days()) break;
  }
  return {logistic((fell + 3 * std::log(kResponseRatio)) / kWidth),
          logistic((rose - 3 * std::log(kProgressionRatio)) / kWidth)};
}

std::vector<double> readShares(const std::vector<ParameterChange>& changes) {
  Population everyone = usualPopulation(Preset::human);
  const double slowest = std::log(2.0) / everyone.longestDoublingDays;
  everyone.longestDoublingDays = 0;  // weighed below, as a step has no slope
  const PatientSampler sampler(everyone, kSeed);
  Patient own;
  own.preset = Preset::human;
  own.irradiatedMm3 = everyone.irradiatedMm3;
  own.distantMm3 = everyone.distantMm3;
  own.changes = changes;
  const std::size_t rows = std::size(kShares);
  std::vector<double> sums(rows, 0), weights(rows, 0);
  for (std::uint64_t i = 0; i < kPatients; ++i) {
    const double growth = std::log(2.0) / doublingDays(sampler.draw(i, own));
    const double enters = logistic((growth - slowest) / (0.07 * slowest));
    if (enters < 0.01) continue;
    std::map<std::string, Outcome> known;
    const auto outcome = [&](const char* id, const char* armId) {
      const std::string key = std::string(id) + armId;
      const auto found = known.find(key);
      if (found != known.end()) return found->second;
      const Scenario& arm = *findArm(*findCase(id), armId);
      Patient base = arm.patient;
      base.changes = changes;
      const Outcome one = outcomeOf(solve(sampler.draw(i, base), arm.plan, statesOnly()));
      known.emplace(key, one);
      return one;
    };
    for (std::size_t r = 0; r < rows; ++r) {
      double weight = enters;
      if (kShares[r].refractory) weight *= outcome("theelen-2021", "pembrolizumab").progression;
      sums[r] += weight * outcome(kShares[r].item, kShares[r].arm).response;
      weights[r] += weight;
    }
  }
  for (std::size_t r = 0; r < rows; ++r) sums[r] /= weights[r];
  return sums;
}

double logit(double share) {
  const double p = std::clamp(share, 1e-4, 1 - 1e-4);
  return std::log(p / (1 - p));
}

bool isRead(const Case& item, const Readout& readout) {
  return readout.direction != Direction::unstated &&
         findArm(item, readout.arm)->patient.preset == Preset::human;
}

// One row for each readout of a human case with a direction.
template <class Visit>
void forReadouts(const Visit& visit) {
  for (const Case& item : cases()) {
    for (const Readout& readout : item.readouts) {
      if (isRead(item, readout)) visit(item, readout);
    }
  }
}

}  // namespace

std::vector<Row> trialRows() {
  std::vector<Row> rows;
  for (const ShareRow& share : kShares) {
    rows.push_back({std::string("share ") + share.id,
                    share.low > 0 ? logit(0.01 * share.low) : -kOpen, logit(0.01 * share.high), 1});
  }
  forReadouts([&](const Case& item, const Readout& readout) {
    constexpr double kStep = 0.08, kSimilar = 0.25;  // a little more than is asked of a readout
    Row row{item.id + " " + readout.name, -kSimilar, kSimilar, 0.7};
    if (readout.direction == Direction::higher) row.low = kStep, row.high = kOpen;
    if (readout.direction == Direction::lower) row.low = -kOpen, row.high = -kStep;
    rows.push_back(row);
  });
  return rows;
}

std::vector<double> readTrials(const std::vector<ParameterChange>& changes) {
  std::vector<double> values;
  for (double share : readShares(changes)) values.push_back(logit(share));
  std::map<std::string, Course> courses;
  forReadouts([&](const Case& item, const Readout& readout) {
    const auto read = [&](const std::string& id) {
      const std::string key = item.id + " " + id;
      auto found = courses.find(key);
      if (found == courses.end()) {
        const Scenario& arm = *findArm(item, id);
        Patient patient = arm.patient;
        patient.changes.insert(patient.changes.begin(), changes.begin(), changes.end());
        found = courses.emplace(key, solve(patient, arm.plan, statesOnly())).first;
      }
      return quantityValue(found->second, readout.quantity, readout.day);
    };
    const double value = read(readout.arm), against = read(readout.against);
    const double between = contrast(readout.quantity, value, against);
    // A change of volume by 10 points counts as much as 0.1 of a logarithm, up to a point.
    const bool isDifference = between == value - against;
    values.push_back(isDifference ? std::clamp(0.01 * between, -3.0, 3.0)
                                  : std::log(std::max(between, 1e-6)));
  });
  return values;
}

}  // namespace abscope
