#include "calibration/descend.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <thread>

namespace abscope {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kEdge = 0.015;   // of its range, that a parameter keeps from the ends
constexpr double kNudge = 2e-3;   // for the slopes
constexpr double kLargest = 1.5;  // of a miss: beyond it, more does not count more

VectorXd toVector(const std::vector<double>& v) {
  return Eigen::Map<const VectorXd>(v.data(), static_cast<Eigen::Index>(v.size()));
}

// How far the values are outside the rows, signed: positive where they must fall.
VectorXd missOf(const Rows& rows, const VectorXd& values, const VectorXd& inset) {
  VectorXd miss(values.size());
  for (Eigen::Index i = 0; i < values.size(); ++i) {
    const Row& row = rows.rows()[static_cast<std::size_t>(i)];
    double low = row.low + inset[i], high = row.high - inset[i];
    if (low > high) low = high = 0.5 * (low + high);
    const double value = values[i];
    miss[i] = !std::isfinite(value) ? kLargest
              : value > high        ? value - high
              : value < low         ? value - low
                                    : 0;
    miss[i] = std::clamp(miss[i], -kLargest, kLargest) * row.weight;
  }
  return miss;
}

// d values / d unit, by columns.
MatrixXd slopesAt(const FitSpace& space, const Rows& rows, const std::vector<double>& unit,
                  const VectorXd& values, int threads) {
  MatrixXd slopes(values.size(), static_cast<Eigen::Index>(unit.size()));
  const auto work = [&](int first) {
    for (std::size_t j = static_cast<std::size_t>(first); j < unit.size();
         j += static_cast<std::size_t>(threads)) {
      std::vector<double> moved = unit;
      const double nudge = moved[j] + kNudge <= 1 ? kNudge : -kNudge;
      moved[j] += nudge;
      VectorXd change = (toVector(rows.read(space.toChanges(moved))) - values) / nudge;
      for (double& x : change) {
        if (!std::isfinite(x)) x = 0;
      }
      slopes.col(static_cast<Eigen::Index>(j)) = change;
    }
  };
  std::vector<std::thread> others;
  for (int t = 1; t < threads; ++t) others.emplace_back(work, t);
  work(0);
  for (std::thread& t : others) t.join();
  return slopes;
}

// How far `noise` of every parameter moves each row, one standard deviation.
VectorXd deviationsOf(const FitSpace& space, const MatrixXd& slopes,
                      const std::vector<double>& unit, double noise) {
  VectorXd perNoise(slopes.cols());
  const std::vector<ParameterChange> changes = space.toChanges(unit);
  for (Eigen::Index j = 0; j < slopes.cols(); ++j) {
    const auto i = static_cast<std::size_t>(j);
    const ParameterInfo& info = parameterInfo(space.id(i));
    perNoise[j] = info.low > 0 ? noise / std::log(info.high / info.low)
                               : noise * changes[i].value / (info.high - info.low);
  }
  return (slopes * perNoise.asDiagonal()).rowwise().norm();
}

// The step that the linear rows ask for: those missed now or after it are active.
VectorXd stepFor(const Rows& rows, const MatrixXd& slopes, const VectorXd& values,
                 const VectorXd& inset, const VectorXd& pullBack, double damping, double pull) {
  const Eigen::Index n = slopes.cols();
  VectorXd step = VectorXd::Zero(n);
  for (int round = 0; round < 12; ++round) {
    const VectorXd miss = missOf(rows, values + slopes * step, inset);
    MatrixXd normal = (damping + pull) * MatrixXd::Identity(n, n);
    VectorXd right = pull * pullBack;
    for (Eigen::Index i = 0; i < miss.size(); ++i) {
      if (miss[i] == 0) continue;
      const double weight = rows.rows()[static_cast<std::size_t>(i)].weight;
      const VectorXd slope = weight * slopes.row(i).transpose();
      normal.noalias() += slope * slope.transpose();
      // miss(step + d) = miss + slope d; with d from zero: miss - slope step + slope d
      right -= (miss[i] - slope.dot(step)) * slope;
    }
    VectorXd next = normal.selfadjointView<Eigen::Lower>().ldlt().solve(right);
    if ((next - step).norm() < 1e-6) return next;
    step = 0.5 * (step + next);
  }
  return step;
}

}  // namespace

Descent descend(const FitSpace& space, const Rows& rows, std::vector<double> unit,
                const DescendOptions& options, const std::function<void(const Descent&)>& told) {
  for (double& x : unit) x = std::clamp(x, kEdge, 1 - kEdge);
  const VectorXd centre = toVector(unit);
  VectorXd values = toVector(rows.read(space.toChanges(unit)));
  VectorXd inset = VectorXd::Zero(values.size());
  double damping = 0.3;
  Descent best;
  for (int i = 0; i < options.steps; ++i) {
    const MatrixXd slopes = slopesAt(space, rows, unit, values, options.threads);
    if (options.deviations > 0) {
      inset = options.deviations * deviationsOf(space, slopes, unit, options.noise);
      inset = inset.cwiseMin(0.5);
    }
    const double before = missOf(rows, values, inset).squaredNorm();
    best = {unit, before, {values.data(), values.data() + values.size()}};
    told(best);
    if (before == 0) break;
    bool improved = false;
    for (int attempt = 0; attempt < 6 && !improved; ++attempt) {
      const VectorXd step = stepFor(rows, slopes, values, inset, centre - toVector(unit), damping,
                                    options.pull * 0.01);
      std::vector<double> moved = unit;
      for (std::size_t j = 0; j < moved.size(); ++j) {
        const double move =
            std::clamp(step[static_cast<Eigen::Index>(j)], -options.longest, options.longest);
        moved[j] = std::clamp(moved[j] + move, kEdge, 1 - kEdge);
      }
      const VectorXd now = toVector(rows.read(space.toChanges(moved)));
      const double after = missOf(rows, now, inset).squaredNorm();
      if (after < before) {
        unit = moved;
        values = now;
        damping = std::max(0.003, damping * 0.4);
        improved = true;
      } else {
        damping *= 4;
      }
    }
    if (!improved && damping > 1e4) break;
  }
  return best;
}

}  // namespace abscope
