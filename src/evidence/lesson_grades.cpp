#include "evidence/lesson_grades.h"

#include <algorithm>
#include <cmath>

#include "trial/quantity_value.h"

namespace abscope {
namespace {

bool compares(LessonComparison comparison, double value, double with) {
  switch (comparison) {
    case LessonComparison::atMost:
      return value <= with;
    case LessonComparison::atLeast:
      return value >= with;
    case LessonComparison::below:
      return value < with;
    default:
      return value > with;
  }
}

}  // namespace

double planMeasure(const Course& course, PlanMeasure measure) {
  double sum = 0;
  for (const Event& event : course.events()) {
    const double irradiated = event.doseGy[0], distant = event.doseGy[1];
    const bool fraction = event.kind == EventKind::fraction;
    if (measure == PlanMeasure::drugDoses && event.kind == EventKind::drugDose) sum += 1;
    if (!fraction) continue;
    if (measure == PlanMeasure::irradiatedGy) sum += irradiated;
    if (measure == PlanMeasure::distantGy) sum += distant;
    if (measure == PlanMeasure::totalGy) sum += irradiated + distant;
    if (measure == PlanMeasure::fractions) sum += 1;
    if (measure == PlanMeasure::largestFractionGy) sum = std::max({sum, irradiated, distant});
  }
  return sum;
}

bool holds(const LessonCondition& condition, const Course& course) {
  const double limit = condition.value;
  constexpr double kTiny = 1e-9;  // 3 x 8 Gy shall be 24 Gy
  if (condition.plan != PlanMeasure::none) {
    const double value = planMeasure(course, condition.plan);
    const double slack = condition.comparison == LessonComparison::atMost    ? kTiny
                         : condition.comparison == LessonComparison::atLeast ? -kTiny
                                                                             : 0;
    return compares(condition.comparison, value, limit + slack);
  }
  for (double day = condition.fromDay.value_or(condition.day); day <= condition.day; day += 1) {
    if (!compares(condition.comparison, quantityValue(course, condition.quantity, day), limit)) {
      return false;
    }
  }
  return true;
}

double sketchedPercent(const Course& course, SketchCurve curve, double fromDay, double day) {
  const Quantity quantity =
      curve == SketchCurve::irradiatedVolume ? Quantity::irradiatedVolume : Quantity::distantVolume;
  return 100 * contrast(quantity, quantityValue(course, quantity, day),
                        quantityValue(course, quantity, fromDay));
}

double sketchFactor(const Course& course, const LessonSketch& sketch, double fromDay,
                    std::span<const double> percents) {
  constexpr double kLeast = 0.1;  // per cent: smaller cannot be seen, or drawn
  double sum = 0;
  const std::size_t count = std::min(sketch.points.size(), percents.size());
  for (std::size_t i = 0; i < count; ++i) {
    const double is = sketchedPercent(course, sketch.curve, fromDay, sketch.points[i]);
    sum += std::fabs(std::log(std::max(percents[i], kLeast) / std::max(is, kLeast)));
  }
  return count == 0 ? 1 : std::exp(sum / static_cast<double>(count));
}

}  // namespace abscope
