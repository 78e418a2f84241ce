#include "model/dose.h"

#include "model/fraction_laws.h"

namespace abscope {

double lqlEffect(double doseGy, double alphaPerGy, double betaPerGy2, double transitionGy) {
  return lqlLaw(doseGy, alphaPerGy, betaPerGy2, transitionGy);
}

double bedGy(double doseGy, double fractions, double alphaBetaGy) {
  return fractions * doseGy * (1 + doseGy / alphaBetaGy);
}

double eqd2Gy(double doseGy, double fractions, double alphaBetaGy) {
  return bedGy(doseGy, fractions, alphaBetaGy) / (1 + 2 / alphaBetaGy);
}

}  // namespace abscope
