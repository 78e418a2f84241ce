#include "app/balance.h"

#include <algorithm>
#include <cmath>

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

BalanceAgainst balanceAgainst(const Course& course, const Course& other, double day, Site site) {
  constexpr double kLeast = 1e-9;  // keeps the logarithm of nothing from being infinite
  const int lane = static_cast<int>(site);
  const double at = std::min(day, std::min(course.days(), other.days()));
  const auto killPerDay = [&](const Course& c) {
    const double viable = c.at(at)[TumourState::viable][lane];
    return (c.ratesAt(at)[TumourFlux::cd8Kill][lane] + kLeast) / (viable + kLeast);
  };
  const Balance own = balanceOf(course, at, site), theirs = balanceOf(other, at, site);
  BalanceAgainst result;
  result.log = std::log(killPerDay(course) / killPerDay(other));
  double rest = result.log;
  for (std::size_t i = 0; i < own.factors.size(); ++i) {
    BalanceAgainst::Term& term = result.terms[i];
    term.key = own.factors[i].key;
    term.log = std::log((own.factors[i].value + kLeast) / (theirs.factors[i].value + kLeast));
    rest -= term.log;
  }
  result.terms.back() = {"balance.number", rest};
  return result;
}

}  // namespace abscope
