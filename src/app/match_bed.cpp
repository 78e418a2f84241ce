#include "app/match_bed.h"

#include <algorithm>
#include <cmath>

#include "app/document.h"
#include "model/dose.h"

namespace abscope {

double alphaBetaGy(BedRatio ratio, const Patient& patient) {
  if (ratio == BedRatio::ten) return 10;
  if (ratio == BedRatio::three) return 3;
  const Parameters parameters = parametersOf(patient);
  return parameters.alphaPerGy / parameters.betaPerGy2;
}

double deliveredBedGy(const std::vector<Event>& events, Site site, double ratioGy, int without) {
  double sum = 0;
  for (const Event& event : events) {
    if (event.kind != EventKind::fraction || event.item == without) continue;
    sum += abscope::bedGy(event.doseGy[static_cast<int>(site)], 1, ratioGy);
  }
  return sum;
}

double doseForBedGy(double bedGy, double fractions, double ratioGy) {
  return ratioGy / 2 * (std::sqrt(1 + 4 * bedGy / (fractions * ratioGy)) - 1);
}

BedMatch matchBed(const Plan& plan, int item, const Course& present, const Course& pinned,
                  double ratioGy) {
  BedMatch match;
  if (item < 0 || static_cast<std::size_t>(item) >= plan.radiation.size()) {
    match.fault = MatchFault::noRadiation;
    return match;
  }
  const RadiationItem& series = plan.radiation[static_cast<std::size_t>(item)];
  match.site = targetOf(series) == RtTarget::distant ? Site::distant : Site::irradiated;
  match.bedGy = deliveredBedGy(pinned.events(), match.site, ratioGy);
  if (match.bedGy <= 0) {
    match.fault = MatchFault::noBed;
    return match;
  }
  const double left = match.bedGy - deliveredBedGy(present.events(), match.site, ratioGy, item);
  if (left <= 0) {
    match.fault = MatchFault::othersTooMuch;
    return match;
  }
  // Those that fall into the course; a series that was not reached counts as planned.
  const auto given =
      std::count_if(present.events().begin(), present.events().end(), [item](const Event& event) {
        return event.kind == EventKind::fraction && event.item == item;
      });
  match.doseGy =
      doseForBedGy(left, given > 0 ? static_cast<double>(given) : series.fractions, ratioGy);
  if (match.doseGy < kMinDoseGy || match.doseGy > kMaxDoseGy) match.fault = MatchFault::outOfRange;
  return match;
}

}  // namespace abscope
