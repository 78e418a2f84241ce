#include "model/dose.h"

namespace abscope {

double lqlEffect(double doseGy, double alphaPerGy, double betaPerGy2, double transitionGy) {
  if (doseGy <= transitionGy) return doseGy * (alphaPerGy + betaPerGy2 * doseGy);
  const double slopePerGy = alphaPerGy + 2 * betaPerGy2 * transitionGy;
  return transitionGy * (alphaPerGy + betaPerGy2 * transitionGy) +
         slopePerGy * (doseGy - transitionGy);
}

double bedGy(double doseGy, double fractions, double alphaBetaGy) {
  return fractions * doseGy * (1 + doseGy / alphaBetaGy);
}

double eqd2Gy(double doseGy, double fractions, double alphaBetaGy) {
  return bedGy(doseGy, fractions, alphaBetaGy) / (1 + 2 / alphaBetaGy);
}

}  // namespace abscope
