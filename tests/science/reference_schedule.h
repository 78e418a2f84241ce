#pragma once
// What falls due when, read from a plan without the help of our solver.
#include <optional>
#include <vector>

#include "model/model.h"
#include "model/plan.h"

namespace abscope {

// One fraction or one dose that falls due.
struct Due {
  double day;
  bool isFraction;
  std::size_t item;
};

// Keeps the items that have a day, and those that wait for one.
class ReferenceSchedule {
 public:
  explicit ReferenceSchedule(const Plan& plan);

  // First moment later than `day` on which something falls due.
  std::optional<double> nextAfter(double day) const;
  // What falls due at `day`: doses in the order of the plan, then fractions.
  std::vector<Due> dueAt(double day) const;
  // Looks at the tumours at the start of a whole day and starts the items that waited for it.
  void visit(double day, const State& before, const State& start);

 private:
  void begin(bool isFraction, std::size_t item, double firstDay);

  const Plan* plan_;
  std::vector<Due> due_;
  std::vector<bool> radiationBegun_, drugBegun_;
  double smallestDiameter_ = 0, lastVolume_ = 0;
  bool fell_ = false;
  double progressionDay_ = -1, responseDay_ = -1, nadirDay_ = -1;
};

}  // namespace abscope
