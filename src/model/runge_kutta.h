#pragma once
// The linear algebra of one step: rows of the tableau times the slopes of its
// stages.
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "model/states.h"
#include "model/verner65.h"

namespace abscope {

// The slopes at the ends of a step are those of the course's nodes there; the
// others are here.
class StageSlopes {
 public:
  void setEnds(const State& start, const State& end) {
    start_ = &start;
    end_ = &end;
  }
  State& inside(std::size_t stage) { return inside_[stage - 1]; }

  template <std::size_t kStage>
  Pair at(std::size_t i) const {
    if constexpr (kStage == 0) return start_->pairs[i];
    if constexpr (kStage == verner65::kStages) return end_->pairs[i];
    // All stages as one row of pairs, so that their addresses differ by
    // constants.
    return inside_[0].pairs.data()[(kStage - 1) * kStatePairs + i];
  }

 private:
  const State* start_ = nullptr;
  const State* end_ = nullptr;
  std::array<State, verner65::kStages - 1> inside_;
};

namespace detail {

// total + weight * slope over the columns whose weight is not zero.
template <std::size_t kRow, std::size_t... kColumns>
ABSCOPE_INLINE Pair addRow(Pair total, const double* weights, const StageSlopes& k, std::size_t i,
                           std::index_sequence<kColumns...>) {
  ((verner65::kWeights[kRow][kColumns] != 0 ? void(total += weights[kColumns] * k.at<kColumns>(i))
                                            : void()),
   ...);
  return total;
}

}  // namespace detail

// y + h * (one row of the tableau times the slopes so far).
template <std::size_t kRow>
void combineStages(const State& y, const StageSlopes& k, double h, State& result) {
  constexpr std::make_index_sequence<kRow> kColumns;
  double weights[kRow];
  for (std::size_t j = 0; j < kRow; ++j) weights[j] = h * verner65::kWeights[kRow][j];
  ABSCOPE_UNROLL
  for (std::size_t i = 0; i < kStatePairs; ++i) {
    result.pairs[i] = detail::addRow<kRow>(y.pairs[i], weights, k, i, kColumns);
  }
}

// The error of a step to y, 1 = as large as allowed (root mean square over the
// states).
inline double stepError(const State& y, const StageSlopes& k, double h, double absoluteTolerance,
                        double relativeTolerance) {
  constexpr std::size_t kRow = verner65::kErrorRow;
  constexpr std::make_index_sequence<verner65::kAllStages> kColumns;
  const double absolute2 = absoluteTolerance * absoluteTolerance;
  const double relative2 = relativeTolerance * relativeTolerance;
  Pair total{};
  ABSCOPE_UNROLL
  for (std::size_t i = 0; i < kStatePairs; ++i) {
    const Pair error = detail::addRow<kRow>(Pair{}, verner65::kWeights[kRow], k, i, kColumns);
    total += square(error) / (absolute2 + relative2 * square(y.pairs[i]));
  }
  return h * std::sqrt(sum(total) / kStateSize);
}

}  // namespace abscope
