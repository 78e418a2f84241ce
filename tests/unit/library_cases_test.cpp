// The cases: each file is sound, and its arms give what the calibration targets give.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "library/cases.h"
#include "library/embedded_assets.h"
#include "library/scenario_json.h"
#include "trial/cohort.h"
#include "trial/targets.h"
#include "unit/source_files.h"

namespace abscope {
namespace {

TEST_CASE("every case file is read without errors or warnings, and under its own name") {
  std::size_t files = 0;
  for (const EmbeddedAsset& asset : embeddedAssets()) {
    if (asset.path.substr(0, 13) != "assets/cases/") continue;
    ++files;
    CAPTURE(asset.path);
    const ReadCase read = readCase(asset.bytes);
    for (const Message& message : read.errors) FAIL_CHECK(message.place, ": ", message.text);
    for (const Message& message : read.warnings) FAIL_CHECK(message.place, ": ", message.text);
    CHECK(asset.path == "assets/cases/" + read.item.id + ".json");
  }
  CHECK(files == cases().size());
}

TEST_CASE("every preclinical study of the inventory has a case that can be run and compared") {
  std::map<std::string, std::vector<const Case*>> naming;
  for (const Case& item : cases()) {
    for (const std::string& id : item.study.inventory) naming[id].push_back(&item);
  }
  for (int i = 1; i <= 16; ++i) {
    const std::string id = "PC" + std::to_string(i);
    CAPTURE(id);
    REQUIRE(naming.count(id) == 1);
    for (const Case* item : naming[id]) {
      CAPTURE(item->id);
      CHECK(std::any_of(item->readouts.begin(), item->readouts.end(), [](const Readout& readout) {
        return readout.direction != Direction::unstated;
      }));
    }
  }
}

TEST_CASE("every clinical study of the inventory has a case of a person, with its results") {
  for (int i = 1; i <= 16; ++i) {
    const std::string id = "CL" + std::to_string(i);
    CAPTURE(id);
    int naming = 0;
    for (const Case& item : cases()) {
      const std::vector<std::string>& inventory = item.study.inventory;
      if (std::find(inventory.begin(), inventory.end(), id) == inventory.end()) continue;
      ++naming;
      CAPTURE(item.id);
      for (const Scenario& arm : item.arms) CHECK(arm.patient.preset == Preset::human);
      CHECK_FALSE(item.published.empty());
      CHECK_FALSE(item.readouts.empty());
      if (i >= 13) CHECK_FALSE(item.study.status.empty());
    }
    CHECK(naming > 0);
  }
}

TEST_CASE("a negative randomised trial expects no effect, whatever the model says") {
  for (const char* id : {"mcbride-2021", "schoenfeld-2022", "spaas-2023"}) {
    CAPTURE(id);
    const Case* item = findCase(id);
    REQUIRE(item != nullptr);
    int compared = 0;
    for (const Readout& readout : item->readouts) {
      if (readout.against.empty()) continue;
      ++compared;
      CHECK(readout.direction == Direction::similar);
    }
    CHECK(compared > 0);
  }
}

TEST_CASE("Welsh 2020 has every burden with every regimen") {
  const Case& item = *findCase("welsh-2020");
  for (const char* burden : {"small-", "large-"}) {
    for (const char* regimen : {"pembrolizumab", "12.5x4-pembrolizumab", "3x15-pembrolizumab"}) {
      CAPTURE(std::string(burden) + regimen);
      const Scenario* arm = findArm(item, std::string(burden) + regimen);
      REQUIRE(arm != nullptr);
      const Scenario& other = *findArm(item, std::string(burden) + "pembrolizumab");
      CHECK(arm->patient.irradiatedMm3 == other.patient.irradiatedMm3);
      CHECK(arm->patient.distantMm3 == other.patient.distantMm3);
    }
  }
}

TEST_CASE("the studies that the lab promises are there") {
  for (const char* id : {"dewan-2009", "demaria-2005", "barsoumian-2020", "savage-2020",
                         "klug-2013", "theelen-2021", "kong-2022", "kwan-2022", "lin-2022",
                         "conventional-2x30", "young-2014", "young-2016", "dovedi-2014"}) {
    CAPTURE(id);
    REQUIRE(findCase(id) != nullptr);
  }
  for (const Case& item : cases()) {
    CAPTURE(item.id);
    CHECK(findArm(item, item.defaultArm) != nullptr);
    CHECK(findArm(item, item.control) != nullptr);
    CHECK_FALSE(item.published.empty());
    CHECK_FALSE(item.readouts.empty());
    CHECK(item.question.back() == '?');
  }
  CHECK(findCase("nobody-1900") == nullptr);
  CHECK(findCase("barsoumian-2020")->defaultArm == "hdr-ldrt-ici");
}

TEST_CASE("a small distant lesion says what it is a proxy of") {
  int small = 0;
  for (const Case& item : cases()) {
    for (const Readout& readout : item.readouts) {
      if (readout.quantity != Quantity::distantVolume &&
          readout.quantity != Quantity::dayDistantReaches400) {
        continue;
      }
      const Scenario& arm = *findArm(item, readout.arm);
      if (arm.patient.preset != Preset::mouse || arm.patient.distantMm3 > 4) continue;
      ++small;
      CAPTURE(item.id);
      CAPTURE(readout.name);
      CHECK(readout.proxy.find("lung metastases") == 0);
    }
  }
  CHECK(small >= 10);
}

TEST_CASE("a case survives writing and reading") {
  for (const Case& item : cases()) {
    const std::string json = writeCase(item);
    const ReadCase read = readCase(json);
    CAPTURE(item.id);
    REQUIRE(read.errors.empty());
    CHECK(writeCase(read.item) == json);
  }
}

TEST_CASE("a case that names arms it does not have is refused") {
  auto json = nlohmann::json::parse(fileText("assets/cases/dewan-2009.json"));
  json["defaultArm"] = "8x4";
  json["outgrown"] = "pembrolizumap";
  json["readouts"][1]["against"] = "nobody";
  json["readouts"][2]["day"] = 46;
  json["arms"][1]["id"] = "control";
  json["arms"][2]["plan"]["days"] = 0;
  json["study"]["year"] = 2009.5;
  const ReadCase read = readCase(json.dump());
  std::set<std::string> places;
  for (const Message& message : read.errors) places.insert(message.place);
  for (const char* place :
       {"$.defaultArm", "$.outgrown", "$.readouts[1].against", "$.readouts[2].day", "$.arms[1].id",
        "$.arms[2].plan.days", "$.study.year"}) {
    CAPTURE(place);
    CHECK(places.count(place) == 1);
  }
}

TEST_CASE("a published number comes with its unit, inside its interval, of an arm that is there") {
  auto json = nlohmann::json::parse(fileText("assets/cases/dewan-2009.json"));
  json["study"]["registration"] = "NCT00000000";
  json["study"]["status"] = "Completed (2020-01-01).";
  auto& published = json["published"][0];
  published["value"] = 41.7;
  published["low"] = 30;
  published["high"] = 54;
  published["unit"] = "%";
  published["n"] = 72;
  published["arm"] = "8x3";
  json["readouts"][0]["direction"] = "lower";
  json["readouts"][0]["proxy"] = "nothing";
  const ReadCase good = readCase(json.dump());
  for (const Message& message : good.errors) FAIL_CHECK(message.place, ": ", message.text);
  CHECK(good.item.study.registration == "NCT00000000");
  CHECK(*good.item.published[0].value == 41.7);
  CHECK(*good.item.published[0].n == 72);
  CHECK_FALSE(good.item.published[1].value);
  CHECK(good.item.readouts[0].direction == Direction::lower);
  CHECK(good.item.readouts[3].direction == Direction::unstated);
  CHECK(readCase(writeCase(good.item)).item.readouts[0].proxy == "nothing");

  json["study"].erase("registration");
  published.erase("unit");
  published["low"] = 42;
  published["high"] = 41;
  published["n"] = 71.5;
  published["arm"] = "nobody";
  json["published"][1]["low"] = 3;
  json["readouts"][0].erase("against");
  json["readouts"][1]["direction"] = "lesser";
  std::set<std::string> places;
  for (const Message& message : readCase(json.dump()).errors) places.insert(message.place);
  for (const char* place :
       {"$.study.registration", "$.published[0].unit", "$.published[0].low", "$.published[0].high",
        "$.published[0].n", "$.published[0].arm", "$.published[1].value", "$.readouts[0].direction",
        "$.readouts[1].direction"}) {
    CAPTURE(place);
    CHECK(places.count(place) == 1);
  }
}

TEST_CASE("a registered trial's status has a date") {
  for (const Case& item : cases()) {
    if (item.study.status.empty()) continue;
    CAPTURE(item.id);
    CHECK(item.study.status.find("20") != std::string::npos);
  }
}

TEST_CASE("readouts name targets that exist") {
  const auto targets = nlohmann::json::parse(fileText("tests/science/targets.json"));
  std::set<std::string> known;
  for (const auto& target : targets["targets"]) known.insert(target["id"].get<std::string>());
  int named = 0;
  for (const Case& item : cases()) {
    for (const Readout& readout : item.readouts) {
      if (readout.target.empty()) continue;
      ++named;
      CAPTURE(readout.target);
      CHECK(known.count(readout.target) == 1);
    }
  }
  CHECK(named >= 30);
}

// What is given and when, in the order of time; and to whom.
std::string treatment(const Patient& patient, const Plan& plan, double days) {
  std::ostringstream out;
  const Parameters p = parametersOf(patient);
  out.precision(12);
  out << patient.irradiatedMm3 << ' ' << patient.distantMm3 << ' ' << patient.bloodEffectors << ' ';
  for (double r : patient.resistance) out << r << ' ';
  for (int i = 0; i < kParameterCount; ++i)
    out << parameterValue(p, static_cast<ParameterId>(i)) << ' ';
  Plan shortened = plan;
  shortened.days = days;
  std::multiset<std::string> given;
  const Course course = solve(patient, shortened);
  for (const Event& event : course.events()) {
    std::ostringstream line;
    line.precision(12);
    if (event.kind == EventKind::fraction) {
      line << event.day << ": " << event.doseGy[0] << ", " << event.doseGy[1] << ", "
           << event.nodeGy << ", " << event.bloodGy << " Gy";
    } else if (event.kind == EventKind::drugDose) {
      line << event.day << ": " << event.amount << ' ' << drugInfo(event.drug).id;
    }
    if (!line.str().empty()) given.insert(line.str());
  }
  for (const std::string& line : given) out << '\n' << line;
  return out.str();
}

const Target* targetById(std::string_view id) {
  const auto& all = allTargets();
  const auto found =
      std::find_if(all.begin(), all.end(), [id](const Target& target) { return target.id == id; });
  return found == all.end() ? nullptr : &*found;
}

TEST_CASE("the arms of mouse cases are treated as the arms of their targets") {
  int compared = 0;
  for (const Case& item : cases()) {
    if (item.arms.front().patient.preset != Preset::mouse) continue;
    for (const Readout& readout : item.readouts) {
      if (readout.target.empty()) continue;
      const Target* target = targetById(readout.target);
      REQUIRE(target != nullptr);
      for (const std::string& id : {readout.arm, readout.against}) {
        if (id.empty()) continue;
        CAPTURE(item.id);
        CAPTURE(readout.target);
        CAPTURE(id);
        const Scenario& arm = *findArm(item, id);
        // Doses after the readout's day are of no matter to it.
        const double days = std::min({arm.plan.days, target->days, readout.day});
        const std::string ours = treatment(arm.patient, arm.plan, days);
        const bool found =
            std::any_of(target->arms.begin(), target->arms.end(), [&](const Arm& other) {
              return treatment(patientOf(other), planOf(other, days), days) == ours;
            });
        CAPTURE(ours);
        CHECK(found);
        ++compared;
      }
    }
  }
  CHECK(compared >= 50);
}

TEST_CASE("a less immunogenic line sheds antigen at 0.7 of the usual rate") {
  const Scenario& arm = *findArm(*findCase("demaria-2005"), "control");
  REQUIRE(arm.patient.changes.size() == 1);
  CHECK(arm.patient.changes[0].id == ParameterId::antigenBasalPerMm3);
  CHECK(arm.patient.changes[0].value ==
        doctest::Approx(0.7 * parameterInfo(ParameterId::antigenBasalPerMm3).mouse).epsilon(1e-9));
}

TEST_CASE("RadScopal gives the low dose three days after the high dose") {
  const Scenario& arm = *findArm(*findCase("barsoumian-2020"), "hdr-ldrt-ici");
  std::vector<double> high, low;
  const Course course = solve(arm.patient, arm.plan);
  for (const Event& event : course.events()) {
    if (event.kind != EventKind::fraction) continue;
    (event.doseGy[0] > 0 ? high : low).push_back(event.day);
    CHECK((event.doseGy[0] == 12 || event.doseGy[1] == 1));
  }
  CHECK(high == std::vector<double>{1, 2, 3});
  CHECK(low == std::vector<double>{6, 7});
}

TEST_CASE("in the salvage case radiotherapy follows progression, and shrinks the tumour it hits") {
  const Case& item = *findCase("lin-2022");
  const Scenario& arm = *findArm(item, "anti-pd-1-5x6");
  const Course course = solve(arm.patient, arm.plan);
  double progression = -1, first = -1;
  int fractions = 0;
  for (const Event& event : course.events()) {
    if (event.kind == EventKind::progression) progression = event.day;
    if (event.kind != EventKind::fraction) continue;
    if (first < 0) first = event.day;
    ++fractions;
    CHECK(event.doseGy[0] == 5);
  }
  REQUIRE(progression > 0);
  CHECK(first == progression + 7);
  CHECK(fractions == 6);
  const Scenario& alone = *findArm(item, "anti-pd-1");
  const double day = first + 60;
  CHECK(volumeMm3(course.at(day))[0] <
        0.3 * volumeMm3(solve(alone.patient, alone.plan).at(day))[0]);
}

TEST_CASE("thirty fractions on weekdays take six weeks") {
  const Scenario& arm = *findArm(*findCase("conventional-2x30"), "2x30");
  std::vector<double> days;
  const Course course = solve(arm.patient, arm.plan);
  for (const Event& event : course.events()) {
    if (event.kind == EventKind::fraction) days.push_back(event.day);
  }
  REQUIRE(days.size() == 30);
  CHECK(days.front() == 0);
  CHECK(days.back() == 39);
  for (double day : days) CHECK(std::fmod(day, 7) < 5);
}

TEST_CASE("GM-CSF is dosed in micrograms, and the review's slip is shown") {
  CHECK(drugInfo(Drug::gmCsf).human.dose == "200 µg s.c.");
  const Case& item = *findCase("kong-2022");
  CHECK(std::any_of(item.differences.begin(), item.differences.end(),
                    [](const Difference& d) { return d.entry == "A6-7"; }));
}

TEST_CASE("the committed schemas are those that the program prints") {
  // To renew: abscope schema scenario --output assets/schema/scenario.schema.json (and case).
  CHECK(fileText("assets/schema/scenario.schema.json") == scenarioSchema());
  CHECK(fileText("assets/schema/case.schema.json") == caseSchema());
}

}  // namespace
}  // namespace abscope
