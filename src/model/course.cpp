#include "model/course.h"

#include <algorithm>
#include <cmath>

namespace abscope {

std::size_t Course::intervalAt(double day) const {
  const auto after =
      std::upper_bound(nodes_.begin(), nodes_.end(), day,
                       [](double value, const CourseNode& node) { return value < node.day; });
  if (after == nodes_.begin()) return 0;
  return static_cast<std::size_t>(after - nodes_.begin()) - 1;
}

std::size_t Course::intervalBefore(double day) const {
  const auto first =
      std::lower_bound(nodes_.begin(), nodes_.end(), day,
                       [](const CourseNode& node, double value) { return node.day < value; });
  if (first == nodes_.begin()) return 0;
  return static_cast<std::size_t>(first - nodes_.begin()) - 1;
}

// The interval's own two nodes, one on each side of them, and never one beyond
// an event: what happens there bends every curve. At either end of a phase the
// four nodes lie to one side.
Course::Stencil Course::stencil(std::size_t interval, double day) const {
  const auto phase = static_cast<std::size_t>(nodes_[interval].phase);
  const std::size_t begin = phases_[phase].firstNode;
  const std::size_t end = phase + 1 < phases_.size() ? phases_[phase + 1].firstNode : nodes_.size();
  const std::size_t count = std::min(kMostHermitePoints, end - begin);
  const std::size_t left = interval > begin ? interval - 1 : begin;
  Stencil result;
  result.first = std::min(left, end - count);
  std::array<double, kMostHermitePoints> days{};
  for (std::size_t i = 0; i < count; ++i) days[i] = nodes_[result.first + i].day;
  result.weights = hermiteWeights(days, count, day);
  return result;
}

Pair Course::pairAt(const Stencil& s, TumourState which) const {
  Pair total{};
  for (std::size_t j = 0; j < s.weights.count; ++j) {
    const CourseNode& node = nodes_[s.first + j];
    total += s.weights.value[j] * node.state[which] + s.weights.slope[j] * node.slope[which];
  }
  return total;
}

namespace {

template <std::size_t kCount>
void interpolate(const CourseNode* nodes, const HermiteWeights& weights, State& result) {
  ABSCOPE_UNROLL
  for (std::size_t i = 0; i < kStatePairs; ++i) {
    Pair total{};
    for (std::size_t j = 0; j < kCount; ++j) {
      total +=
          weights.value[j] * nodes[j].state.pairs[i] + weights.slope[j] * nodes[j].slope.pairs[i];
    }
    result.pairs[i] = total;
  }
}

}  // namespace

State Course::stateAt(const Stencil& s) const {
  State state{State::Uncleared{}};
  const CourseNode* nodes = &nodes_[s.first];
  if (s.weights.count == 4) {
    interpolate<4>(nodes, s.weights, state);
  } else if (s.weights.count == 3) {
    interpolate<3>(nodes, s.weights, state);
  } else {
    interpolate<2>(nodes, s.weights, state);
  }
  return state;
}

State Course::at(double day) const {
  if (day >= days_ || nodes_.empty()) return end_;
  const double inside = std::max(0.0, day);
  return stateAt(stencil(intervalAt(inside), inside));
}

State Course::before(double day) const {
  if (nodes_.empty()) return end_;
  if (day <= 0) return model_.start();  // an item on day 0 has already changed the first node
  const double inside = std::min(day, days_);
  return stateAt(stencil(intervalBefore(inside), inside));
}

HookLevels Course::levelsIn(std::size_t phase, double day) const {
  HookLevels levels{};
  const double* atStart = levels_.data() + phase * carried_.size();
  for (std::size_t i = 0; i < carried_.size(); ++i) {
    if (atStart[i] <= 0) continue;
    const CarriedDrug& drug = carried_[i];
    levels[drug.hook] +=
        drug.potency * atStart[i] * std::exp(-drug.lossPerDay * (day - phases_[phase].startDay));
  }
  return levels;
}

HookLevels Course::drugLevelsAt(double day) const {
  if (day >= days_ || nodes_.empty()) return levelsIn(phases_.size() - 1, days_);
  const double inside = std::max(0.0, day);
  return levelsIn(static_cast<std::size_t>(nodes_[intervalAt(inside)].phase), inside);
}

Fluxes Course::ratesAt(double day) const {
  Fluxes fluxes;
  State slope;
  model_.rates(at(day), occupancy(drugLevelsAt(day)), fluxes, slope);
  return fluxes;
}

const Fluxes& Course::ratesAtNode(std::size_t index, NodeRates& rates) const {
  const std::size_t place = index % rates.nodes_.size();
  if (rates.nodes_[place] != index) {
    const CourseNode& node = nodes_[index];
    State slope;
    model_.rates(node.state, occupancy(levelsIn(static_cast<std::size_t>(node.phase), node.day)),
                 rates.rates_[place], slope);
    rates.nodes_[place] = index;
  }
  return rates.rates_[place];
}

// The amounts are interpolated as the states are, with the rates as their
// slopes, so that at every moment the states are exactly what the amounts have
// moved.
Fluxes Course::integralsIn(const Stencil& s, NodeRates& rates) const {
  Fluxes total;
  for (std::size_t j = 0; j < s.weights.count; ++j) {
    if (s.weights.value[j] == 0 && s.weights.slope[j] == 0) continue;
    const Fluxes& amounts = integrals_[s.first + j];
    const Fluxes& fluxes = ratesAtNode(s.first + j, rates);
    for (std::size_t i = 0; i < total.pairs.size(); ++i) {
      total.pairs[i] +=
          s.weights.value[j] * amounts.pairs[i] + s.weights.slope[j] * fluxes.pairs[i];
    }
  }
  return total;
}

Fluxes Course::integralsAt(double day, NodeRates& rates) const {
  if (day >= days_ || nodes_.empty()) return endIntegrals_;
  const double inside = std::max(0.0, day);
  return integralsIn(stencil(intervalAt(inside), inside), rates);
}

Fluxes Course::integralsBefore(double day, NodeRates& rates) const {
  if (day <= 0 || nodes_.empty()) return {};
  const double inside = std::min(day, days_);
  return integralsIn(stencil(intervalBefore(inside), inside), rates);
}

Fluxes Course::integralsAt(double day) const {
  NodeRates rates;
  return integralsAt(day, rates);
}

Fluxes Course::integralsBefore(double day) const {
  NodeRates rates;
  return integralsBefore(day, rates);
}

}  // namespace abscope
