// abscope run: what it writes is complete, stable and true to the course.
#include <cmath>
#include <map>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/command_line.h"
#include "library/cases.h"
#include "library/scenario_json.h"
#include "model/course.h"
#include "model/summary.h"
#include "unit/source_files.h"

namespace abscope {
namespace {

using Json = nlohmann::json;

struct FakeFiles {
  std::map<std::string, std::string> content;
  bool canWrite = true;

  Outcome run(const std::vector<std::string_view>& arguments) {
    return runCommandLine(arguments,
                          {[this](const std::string& path) -> std::optional<std::string> {
                             const auto found = content.find(path);
                             if (found == content.end()) return std::nullopt;
                             return found->second;
                           },
                           [this](const std::string& path, const std::string& text) {
                             if (canWrite) content[path] = text;
                             return canWrite;
                           }});
  }
};

Outcome run(const std::vector<std::string_view>& arguments) { return FakeFiles().run(arguments); }

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::stringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  return parts;
}

TEST_CASE("every arm of every case runs, with numbers everywhere") {
  for (const Case& item : cases()) {
    for (const Scenario& arm : item.arms) {
      CAPTURE(item.id);
      CAPTURE(arm.id);
      const Outcome outcome =
          run({"run", "--case", item.id, "--arm", arm.id, "--every", "30", "--fluxes"});
      REQUIRE(outcome.exitCode == 0);
      CHECK(outcome.err.empty());
      const Json json = Json::parse(outcome.out);
      CHECK(json["format"] == "abscope-course/1");
      CHECK(json["case"] == item.id);
      CHECK(json["scenario"]["id"] == arm.id);
      CHECK(json["day"].back() == arm.plan.days);
      CHECK(json["states"]["irradiated"]["volume"][0].get<double>() ==
            doctest::Approx(arm.patient.irradiatedMm3));
      int numbers = 0;
      for (const char* part : {"states", "rates", "totals"}) {
        for (const auto& placed : json[part].items()) {
          const std::string& place = placed.key();
          const Json& columns = placed.value();
          for (const auto& column : columns.items()) {
            const std::string& name = column.key();
            const Json& values = column.value();
            CAPTURE(name);
            CHECK(values.size() == json["day"].size());
            for (const Json& value : values) {
              numbers += value.is_number() ? 1 : 0;
              if (!value.is_number()) FAIL_CHECK(part, ".", place, ".", name, " is no number");
            }
          }
        }
      }
      CHECK(numbers > 1000);
    }
  }
}

TEST_CASE("without --arm a case runs its default arm") {
  const Json json = Json::parse(run({"run", "--case", "barsoumian-2020", "--every", "60"}).out);
  CHECK(json["scenario"]["id"] == "hdr-ldrt-ici");
}

TEST_CASE("the scenario in the output gives the same output again") {
  const Outcome first = run({"run", "--case", "savage-2020", "--every", "20"});
  FakeFiles files;
  Json scenario = Json::parse(first.out)["scenario"];
  files.content["s.json"] = scenario.dump();
  Json one = Json::parse(first.out),
       two = Json::parse(files.run({"run", "s.json", "--every", "20"}).out);
  one.erase("case");
  CHECK(one == two);
}

TEST_CASE("the same is read from the standard input") {
  FakeFiles files;
  files.content["-"] = files.content["s.json"] =
      writeScenario(*findArm(*findCase("klug-2013"), "2x1"));
  const Outcome fromInput = files.run({"run", "-"});
  CHECK(fromInput.exitCode == 0);
  CHECK(fromInput.out == files.run({"run", "s.json"}).out);
}

TEST_CASE("values and summary are those of the course") {
  const Scenario& arm = *findArm(*findCase("dewan-2009"), "8x3-anti-ctla-4");
  const Course course = solve(arm.patient, arm.plan);
  const Summary summary = summarise(course);
  const Json json = Json::parse(run({"run", "--case", "dewan-2009", "--every", "0.5"}).out);
  REQUIRE(json["day"].size() == 91);
  for (std::size_t i = 0; i < 91; i += 7) {
    const double day = json["day"][i];
    CHECK(day == 0.5 * static_cast<double>(i));
    const State y = course.at(day);
    CHECK(json["states"]["distant"]["treg"][i].get<double>() == y[TumourState::treg][1]);
    CHECK(json["states"]["body"]["lymphocytes"][i].get<double>() == y[SystemState::lymphocytes]);
    CHECK(json["states"]["drugs"]["antiCtla4"][i].get<double>() ==
          course.drugLevelsAt(day)[static_cast<std::size_t>(Hook::antiCtla4)]);
    CHECK(json["states"]["irradiated"]["volume"][i].get<double>() == volumeMm3(y)[0]);
  }
  const Json& tumour = json["summary"]["irradiated"];
  CHECK(tumour["smallestMm3"] == summary.tumours[0].smallestMm3);
  CHECK(tumour["bestChangePercent"] == summary.tumours[0].bestChangePercent);
  CHECK(tumour["bed10Gy"].get<double>() == doctest::Approx(3 * 8 * 1.8));
  CHECK(tumour["totalDoseGy"] == 24);
  CHECK(json["summary"]["distant"]["totalDoseGy"] == 0);
  CHECK(tumour["densities"]["end"]["nk"].get<double>() > 0);
}

TEST_CASE("events tell each fraction and dose with its item") {
  const Json json = Json::parse(run({"run", "--case", "barsoumian-2020"}).out);
  int fractions = 0, doses = 0;
  double lastDay = 0;
  for (const Json& event : json["events"]) {
    CHECK(event["day"].get<double>() >= lastDay);
    lastDay = event["day"];
    if (event["kind"] == "fraction") {
      ++fractions;
      const bool isPrimary = event["item"] == "primary";
      CHECK(event["doseGy"]["irradiated"] == (isPrimary ? 12 : 0));
      CHECK(event["doseGy"]["distant"] == (isPrimary ? 0 : 1));
    } else if (event["kind"] == "drugDose") {
      ++doses;
      CHECK(event["amount"] == 1);
    }
  }
  CHECK(fractions == 5);
  CHECK(doses == 9);
}

// Adds what each flux moved, by the name of the state that it left or reached.
void addMoved(std::map<std::string, double>& change, const std::string& place, const FluxInfo& info,
              double amount) {
  const auto add = [&](Pool pool, double signedAmount) {
    if (pool == Pool::outside) return;
    change[(isTumour(pool) ? place : std::string("body")) + "." + std::string(poolName(pool))] +=
        signedAmount;
  };
  add(info.from, -amount);
  add(info.to, amount);
}

TEST_CASE("what the fluxes moved is how the states changed") {
  for (const char* arm : {"8x3-anti-ctla-4", "control"}) {
    const Json json =
        Json::parse(run({"run", "--case", "dewan-2009", "--arm", arm, "--fluxes"}).out);
    std::map<std::string, double> change;
    for (const char* place : {"irradiated", "distant"}) {
      for (const FluxInfo& info : kTumourFluxInfo) {
        addMoved(change, place, info, json["totals"][place][std::string(info.name)].back());
      }
    }
    for (const FluxInfo& info : kSystemFluxInfo) {
      addMoved(change, "body", info, json["totals"]["body"][std::string(info.name)].back());
    }
    REQUIRE(change.size() > 50);
    for (const auto& entry : change) {
      const std::string& name = entry.first;
      const double moved = entry.second;
      CAPTURE(name);
      const std::vector<std::string> parts = split(name, '.');
      const Json& values = json["states"][parts[0]][parts[1]];
      const double changed = values.back().get<double>() - values.front().get<double>();
      CHECK(std::fabs(changed - moved) <= 1e-5 * (1 + std::fabs(changed)));
    }
  }
}

TEST_CASE("the header of the CSV is stable") {
  // A change of this file breaks the scripts of others: raise the number in the format as well.
  const Outcome outcome = run({"run", "--case", "dewan-2009", "--format", "csv", "--fluxes"});
  std::string header = outcome.out.substr(0, outcome.out.find('\n'));
  std::string wanted;
  for (const std::string& line : split(fileText("tests/cli/csv_header.txt"), '\n')) {
    wanted += (wanted.empty() ? "" : ",") + line;
  }
  CHECK(header == wanted);
}

TEST_CASE("CSV and JSON hold the same numbers") {
  const std::vector<std::string> lines =
      split(run({"run", "--case", "dewan-2009", "--format", "csv"}).out, '\n');
  const Json json = Json::parse(run({"run", "--case", "dewan-2009"}).out);
  REQUIRE(lines.size() == 47);  // the header, days 0 to 45
  const std::vector<std::string> header = split(lines[0], ',');
  const std::vector<std::string> row = split(lines[21], ',');
  REQUIRE(row.size() == header.size());
  CHECK(row[0] == "20");
  for (std::size_t i = 1; i < header.size(); ++i) {
    const std::vector<std::string> parts = split(header[i], '.');
    CHECK(std::strtod(row[i].c_str(), nullptr) == json["states"][parts[0]][parts[1]][20]);
  }
}

TEST_CASE("only the states that are asked for, in their own order") {
  const Outcome outcome = run({"run", "--case", "dewan-2009", "--format=csv", "--states",
                               "lymphocytes,volume,antiCtla4", "--every", "45"});
  CHECK(outcome.out.substr(0, outcome.out.find('\n')) ==
        "day,irradiated.volume,distant.volume,body.lymphocytes,drugs.antiCtla4");
  CHECK(split(outcome.out, '\n').size() == 3);
}

TEST_CASE("the last day is there even when the step does not meet it") {
  const Json json = Json::parse(run({"run", "--case", "dewan-2009", "--every", "20"}).out);
  CHECK(json["day"] == Json({0, 20, 40, 45}));
}

TEST_CASE("the text for people holds the summary") {
  const Outcome outcome = run({"run", "--case", "dewan-2009", "--arm", "8x3", "--format", "text"});
  CHECK(outcome.out.find("irradiated tumour\n") != std::string::npos);
  CHECK(outcome.out.find("24 Gy") != std::string::npos);
  CHECK(outcome.out.find("43.2, 88,") != std::string::npos);  // BED with alpha/beta 10 and 3
  CHECK(outcome.out.find("not for clinical decisions") != std::string::npos);
}

TEST_CASE("output goes to a file, and the summary to another") {
  FakeFiles files;
  const Outcome outcome = files.run({"run", "--case", "dewan-2009", "--format", "csv", "--output",
                                     "out.csv", "--summary", "summary.json"});
  CHECK(outcome.exitCode == 0);
  CHECK(outcome.out.empty());
  CHECK(files.content["out.csv"].substr(0, 4) == "day,");
  const Json summary = Json::parse(files.content["summary.json"]);
  CHECK(summary["format"] == "abscope-course/1");
  CHECK(summary["summary"]["irradiated"]["startMm3"] == 60);
  CHECK_FALSE(summary.contains("states"));

  files.canWrite = false;
  const Outcome refusedFile = files.run({"run", "--case", "dewan-2009", "--output", "no/x.json"});
  CHECK(refusedFile.exitCode == 1);
  CHECK(refusedFile.err == "abscope: --output: cannot write no/x.json\n");
}

}  // namespace
}  // namespace abscope
