#pragma once
// The course sampled for drawing: volumes, immune cells and what the drugs block, over time.
#include <array>
#include <string_view>
#include <vector>

#include "model/course.h"

namespace abscope {

// The immune cells that curves and the legend show, in the legend's order.
enum class Immune : int {
  cd8Effector,
  cd8Exhausted,
  cd8Resident,
  nk,
  dendritic,
  m1Macrophage,
  treg,
  mdsc,
  m2Macrophage,
  count
};
inline constexpr int kImmuneCount = static_cast<int>(Immune::count);
TumourState stateOf(Immune kind);

enum class Measure : int { count, density };  // 10^6 cells; 10^3 cells per mm3

struct Series {
  std::vector<float> days;  // rising; an event has two samples, before and after
  std::array<std::vector<float>, 2> volumeMm3;     // by site
  std::array<std::vector<float>, 2> resistantMm3;  // by site: of the resistant subclone
  std::array<std::array<std::vector<float>, kImmuneCount>, 2> cells;  // by site and kind, 10^6
  std::array<std::vector<float>, kHookCount> occupancy;  // 0 .. 1; empty when never given

  std::size_t size() const { return days.size(); }
};

// Fills `series` again, keeping its memory.
void sample(const Course& course, Series& series);

// Linear between samples.
float valueAt(const Series& series, const std::vector<float>& values, double day);

// Cells as a density of the tumour and a rim around it, in 10^3 per mm3.
double densityPerMm3(double millionCells, double volumeMm3);

}  // namespace abscope
