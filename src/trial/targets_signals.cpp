// Treg and signals against dose.
#include <algorithm>

#include "trial/readouts.h"
#include "trial/target_groups.h"

namespace abscope {

namespace {

double peakInterferon(const Course& course) {
  return largest([&](double day) { return signal(course, TumourState::interferon1, day); }, 0, 20,
                 0.1);
}

Arm hypoxicAtMost(double fraction) { return mouse().set(ParameterId::hypoxiaMax, fraction); }

}  // namespace

std::vector<Target> signalTargets() {
  const Arm control = mouse();
  const Arm one2 = mouse().fractions(2, 1);
  const Arm one8 = mouse().fractions(8, 1);
  const Arm one20 = mouse().fractions(20, 1);
  const Arm one25 = mouse().fractions(25, 1);

  return {
      {"D16a",
       8,
       {one20, control},
       [](const ArmCourses& arms) { return tregShare(arms[0], 8) / tregShare(arms[1], 8); }},
      {"D16b",
       8,
       {one20, one2},
       [](const ArmCourses& arms) {
         return density(arms[0], TumourState::treg, 8) / density(arms[1], TumourState::treg, 8);
       }},
      {"D21",
       3,
       {one8, one2},
       [](const ArmCourses& arms) {
         return signal(arms[0], TumourState::homing, 3) / signal(arms[1], TumourState::homing, 3);
       }},
      {"D22",
       3,
       {one25, one8, one2},
       [](const ArmCourses& arms) {
         const double mhc8 = signal(arms[1], TumourState::mhc1, 3);
         return std::min(signal(arms[0], TumourState::mhc1, 3) / mhc8,
                         mhc8 / signal(arms[2], TumourState::mhc1, 3));
       }},
      {"D23",
       5,
       {one20, mouse().fractions(0.5, 4)},
       [](const ArmCourses& arms) {
         return signal(arms[0], TumourState::tgfBeta, 5) / signal(arms[1], TumourState::tgfBeta, 5);
       }},
      {"D24",
       20,
       {one8, one2},
       [](const ArmCourses& arms) { return peakInterferon(arms[0]) / peakInterferon(arms[1]); }},
      {"D39",
       15,
       {hypoxicAtMost(0.7), hypoxicAtMost(0.15)},
       [](const ArmCourses& arms) {
         return signal(arms[0], TumourState::pdl1, 15) / signal(arms[1], TumourState::pdl1, 15);
       }},
  };
}

}  // namespace abscope
