#include "tissue/network.h"

namespace abscope {

namespace {

double millionsPerDisc(const Compartment& compartment, const TissueScales& scales) {
  return scales.millionsPerDisc[static_cast<std::size_t>(compartment.kind)];
}

}  // namespace

CompartmentDiscs discsOf(const State& state, const TissueScales& scales) {
  CompartmentDiscs discs;
  for (std::size_t i = 0; i < discs.size(); ++i) {
    const Compartment& c = kNetwork.compartments[i];
    const double amount =
        isTumour(c.pool) ? state[tumourState(c.pool)][c.site] : state[systemState(c.pool)];
    discs[i] = amount > 0 ? amount / millionsPerDisc(c, scales) : 0;
  }
  return discs;
}

ArcDiscs discsOf(const Fluxes& integrals, const TissueScales& scales) {
  ArcDiscs discs;
  for (std::size_t i = 0; i < discs.size(); ++i) {
    const Arc& arc = kNetwork.arcs[i];
    const double amount =
        arc.flux.scope == FluxRef::Scope::tumour
            ? integrals[static_cast<TumourFlux>(arc.flux.index)][static_cast<int>(arc.flux.site)]
            : integrals[static_cast<SystemFlux>(arc.flux.index)];
    const int end = arc.from == kOutside ? arc.to : arc.from;
    discs[i] =
        amount / millionsPerDisc(kNetwork.compartments[static_cast<std::size_t>(end)], scales);
  }
  return discs;
}

const FluxInfo* fluxInfo(FluxRef flux) {
  switch (flux.scope) {
    case FluxRef::Scope::tumour:
      return &kTumourFluxInfo[flux.index];
    case FluxRef::Scope::system:
      return &kSystemFluxInfo[flux.index];
    case FluxRef::Scope::none:
      break;
  }
  return nullptr;
}

}  // namespace abscope
