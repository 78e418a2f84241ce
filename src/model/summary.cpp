#include "model/summary.h"

#include <algorithm>
#include <cmath>

#include "model/dose.h"
#include "model/findings.h"

namespace abscope {

namespace {

double diameterRatio(double volume, double reference) {
  return reference > 0 ? std::cbrt(volume / reference) : 0;
}

ResponseClass classify(double start, double smallest, double end, bool cured) {
  if (cured) return ResponseClass::complete;
  if (end >= kProgressionRatio * smallest) return ResponseClass::progression;
  if (smallest <= kResponseRatio * start) return ResponseClass::partial;
  return ResponseClass::stable;
}

}  // namespace

std::string_view nameOf(ResponseClass response) {
  constexpr std::string_view kNames[] = {"complete", "partial", "stable", "progression"};
  return kNames[static_cast<std::size_t>(response)];
}

Summary summarise(const Course& course) {
  Summary summary;
  const Parameters& p = course.model().parameters();
  const double ownAlphaBeta = p.alphaPerGy / p.betaPerGy2;
  const Pair start = volumeMm3(course.at(0));
  Pair smallest = start, fewest = clonogenicMm3(course.at(0));
  double smallestSum = sumOfDiametersMm(start);
  const int lastDay = static_cast<int>(std::floor(course.days()));
  for (int lane = 0; lane < 2; ++lane) {
    summary.tumours[lane].startMm3 = summary.tumours[lane].smallestMm3 = start[lane];
  }
  for (int i = 1; i <= lastDay + 1; ++i) {
    const double day = std::min(static_cast<double>(i), course.days());
    const State y = course.at(day);
    const Pair volume = volumeMm3(y);
    for (int lane = 0; lane < 2; ++lane) {
      TumourSummary& t = summary.tumours[lane];
      fewest[lane] = std::min(fewest[lane], std::max(0.0, clonogenicMm3(y)[lane]));
      if (volume[lane] < smallest[lane]) {
        smallest[lane] = volume[lane];
        t.smallestMm3 = volume[lane];
        t.smallestDay = day;
        t.regrowthDay = -1;
      } else if (t.regrowthDay < 0 &&
                 diameterRatio(volume[lane], smallest[lane]) >= kProgressionRatio) {
        t.regrowthDay = day;
      }
    }
    smallestSum = std::min(smallestSum, sumOfDiametersMm(volume));
    summary.lowestLymphocytes = std::min(summary.lowestLymphocytes, y[SystemState::lymphocytes]);
  }
  for (const Event& event : course.events()) {
    if (event.kind == EventKind::cure) {
      summary.tumours[static_cast<int>(event.site)].cureDay = event.day;
    }
    if (event.kind != EventKind::fraction) continue;
    for (int lane = 0; lane < 2; ++lane) {
      const double d = event.doseGy[lane];
      TumourSummary& t = summary.tumours[lane];
      t.totalDoseGy += d;
      t.bed10Gy += bedGy(d, 1, 10);
      t.bed3Gy += bedGy(d, 1, 3);
      t.bedOwnGy += bedGy(d, 1, ownAlphaBeta);
      t.eqd2OwnGy += eqd2Gy(d, 1, ownAlphaBeta);
    }
  }
  const Pair end = volumeMm3(course.at(course.days()));
  bool allCured = true;
  for (int lane = 0; lane < 2; ++lane) {
    TumourSummary& t = summary.tumours[lane];
    t.endMm3 = end[lane];
    t.bestChangePercent = 100 * (t.smallestMm3 / t.startMm3 - 1);
    t.bestDiameterPercent = 100 * (diameterRatio(t.smallestMm3, t.startMm3) - 1);
    t.controlProbability = std::exp(-fewest[lane] / p.clonogenMm3);
    const bool cured = t.cureDay >= 0;
    allCured = allCured && cured;
    t.response = classify(1, diameterRatio(t.smallestMm3, t.startMm3),
                          diameterRatio(t.endMm3, t.startMm3), cured);
  }
  summary.overall = classify(sumOfDiametersMm(start), smallestSum, sumOfDiametersMm(end), allCured);
  return summary;
}

}  // namespace abscope
