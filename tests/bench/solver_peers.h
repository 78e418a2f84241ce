#pragma once
// Other solvers on the same equations, driven through the events of a course, with the states of
// every whole day as output.
#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "model/course.h"

namespace abscope {

using ProductLevels = std::array<double, kDrugCount>;

// What a peer integrates: the model's slope with the drugs of the phase decaying.
class PhaseSlope {
 public:
  explicit PhaseSlope(const Model& model) : model_(&model) {}
  void begin(double day, const ProductLevels& levels);
  void operator()(double day, const double* y, double* slope);
  long evaluations() const { return evaluations_; }

 private:
  const Model* model_;
  double day_ = 0;
  ProductLevels levels_{};
  std::vector<Drug> active_;
  long evaluations_ = 0;
};

class Peer {
 public:
  virtual ~Peer() = default;
  // From `y` at `day` to `until`; calls `output` with the state of every whole day in (day, until].
  virtual void integrate(PhaseSlope& slope, State& y, double day, double until,
                         const std::function<void(double, const State&)>& output) = 0;
};

struct PeerKind {
  std::string name;
  std::unique_ptr<Peer> (*make)(double relativeTolerance, double absoluteTolerance);
};
std::vector<PeerKind> peerKinds();

struct PeerCourse {
  std::vector<State> days;  // after the events of each whole day
  long evaluations = 0;
};

// Solves the course again, with the events that `course` had.
PeerCourse peerCourse(const Course& course, const Plan& plan, Peer& peer);

}  // namespace abscope
