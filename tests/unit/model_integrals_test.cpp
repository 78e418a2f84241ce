// Amounts along a course, read with rates that are kept from the reading before.
#include <doctest/doctest.h>

#include "unit/tissue_courses.h"

namespace abscope {
namespace {

TEST_CASE("amounts read one after the other are those read alone") {
  const TissueCase item = tissueCases()[2];
  const Course course = solve(item.patient, item.plan);
  Course::NodeRates rates;
  for (int i = 0; i <= 240; ++i) {
    const double day = course.days() * ((i * 7) % 241) / 240;
    const Fluxes kept = course.integralsAt(day, rates), alone = course.integralsAt(day);
    for (int f = 0; f < static_cast<int>(TumourFlux::count); ++f) {
      const auto flux = static_cast<TumourFlux>(f);
      for (int site = 0; site < 2; ++site) CHECK(kept[flux][site] == alone[flux][site]);
    }
  }
}

}  // namespace
}  // namespace abscope
