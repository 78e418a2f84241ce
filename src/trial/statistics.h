#pragma once
// The statistics of a trial report, each by its published formula. Days may be any unit of time.
#include <array>
#include <span>
#include <vector>

namespace abscope {

// Two-sided 95 % everywhere.
inline constexpr double kNormal95 = 1.959963984540054;

// --- shares
// -----------------------------------------------------------------------------------------

struct Proportion {
  int count = 0;
  int of = 0;
  double share = 0;  // not a number when `of` is 0
  double low = 0, high = 0;
};
// Score interval (Wilson 1927, J Am Stat Assoc 22:209): inside 0 to 1 and honest for small numbers.
Proportion wilson(int count, int of);

struct OddsRatio {
  double ratio = 0;  // of the sample
  double low = 0, high = 0;
  double p = 1;
};
// Odds of `count` of `of` in group 1 over group 0. The interval is that of the logarithm (Woolf
// 1955, Ann Hum Genet 19:251), with one half added to each cell when one is 0 (Haldane 1956, Ann
// Hum Genet 20:309). The p-value is Fisher's exact one, two-sided: all tables that are as unlikely
// or more so (Fisher 1935, J R Stat Soc 98:39).
OddsRatio oddsRatio(int count1, int of1, int count0, int of0);

// --- time to an event
// ---------------------------------------------------------------------------------

struct Timed {
  double day = 0;
  bool event = false;  // false: seen without the event up to `day` (censored)
};

struct SurvivalStep {
  double day = 0;
  int atRisk = 0;  // just before the day
  int events = 0;
  double survival = 1;
  double low = 1, high = 1;
};
// One step a day with events (Kaplan and Meier 1958, J Am Stat Assoc 53:457). Whoever is censored
// on the day of an event was at risk. Greenwood's variance; the interval is that of log(-log
// survival) (Kalbfleisch and Prentice 1980).
std::vector<SurvivalStep> kaplanMeier(std::span<const Timed> group);

// On a day: the last step at or before it.
SurvivalStep survivalOn(std::span<const SurvivalStep> curve, double day);

struct MedianTime {
  double day = 0, low = 0, high = 0;  // not a number: not reached
};
// The first day on which the curve is at one half or below; where it is one half exactly for a
// while, the middle of that time. The interval is where the interval of the curve does the same
// (Brookmeyer and Crowley 1982, Biometrics 38:29).
MedianTime medianOf(std::span<const SurvivalStep> curve);

struct LogRank {
  std::array<int, 2> observed{};
  std::array<double, 2> expected{};
  double variance = 0;  // of observed - expected
  double chiSquare = 0;
  double p = 1;
};
// Mantel 1966 (Cancer Chemother Rep 50:163); Peto and Peto 1972 (J R Stat Soc A 135:185).
LogRank logRank(std::span<const Timed> group0, std::span<const Timed> group1);

struct HazardRatio {
  double ratio = 1;          // group 1 over group 0
  double low = 0, high = 0;  // not a number when it cannot be told
  double logRatio = 0;
  double standardError = 0;  // of logRatio
};
// One step from no difference, by the log-rank numbers: exp((O - E) / V) (Peto 1977, Br J Cancer
// 35:1).
HazardRatio petoHazardRatio(const LogRank& test);
// Cox 1972 (J R Stat Soc B 34:187) with one covariate that is 0 or 1; ties by Efron 1977 (J Am Stat
// Assoc 72:557); Wald interval. With no event in one group the ratio is 0 or infinite.
HazardRatio coxHazardRatio(std::span<const Timed> group0, std::span<const Timed> group1);

}  // namespace abscope
