#include "app/balance.h"

#include "model/model.h"

namespace abscope {

Balance balanceOf(const Course& course, double day, Site site) {
  const int lane = static_cast<int>(site);
  const KillFactors k =
      course.model().killFactors(course.at(day), occupancy(course.drugLevelsAt(day)));
  Balance balance;
  balance.factors = {{{"balance.checkpoint", k.checkpoint[lane]},
                      {"balance.treg", k.treg[lane]},
                      {"balance.mdsc", k.mdsc[lane]},
                      {"balance.tgfBeta", k.tgfBeta[lane]},
                      {"balance.adenosine", k.adenosine[lane]},
                      {"balance.m2", k.m2[lane]},
                      {"balance.genotype", k.genotype[lane]},
                      {"balance.antigenPresentation", k.antigenPresentation[lane]},
                      {"balance.interferonGamma", k.interferonGamma[lane]}}};
  for (const Balance::Factor& factor : balance.factors) balance.product *= factor.value;
  return balance;
}

}  // namespace abscope
