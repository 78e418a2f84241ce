#include "app/regimen.h"

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
  numbers.eqd2OwnGy = eqd2Gy(dose, fractions, numbers.ownAlphaBetaGy);
  numbers.uncertain = dose > parameters.lqlTransitionGy;
  return numbers;
}

}  // namespace abscope
