// The haze of a signal: as much as the course says, about the sources that it names.
#include <cmath>

#include <doctest/doctest.h>

#include "tissue/haze.h"
#include "unit/tissue_courses.h"

namespace abscope {
namespace {

struct Scene {
  Course course;
  Tissue tissue;
  std::vector<CellInstance> cells;
  HazeField field;

  Scene(const Patient& patient, const Plan& plan) : course(solve(patient, plan)) {
    const Course* const one[] = {&course};
    tissue = Tissue::realise(course, scalesFor(one, 2500), 1);
  }
  void make(Signal signal, Panel panel, double day) {
    tissue.place(day, cells);
    field.make(course, tissue, cells, signal, panel, day);
  }
  // The mean of the haze over cells that `take` takes.
  template <class Take>
  double mean(Panel panel, Take take) const {
    double sum = 0;
    int count = 0;
    for (const CellInstance& cell : cells) {
      if (cell.panel != panel || !take(cell)) continue;
      sum += static_cast<double>(field.at(cell.x, cell.y));
      ++count;
    }
    return count > 0 ? sum / count : -1;
  }
  // At this share of the outline's radius, all around.
  double meanAt(Panel panel, float share, double day) const {
    const auto middle = tissue.tumourMiddle(panel, day);
    double sum = 0;
    constexpr int kAround = 60;
    for (int i = 0; i < kAround; ++i) {
      const float angle = 6.2831853F * static_cast<float>(i) / kAround;
      const float r = share * tissue.outlineRadius(panel, angle, day);
      sum += static_cast<double>(
          field.at(middle[0] + r * std::cos(angle), middle[1] + r * std::sin(angle)));
    }
    return sum / kAround;
  }
};

Scene radScopal() {
  const TissueCase item = tissueCases()[2];
  return {item.patient, item.plan};
}

bool anyTumour(const CellInstance& cell) { return isTumourCell(cell.kind); }

}  // namespace

TEST_CASE("the mean of a haze over the tumour's cells is the course's value") {
  Scene scene = radScopal();
  int seen = 0;
  for (int s = 1; s < kSignalCount; ++s) {
    const auto signal = static_cast<Signal>(s);
    CAPTURE(s);
    for (const Panel panel : {Panel::irradiated, Panel::distant}) {
      for (const double day : {0.0, 6.0, 9.5, 14.0}) {
        CAPTURE(day);
        const Site site = panel == Panel::distant ? Site::distant : Site::irradiated;
        scene.make(signal, panel, day);
        const double amount = signalAmount(scene.course, signal, site, day);
        CHECK(scene.field.amount() == amount);
        if (scene.field.empty()) {
          CHECK(amount < 1e-6);
          continue;
        }
        ++seen;
        CHECK(scene.mean(panel, anyTumour) == doctest::Approx(amount).epsilon(0.002));
      }
    }
  }
  CHECK(seen > 40);
}

TEST_CASE("a signal is the state of its name") {
  const Scene scene = radScopal();
  const double day = 9.5;
  const State state = scene.course.at(day);
  const auto amount = [&](Signal signal, Site site) {
    return signalAmount(scene.course, signal, site, day);
  };
  CHECK(amount(Signal::tgfBeta, Site::irradiated) == state[TumourState::tgfBeta][0]);
  CHECK(amount(Signal::interferon1, Site::irradiated) == state[TumourState::interferon1][0]);
  CHECK(amount(Signal::ccl2, Site::distant) == state[TumourState::ccl2][1]);
  CHECK(amount(Signal::cxcl16, Site::distant) == state[TumourState::homing][1]);
  CHECK(amount(Signal::hypoxia, Site::distant) == state[TumourState::hypoxia][1]);
  CHECK(amount(Signal::pdl1, Site::irradiated) == state[TumourState::pdl1][0]);
  CHECK(amount(Signal::none, Site::irradiated) == 0);
  // More killers, more interferon-gamma.
  CHECK(signalAmount(scene.course, Signal::interferonGamma, Site::distant, 14) >
        3 * signalAmount(scene.course, Signal::interferonGamma, Site::distant, 0));
}

TEST_CASE("a haze lies about its sources") {
  Scene scene = radScopal();
  const Panel panel = Panel::distant;
  scene.make(Signal::interferonGamma, panel, 12);
  const auto killer = [](const CellInstance& cell) { return cell.kind == CellKind::cd8Effector; };
  CHECK(scene.mean(panel, killer) > 1.2 * scene.field.amount());

  scene.make(Signal::hypoxia, panel, 9);
  const auto dim = [](const CellInstance& cell) { return anyTumour(cell) && cell.oxygen < 0.4F; };
  const auto lit = [](const CellInstance& cell) { return anyTumour(cell) && cell.oxygen > 0.9F; };
  REQUIRE(scene.mean(panel, dim) >= 0);
  CHECK(scene.mean(panel, dim) > 3 * scene.mean(panel, lit));

  scene.make(Signal::interferon1, Panel::irradiated, 6.2);  // after fractions on days 5 and 6
  const auto hit = [](const CellInstance& cell) {
    return cell.kind == CellKind::dying && cell.phase < 0.4F;
  };
  const auto whole = [](const CellInstance& cell) { return cell.kind == CellKind::tumour; };
  REQUIRE(scene.mean(Panel::irradiated, hit) >= 0);
  CHECK(scene.mean(Panel::irradiated, hit) > scene.mean(Panel::irradiated, whole));

  scene.make(Signal::ccl2, panel, 0);
  CHECK(scene.meanAt(panel, 1.0F, 0) > scene.meanAt(panel, 0.2F, 0));
  CHECK(scene.meanAt(panel, 1.9F, 0) < 0.2 * scene.meanAt(panel, 1.0F, 0));
}

TEST_CASE("where there is no tumour there is no haze") {
  Patient patient;
  patient.distantMm3 = kMinVolumeMm3;
  Scene scene(patient, {});
  scene.make(Signal::none, Panel::irradiated, 3);
  CHECK(scene.field.empty());
  scene.make(Signal::pdl1, Panel::irradiated, 3);
  CHECK_FALSE(scene.field.empty());
  scene.cells.clear();
  scene.field.make(scene.course, scene.tissue, scene.cells, Signal::pdl1, Panel::irradiated, 3);
  CHECK(scene.field.empty());
}

}  // namespace abscope
