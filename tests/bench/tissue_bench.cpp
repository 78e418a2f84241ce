// How long it takes to realise a tissue and to place its cells, against their budgets.
//   abscope_tissue_bench [cells]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "model/course.h"
#include "tissue/tissue.h"
#include "unit/tissue_courses.h"

using namespace abscope;

namespace {

constexpr double kBudgetRealiseMs = 60, kBudgetPlaceMs = 4;  // in wasm, at 10,000 cells

// Processor time: others on the machine do not count.
double now() { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                   values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const int most = argc > 1 ? std::atoi(argv[1]) : 14000;
  std::printf("%-46s %8s %8s %10s %10s %10s %10s\n", "course", "at once", "in all", "solve ms",
              "scales ms", "realise ms", "place ms");
  double worstRealise = 0, worstPlace = 0;
  for (const TissueCase& item : tissueCases()) {
    std::vector<double> solving, scaling, realising, placing;
    std::size_t atOnce = 0, inAll = 0;
    for (int repeat = 0; repeat < 9; ++repeat) {
      const double t0 = now();
      const Course course = solve(item.patient, item.plan);
      const double t1 = now();
      const Course* courses[] = {&course};
      const TissueScales scales = scalesFor(courses, most);
      const double t2 = now();
      const Tissue tissue = Tissue::realise(course, scales, 1);
      const double t3 = now();
      solving.push_back(t1 - t0);
      scaling.push_back(t2 - t1);
      realising.push_back(t3 - t2);
      inAll = tissue.cellCount();
      if (repeat > 0) continue;
      std::vector<CellInstance> cells;
      double fullest = 0;
      for (int i = 0; i <= 60; ++i) {
        tissue.place(course.days() * i / 60, cells);
        if (cells.size() > atOnce) {
          atOnce = cells.size();
          fullest = course.days() * i / 60;
        }
      }
      for (int i = 0; i < 40; ++i) {  // the fullest day
        const double begin = now();
        tissue.place(fullest, cells);
        placing.push_back(now() - begin);
      }
    }
    std::printf("%-46s %8zu %8zu %10.2f %10.2f %10.2f %10.3f\n", item.name, atOnce, inAll,
                median(solving), median(scaling), median(realising), median(placing));
    // The budget is that of a course of 60 days; three years hold twice as many cells.
    if (item.plan.days <= 60) worstRealise = std::max(worstRealise, median(realising));
    worstPlace = std::max(worstPlace, median(placing));
  }
  std::printf(
      "worst: realise 60 days %.2f ms (budget %g), place %.3f ms (budget of a frame's cells %g)\n",
      worstRealise, kBudgetRealiseMs, worstPlace, kBudgetPlaceMs);
  return worstRealise <= kBudgetRealiseMs && worstPlace <= kBudgetPlaceMs ? 0 : 1;
}
