#include "tissue/scales.h"

#include <algorithm>
#include <cmath>

#include "tissue/network.h"

namespace abscope {

namespace {

constexpr std::size_t at(int i) { return static_cast<std::size_t>(i); }

// The share of all discs that each scale group may have.
constexpr std::array<double, kScaleGroupCount> kShares = {0.54, 0.12, 0.08, 0.07,
                                                          0.05, 0.05, 0.04, 0.04};
// An immune disc is never finer than this part of a tumour disc, or a trace would look like a
// crowd.
constexpr double kFinest = 1.0 / 500;
// Discs that may come over the whole course, as a multiple of those on screen at once: what keeps
// long courses with a quick turnover buildable in a frame.
constexpr double kTurnover = 5;

// 1, 2 or 5 times a power of ten, at least x. By repeated multiplication, so that it is the same
// number on every target.
double roundedUp(double x) {
  double power = 1e-6;  // one cell
  for (;;) {
    for (const double step : {1.0, 2.0, 5.0}) {
      if (power * step >= x * (1 - 1e-9) || power > 1e12) return power * step;
    }
    power *= 10;
  }
}

using GroupAmounts = std::array<double, kScaleGroupCount>;

// Largest and total amounts over a course, in millions of cells.
struct Amounts {
  GroupAmounts most{}, arrived{};
  double mostTumour = 0;  // in one tumour
  double mostNodeT = 0, mostNodeDendritic = 0;
};

void addMoment(const State& state, Amounts& amounts) {
  GroupAmounts now{};
  double tumour[2] = {}, nodeT = 0, nodeDendritic = 0;
  for (const Compartment& c : kNetwork.compartments) {
    const double amount =
        isTumour(c.pool) ? state[tumourState(c.pool)][c.site] : state[systemState(c.pool)];
    now[at(scaleGroup(c.kind))] += amount;
    if (isTumourCell(c.kind)) tumour[c.site] += amount;
    if (c.kind == CellKind::primed) nodeT += amount;
    if (c.kind == CellKind::dendritic && c.panel == Panel::node) nodeDendritic += amount;
  }
  for (std::size_t g = 0; g < now.size(); ++g) amounts.most[g] = std::max(amounts.most[g], now[g]);
  amounts.mostTumour = std::max({amounts.mostTumour, tumour[0], tumour[1]});
  amounts.mostNodeT = std::max(amounts.mostNodeT, nodeT);
  amounts.mostNodeDendritic = std::max(amounts.mostNodeDendritic, nodeDendritic);
}

Amounts amountsOf(std::span<const Course* const> courses) {
  Amounts amounts;
  for (const Course* course : courses) {
    constexpr int kSamples = 160;
    for (int i = 0; i <= kSamples; ++i) {
      addMoment(course->at(course->days() * i / kSamples), amounts);
    }
    for (const Event& event : course->events()) {
      if (event.kind != EventKind::fraction) continue;
      addMoment(course->before(event.day), amounts);
      addMoment(course->at(event.day), amounts);
    }
    const Fluxes total = course->integralsAt(course->days());
    GroupAmounts arrived{};
    for (const Arc& arc : kNetwork.arcs) {
      if (arc.from != kOutside) continue;
      const double amount =
          arc.flux.scope == FluxRef::Scope::tumour
              ? total[static_cast<TumourFlux>(arc.flux.index)][static_cast<int>(arc.flux.site)]
              : total[static_cast<SystemFlux>(arc.flux.index)];
      arrived[at(scaleGroup(kNetwork.compartments[at(arc.to)].kind))] += amount;
    }
    for (std::size_t g = 0; g < arrived.size(); ++g) {
      amounts.arrived[g] = std::max(amounts.arrived[g], arrived[g]);
    }
  }
  return amounts;
}

}  // namespace

TissueScales scalesFor(std::span<const Course* const> courses, int maxCells) {
  const Amounts amounts = amountsOf(courses);
  // Half a disc of rounding for each compartment.
  const double room = std::max(20.0, maxCells - 0.5 * kCompartmentCount);
  GroupAmounts scale{};
  for (std::size_t g = 0; g < kScaleGroupCount; ++g) {
    const double discs = kShares[g] * room;
    double least = std::max(amounts.most[g] / discs, amounts.arrived[g] / (discs * kTurnover));
    if (g > 0) least = std::max(least, scale[0] * kFinest);
    scale[g] = roundedUp(least);
  }
  // Rounding up leaves room: the tumours may have it.
  for (;;) {
    const double finer = roundedUp(scale[0] * 0.35);
    double total = amounts.most[0] / finer;
    for (std::size_t g = 1; g < scale.size(); ++g) total += amounts.most[g] / scale[g];
    if (finer >= scale[0] || total > room ||
        amounts.arrived[0] / finer > kTurnover * kShares[0] * room) {
      break;
    }
    scale[0] = finer;
  }
  TissueScales scales;
  for (int k = 0; k < kCellKindCount; ++k) {
    scales.millionsPerDisc[at(k)] = scale[at(scaleGroup(static_cast<CellKind>(k)))];
  }
  scales.largestTumour = static_cast<int>(std::ceil(amounts.mostTumour / scale[0])) + 1;
  scales.largestNode =
      static_cast<int>(
          std::ceil(amounts.mostNodeT / scale[at(scaleGroup(CellKind::primed))] +
                    amounts.mostNodeDendritic / scale[at(scaleGroup(CellKind::dendritic))])) +
      4;
  return scales;
}

}  // namespace abscope
