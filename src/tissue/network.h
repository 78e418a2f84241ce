#pragma once
// The part of the course's flux table that shows as cells: compartments that hold discs, joined by
// arcs, one for each flux that brings cells into a compartment or takes them out of it.
#include <array>

#include "model/fluxes.h"
#include "tissue/cell_kind.h"
#include "tissue/scales.h"
#include "tissue/story.h"

namespace abscope {

// A state of the course that is drawn as discs.
struct Compartment {
  Pool pool;
  CellKind kind;
  Panel panel;  // effectors in the blood: node
  int site;     // lane of a tumour's state; 0 for states of the system
  int family;   // compartments that exchange cells share a family, and so a scale
};

inline constexpr int kTumourCompartments = 12;  // per tumour
inline constexpr int kSystemCompartments = 5;
inline constexpr int kCompartmentCount = 2 * kTumourCompartments + kSystemCompartments;
inline constexpr int kOutside = kCompartmentCount;
inline constexpr int kFamilyCount = 14;

// Kinds that share a scale: those that change into each other, so that one disc becomes one disc.
// Primed T cells and effectors in the blood have one of their own: they are many times the number
// that reach a tumour.
inline constexpr int kScaleGroupCount = 8;
constexpr int scaleGroup(CellKind kind) {
  switch (kind) {
    case CellKind::tumour:
    case CellKind::resistantTumour:
    case CellKind::dying:
      return 0;
    case CellKind::cd8Effector:
    case CellKind::cd8Exhausted:
    case CellKind::cd8Resident:
      return 1;
    case CellKind::primed:
    case CellKind::bloodEffector:
      return 2;
    case CellKind::m1Macrophage:
    case CellKind::m2Macrophage:
      return 3;
    case CellKind::treg:
      return 4;
    case CellKind::mdsc:
      return 5;
    case CellKind::nk:
      return 6;
    default:
      return 7;
  }
}

namespace detail {
struct PoolKind {
  Pool pool;
  CellKind kind;
};
inline constexpr std::array<PoolKind, kTumourCompartments> kTumourPools = {{
    {Pool::viable, CellKind::tumour},
    {Pool::dying, CellKind::dying},
    {Pool::m1Macrophage, CellKind::m1Macrophage},
    {Pool::m2Macrophage, CellKind::m2Macrophage},
    {Pool::treg, CellKind::treg},
    {Pool::mdsc, CellKind::mdsc},
    {Pool::nk, CellKind::nk},
    {Pool::dendritic, CellKind::dendritic},
    {Pool::cd8Effector, CellKind::cd8Effector},
    {Pool::cd8Exhausted, CellKind::cd8Exhausted},
    {Pool::cd8Resident, CellKind::cd8Resident},
    {Pool::resistant, CellKind::resistantTumour},
}};
inline constexpr std::array<PoolKind, kSystemCompartments> kSystemPools = {{
    {Pool::nodeDendritic, CellKind::dendritic},
    {Pool::priming1, CellKind::primed},
    {Pool::priming2, CellKind::primed},
    {Pool::priming3, CellKind::primed},
    {Pool::bloodEffector, CellKind::bloodEffector},
}};
}  // namespace detail

// The compartment that shows this state in this tumour, or kOutside.
constexpr int compartmentOf(Pool pool, int site) {
  for (int i = 0; i < kTumourCompartments; ++i) {
    if (detail::kTumourPools[static_cast<std::size_t>(i)].pool == pool) return 2 * i + site;
  }
  for (int i = 0; i < kSystemCompartments; ++i) {
    if (detail::kSystemPools[static_cast<std::size_t>(i)].pool == pool) {
      return 2 * kTumourCompartments + i;
    }
  }
  return kOutside;
}

// A flux between compartments of different scales is two arcs: one that ends discs, one that
// brings.
struct Arc {
  int from, to;  // compartments or kOutside
  FluxRef flux;
};

namespace detail {
constexpr CellKind kindOf(int compartment) {
  return compartment < 2 * kTumourCompartments
             ? kTumourPools[static_cast<std::size_t>(compartment / 2)].kind
             : kSystemPools[static_cast<std::size_t>(compartment - 2 * kTumourCompartments)].kind;
}
template <typename Visit>
constexpr void visitArc(int from, int to, FluxRef flux, Visit visit) {
  if (from == to) return;
  if (from != kOutside && to != kOutside && scaleGroup(kindOf(from)) != scaleGroup(kindOf(to))) {
    visit(Arc{kOutside, to, flux});
    visit(Arc{from, kOutside, flux});
  } else {
    visit(Arc{from, to, flux});
  }
}
template <typename Visit>
constexpr void visitArcs(Visit visit) {
  for (int site = 0; site < 2; ++site) {
    for (int f = 0; f < kTumourFluxCount; ++f) {
      const FluxInfo& info = kTumourFluxInfo[static_cast<std::size_t>(f)];
      const int from = compartmentOf(info.from, site), to = compartmentOf(info.to, site);
      visitArc(from, to, fluxRef(static_cast<TumourFlux>(f), static_cast<Site>(site)), visit);
    }
  }
  for (int f = 0; f < kSystemFluxCount; ++f) {
    const FluxInfo& info = kSystemFluxInfo[static_cast<std::size_t>(f)];
    const int from = compartmentOf(info.from, 0), to = compartmentOf(info.to, 0);
    visitArc(from, to, fluxRef(static_cast<SystemFlux>(f)), visit);
  }
}
constexpr int countArcs() {
  int count = 0;
  visitArcs([&count](const Arc&) { ++count; });
  return count;
}
}  // namespace detail

inline constexpr int kArcCount = detail::countArcs();
static_assert(kArcCount <= 256, "an event's arc is kept in 8 bits");

struct Network {
  std::array<Compartment, kCompartmentCount> compartments{};
  std::array<Arc, static_cast<std::size_t>(kArcCount)> arcs{};
};

namespace detail {
constexpr Network buildNetwork() {
  Network network;
  for (int i = 0; i < kTumourCompartments; ++i) {
    for (int site = 0; site < 2; ++site) {
      const PoolKind& entry = kTumourPools[static_cast<std::size_t>(i)];
      network.compartments[static_cast<std::size_t>(2 * i + site)] = {
          entry.pool, entry.kind, site == 0 ? Panel::irradiated : Panel::distant, site, -1};
    }
  }
  for (int i = 0; i < kSystemCompartments; ++i) {
    const PoolKind& entry = kSystemPools[static_cast<std::size_t>(i)];
    network.compartments[static_cast<std::size_t>(2 * kTumourCompartments + i)] = {
        entry.pool, entry.kind, Panel::node, 0, -1};
  }
  std::size_t next = 0;
  visitArcs([&network, &next](const Arc& arc) { network.arcs[next++] = arc; });
  // Families: spread the lowest number along the arcs until nothing changes.
  for (int i = 0; i < kCompartmentCount; ++i)
    network.compartments[static_cast<std::size_t>(i)].family = i;
  for (bool changed = true; changed;) {
    changed = false;
    for (const Arc& arc : network.arcs) {
      if (arc.from == kOutside || arc.to == kOutside) continue;
      int& a = network.compartments[static_cast<std::size_t>(arc.from)].family;
      int& b = network.compartments[static_cast<std::size_t>(arc.to)].family;
      if (a == b) continue;
      (a < b ? b : a) = a < b ? a : b;
      changed = true;
    }
  }
  // Numbered from 0 in order of appearance.
  int families = 0;
  for (int i = 0; i < kCompartmentCount; ++i) {
    int& family = network.compartments[static_cast<std::size_t>(i)].family;
    if (family == i) {
      family = families++;
    } else {
      family = network.compartments[static_cast<std::size_t>(family)].family;
    }
  }
  return network;
}
}  // namespace detail

inline constexpr Network kNetwork = detail::buildNetwork();

// What compartments hold and arcs move, in discs.
using CompartmentDiscs = std::array<double, kCompartmentCount>;
using ArcDiscs = std::array<double, static_cast<std::size_t>(kArcCount)>;

CompartmentDiscs discsOf(const State& state, const TissueScales& scales);
ArcDiscs discsOf(const Fluxes& integrals, const TissueScales& scales);

}  // namespace abscope
