#include "trial/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace abscope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinite = std::numeric_limits<double>::infinity();

double logFactorial(int n) { return std::lgamma(n + 1.0); }

// ln of the number of ways to choose k of n.
double logChoose(int n, int k) { return logFactorial(n) - logFactorial(k) - logFactorial(n - k); }

double fisherP(int count1, int of1, int count0, int of0) {
  const int have = count1 + count0;
  const auto logWays = [&](int inGroup1) {
    return logChoose(of1, inGroup1) + logChoose(of0, have - inGroup1);
  };
  const double seen = logWays(count1);
  constexpr double kTie = 1e-7;  // tables that are as likely but for rounding count as well
  double unlikely = 0, all = 0;
  for (int k = std::max(0, have - of0); k <= std::min(have, of1); ++k) {
    const double ways = std::exp(logWays(k) - seen);
    all += ways;
    if (ways <= 1 + kTie) unlikely += ways;
  }
  return std::min(1.0, unlikely / all);
}

// What is at risk and what happens on one day in both groups.
struct RiskSet {
  double day;
  std::array<int, 2> atRisk;
  std::array<int, 2> events;
};

std::vector<Timed> sorted(std::span<const Timed> group) {
  std::vector<Timed> copy(group.begin(), group.end());
  std::sort(copy.begin(), copy.end(), [](const Timed& a, const Timed& b) { return a.day < b.day; });
  return copy;
}

// One for each day with an event in either group.
std::vector<RiskSet> riskSets(std::span<const Timed> group0, std::span<const Timed> group1) {
  const std::array<std::vector<Timed>, 2> groups = {sorted(group0), sorted(group1)};
  std::vector<double> days;
  for (const std::vector<Timed>& group : groups) {
    for (const Timed& one : group) {
      if (one.event) days.push_back(one.day);
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  std::vector<RiskSet> sets;
  std::array<std::size_t, 2> next{};
  for (double day : days) {
    RiskSet set{day, {}, {}};
    for (std::size_t g = 0; g < 2; ++g) {
      const std::vector<Timed>& group = groups[g];
      while (next[g] < group.size() && group[next[g]].day < day) ++next[g];
      set.atRisk[g] = static_cast<int>(group.size() - next[g]);
      for (std::size_t i = next[g]; i < group.size() && group[i].day == day; ++i) {
        if (group[i].event) ++set.events[g];
      }
    }
    sets.push_back(set);
  }
  return sets;
}

// First and second derivative of the partial likelihood's logarithm.
struct Slopes {
  double score = 0;
  double information = 0;
};

Slopes slopesAt(double logRatio, const std::vector<RiskSet>& sets) {
  Slopes slopes;
  const double ratio = std::exp(logRatio);
  for (const RiskSet& set : sets) {
    const int events = set.events[0] + set.events[1];
    slopes.score += set.events[1];
    for (int i = 0; i < events; ++i) {
      // Efron: of those who fail on the same day, the i-th to fail meets i / events of them less.
      const double gone = static_cast<double>(i) / events;
      const double group0 = set.atRisk[0] - gone * set.events[0];
      const double group1 = (set.atRisk[1] - gone * set.events[1]) * ratio;
      const double share = group1 / (group0 + group1);
      slopes.score -= share;
      slopes.information += share * (1 - share);
    }
  }
  return slopes;
}

double crossing(std::span<const SurvivalStep> curve, double SurvivalStep::*level) {
  constexpr double kHalf = 0.5, kTie = 1e-9;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const double value = curve[i].*level;
    if (!(value <= kHalf + kTie)) continue;
    if (value < kHalf - kTie) return curve[i].day;
    // Exactly one half: until the curve goes on falling.
    for (std::size_t j = i + 1; j < curve.size(); ++j) {
      if (curve[j].*level < kHalf - kTie) return 0.5 * (curve[i].day + curve[j].day);
    }
    return curve[i].day;
  }
  return kNone;
}

}  // namespace

Proportion wilson(int count, int of) {
  if (of <= 0) return {count, of, kNone, 0, 1};
  const double n = of, share = count / n, z2 = kNormal95 * kNormal95;
  const double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const double half =
      kNormal95 * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  return {count, of, share, count == 0 ? 0 : centre - half, count == of ? 1 : centre + half};
}

OddsRatio oddsRatio(int count1, int of1, int count0, int of0) {
  OddsRatio result;
  const std::array<int, 4> cells = {count1, of1 - count1, count0, of0 - count0};
  result.p = fisherP(count1, of1, count0, of0);
  const double above = static_cast<double>(cells[0]) * cells[3];
  const double below = static_cast<double>(cells[1]) * cells[2];
  result.ratio = below > 0 ? above / below : above > 0 ? kInfinite : kNone;
  const bool hasZero = std::find(cells.begin(), cells.end(), 0) != cells.end();
  double logRatio = 0, variance = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const double cell = cells[i] + (hasZero ? 0.5 : 0.0);
    logRatio += (i == 0 || i == 3 ? 1 : -1) * std::log(cell);
    variance += 1 / cell;
  }
  result.low = std::exp(logRatio - kNormal95 * std::sqrt(variance));
  result.high = std::exp(logRatio + kNormal95 * std::sqrt(variance));
  return result;
}

std::vector<SurvivalStep> kaplanMeier(std::span<const Timed> group) {
  std::vector<SurvivalStep> curve;
  double survival = 1, greenwood = 0;
  for (const RiskSet& set : riskSets(group, {})) {
    SurvivalStep step;
    step.day = set.day;
    step.atRisk = set.atRisk[0];
    step.events = set.events[0];
    const double n = step.atRisk, d = step.events;
    survival *= 1 - d / n;
    greenwood += d / (n * (n - d));
    step.survival = survival;
    if (survival > 0) {
      const double logSurvival = std::log(survival);
      const double spread = kNormal95 * std::sqrt(greenwood) / logSurvival;
      step.low = std::pow(survival, std::exp(-spread));
      step.high = std::pow(survival, std::exp(spread));
    } else {
      step.survival = 0;
      step.low = step.high = kNone;  // no variance once nobody is left
    }
    curve.push_back(step);
  }
  return curve;
}

SurvivalStep survivalOn(std::span<const SurvivalStep> curve, double day) {
  SurvivalStep last;
  for (const SurvivalStep& step : curve) {
    if (step.day <= day) last = step;
  }
  return last;
}

MedianTime medianOf(std::span<const SurvivalStep> curve) {
  return {crossing(curve, &SurvivalStep::survival), crossing(curve, &SurvivalStep::low),
          crossing(curve, &SurvivalStep::high)};
}

LogRank logRank(std::span<const Timed> group0, std::span<const Timed> group1) {
  LogRank test;
  for (const RiskSet& set : riskSets(group0, group1)) {
    const double n0 = set.atRisk[0], n1 = set.atRisk[1], n = n0 + n1;
    const double d = set.events[0] + set.events[1];
    test.observed[0] += set.events[0];
    test.observed[1] += set.events[1];
    test.expected[0] += d * n0 / n;
    test.expected[1] += d * n1 / n;
    if (n > 1) test.variance += d * (n0 / n) * (n1 / n) * (n - d) / (n - 1);
  }
  if (test.variance <= 0) return test;
  const double excess = test.observed[1] - test.expected[1];
  test.chiSquare = excess * excess / test.variance;
  test.p = std::erfc(std::sqrt(0.5 * test.chiSquare));  // one degree of freedom
  return test;
}

HazardRatio petoHazardRatio(const LogRank& test) {
  HazardRatio result;
  if (test.variance <= 0) return {kNone, kNone, kNone, kNone, kNone};
  result.logRatio = (test.observed[1] - test.expected[1]) / test.variance;
  result.standardError = 1 / std::sqrt(test.variance);
  result.ratio = std::exp(result.logRatio);
  result.low = std::exp(result.logRatio - kNormal95 * result.standardError);
  result.high = std::exp(result.logRatio + kNormal95 * result.standardError);
  return result;
}

HazardRatio coxHazardRatio(std::span<const Timed> group0, std::span<const Timed> group1) {
  const std::vector<RiskSet> sets = riskSets(group0, group1);
  // The likelihood is concave; where it has no peak, the estimate runs off to either side.
  constexpr double kFarthest = 15;
  const double lowest = slopesAt(-kFarthest, sets).score;
  const double highest = slopesAt(kFarthest, sets).score;
  if (sets.empty() || (lowest <= 0 && highest >= 0)) return {kNone, kNone, kNone, kNone, kNone};
  if (lowest <= 0) return {0, kNone, kNone, -kInfinite, kNone};
  if (highest >= 0) return {kInfinite, kNone, kNone, kInfinite, kNone};
  double low = -kFarthest, high = kFarthest, logRatio = 0;
  Slopes slopes = slopesAt(logRatio, sets);
  for (int i = 0; i < 100; ++i) {
    (slopes.score > 0 ? low : high) = logRatio;
    double next = logRatio + slopes.score / slopes.information;  // Newton, kept inside the bracket
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    const bool done = std::fabs(next - logRatio) <= 1e-13 * (1 + std::fabs(logRatio));
    logRatio = next;
    slopes = slopesAt(logRatio, sets);
    if (done) break;
  }
  HazardRatio result;
  result.logRatio = logRatio;
  result.standardError = 1 / std::sqrt(slopes.information);
  result.ratio = std::exp(logRatio);
  result.low = std::exp(logRatio - kNormal95 * result.standardError);
  result.high = std::exp(logRatio + kNormal95 * result.standardError);
  return result;
}

}  // namespace abscope
