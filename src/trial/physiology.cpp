#include "trial/physiology.h"

#include <algorithm>
#include <cmath>

#include "model/course.h"
#include "model/summary.h"

namespace abscope {

namespace {

using T = TumourState;
using S = SystemState;

constexpr Expectation kMouse[] = {
    {"growth", "irradiated tumour untreated, day 20 / day 0: palpable carcinomas of mice", 6, 20},
    {"growthDistant", "distant tumour untreated, day 20 / day 0", 6, 24},
    {"dying", "share of dying cells at the start", 0.02, 0.15},
    {"cd8Effector", "CD8 effectors per tumour cell at the start", 0.008, 0.05},
    {"cd8Exhausted", "exhausted CD8 cells per tumour cell at the start", 0.003, 0.05},
    {"treg", "Treg per tumour cell at the start: fewer than CD8 cells", 0.004, 0.03},
    {"mdsc", "MDSC per tumour cell at the start", 0.01, 0.08},
    {"m1", "M1 per tumour cell at the start", 0.008, 0.06},
    {"m2", "M2 per tumour cell at the start", 0.02, 0.15},
    {"nk", "NK per tumour cell at the start", 0.003, 0.03},
    {"dendritic", "loaded dendritic cells per tumour cell at the start", 0.0005, 0.01},
    {"hypoxia", "hypoxic fraction at the start", 0.03, 0.25},
    {"cd8Later", "CD8 effectors per tumour cell untreated, day 20", 0.003, 0.05},
    {"nkLater", "NK per tumour cell untreated, day 20", 0.002, 0.04},
    {"tregLater", "Treg per tumour cell untreated, day 20", 0.004, 0.06},
    {"mdscLater", "MDSC per tumour cell untreated, day 20", 0.01, 0.15},
    {"m2Later", "M2 per tumour cell untreated, day 20", 0.02, 0.2},
    {"cd8Peak", "most CD8 effectors per mm3 of a tumour above 10 mm3 under 8x3 and both antibodies",
     0.02, 0.35},
    {"bloodStart",
     "effectors in the blood at the start, 10^6: a mouse has some 10 of all CD8 cells", 0.02, 4},
    {"bloodPeak", "most effectors in the blood under 8x3 and both antibodies, 10^6", 0.2, 40},
    {"bloodExit", "exit of effectors from the blood into large tumours, untreated, day 60, 1/d",
     0.05, 2.2},
    {"myeloidPeak", "most MDSC per mm3 of a tumour above 10 mm3 after 20x1", 0.02, 0.4},
    {"delay8", "irradiated tumour two weeks after 8x1 / untreated (Rauf 2025: 0.39 in MC38)", 0.3,
     0.85},
    {"delay15", "irradiated tumour two weeks after 15x1 / untreated (Rauf 2025: 0.09 in MC38)",
     0.05, 0.6},
    {"deafHost",
     "irradiated tumour after 20x1 in a host deaf to type-I interferon / not deaf, day 25 "
     "(Burnette "
     "2011: the effect is lost)",
     1.05, 50},
    {"tgfProtection",
     "cells surviving 8 Gy with TGF-beta blocked / not blocked, untreated, day 20 (Bouquet 2011)",
     0.4, 0.97},
    {"tregWithoutTgf",
     "Treg density after 20x1 with TGF-beta blocked / not blocked, day 8 (Muroyama 2017: the same)",
     0.8, 1.15},
    {"idoAfter6",
     "irradiated tumour after 6x3 with an IDO inhibitor / without, day 30 (Li 2019: "
     "no benefit)",
     0.7, 1.15},
};

constexpr Expectation kHuman[] = {
    {"growth", "untreated, day 120 / day 0: lung cancers double in about 100 days", 1.6, 2.6},
    {"growthDistant", "distant tumour untreated, day 120 / day 0", 1.6, 2.8},
    {"dying", "share of dying cells at the start", 0.02, 0.15},
    {"cd8Effector", "CD8 effectors per tumour cell at the start", 0.008, 0.05},
    {"cd8Exhausted", "exhausted CD8 cells per tumour cell at the start", 0.003, 0.05},
    {"treg", "Treg per tumour cell at the start: fewer than CD8 cells", 0.004, 0.03},
    {"mdsc", "MDSC per tumour cell at the start", 0.01, 0.08},
    {"m1", "M1 per tumour cell at the start", 0.008, 0.06},
    {"m2", "M2 per tumour cell at the start", 0.02, 0.15},
    {"nk", "NK per tumour cell at the start", 0.003, 0.03},
    {"dendritic", "loaded dendritic cells per tumour cell at the start", 0.0005, 0.01},
    {"hypoxia", "hypoxic fraction at the start", 0.05, 0.25},
    {"pembrolizumab", "distant volume with pembrolizumab / untreated, day 120", 0.65, 0.95},
    {"onPembrolizumab",
     "distant volume with pembrolizumab, day 120 / day 0: half of the patients have progressed "
     "after 4.4 (Theelen 2021) to 5.1 months (Welsh 2020)",
     1.5, 2.4},
    {"ipilimumab", "distant volume with ipilimumab alone / untreated, day 120: few respond", 0.75,
     1},
    {"rtAlone", "distant volume with 8x3 / untreated, day 120: no abscopal effect", 0.88, 1.05},
    {"rtAndPembrolizumab", "distant volume 8x3 + pembrolizumab / pembrolizumab, day 120", 0.75,
     0.95},
    {"sbrtOverConventional",
     "distant volume 12.5x4 + pembrolizumab / 3x15 + pembrolizumab, day 120", 0.7, 0.95},
    {"sbrt54",
     "ln of viable clonogens after 18x3: control above 95 % (97.6 %, RTOG 0236, Timmerman 2010, "
     "JAMA 303:1070)",
     -30, -3},
    {"sbrt50",
     "ln of viable clonogens after 12.5x4: control above 80 % (12x4: 93 % after five years, RTOG "
     "0915; BED above 100 Gy: above 85 %, PMC4206062)",
     -30, -1.5},
    {"conventional60",
     "ln of viable clonogens after 2x30: control clearly lower (30 to 40 %, Timmerman 2010; half "
     "of locally advanced tumours, Machtay 2012, PMC5764542)",
     -0.5, 3},
    {"palliative", "irradiated volume after 8x1 / day 0, day 60: shrinks", 0.35, 0.85},
    {"palliativeRegrowth", "irradiated volume after 8x1, day 300 / day 60: grows back", 1.3, 8},
    {"lymphocytes60", "fewest lymphocytes in 2x30", 0.3, 0.75},
    {"lymphocytesSbrt", "fewest lymphocytes in 12.5x4: spared", 0.75, 0.97},
    {"cd8Peak", "most CD8 effectors per tumour cell, distant, 8x3 + pembrolizumab", 0.01, 0.3},
    {"bloodStart", "effectors in the blood at the start, 10^6", 1, 500},
};

struct Builder {
  Plan plan;
  explicit Builder(double days) { plan.days = days; }
  Builder rt(double doseGy, int fractions, bool weekdays) const {
    Builder changed = *this;
    RadiationItem item;
    item.irradiatedGy = doseGy;
    item.fractions = fractions;
    item.skipWeekends = weekdays;
    changed.plan.radiation.push_back(item);
    return changed;
  }
  Builder drug(Drug drug, double firstDay, double intervalDays, int doses) const {
    Builder changed = *this;
    DrugItem item;
    item.drug = drug;
    item.start.days = firstDay;
    item.intervalDays = intervalDays;
    item.doses = doses;
    changed.plan.drugs.push_back(item);
    return changed;
  }
  Builder pembrolizumab() const { return drug(Drug::antiPd1, 5, 21, 12); }
};

Course run(const Patient& host, const Builder& builder) {
  SolveOptions options;
  options.relativeTolerance = 1e-6;
  options.absoluteTolerance = 1e-9;
  options.fluxIntegrals = false;
  return solve(host, builder.plan, options);
}

// The make-up of the irradiated tumour: the readouts "dying" to "dendritic".
void readTissue(const State& y, std::vector<double>& values) {
  const double volume = volumeMm3(y)[0];
  for (T state : {T::dying, T::cd8Effector, T::cd8Exhausted, T::treg, T::mdsc, T::m1Macrophage,
                  T::m2Macrophage, T::nk, T::dendritic}) {
    values.push_back(y[state][0] / volume);
  }
  values.push_back(y[T::hypoxia][0]);
}

// The greatest density of a cell kind in tumours large enough to speak of one, cells per mm3 x
// 10^6.
double peakDensity(const Course& course, TumourState state, double leastMm3) {
  double peak = 0;
  for (int day = 0; day <= static_cast<int>(course.days()); ++day) {
    const State y = course.at(day);
    const Pair volume = volumeMm3(y);
    for (int lane = 0; lane < 2; ++lane) {
      if (volume[lane] > leastMm3) peak = std::max(peak, y[state][lane] / volume[lane]);
    }
  }
  return peak;
}

double distantAt(const Course& course, double day) { return volumeMm3(course.at(day))[1]; }

double logClonogensAfterLastFraction(const Course& course) {
  double lastDay = 0;
  for (const Event& event : course.events()) {
    if (event.kind == EventKind::fraction) lastDay = event.day;
  }
  constexpr double kNone = -20;
  const double viable = clonogenicMm3(course.at(lastDay))[0];
  if (viable <= 0) return kNone;
  return std::max(kNone, std::log(viable / course.model().parameters().clonogenMm3));
}

std::vector<double> readMouse(const Patient& host) {
  Patient mouse = host;
  mouse.irradiatedMm3 = 60;
  mouse.distantMm3 = 25;
  const Course untreated = run(mouse, Builder(20));
  const State start = untreated.at(0), later = untreated.at(20);
  const Pair growth = volumeMm3(later) / volumeMm3(start);
  std::vector<double> values = {growth[0], growth[1]};
  readTissue(start, values);
  const double volume = volumeMm3(later)[0];
  values.push_back(later[T::cd8Effector][0] / volume);
  values.push_back(later[T::nk][0] / volume);
  values.push_back(later[T::treg][0] / volume);
  values.push_back(later[T::mdsc][0] / volume);
  values.push_back(later[T::m2Macrophage][0] / volume);
  constexpr double kLeastMm3 = 10;
  const Builder oneMonth(30);
  const Course inflamed = run(
      mouse, oneMonth.rt(8, 3, false).drug(Drug::antiCtla4, 3, 3, 3).drug(Drug::antiPd1, 1, 3, 5));
  values.push_back(peakDensity(inflamed, T::cd8Effector, kLeastMm3));
  values.push_back(start[S::bloodEffector]);
  double bloodPeak = 0;
  for (int day = 0; day <= 30; ++day) {
    bloodPeak = std::max(bloodPeak, inflamed.at(day)[S::bloodEffector]);
  }
  values.push_back(bloodPeak);
  const Course neglected = run(mouse, Builder(60));
  const double bloodExit =
      sum(neglected.ratesAt(60)[TumourFlux::cd8Homing]) / neglected.at(60)[S::bloodEffector];
  values.push_back(bloodExit);
  const Course twenty = run(mouse, oneMonth.rt(20, 1, false));
  values.push_back(peakDensity(twenty, T::mdsc, kLeastMm3));

  const auto irradiatedAt = [](const Course& course, double day) {
    return volumeMm3(course.at(day))[0];
  };
  const Builder twoWeeks(15);
  for (const double doseGy : {8.0, 15.0}) {
    values.push_back(irradiatedAt(run(mouse, twoWeeks.rt(doseGy, 1, false)), 15) /
                     irradiatedAt(untreated, 15));
  }
  Patient deaf = mouse;
  deaf.resistance[static_cast<std::size_t>(Resistance::ifnarLoss)] = 1;
  values.push_back(irradiatedAt(run(deaf, Builder(25).rt(20, 1, false)), 25) /
                   irradiatedAt(twenty, 25));
  HookLevels blocked{};
  blocked[static_cast<std::size_t>(Hook::antiTgfBeta)] = 0.9;
  const Pair dose = {8, 0};
  values.push_back(untreated.model().survival(later, dose, blocked)[0] /
                   untreated.model().survival(later, dose, HookLevels{})[0]);
  const auto tregDensity = [](const Course& course, double day) {
    const State y = course.at(day);
    return y[T::treg][0] / densityVolume(volumeMm3(y))[0];
  };
  values.push_back(
      tregDensity(run(mouse, Builder(8).rt(20, 1, false).drug(Drug::antiTgfBeta, 0, 1, 9)), 8) /
      tregDensity(twenty, 8));
  const Builder six = oneMonth.rt(6, 3, false);
  values.push_back(irradiatedAt(run(mouse, six.drug(Drug::idoInhibitor, 1, 1, 14)), 30) /
                   irradiatedAt(run(mouse, six), 30));
  return values;
}

std::vector<double> readHuman(const Patient& host) {
  Patient human = host;
  human.irradiatedMm3 = 14000;
  human.distantMm3 = 6000;
  constexpr double kDay = 120;
  const Builder none(kDay);
  const Course untreated = run(human, none);
  const Course drug = run(human, none.pembrolizumab());
  const Course ipilimumab = run(human, none.drug(Drug::antiCtla4, 5, 21, 4));
  const Course sbrt50 = run(human, none.rt(12.5, 4, true).pembrolizumab());
  const Course fractionated = run(human, none.rt(3, 15, true).pembrolizumab());
  const Course rt = run(human, none.rt(8, 3, false));
  const Course combined = run(human, none.rt(8, 3, false).pembrolizumab());
  const Course sbrt54 = run(human, Builder(30).rt(18, 3, true));
  const Course sbrt50Alone = run(human, Builder(30).rt(12.5, 4, true));
  const Course conventional = run(human, Builder(60).rt(2, 30, true));
  const Course palliative = run(human, Builder(300).rt(8, 1, true));

  const State start = untreated.at(0);
  const Pair growth = volumeMm3(untreated.at(kDay)) / volumeMm3(start);
  std::vector<double> values = {growth[0], growth[1]};
  readTissue(start, values);
  values.push_back(distantAt(drug, kDay) / distantAt(untreated, kDay));
  values.push_back(distantAt(drug, kDay) / human.distantMm3);
  values.push_back(distantAt(ipilimumab, kDay) / distantAt(untreated, kDay));
  values.push_back(distantAt(rt, kDay) / distantAt(untreated, kDay));
  values.push_back(distantAt(combined, kDay) / distantAt(drug, kDay));
  values.push_back(distantAt(sbrt50, kDay) / distantAt(fractionated, kDay));
  values.push_back(logClonogensAfterLastFraction(sbrt54));
  values.push_back(logClonogensAfterLastFraction(sbrt50Alone));
  values.push_back(logClonogensAfterLastFraction(conventional));
  const double atDay60 = volumeMm3(palliative.at(60))[0];
  values.push_back(atDay60 / human.irradiatedMm3);
  values.push_back(volumeMm3(palliative.at(300))[0] / atDay60);
  values.push_back(summarise(conventional).lowestLymphocytes);
  values.push_back(summarise(sbrt50Alone).lowestLymphocytes);
  values.push_back(peakDensity(combined, T::cd8Effector, 1500));
  values.push_back(start[S::bloodEffector]);
  return values;
}

}  // namespace

std::span<const Expectation> expectations(Preset preset) {
  if (preset == Preset::human) return kHuman;
  return kMouse;
}

std::vector<double> readExpectations(const Patient& host) {
  return host.preset == Preset::human ? readHuman(host) : readMouse(host);
}

}  // namespace abscope
