#include "trial/quantity_value.h"

#include <algorithm>
#include <cmath>

#include "model/findings.h"
#include "trial/readouts.h"

namespace abscope {

namespace {

using T = TumourState;

double diameterMm(double volumeMm3) { return sumOfDiametersMm(Pair{volumeMm3, 0}); }

double irradiatedDiameter(const State& y) { return diameterMm(volumeMm3(y)[0]); }
double distantDiameter(const State& y) { return diameterMm(volumeMm3(y)[1]); }
double totalDiameter(const State& y) { return sumOfDiametersMm(volumeMm3(y)); }
using Diameter = double (*)(const State&);

double changePercent(double now, double start) { return start > 0 ? 100 * (now / start - 1) : 0; }

double volumeChange(const Course& course, double day, Site site) {
  const int lane = static_cast<int>(site);
  return changePercent(volumeMm3(course.at(day))[lane], volumeMm3(course.at(0))[lane]);
}

double diameterChange(const Course& course, double day, Diameter diameter) {
  return changePercent(diameter(course.at(day)), diameter(course.at(0)));
}

// Daily visits, and the day itself.
double bestDiameterChange(const Course& course, double day, Diameter diameter) {
  double smallest = diameter(course.at(day));
  for (double visit = 0; visit < day; visit += 1) {
    smallest = std::min(smallest, diameter(course.at(visit)));
  }
  return changePercent(smallest, diameter(course.at(0)));
}

double dayOfProgression(const Course& course, Diameter diameter) {
  double smallest = diameter(course.at(0));
  for (double visit = 1; visit <= course.days(); visit += 1) {
    const double now = diameter(course.at(visit));
    if (now >= kProgressionRatio * smallest) return visit;
    smallest = std::min(smallest, now);
  }
  return course.days();
}

double controlProbability(const Course& course, double day, Site site) {
  const int lane = static_cast<int>(site);
  const auto viable = [&](double at) { return std::max(0.0, clonogenicMm3(course.at(at))[lane]); };
  double fewest = viable(day);
  for (double visit = 0; visit < day; visit += 1) fewest = std::min(fewest, viable(visit));
  return std::exp(-fewest / course.model().parameters().clonogenMm3);
}

double share(double part, double rest) { return part + rest > 0 ? part / (part + rest) : 0; }

double tregShareAt(const State& y, Site site) {
  const int lane = static_cast<int>(site);
  return share(y[T::treg][lane], y[T::cd8Effector][lane] + y[T::cd8Exhausted][lane]);
}

double exhaustedShareAt(const State& y, Site site) {
  const int lane = static_cast<int>(site);
  return share(y[T::cd8Exhausted][lane], y[T::cd8Effector][lane]);
}

double ratioAt(const State& y, T over, T under, Site site) {
  const int lane = static_cast<int>(site);
  return y[over][lane] / y[under][lane];
}

double lowestLymphocytes(const Course& course, double day) {
  return -largest([&course](double at) { return -course.at(at)[SystemState::lymphocytes]; }, 0, day,
                  0.25);
}

}  // namespace

double quantityValue(const Course& course, Quantity quantity, double day) {
  constexpr Site kHere = Site::irradiated, kThere = Site::distant;
  day = std::min(day, course.days());
  const State y = course.at(day);
  const auto dense = [&](T kind, Site site) { return density(course, kind, day, site); };
  switch (quantity) {
    case Quantity::irradiatedVolume:
      return volumeMm3(y)[0];
    case Quantity::distantVolume:
      return volumeMm3(y)[1];
    case Quantity::irradiatedViable:
      return clonogenicMm3(y)[0];
    case Quantity::distantViable:
      return clonogenicMm3(y)[1];
    case Quantity::irradiatedVolumeChange:
      return volumeChange(course, day, kHere);
    case Quantity::distantVolumeChange:
      return volumeChange(course, day, kThere);
    case Quantity::irradiatedDiameterChange:
      return diameterChange(course, day, irradiatedDiameter);
    case Quantity::distantDiameterChange:
      return diameterChange(course, day, distantDiameter);
    case Quantity::totalDiameterChange:
      return diameterChange(course, day, totalDiameter);
    case Quantity::irradiatedBestDiameterChange:
      return bestDiameterChange(course, day, irradiatedDiameter);
    case Quantity::distantBestDiameterChange:
      return bestDiameterChange(course, day, distantDiameter);
    case Quantity::totalBestDiameterChange:
      return bestDiameterChange(course, day, totalDiameter);
    case Quantity::irradiatedControlProbability:
      return controlProbability(course, day, kHere);
    case Quantity::distantControlProbability:
      return controlProbability(course, day, kThere);
    case Quantity::dayIrradiatedReaches400:
      return dayIrradiatedPasses(course, 400);
    case Quantity::dayIrradiatedReaches1500:
      return dayIrradiatedPasses(course, 1500);
    case Quantity::dayDistantReaches400:
      return dayDistantPasses(course, 400);
    case Quantity::dayDistantReaches1500:
      return dayDistantPasses(course, 1500);
    case Quantity::dayTotalReaches1500:
      return dayTotalPasses(course, 1500);
    case Quantity::dayIrradiatedProgresses:
      return dayOfProgression(course, irradiatedDiameter);
    case Quantity::dayDistantProgresses:
      return dayOfProgression(course, distantDiameter);
    case Quantity::dayProgression:
      return dayOfProgression(course, totalDiameter);
    case Quantity::irradiatedCd8Density:
      return dense(T::cd8Effector, kHere);
    case Quantity::irradiatedExhaustedDensity:
      return dense(T::cd8Exhausted, kHere);
    case Quantity::irradiatedTregDensity:
      return dense(T::treg, kHere);
    case Quantity::irradiatedMdscDensity:
      return dense(T::mdsc, kHere);
    case Quantity::irradiatedNkDensity:
      return dense(T::nk, kHere);
    case Quantity::irradiatedDendriticDensity:
      return dense(T::dendritic, kHere);
    case Quantity::distantCd8Density:
      return dense(T::cd8Effector, kThere);
    case Quantity::distantTregDensity:
      return dense(T::treg, kThere);
    case Quantity::distantMdscDensity:
      return dense(T::mdsc, kThere);
    case Quantity::distantNkDensity:
      return dense(T::nk, kThere);
    case Quantity::irradiatedM1ToM2:
      return ratioAt(y, T::m1Macrophage, T::m2Macrophage, kHere);
    case Quantity::distantM1ToM2:
      return ratioAt(y, T::m1Macrophage, T::m2Macrophage, kThere);
    case Quantity::irradiatedCd8ToTreg:
      return ratioAt(y, T::cd8Effector, T::treg, kHere);
    case Quantity::distantCd8ToTreg:
      return ratioAt(y, T::cd8Effector, T::treg, kThere);
    case Quantity::irradiatedTregShare:
      return tregShareAt(y, kHere);
    case Quantity::distantTregShare:
      return tregShareAt(y, kThere);
    case Quantity::irradiatedExhaustedShare:
      return exhaustedShareAt(y, kHere);
    case Quantity::distantExhaustedShare:
      return exhaustedShareAt(y, kThere);
    case Quantity::irradiatedMhc1:
      return y[T::mhc1][0];
    case Quantity::irradiatedPdl1:
      return y[T::pdl1][0];
    case Quantity::irradiatedHoming:
      return y[T::homing][0];
    case Quantity::irradiatedInterferon:
      return y[T::interferon1][0];
    case Quantity::irradiatedPeakInterferon:
      return largest([&](double at) { return signal(course, T::interferon1, at); }, 0, day, 0.1);
    case Quantity::irradiatedTgfBeta:
      return y[T::tgfBeta][0];
    case Quantity::irradiatedCcl2:
      return y[T::ccl2][0];
    case Quantity::irradiatedAntigen:
      return y[T::antigen][0];
    case Quantity::irradiatedVessels:
      return y[T::vessels][0];
    case Quantity::irradiatedHypoxia:
      return y[T::hypoxia][0];
    case Quantity::distantMhc1:
      return y[T::mhc1][1];
    case Quantity::distantPdl1:
      return y[T::pdl1][1];
    case Quantity::distantHoming:
      return y[T::homing][1];
    case Quantity::distantTgfBeta:
      return y[T::tgfBeta][1];
    case Quantity::nodeDendritic:
      return y[SystemState::nodeDendritic];
    case Quantity::bloodEffectors:
      return y[SystemState::bloodEffector];
    case Quantity::memory:
      return y[SystemState::memory];
    case Quantity::lymphocytes:
      return y[SystemState::lymphocytes];
    case Quantity::lowestLymphocytes:
      return lowestLymphocytes(course, day);
    case Quantity::count:
      break;
  }
  return std::nan("");
}

double contrast(Quantity quantity, double value, double against) {
  return isChange(quantity) ? value - against : value / against;
}

bool pointsTo(Direction direction, Quantity quantity, double contrast) {
  const bool change = isChange(quantity);
  switch (direction) {
    case Direction::higher:
      return change ? contrast >= 5 : contrast >= 1.05;
    case Direction::lower:
      return change ? contrast <= -5 : contrast <= 0.95;
    case Direction::similar:
      return change ? std::abs(contrast) <= 10 : contrast >= 0.75 && contrast <= 1.33;
    case Direction::unstated:
    case Direction::count:
      break;
  }
  return false;
}

}  // namespace abscope
