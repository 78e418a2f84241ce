#include "tissue/haze.h"

#include <algorithm>
#include <cmath>

#include "tissue/motion.h"

namespace abscope {

namespace {

constexpr float kSpread = 2.6F;  // radii of a tumour cell: how far a source is felt

bool isKiller(CellKind kind) {
  return kind == CellKind::cd8Effector || kind == CellKind::cd8Resident;
}

}  // namespace

double signalAmount(const Course& course, Signal signal, Site site, double day) {
  const double at = std::clamp(day, 0.0, course.days());
  const int lane = static_cast<int>(site);
  const State state = course.at(at);
  switch (signal) {
    case Signal::tgfBeta:
      return state[TumourState::tgfBeta][lane];
    case Signal::interferon1:
      return state[TumourState::interferon1][lane];
    case Signal::interferonGamma:
      return course.model().interferonGamma(state, occupancy(course.drugLevelsAt(at)))[lane];
    case Signal::ccl2:
      return state[TumourState::ccl2][lane];
    case Signal::cxcl16:
      return state[TumourState::homing][lane];
    case Signal::hypoxia:
      return state[TumourState::hypoxia][lane];
    case Signal::pdl1:
      return state[TumourState::pdl1][lane];
    default:
      return 0;
  }
}

// Parts of the signal that come from each kind of place; any scale.
struct HazeField::Sources {
  double tumour = 0, dying = 0, hypoxic = 0;  // tumour cells: all, doomed, away from vessels
  double killers = 0, treg = 0, m1 = 0, m2 = 0;
  double stroma = 0, vessels = 0;
  double besideKillers = 0;              // tumour cells that CD8 cells are near to
  double eachTumour = 0, eachDying = 0;  // of one cell, however many there are
  // What the parts come to for one cell of the kind; set once the cells are counted.
  std::array<float, kCellKindCount> perCell{};
  float perHypoxia = 0;
};

HazeField::Sources HazeField::sourcesOf(const Course& course, Signal signal, Site site,
                                        double day) {
  const int lane = static_cast<int>(site);
  const Fluxes rates = course.ratesAt(std::clamp(day, 0.0, course.days()));
  const auto rate = [&](TumourFlux flux) { return std::max(0.0, rates[flux][lane]); };
  using F = TumourFlux;
  Sources s;
  switch (signal) {
    case Signal::tgfBeta:
      s.stroma = rate(F::tgfBetaBasal) + rate(F::tgfBetaByStress);
      s.treg = rate(F::tgfBetaByTreg);
      s.m2 = rate(F::tgfBetaByM2);
      break;
    case Signal::interferon1:
      s.eachDying = 3;  // cells that the fraction hit: their DNA is what is sensed
      s.eachTumour = 1;
      break;
    case Signal::interferonGamma:
      s.killers = 1;
      break;
    case Signal::ccl2:
      s.stroma = 0.6 * (rate(F::ccl2Basal) + rate(F::ccl2ByStress));
      s.tumour = 0.4 * (rate(F::ccl2Basal) + rate(F::ccl2ByStress));
      s.dying = rate(F::ccl2ByInterferon);
      break;
    case Signal::cxcl16:
      s.vessels =
          rate(F::homingByLowDose) + rate(F::homingByInterferon) + rate(F::homingByInterferonGamma);
      s.m1 = rate(F::homingByM1);
      s.tumour = rate(F::homingByStress);
      break;
    case Signal::hypoxia:
      s.hypoxic = 1;
      break;
    case Signal::pdl1:
      s.tumour = rate(F::pdl1Basal) + rate(F::pdl1ByInterferon) + rate(F::pdl1ByPtenLoss);
      s.hypoxic = rate(F::pdl1ByHypoxia);
      s.besideKillers = rate(F::pdl1ByInterferonGamma);
      break;
    default:
      break;
  }
  return s;
}

float HazeField::weightOf(const Sources& sources, const CellInstance& cell) {
  float weight = sources.perCell[static_cast<std::size_t>(cell.kind)];
  if (cell.kind == CellKind::dying) weight *= 1.2F - cell.phase;
  if (isTumourCell(cell.kind)) weight += sources.perHypoxia * (1 - cell.oxygen);
  return weight * cell.presence;
}

float HazeField::between(const Grid& grid, float x, float y) const {
  const float scale = static_cast<float>(kSide - 1) / (2 * half_);
  const float across = std::clamp((x + half_) * scale, 0.0F, static_cast<float>(kSide) - 1.001F);
  const float down = std::clamp((y + half_) * scale, 0.0F, static_cast<float>(kSide) - 1.001F);
  const auto column = static_cast<std::size_t>(across), row = static_cast<std::size_t>(down);
  const float u = across - static_cast<float>(column), v = down - static_cast<float>(row);
  const float* const node = &grid[row * kSide + column];
  return (1 - v) * ((1 - u) * node[0] + u * node[1]) +
         v * ((1 - u) * node[kSide] + u * node[kSide + 1]);
}

float HazeField::at(float x, float y) const { return between(value_, x, y); }

void HazeField::splat(Grid& grid, float x, float y, float weight) const {
  const float scale = static_cast<float>(kSide - 1) / (2 * half_);
  const float across = (x + half_) * scale, down = (y + half_) * scale;
  constexpr float kLast = static_cast<float>(kSide) - 1.001F;
  if (across < 0 || down < 0 || across > kLast || down > kLast) return;
  const auto column = static_cast<std::size_t>(across), row = static_cast<std::size_t>(down);
  const float u = across - static_cast<float>(column), v = down - static_cast<float>(row);
  float* const node = &grid[row * kSide + column];
  node[0] += (1 - u) * (1 - v) * weight;
  node[1] += u * (1 - v) * weight;
  node[kSide] += (1 - u) * v * weight;
  node[kSide + 1] += u * v * weight;
}

// By neighbours' means, so often that a source is felt over about kSpread.
void HazeField::blur(Grid& grid) {
  constexpr std::size_t side = kSide;
  const float step = 2 * half_ / (kSide - 1);
  const int rounds =
      std::clamp(static_cast<int>(2 * kSpread * kSpread / (step * step) + 0.5F), 1, 8);
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t row = 0; row < side; ++row) {
      const float* const from = &grid[row * side];
      float* const to = &scratch_[row * side];
      to[0] = 0.5F * (from[0] + from[1]);
      to[side - 1] = 0.5F * (from[side - 1] + from[side - 2]);
      for (std::size_t i = 1; i + 1 < side; ++i) {
        to[i] = 0.25F * (from[i - 1] + 2 * from[i] + from[i + 1]);
      }
    }
    for (std::size_t row = 0; row < side; ++row) {
      const float* const own = &scratch_[row * side];
      const float* const above = row > 0 ? own - side : own;
      const float* const below = row + 1 < side ? own + side : own;
      float* const to = &grid[row * side];
      for (std::size_t i = 0; i < side; ++i) to[i] = 0.25F * (above[i] + 2 * own[i] + below[i]);
    }
  }
}

// Each part is shared out among the cells that it comes from.
void HazeField::addCells(std::span<const CellInstance> cells, const Sources& parts, Panel panel) {
  std::array<float, kCellKindCount> count{};
  float hypoxic = 0;
  for (const CellInstance& cell : cells) {
    if (cell.panel != panel) continue;
    count[static_cast<std::size_t>(cell.kind)] += cell.presence;
    if (isTumourCell(cell.kind)) hypoxic += cell.presence * (1 - cell.oxygen);
  }
  Sources s = parts;
  const auto share = [&](double part, std::initializer_list<CellKind> kinds) {
    float sum = 0;
    for (const CellKind kind : kinds) sum += count[static_cast<std::size_t>(kind)];
    if (sum <= 0) return;
    for (const CellKind kind : kinds) {
      s.perCell[static_cast<std::size_t>(kind)] += static_cast<float>(part) / sum;
    }
  };
  share(s.tumour, {CellKind::tumour, CellKind::resistantTumour});
  share(s.dying, {CellKind::dying});
  share(s.killers, {CellKind::cd8Effector, CellKind::cd8Resident});
  share(s.treg, {CellKind::treg});
  share(s.m1, {CellKind::m1Macrophage});
  share(s.m2, {CellKind::m2Macrophage});
  for (const CellKind kind : {CellKind::tumour, CellKind::resistantTumour}) {
    s.perCell[static_cast<std::size_t>(kind)] += static_cast<float>(s.eachTumour);
  }
  s.perCell[static_cast<std::size_t>(CellKind::dying)] += static_cast<float>(s.eachDying);
  if (hypoxic > 0) s.perHypoxia = static_cast<float>(s.hypoxic) / hypoxic;
  for (const CellInstance& cell : cells) {
    if (cell.panel != panel) continue;
    const float weight = weightOf(s, cell);
    if (weight > 0) splat(value_, cell.x, cell.y, weight);
  }
}

// The stroma about the tumour's rim, and the vessels.
void HazeField::addLines(const Tissue& tissue, const Sources& s, Panel panel, double day) {
  const auto middle = tissue.tumourMiddle(panel, day);
  if (s.stroma > 0) {
    constexpr int kAround = 96;
    constexpr std::array<float, 3> kDepths = {0.9F, 1.0F, 1.1F};
    for (int i = 0; i < kAround; ++i) {
      const float turns = static_cast<float>(i) / kAround;
      const float rim = tissue.outlineRadius(panel, 6.2831853F * turns, day);
      const Point direction = directionOfTurns(turns);
      for (const float depth : kDepths) {
        const float r = depth * rim + 0.5F;
        splat(value_, middle[0] + r * direction.x, middle[1] + r * direction.y,
              static_cast<float>(s.stroma / (kAround * kDepths.size())));
      }
    }
  }
  if (s.vessels <= 0) return;
  int points = 0;
  for (const bool counting : {true, false}) {
    for (int vessel = 1; vessel < tissue.vesselCount(panel); ++vessel) {
      tissue.vesselLine(panel, vessel, day, line_);
      if (counting) points += static_cast<int>(line_.size());
      for (std::size_t i = 0; !counting && i < line_.size(); ++i) {
        splat(value_, line_[i][0], line_[i][1],
              static_cast<float>(s.vessels) / static_cast<float>(points));
      }
    }
  }
}

// Tumour cells, each the more the more killers are near to it.
void HazeField::addNear(std::span<const CellInstance> cells, double share, Panel panel) {
  Grid killers{};
  for (const CellInstance& cell : cells) {
    if (cell.panel == panel && isKiller(cell.kind)) splat(killers, cell.x, cell.y, cell.presence);
  }
  blur(killers);
  float sum = 0;
  for (const CellInstance& cell : cells) {
    if (cell.panel == panel && isClonogenic(cell.kind)) sum += between(killers, cell.x, cell.y);
  }
  if (sum <= 0) return;
  for (const CellInstance& cell : cells) {
    if (cell.panel != panel || !isClonogenic(cell.kind)) continue;
    splat(value_, cell.x, cell.y,
          static_cast<float>(share) * between(killers, cell.x, cell.y) / sum);
  }
}

void HazeField::scaleToCells(std::span<const CellInstance> cells, Panel panel) {
  double sum = 0;
  int count = 0;
  for (const CellInstance& cell : cells) {
    if (cell.panel != panel || !isTumourCell(cell.kind)) continue;
    sum += static_cast<double>(at(cell.x, cell.y));
    ++count;
  }
  empty_ = count == 0 || sum <= 0 || amount_ <= 0;
  const double factor = empty_ ? 0 : amount_ * count / sum;
  for (float& value : value_) value = static_cast<float>(value * factor);
}

void HazeField::make(const Course& course, const Tissue& tissue,
                     std::span<const CellInstance> cells, Signal signal, Panel panel, double day) {
  const Site site = panel == Panel::distant ? Site::distant : Site::irradiated;
  value_.fill(0);
  empty_ = true;
  amount_ = signalAmount(course, signal, site, day);
  if (signal == Signal::none || amount_ <= 0) return;
  half_ = tissue.extent(panel, day).halfWidth;
  const Sources sources = sourcesOf(course, signal, site, day);
  addCells(cells, sources, panel);
  addLines(tissue, sources, panel, day);
  if (sources.besideKillers > 0) addNear(cells, sources.besideKillers, panel);
  blur(value_);
  scaleToCells(cells, panel);
}

}  // namespace abscope
