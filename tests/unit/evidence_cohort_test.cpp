// Readouts that one course cannot give: counted in mice and patients who differ.
#include <cmath>

#include <doctest/doctest.h>

#include "evidence/cohort_results.h"
#include "library/populations.h"

namespace abscope {
namespace {

CohortResult resultOf(const CohortReadout& readout, double value, double low, double high,
                      double against = 0) {
  return {&readout, {value, low, high, 1, 100}, {against, against, against, 1, 100}};
}

TEST_CASE("the studies that count animals have cohorts, with endpoint, day and proxy stated") {
  for (const char* id : {"liang-2017", "chakravarty-1999", "demaria-2005", "dovedi-2013",
                         "savage-2020", "barsoumian-2020", "vanpouille-box-2017"}) {
    CAPTURE(id);
    const Case& item = *findCase(id);
    REQUIRE_FALSE(item.cohorts.empty());
    for (const CohortReadout& cohort : item.cohorts) {
      CAPTURE(cohort.name);
      CHECK(cohort.n >= 100);
      const Scenario& arm = *findArm(item, cohort.arm);
      CHECK(cohort.day <= arm.plan.days);
      const bool held = cohort.endpoint == Endpoint::distantHeld;
      if (!held && cohort.endpoint != Endpoint::alive) continue;
      CHECK_FALSE(cohort.proxy.empty());
      if (cohort.proxy.find("lung metastases: ") == 0) CHECK(arm.patient.distantMm3 <= 1);
    }
  }
  CHECK(findCase("liang-2017")->cohorts[0].published == 60.0);
  CHECK(findCase("barsoumian-2020")->cohorts[0].published == 90.0);
  CHECK(findCase("barsoumian-2020")->cohorts[0].day == 50);
}

TEST_CASE("a case's cohorts come to what its arms come to in the cohort itself") {
  const Case& item = *findCase("barsoumian-2020");
  CohortWork work(item);
  CHECK(work.results().empty());
  double share = 0;
  int steps = 0;
  while (!work.done()) {
    work.step();
    ++steps;
    CHECK(work.share() > share);
    share = work.share();
  }
  CHECK(share == doctest::Approx(1));
  CHECK(steps == 300);  // three arms, each once, although two readouts share one
  const std::vector<CohortResult> results = work.results();
  REQUIRE(results.size() == item.cohorts.size());
  const PatientSampler sampler(usualPopulation(Preset::mouse), 1);
  const Scenario& arm = *findArm(item, "hdr-ldrt-ici");
  const Proportion alive =
      shareOf(runPatients(sampler, {arm.patient, arm.plan}, 0, 100, rulesFor(Preset::mouse)),
              Endpoint::alive, 50);
  CHECK(results[0].arm.count == alive.count);
  CHECK(results[0].arm.value == doctest::Approx(100 * alive.share));
  CHECK(results[0].arm.low == doctest::Approx(100 * alive.low));
  CHECK(results[0].against.value < results[0].arm.value);
  CHECK(results[0].met == agrees(results[0]));
}

TEST_CASE("agreement asks for the direction and for the number") {
  CohortReadout readout;
  readout.direction = Direction::higher;
  CHECK(agrees(resultOf(readout, 40, 30, 50, 30)));
  CHECK_FALSE(agrees(resultOf(readout, 34, 24, 44, 30)));  // less than 5 points
  readout.direction = Direction::lower;
  CHECK(agrees(resultOf(readout, 20, 12, 30, 30)));
  readout.direction = Direction::similar;
  CHECK(agrees(resultOf(readout, 22, 14, 32, 30)));
  CHECK_FALSE(agrees(resultOf(readout, 19, 12, 28, 30)));
  readout.direction = Direction::unstated;
  readout.published = 60;
  CHECK_FALSE(agrees(resultOf(readout, 40, 30, 50)));
  CHECK(agrees(resultOf(readout, 50, 40, 60)));
  CHECK(agrees(resultOf(readout, 45, 35, 56)));  // 5 points where n is not known
  readout.publishedN = 10;                       // 31 to 83 %
  CHECK(agrees(resultOf(readout, 35, 26, 45)));
  readout.median = true;
  readout.day = 120;
  readout.published = 49;
  CHECK(agrees(resultOf(readout, 58, 52, 65)));
  CHECK_FALSE(agrees(resultOf(readout, 82, 70, 95)));
}

TEST_CASE("a median that is not reached is later than any that is") {
  CohortReadout readout;
  readout.median = true;
  readout.day = 60;
  readout.direction = Direction::higher;
  CHECK(agrees(resultOf(readout, NAN, 50, NAN, 40)));
  readout.direction = Direction::lower;
  CHECK_FALSE(agrees(resultOf(readout, NAN, 50, NAN, 40)));
}

TEST_CASE("a cohort that cannot be counted is refused with its place") {
  const std::string json = writeCase(*findCase("barsoumian-2020"));
  const auto errorOf = [&](const std::string& from, const std::string& to) -> Message {
    std::string changed = json;
    const std::size_t at = changed.find(from, changed.find("\"cohorts\""));
    REQUIRE(at != std::string::npos);
    changed.replace(at, from.size(), to);
    const ReadCase read = readCase(changed);
    return read.errors.empty() ? Message{} : read.errors.front();
  };
  CHECK(errorOf("\"day\": 50", "\"day\": 61").place == "$.cohorts[0].day");
  CHECK(errorOf("\"endpoint\": \"alive\"", "\"endpoint\": \"alife\"").place ==
        "$.cohorts[0].endpoint");
  CHECK(errorOf("\"arm\": \"hdr-ldrt-ici\"", "\"arm\": \"hdr\"").place == "$.cohorts[0].arm");
  CHECK(errorOf("\"published\": 90", "\"published\": 190").place == "$.cohorts[0].published");
  CHECK(errorOf("\"day\": 50", "\"day\": 50, \"population\": \"rats\"").place ==
        "$.cohorts[0].population");
  CHECK(errorOf("\"endpoint\": \"alive\"", "\"endpoint\": \"unseen\", \"statistic\": \"median\"")
            .place == "$.cohorts[0].statistic");
}

}  // namespace
}  // namespace abscope
