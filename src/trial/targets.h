#pragma once
// The directions of the literature that the mouse must show: which arms, what is read, on what day.
// The ranges are data (tests/science/targets.json) and are handed in: there is none in this code.
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/course.h"
#include "trial/arm.h"

namespace abscope {

// The solved arms of one target, in the order in which it names them.
class ArmCourses {
 public:
  ArmCourses(std::span<const Course> courses, std::span<const int> indices)
      : courses_(courses), indices_(indices) {}
  const Course& operator[](std::size_t i) const {
    return courses_[static_cast<std::size_t>(indices_[i])];
  }

 private:
  std::span<const Course> courses_;
  std::span<const int> indices_;
};

struct Target {
  std::string_view id;
  double days;  // how long its courses must be
  std::vector<Arm> arms;
  double (*readout)(const ArmCourses& arms);
};

// All targets, by id as in targets.json.
const std::vector<Target>& allTargets();

// Allowed values. An open side is infinite. Beyond farSide the direction is right but exaggerated.
struct TargetRange {
  std::string id;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  std::optional<double> farSide;
};

struct TargetResult {
  std::string_view id;
  double value = 0;
  double low = 0;
  double high = 0;
  std::optional<double> farSide;
  bool met = false;          // inside the range
  bool exaggerated = false;  // met, but beyond farSide
  double margin = 0;         // in units of the margin asked for: see marginOf
};

// How far inside the range a value is, in units of the margin that targets.json asks for: 1 or more
// is met with margin, 0 is on the bound, negative is outside. One-sided: |ln(value / bound)| / 0.1,
// or, where readouts can be negative, the distance over a tenth of the bound. Two-sided: the
// distance to the nearer bound over a tenth of the range. A low of 0 or less bounds nothing.
double marginOf(double value, const TargetRange& range);

TargetResult judge(std::string_view id, double value, const TargetRange& range);

// Every arm that the targets need, each once, with the days it must last.
struct TimedArm {
  Arm arm;
  double days;
};
std::span<const TimedArm> targetArms();

// The readouts of all targets from the courses of targetArms(), in that order, and those courses.
Course solveTargetArm(std::size_t arm, const Patient& base = {}, const SolveOptions& options = {});
std::vector<double> targetValues(std::span<const Course> courses);

// The readouts of all targets, in the order of allTargets(), for this host: `base` gives the preset
// and changed parameters. Each arm is solved once.
std::vector<double> readTargets(const Patient& base = {}, const SolveOptions& options = {});

// The same, judged. A target without a range in `ranges` is left out (a test forbids that).
std::vector<TargetResult> evaluateTargets(std::span<const TargetRange> ranges,
                                          const Patient& base = {},
                                          const SolveOptions& options = {});

}  // namespace abscope
