// Inflamed, excluded, desert: thresholds on the course, and the tissue looks it.
#include <cmath>

#include <doctest/doctest.h>

#include "tissue/immune_state.h"
#include "tissue/tissue.h"
#include "unit/tissue_courses.h"

namespace abscope {
namespace {

Course courseOf(int index) {
  const TissueCase item = tissueCases()[static_cast<std::size_t>(index)];
  return solve(item.patient, item.plan);
}

double densityOf(const State& state, int lane) {
  const Pair cd8 = state[TumourState::cd8Effector] + state[TumourState::cd8Exhausted] +
                   state[TumourState::cd8Resident];
  return cd8[lane] / densityVolume(volumeMm3(state))[lane];
}

// Of the CD8 cells of a tumour, those outside nine tenths of its outline.
double shareAtMargin(const Course& course, Panel panel, double day) {
  const Course* const one[] = {&course};
  const Tissue tissue = Tissue::realise(course, scalesFor(one, 5000), 1);
  std::vector<CellInstance> cells;
  tissue.place(day, cells);
  const auto middle = tissue.tumourMiddle(panel, day);
  int all = 0, outside = 0;
  for (const CellInstance& cell : cells) {
    const bool cd8 = cell.kind == CellKind::cd8Effector || cell.kind == CellKind::cd8Exhausted;
    if (cell.panel != panel || !cd8) continue;
    const float dx = cell.x - middle[0], dy = cell.y - middle[1];
    const float rim = tissue.outlineRadius(panel, std::atan2(dy, dx), day);
    ++all;
    if (std::sqrt(dx * dx + dy * dy) > 0.9F * rim) ++outside;
  }
  REQUIRE(all > 20);
  return static_cast<double>(outside) / all;
}

// A tumour whose stroma is thick: much TGF-beta after one large fraction.
Course excludedCourse() {
  Patient patient;
  patient.preset = Preset::human;
  patient.irradiatedMm3 = 14000;
  patient.distantMm3 = 6000;
  Plan plan;
  plan.days = 90;
  plan.radiation = {fractionsOf(12.5, 4, 1)};
  return solve(patient, plan);
}

double firstDayOf(const Course& course, Site site, ImmuneState state) {
  for (double day = 0; day <= course.days(); day += 0.5) {
    if (immuneReading(course, day, site).state == state) return day;
  }
  return -1;
}

}  // namespace

TEST_CASE("the immune state follows the stated thresholds on every day") {
  std::array<int, 4> seen{};
  for (int index = 0; index < 7; ++index) {
    const Course course = courseOf(index);
    for (const Site site : {Site::irradiated, Site::distant}) {
      for (double day = 0; day <= course.days(); day += course.days() / 40) {
        const ImmuneReading reading = immuneReading(course, day, site);
        ++seen[static_cast<std::size_t>(reading.state)];
        const State state = course.at(day);
        const int lane = static_cast<int>(site);
        if (volumeMm3(state)[lane] < kNoTumourMm3) {
          CHECK(reading.state == ImmuneState::noTumour);
          continue;
        }
        const double density = densityOf(state, lane);
        CHECK(reading.cd8Density == doctest::Approx(density));
        CHECK(reading.marginShare >= 0);
        CHECK(reading.marginShare <= 1);
        if (density < 0.5) {
          CHECK(reading.state == ImmuneState::desert);
        } else if (reading.marginShare >= 0.5) {
          CHECK(reading.state == ImmuneState::excluded);
        } else {
          CHECK(reading.state == ImmuneState::inflamed);
        }
      }
    }
  }
  CHECK(seen[static_cast<std::size_t>(ImmuneState::desert)] > 20);
  CHECK(seen[static_cast<std::size_t>(ImmuneState::inflamed)] > 20);
}

TEST_CASE(
    "antibodies and fractions turn a desert into an inflamed tumour, and it follows the day") {
  const Course course = courseOf(2);
  CHECK(immuneReading(course, 0, Site::distant).state == ImmuneState::desert);
  CHECK(firstDayOf(course, Site::distant, ImmuneState::inflamed) > 2);
}

TEST_CASE("stroma, WNT and low doses move the share that stays at the margin") {
  const Course course = courseOf(0);
  State state = course.at(0);
  const HookLevels none{};
  const double before = marginShare(course.model(), state, none, Site::irradiated);
  state[TumourState::tgfBeta] = Pair{2.5, 2.5};
  const double thick = marginShare(course.model(), state, none, Site::irradiated);
  CHECK(thick > 0.5);
  CHECK(thick > before);
  State opened = state;
  opened[TumourState::lowDoseSignal] = Pair{2, 2};
  CHECK(marginShare(course.model(), opened, none, Site::irradiated) < 0.5 * thick);
  HookLevels blocked{};
  blocked[static_cast<std::size_t>(Hook::antiTgfBeta)] = 1;
  CHECK(marginShare(course.model(), state, blocked, Site::irradiated) < thick);
  Patient wnt;
  wnt.resistance[static_cast<std::size_t>(Resistance::wntActive)] = 1;
  CHECK(marginShare(Model(wnt), course.at(0), none, Site::irradiated) > 0.8);
}

TEST_CASE("an excluded tumour has its T cells at the margin, an inflamed one within") {
  const Course course = excludedCourse();
  const double day = firstDayOf(course, Site::irradiated, ImmuneState::excluded);
  REQUIRE(day >= 0);
  // A few days on, when those that were within have been replaced.
  const double excluded = shareAtMargin(course, Panel::irradiated, day + 12);
  CHECK(immuneReading(course, day + 12, Site::irradiated).state == ImmuneState::excluded);
  const Course inflamed = courseOf(2);
  CHECK(immuneReading(inflamed, 14, Site::distant).state == ImmuneState::inflamed);
  const double within = shareAtMargin(inflamed, Panel::distant, 14);
  CAPTURE(excluded);
  CAPTURE(within);
  CHECK(excluded > within + 0.2);
}

}  // namespace abscope
