// What the first frame of a page leaves for the next one, and what must not differ for it.
#include <doctest/doctest.h>

#include "app/address.h"
#include "app/apply.h"
#include "unit/tissue_courses.h"

namespace abscope {
namespace {

TEST_CASE("a tissue up to day 0 holds the cells that the whole one has on that day") {
  for (const TissueCase& item : tissueCases()) {
    CAPTURE(item.name);
    const Course course = solve(item.patient, item.plan);
    const Course* const courses[] = {&course};
    const TissueScales scales = scalesFor(courses, 1500);
    const Tissue whole = Tissue::realise(course, scales, 5);
    const Tissue start = Tissue::realise(course, scales, 5, 0);
    CHECK(start.counts(0) == whole.counts(0));
    CHECK(start.cellCount() < whole.cellCount());
    for (int k = 0; k < kCellKindCount; ++k) {
      // The legend reads this. A kind of which no moment has a disc may still pass between two.
      const auto kind = static_cast<CellKind>(k);
      if (start.shows(kind)) CHECK(whole.shows(kind));
      if (kind == CellKind::resistantTumour) CHECK(start.shows(kind) == whole.shows(kind));
    }
    std::vector<CellInstance> a, b;
    start.place(0, a);
    whole.place(0, b);
    REQUIRE(a.size() == b.size());
    int moved = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      CHECK(a[i].id == b[i].id);
      CHECK(a[i].kind == b[i].kind);
      if (a[i].x != b[i].x || a[i].y != b[i].y) ++moved;
    }
    // Only those move that are on their way at once.
    CHECK(moved < 10 + static_cast<int>(a.size()) / 10);
    CHECK(start.extent(Panel::irradiated, 0).halfWidth ==
          whole.extent(Panel::irradiated, 0).halfWidth);
  }
}

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

TEST_CASE("the first frame has day 0, the next one the whole course") {
  AppState app;
  start(app, "?case=dewan-2009", "");
  apply(app, FitCells{1200});
  const std::size_t first = app.derived.tissue.cellCount();
  CHECK(first > 0);
  CHECK(needsFrame(app));
  apply(app, Tick{0.016});
  CHECK(app.derived.tissue.cellCount() > first);
  CHECK_FALSE(app.derived.tissueStale);

  AppState later;
  start(later, "?case=dewan-2009&day=9", "");
  apply(later, FitCells{1200});
  CHECK(later.derived.tissue.cellCount() == app.derived.tissue.cellCount());
}

}  // namespace
}  // namespace abscope
