// Quantities: each is read off a course, and says what the course says.
#include <cmath>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "model/findings.h"
#include "model/summary.h"
#include "trial/arm.h"
#include "trial/quantity_value.h"
#include "trial/readouts.h"

namespace abscope {
namespace {

Course courseOf(const Arm& arm, double days) { return solve(patientOf(arm), planOf(arm, days)); }

TEST_CASE("every quantity has a name of its own, a unit and a finite value on every day") {
  const Course course = courseOf(mouse().fractions(8, 3).antiCtla4(), 40);
  std::set<std::string_view> names;
  for (int i = 0; i < kQuantityCount; ++i) {
    const auto quantity = static_cast<Quantity>(i);
    const QuantityInfo& info = quantityInfo(quantity);
    CAPTURE(info.name);
    CHECK(names.insert(info.name).second);
    CHECK_FALSE(info.unit.empty());
    CHECK_FALSE(info.meaning.empty());
    for (double day : {0.0, 7.0, 40.0, 99.0})
      CHECK(std::isfinite(quantityValue(course, quantity, day)));
    CHECK(quantityValue(course, quantity, 99) == quantityValue(course, quantity, 40));
  }
}

TEST_CASE("volumes, diameters and days agree with each other and with the summary") {
  const Course course = courseOf(mouse().fractions(8, 3).antiCtla4(), 60);
  const auto value = [&](Quantity quantity, double day) {
    return quantityValue(course, quantity, day);
  };
  const double factor = value(Quantity::irradiatedVolume, 20) / 60;
  CHECK(value(Quantity::irradiatedVolumeChange, 20) == doctest::Approx(100 * (factor - 1)));
  CHECK(value(Quantity::irradiatedDiameterChange, 20) ==
        doctest::Approx(100 * (std::cbrt(factor) - 1)));
  const Summary summary = summarise(course);
  CHECK(value(Quantity::irradiatedBestDiameterChange, 60) ==
        doctest::Approx(summary.tumours[0].bestDiameterPercent));
  CHECK(value(Quantity::distantBestDiameterChange, 60) ==
        doctest::Approx(summary.tumours[1].bestDiameterPercent));
  CHECK(value(Quantity::irradiatedControlProbability, 60) ==
        doctest::Approx(summary.tumours[0].controlProbability));
  CHECK(value(Quantity::lowestLymphocytes, 60) <= summary.lowestLymphocytes);
  const double best = value(Quantity::totalBestDiameterChange, 60);
  CHECK(best <= value(Quantity::totalDiameterChange, 60));
  for (const Event& event : course.events()) {
    if (event.kind == EventKind::progression) {
      CHECK(value(Quantity::dayProgression, 60) == event.day);
    }
  }
}

TEST_CASE("a tumour passes 400 mm3 before 1500, and an untreated one progresses at once") {
  const Course course = courseOf(mouse(), 60);
  const auto value = [&](Quantity quantity) { return quantityValue(course, quantity, 60); };
  const double day400 = value(Quantity::dayIrradiatedReaches400);
  CHECK(irradiatedMm3(course, day400) == doctest::Approx(400).epsilon(1e-4));
  CHECK(day400 < value(Quantity::dayIrradiatedReaches1500));
  CHECK(value(Quantity::dayDistantReaches400) < value(Quantity::dayDistantReaches1500));
  CHECK(value(Quantity::dayTotalReaches1500) < value(Quantity::dayIrradiatedReaches1500));
  const double progression = value(Quantity::dayIrradiatedProgresses);
  CHECK(value(Quantity::irradiatedVolume) > 400);
  CHECK(std::cbrt(irradiatedMm3(course, progression) / 60) >= kProgressionRatio);
  CHECK(std::cbrt(irradiatedMm3(course, progression - 1) / 60) < kProgressionRatio);
}

TEST_CASE("shares and ratios are those of the cells") {
  const Course course = courseOf(mouse().fractions(20, 1), 20);
  const State y = course.at(8);
  CHECK(quantityValue(course, Quantity::irradiatedTregShare, 8) == tregShare(course, 8));
  CHECK(quantityValue(course, Quantity::irradiatedM1ToM2, 8) == m1OverM2(course, 8));
  CHECK(quantityValue(course, Quantity::distantCd8ToTreg, 8) ==
        y[TumourState::cd8Effector][1] / y[TumourState::treg][1]);
  const double exhausted = quantityValue(course, Quantity::irradiatedExhaustedShare, 8);
  CHECK(exhausted > 0);
  CHECK(exhausted < 1);
  CHECK(quantityValue(course, Quantity::irradiatedPeakInterferon, 20) >=
        quantityValue(course, Quantity::irradiatedInterferon, 5));
}

TEST_CASE("a contrast points one way only, and changes in per cent are subtracted") {
  CHECK(contrast(Quantity::distantVolume, 50, 100) == 0.5);
  CHECK(contrast(Quantity::distantDiameterChange, -40, 10) == -50);
  const auto volume = [](Direction direction, double ratio) {
    return pointsTo(direction, Quantity::distantVolume, ratio);
  };
  CHECK(volume(Direction::lower, 0.5));
  CHECK_FALSE(volume(Direction::lower, 0.97));
  CHECK_FALSE(volume(Direction::higher, 0.5));
  CHECK(volume(Direction::higher, 1.06));
  CHECK(volume(Direction::similar, 0.8));
  CHECK_FALSE(volume(Direction::similar, 0.7));
  CHECK_FALSE(volume(Direction::similar, 1.4));
  CHECK_FALSE(volume(Direction::unstated, 1));
  for (Direction direction : {Direction::higher, Direction::lower, Direction::similar}) {
    CHECK_FALSE(volume(direction, std::nan("")));
  }
  CHECK(pointsTo(Direction::lower, Quantity::distantDiameterChange, -50));
  CHECK(pointsTo(Direction::similar, Quantity::distantDiameterChange, 3));
}

}  // namespace
}  // namespace abscope
