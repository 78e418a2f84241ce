// The mechanism map: its amounts are those of the course, and its arrows those of the catalogue.
#include <cmath>
#include <set>

#include <doctest/doctest.h>

#include "app/balance.h"
#include "app/map_text.h"
#include "app/mechanism_map.h"
#include "library/cases.h"
#include "library/mechanisms.h"

namespace abscope {
namespace {

const Scenario& scenarioOf(std::string_view caseId, std::string_view arm) {
  const Case* found = findCase(std::string(caseId));
  REQUIRE(found);
  const Scenario* scenario = findArm(*found, std::string(arm));
  REQUIRE(scenario);
  return *scenario;
}

struct Opened {
  explicit Opened(const Scenario& scenario) : course(solve(scenario.patient, scenario.plan)) {
    makeMapModels(scenario.patient, scenario.plan, course, models);
  }
  MapFlow flow(std::string_view name, double day) {
    readMapFlows(course, models, day, flows);
    return flows[static_cast<std::size_t>(mapArrowByName(name))];
  }
  Course course;
  MapModels models;
  std::array<MapFlow, kMapArrowCount> flows{};
};

const Scenario& usual() { return scenarioOf("barsoumian-2020", "hdr-ldrt-ici"); }

}  // namespace

TEST_CASE("every simulated mechanism has one arrow, by a flux that its catalogue names") {
  std::set<std::string_view> names;
  for (const MapArrow& arrow : mapArrows()) {
    CAPTURE(arrow.name);
    CHECK(names.insert(arrow.name).second);
    if (arrow.mechanism == MechanismId::count) continue;
    const Mechanism* row = findMechanism(arrow.name);
    REQUIRE(row);
    const std::string_view flux = kTumourFluxInfo[static_cast<std::size_t>(arrow.flux)].name;
    CHECK(std::find(row->fluxes.begin(), row->fluxes.end(), flux) != row->fluxes.end());
  }
  for (int m = 0; m < kMechanismCount; ++m) {
    const std::string_view name = mechanismId(static_cast<MechanismId>(m));
    CAPTURE(name);
    CHECK(names.count(name) == 1);
  }
  for (int h = 0; h < kHookCount; ++h) CHECK(mapArrowOf(static_cast<Hook>(h)) >= 0);
}

TEST_CASE("an arrow that a flux alone makes is as wide as that flux") {
  Opened map(usual());
  for (const double day : {3.0, 12.25, 30.0}) {
    CAPTURE(day);
    const Fluxes rates = map.course.ratesAt(day);
    for (int lane = 0; lane < 2; ++lane) {
      CHECK(map.flow("S10", day).perDay[lane] ==
            doctest::Approx(rates[TumourFlux::macrophageByCsf1][lane]));
      CHECK(map.flow("P06", day).perDay[lane] ==
            doctest::Approx(rates[TumourFlux::m2ToM1ByLowDose][lane]));
      CHECK(map.flow("entry", day).perDay[lane] ==
            doctest::Approx(rates[TumourFlux::cd8Homing][lane]));
    }
  }
}

TEST_CASE("the kill of a fraction shows for a day, and is that of the course") {
  Opened map(usual());
  const Event* first = nullptr;
  for (const Event& event : map.course.events()) {
    if (!first && event.kind == EventKind::fraction && event.doseGy[0] > 0) first = &event;
  }
  REQUIRE(first);
  const double day = first->day + 0.25;
  const auto killed = [&](const Fluxes& f) {
    return f[TumourFlux::radiationKill][0] + f[TumourFlux::radiationKillResistant][0];
  };
  const double all =
      killed(map.course.integralsAt(day)) - killed(map.course.integralsBefore(first->day));
  REQUIRE(all > 0);
  CHECK(map.flow("R01", day).perDay[0] == doctest::Approx(all).epsilon(1e-6));
  CHECK(map.flow("R01", first->day - 0.01).perDay[0] == doctest::Approx(0));
  // TGF-beta protects: with it the fraction kills less.
  CHECK(map.flow("S09", day).perDay[0] < 0);
}

TEST_CASE("signs of the amounts follow the model: suppressors take from the killing") {
  Opened map(usual());
  for (const char* name : {"X03", "X04", "X05", "X08"}) {
    CAPTURE(name);
    CHECK(map.flow(name, 12).perDay[0] < 0);
  }
  CHECK(map.flow("L07", 12).perDay[0] > 0);
  CHECK(map.flow("checkpoint", 12).perDay[0] < 0);
}

TEST_CASE("a mechanism without strength moves nothing, one of twice the strength twice as much") {
  Scenario scenario = usual();
  const double usualFlow = Opened(scenario).flow("P06", 0.5).perDay[1];
  scenario.patient.strengths[MechanismId::P06] = 0;
  CHECK(Opened(scenario).flow("P06", 0.5).perDay[1] == 0);
  CHECK(usualFlow >= 0);
}

TEST_CASE("the balance adds up to the ratio of the kill rates") {
  Opened map(usual());
  for (const double day : {0.0, 8.0, 20.0, 45.0}) {
    for (const Site site : {Site::irradiated, Site::distant}) {
      CAPTURE(day);
      const BalanceAgainst balance = balanceAgainst(map.course, map.models.untreated, day, site);
      double sum = 0;
      for (const BalanceAgainst::Term& term : balance.terms) sum += term.log;
      CHECK(sum == doctest::Approx(balance.log));
      const int lane = static_cast<int>(site);
      const auto rate = [&](const Course& c) {
        return c.ratesAt(day)[TumourFlux::cd8Kill][lane] / c.at(day)[TumourState::viable][lane];
      };
      if (map.course.at(day)[TumourState::viable][lane] < 0.01) continue;
      CHECK(balance.log ==
            doctest::Approx(std::log(rate(map.course) / rate(map.models.untreated))).epsilon(1e-3));
    }
  }
}

TEST_CASE("an untreated course is in balance with itself") {
  Scenario scenario = usual();
  scenario.plan.radiation.clear();
  scenario.plan.drugs.clear();
  Opened map(scenario);
  for (const BalanceAgainst::Term& term :
       balanceAgainst(map.course, map.models.untreated, 20, Site::distant).terms) {
    CHECK(term.log == doctest::Approx(0));
  }
  CHECK(map.flow("R01", 20).perDay[0] == 0);
  CHECK(map.flow("S01", 20).perDay[0] == doctest::Approx(0));
}

TEST_CASE("a card says the amount and its direction") {
  Opened map(usual());
  const MapFlow less = map.flow("X03", 12), more = map.flow("S10", 12);
  TextBuffer<512> text;
  addFlow(mapArrows()[static_cast<std::size_t>(mapArrowByName("X03"))], less, 0, text);
  CHECK(text.view().find("less") != std::string_view::npos);
  TextBuffer<16> number;
  number.addNumber(-less.perDay[0], 2);
  CHECK(text.view().find(number.view()) != std::string_view::npos);
  text.clear();
  addFlow(mapArrows()[static_cast<std::size_t>(mapArrowByName("S10"))], more, 0, text);
  CHECK(text.view().find("more") != std::string_view::npos);
}

}  // namespace abscope
