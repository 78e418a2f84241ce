#include "app/regimen.h"

#include <algorithm>

#include "app/document.h"
#include "model/dose.h"

namespace abscope {

RegimenNumbers numbersOf(const RadiationItem& item, const Patient& patient) {
  const Parameters parameters = parametersOf(patient);
  const double dose = mainDoseGy(item);
  const double fractions = item.fractions;
  RegimenNumbers numbers;
  numbers.ownAlphaBetaGy = parameters.alphaPerGy / parameters.betaPerGy2;
  numbers.totalGy = dose * fractions;
  numbers.bed10Gy = bedGy(dose, fractions, 10);
  numbers.bed3Gy = bedGy(dose, fractions, 3);
  numbers.bedOwnGy = bedGy(dose, fractions, numbers.ownAlphaBetaGy);
  numbers.eqd2At10Gy = eqd2Gy(dose, fractions, 10);
  numbers.eqd2At3Gy = eqd2Gy(dose, fractions, 3);
  numbers.eqd2OwnGy = eqd2Gy(dose, fractions, numbers.ownAlphaBetaGy);
  numbers.uncertain = dose > parameters.lqlTransitionGy;
  return numbers;
}

TumourDose doseOf(const Course& course, const Patient& patient, Site site) {
  const Parameters parameters = parametersOf(patient);
  const int lane = static_cast<int>(site);
  TumourDose dose;
  dose.ownAlphaBetaGy = parameters.alphaPerGy / parameters.betaPerGy2;
  double last = -1;
  for (const Event& event : course.events()) {
    if (event.kind != EventKind::fraction || event.doseGy[lane] <= 0) continue;
    const double gy = event.doseGy[lane];
    dose.totalGy += gy;
    dose.bed10Gy += bedGy(gy, 1, 10);
    dose.bed3Gy += bedGy(gy, 1, 3);
    dose.bedOwnGy += bedGy(gy, 1, dose.ownAlphaBetaGy);
    dose.uncertain = dose.uncertain || gy > parameters.lqlTransitionGy;
    if (last >= 0) {
      const double gap = event.day - last;
      dose.shortestGapDays = dose.shortestGapDays < 0 ? gap : std::min(dose.shortestGapDays, gap);
    }
    last = event.day;
  }
  dose.eqd2At10Gy = dose.bed10Gy / (1 + 2.0 / 10);
  dose.eqd2At3Gy = dose.bed3Gy / (1 + 2.0 / 3);
  dose.eqd2OwnGy = dose.bedOwnGy / (1 + 2 / dose.ownAlphaBetaGy);
  return dose;
}

Peak peakCd8ToTreg(const Series& series) {
  Peak peak;
  for (int lane = 0; lane < 2; ++lane) {
    const auto& cells = series.cells[static_cast<std::size_t>(lane)];
    const auto& cd8 = cells[static_cast<std::size_t>(Immune::cd8Effector)];
    const auto& treg = cells[static_cast<std::size_t>(Immune::treg)];
    for (std::size_t i = 0; i < series.size(); ++i) {
      // An empty tumour has no ratio; a thousand cells are few enough.
      constexpr float kFewest = 1e-3f;  // 10^6 cells
      if (cd8[i] < kFewest || treg[i] <= 0) continue;
      const double ratio = static_cast<double>(cd8[i] / treg[i]);
      if (ratio > peak.value) {
        peak = {ratio, static_cast<double>(series.days[i]), static_cast<Site>(lane)};
      }
    }
  }
  return peak;
}

}  // namespace abscope
