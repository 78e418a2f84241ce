#include "trial/readouts.h"

#include <algorithm>

namespace abscope {

namespace {

double at(const Course& course, TumourState kind, double day, Site site) {
  return course.at(day)[kind][static_cast<int>(site)];
}

// Looked for day by day, as at a visit, then narrowed by halving: volumes that fall and rise again
// may cross more than once, and the first crossing counts.
double firstDayAbove(const Course& course, double limit, double (*volume)(const State&)) {
  double below = 0;
  if (volume(course.at(0)) > limit) return 0;
  while (below < course.days()) {
    double above = std::min(below + 1, course.days());
    if (volume(course.at(above)) > limit) {
      for (int i = 0; i < 30; ++i) {
        const double middle = 0.5 * (below + above);
        (volume(course.at(middle)) > limit ? above : below) = middle;
      }
      return above;
    }
    below = above;
  }
  return course.days();
}

}  // namespace

double irradiatedMm3(const Course& course, double day) { return volumeMm3(course.at(day))[0]; }

double distantMm3(const Course& course, double day) { return volumeMm3(course.at(day))[1]; }

double density(const Course& course, TumourState kind, double day, Site site) {
  const State y = course.at(day);
  const int lane = static_cast<int>(site);
  return y[kind][lane] / densityVolume(volumeMm3(y))[lane];
}

double signal(const Course& course, TumourState kind, double day) {
  return at(course, kind, day, Site::irradiated);
}

double tregShare(const Course& course, double day) {
  const State y = course.at(day);
  const double treg = y[TumourState::treg][0];
  return treg / (treg + y[TumourState::cd8Effector][0] + y[TumourState::cd8Exhausted][0]);
}

double m1OverM2(const Course& course, double day) {
  const State y = course.at(day);
  return y[TumourState::m1Macrophage][0] / y[TumourState::m2Macrophage][0];
}

double largest(const std::function<double(double day)>& f, double first, double last, double step) {
  double best = f(first);
  const int steps = static_cast<int>((last - first) / step + 0.5);
  for (int i = 1; i <= steps; ++i) best = std::max(best, f(first + i * step));
  return best;
}

double dayIrradiatedPasses(const Course& course, double mm3) {
  return firstDayAbove(course, mm3, [](const State& y) { return volumeMm3(y)[0]; });
}

double dayDistantPasses(const Course& course, double mm3) {
  return firstDayAbove(course, mm3, [](const State& y) { return volumeMm3(y)[1]; });
}

double dayTotalPasses(const Course& course, double mm3) {
  return firstDayAbove(course, mm3, [](const State& y) { return sum(volumeMm3(y)); });
}

}  // namespace abscope
