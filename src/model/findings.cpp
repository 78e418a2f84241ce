#include "model/findings.h"

#include <algorithm>
#include <cmath>

namespace abscope {

double sumOfDiametersMm(Pair volumesMm3) {
  constexpr double kSixOverPi = 1.9098593171027440;
  return std::cbrt(kSixOverPi * std::max(0.0, volumesMm3[0])) +
         std::cbrt(kSixOverPi * std::max(0.0, volumesMm3[1]));
}

Visits::Visits(Pair startMm3)
    : startDiameter_(sumOfDiametersMm(startMm3)),
      smallestDiameter_(startDiameter_),
      lastVolume_(sum(startMm3)) {}

Visits::Findings Visits::visit(Pair volumesMm3) {
  Findings findings;
  const double diameter = sumOfDiametersMm(volumesMm3);
  const double volume = sum(volumesMm3);
  if (!progressed_ && diameter >= kProgressionRatio * smallestDiameter_) {
    findings.progression = progressed_ = true;
  }
  if (!responded_ && diameter <= kResponseRatio * startDiameter_) {
    findings.response = responded_ = true;
  }
  if (volume < lastVolume_) fell_ = true;
  if (!rose_ && fell_ && volume > lastVolume_) findings.nadir = rose_ = true;
  smallestDiameter_ = std::min(smallestDiameter_, diameter);
  lastVolume_ = volume;
  return findings;
}

}  // namespace abscope
