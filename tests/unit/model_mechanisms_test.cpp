// Strengths of mechanisms, drugs on the newer hooks, and the resistant subclone.
#include <cmath>

#include <doctest/doctest.h>

#include "model/course.h"
#include "model/mechanisms.h"
#include "trial/arm.h"
#include "trial/quantity_value.h"

using namespace abscope;

namespace {

Course run(const Arm& arm, double days, const MechanismStrengths& strengths = {}) {
  Patient patient = patientOf(arm);
  patient.strengths = strengths;
  return solve(patient, planOf(arm, days));
}

double moved(const Course& course, TumourFlux flux) {
  return sum(course.integralsAt(course.days())[flux]);
}

// The quantity with the drug over that without it.
double effect(const Arm& arm, Drug drug, Quantity quantity, double day) {
  const Arm treated = arm.drug(drug, everyDays(1, 0, day));
  return quantityValue(run(treated, day), quantity, day) /
         quantityValue(run(arm, day), quantity, day);
}

}  // namespace

TEST_CASE("every mechanism has an id that leads back to it") {
  for (int i = 0; i < kMechanismCount; ++i) {
    const auto mechanism = static_cast<MechanismId>(i);
    CHECK(mechanismById(mechanismId(mechanism)) == mechanism);
  }
  CHECK(mechanismById("L03") == MechanismId::count);  // known, not simulated
  CHECK(mechanismById("") == MechanismId::count);
}

TEST_CASE("a strength multiplies what carries its mechanism, and nothing else") {
  Patient patient;
  const Parameters whole = parametersOf(patient);
  patient.strengths[MechanismId::S01] = 0.5;
  const Parameters half = parametersOf(patient);
  CHECK(half.ccl2ByStress == 0.5 * whole.ccl2ByStress);
  CHECK(half.ccl2ByInterferon == 0.5 * whole.ccl2ByInterferon);
  int changed = 0;
  for (int i = 0; i < kParameterCount; ++i) {
    const auto id = static_cast<ParameterId>(i);
    changed += parameterValue(half, id) != parameterValue(whole, id);
  }
  CHECK(changed == 2);
}

TEST_CASE("a share stays a share at any strength, and every mechanism but one has carriers") {
  for (int i = 0; i < kMechanismCount; ++i) {
    const auto mechanism = static_cast<MechanismId>(i);
    CAPTURE(mechanismId(mechanism));
    for (const Preset preset : {Preset::mouse, Preset::human}) {
      Patient patient;
      patient.preset = preset;
      const Parameters usual = parametersOf(patient);
      patient.strengths[mechanism] = kMaxStrength;
      const Parameters strong = parametersOf(patient);
      bool changed = false;
      for (int p = 0; p < kParameterCount; ++p) {
        const auto id = static_cast<ParameterId>(p);
        const double value = parameterValue(strong, id);
        if (parameterInfo(id).unit == "fraction" && value > 1) FAIL_CHECK(parameterInfo(id).name);
        changed = changed || value != parameterValue(usual, id);
      }
      // N04 acts on the genotype; what is 1 by definition cannot be doubled.
      const bool atMost = mechanism == MechanismId::N04 || mechanism == MechanismId::N03;
      CHECK((changed || atMost));
    }
  }
}

TEST_CASE("a mechanism at strength 0 moves nothing") {
  const Arm arm = mouse().fractions(20, 1).antiCtla4();
  const std::pair<MechanismId, TumourFlux> pairs[] = {
      {MechanismId::X02, TumourFlux::m1Kill},
      {MechanismId::X07, TumourFlux::tregByCcr4},
      {MechanismId::R01, TumourFlux::radiationKill},
      {MechanismId::R02, TumourFlux::ischaemicKill},
      {MechanismId::R04, TumourFlux::neoAntigenByRadiation},
      {MechanismId::R05, TumourFlux::dcMaturationByHmgb1},
      {MechanismId::R06, TumourFlux::icdByRadiation},
      {MechanismId::P02, TumourFlux::dcMaturationByComplement},
      {MechanismId::P03, TumourFlux::interferonBySting},
      {MechanismId::P04, TumourFlux::adhesionByRadiation},
      {MechanismId::S05, TumourFlux::tgfBetaActivation},
      {MechanismId::S06, TumourFlux::tregProliferation},
      {MechanismId::L04, TumourFlux::stressQuenching},
      {MechanismId::L12, TumourFlux::monocyteToM1},
  };
  const Course whole = run(arm, 20);
  for (const auto& pair : pairs) {
    const MechanismId mechanism = pair.first;  // clang 14 lets no lambda see a structured binding
    const TumourFlux flux = pair.second;
    CAPTURE(mechanismId(mechanism));
    MechanismStrengths strengths;
    strengths[mechanism] = 0;
    CHECK(moved(whole, flux) > 0);
    CHECK(moved(run(arm, 20, strengths), flux) == 0);
  }
}

TEST_CASE("every hook that a drug can touch is felt where it should be") {
  const Arm rt = mouse().fractions(8, 3);
  SUBCASE("PTEN pathway and mTOR: PD-L1 of a tumour without PTEN falls") {
    const Arm lost = mouse().with(Resistance::ptenLoss);
    CHECK(effect(lost, Drug::mk2206, Quantity::irradiatedPdl1, 10) < 0.95);
    CHECK(effect(lost, Drug::sirolimus, Quantity::irradiatedPdl1, 10) < 0.95);
    CHECK(effect(mouse(), Drug::mk2206, Quantity::irradiatedPdl1, 10) == doctest::Approx(1));
  }
  SUBCASE("rapamycin also holds down MHC-I after a high dose; MK-2206 does not") {
    const Arm high = mouse().fractions(25, 1);
    CHECK(effect(high, Drug::sirolimus, Quantity::irradiatedMhc1, 4) < 0.9);
    CHECK(effect(high, Drug::mk2206, Quantity::irradiatedMhc1, 4) == doctest::Approx(1));
  }
  SUBCASE("without GPX4, activated Treg and tumour cells die") {
    CHECK(effect(rt, Drug::ml210, Quantity::irradiatedTregDensity, 10) < 0.95);
    CHECK(effect(rt, Drug::ml210, Quantity::irradiatedVolume, 20) < 0.99);
  }
  SUBCASE("avasimibe frees T cells from cholesterol") {
    const Arm loaded = rt.with(Resistance::cholesterolLoad).antiPd1();
    CHECK(effect(loaded, Drug::avasimibe, Quantity::irradiatedVolume, 20) < 0.95);
  }
  SUBCASE("TIGIT helps where other checkpoints undo PD-1 blockade") {
    const Arm other = rt.with(Resistance::alternativeCheckpoints).antiPd1();
    CHECK(effect(other, Drug::tiragolumab, Quantity::distantVolume, 25) < 1);
    CHECK(effect(rt, Drug::tiragolumab, Quantity::distantVolume, 25) == doctest::Approx(1));
  }
  SUBCASE("CD47 blocked, M1 macrophages eat more") {
    CHECK(effect(rt, Drug::magrolimab, Quantity::irradiatedVolume, 20) < 0.95);
  }
}

TEST_CASE("resistance by HIF-1alpha, adenosine and GPX4 weakens radiotherapy with anti-CTLA-4") {
  const Arm treated = mouse().fractions(8, 3).antiCtla4();
  const double usual = quantityValue(run(treated, 25), Quantity::distantVolume, 25);
  for (const Resistance kind :
       {Resistance::hifActive, Resistance::adenosineHigh, Resistance::gpx4High}) {
    CAPTURE(kResistanceIds[static_cast<std::size_t>(kind)]);
    CHECK(quantityValue(run(treated.with(kind), 25), Quantity::distantVolume, 25) > usual);
  }
}

TEST_CASE("a resistant subclone outgrows the first clone under treatment, and only then") {
  const Arm treated = mouse().fractions(8, 3).antiCtla4().antiPd1();
  const auto shareAt = [](const Arm& arm, Subclone subclone, double day) {
    Patient patient = patientOf(arm);
    patient.subclone = subclone;
    const State y = solve(patient, planOf(arm, day)).at(day);
    return y[TumourState::resistant][0] / clonogenicMm3(y)[0];
  };
  Subclone subclone;
  subclone.share = 0.05;
  subclone.resistance[static_cast<std::size_t>(Resistance::b2mLoss)] = 1;
  CHECK(shareAt(treated, subclone, 0) == doctest::Approx(0.05));
  CHECK(shareAt(treated, subclone, 30) > 0.5);
  CHECK(shareAt(mouse(), subclone, 30) < 0.25);

  Subclone arising = subclone;
  arising.share = 0;
  arising.mutationsPerDivision = 1e-4;
  CHECK(shareAt(treated, arising, 0) == 0);
  CHECK(shareAt(treated, arising, 40) > 10 * shareAt(mouse(), arising, 40));

  Subclone alike;  // without resistance of its own it keeps its share
  alike.share = 0.3;
  CHECK(shareAt(treated, alike, 20) == doctest::Approx(0.3).epsilon(1e-6));
}

TEST_CASE("a subclone without resistance changes nothing else") {
  const Arm arm = mouse().fractions(12, 1).antiPd1();
  Patient split = patientOf(arm);
  split.subclone.share = 0.4;
  const Course one = run(arm, 40);
  const Course two = solve(split, planOf(arm, 40));
  for (const double day : {5.0, 20.0, 40.0}) {
    for (int lane = 0; lane < 2; ++lane) {
      CHECK(volumeMm3(two.at(day))[lane] ==
            doctest::Approx(volumeMm3(one.at(day))[lane]).epsilon(1e-5));
    }
  }
}

TEST_CASE("depletion of Treg by anti-CD25 outlasts the antibody") {
  const Arm arm = mouse().drug(Drug::antiCd25, {0});
  const Course treated = run(arm, 40), untreated = run(mouse(), 40);
  const auto treg = [](const Course& course, double day) {
    return quantityValue(course, Quantity::irradiatedTregDensity, day);
  };
  CHECK(treg(treated, 5) < 0.7 * treg(untreated, 5));
  CHECK(treated.at(15)[SystemState::tregSupply] < 0.9);
  CHECK(treated.at(40)[SystemState::tregSupply] > treated.at(15)[SystemState::tregSupply]);
}
