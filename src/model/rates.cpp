// The rate laws of rate_laws.h in numbers, and what becomes of them.
#include <cmath>

#include "model/assemble.h"
#include "model/model.h"
#include "model/rate_laws.h"

namespace abscope {

void Model::rates(const State& __restrict y, const HookLevels& __restrict boundShares,
                  Fluxes& __restrict fluxes, State& __restrict slope) const {
  RateLaws<InNumbers>(constants_, y, boundShares).all(fluxes);
  assembleSlope(fluxes, slope);
}

void Model::slope(const State& y, const HookLevels& boundShares, State& slope) const {
  Fluxes fluxes{Fluxes::Uncleared{}};
  rates(y, boundShares, fluxes, slope);
}

KillFactors Model::killFactors(const State& y, const HookLevels& boundShares) const {
  const RateLaws<InNumbers> laws(constants_, y, boundShares);
  const Parameters& p = constants_.p;
  // Suppression is one sum under one bar; its logarithm is shared out by each term's part of the
  // sum.
  const Pair terms[5] = {
      p.tregSuppression * laws.tregDensity,
      (p.mdscSuppression + laws.idoSuppression()) * laws.mdscDensity,
      p.tgfSuppression * laws.tgf,
      p.adenosineSuppression * laws.adenosine,
      p.m2Suppression * laws.m2Density,
  };
  Pair total{};
  for (const Pair& term : terms) total += term;
  KillFactors k;
  Pair* parts[5] = {&k.treg, &k.mdsc, &k.tgfBeta, &k.adenosine, &k.m2};
  for (int i = 0; i < 5; ++i) {
    for (int lane = 0; lane < 2; ++lane) {
      const double share = total[lane] > 0 ? terms[i][lane] / total[lane] : 0;
      (*parts[i])[lane] = std::pow(laws.suppressionFree[lane], share);
    }
  }
  k.checkpoint = laws.checkpoint;
  k.antigenPresentation = laws.mhc1(constants_.genotype);
  k.interferonGamma = laws.gammaKill(constants_.genotype);
  k.genotype = both(laws.genotypeKill(constants_.genotype));
  return k;
}

// The same product as in the law of cd8Homing, which is written out there to keep its rounding.
Pair Model::stroma(const State& y, const HookLevels& boundShares) const {
  const RateLaws<InNumbers> laws(constants_, y, boundShares);
  const Parameters& p = constants_.p;
  return (p.stromaBasal + laws.tgf) * (1.0 - p.lowDoseStroma * laws.lowDose);
}

Pair Model::interferonGamma(const State& y, const HookLevels& boundShares) const {
  return RateLaws<InNumbers>(constants_, y, boundShares).gamma;
}

}  // namespace abscope
