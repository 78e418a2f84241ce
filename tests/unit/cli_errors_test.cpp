// Bad input on the command line: exit code 2, and every mistake is named.
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/command_line.h"
#include "core/version.h"
#include "library/cases.h"
#include "model/parameters.h"

namespace abscope {
namespace {

constexpr char kBadScenario[] =
    R"({"format": "abscope-scenario/1", "patient": {"preset": "mous", "irradiatedMm3": 60,
        "distantMm3": 25}, "plan": {"days": 2000}})";
constexpr char kLateScenario[] =
    R"({"format": "abscope-scenario/1", "patient": {"irradiatedMm3": 60, "distantMm3": 25},
        "plan": {"days": 5, "drugs": [{"id": "ab", "drug": "antiPd1", "start": 9}]}})";

Outcome run(const std::vector<std::string_view>& arguments) {
  return runCommandLine(arguments, {[](const std::string& path) -> std::optional<std::string> {
                                      if (path == "bad.json") return kBadScenario;
                                      if (path == "late.json") return kLateScenario;
                                      if (path == "broken.json") return "{\n  \"format\": oops\n}";
                                      return std::nullopt;
                                    },
                                    [](const std::string&, const std::string&) { return false; }});
}

TEST_CASE("bad input ends with exit code 2 and its reason") {
  struct Bad {
    std::vector<std::string_view> arguments;
    const char* says;
  };
  const Bad bads[] = {
      {{"run"}, "abscope: run: needs a scenario file, - for the standard input, or --case ID"},
      {{"run", "bad.json"},
       "abscope: bad.json: $.patient.preset: \"mous\" is unknown; did you mean \"mouse\"?"},
      {{"run", "bad.json"},
       "abscope: bad.json: $.plan.days: 2000 is out of range; allowed: 1 to 1095 days"},
      {{"run", "broken.json"}, "abscope: broken.json: line 2, column 13: not JSON:"},
      {{"run", "missing.json"}, "abscope: missing.json: cannot be read"},
      {{"run", "-"}, "abscope: standard input: cannot be read"},
      {{"run", "bad.json", "--case", "dewan-2009"}, "takes a file or --case, not both"},
      {{"run", "late.json", "--arm", "8x3"}, "--arm: goes with --case only"},
      {{"run", "--case", "dewan-2010"},
       "--case: no case has the id \"dewan-2010\"; did you mean dewan-2009?"},
      {{"run", "--case", "zzz"}, " barsoumian-2020 "},
      {{"run", "--case", "dewan-2009", "--arm", "8x4"}, "did you mean 8x3?"},
      {{"run", "--case"}, "--case: needs a value: ID"},
      {{"run", "--case", "dewan-2009", "--case", "klug-2013"}, "--case: is given twice"},
      {{"run", "--case", "dewan-2009", "--evry", "2"},
       "--evry: unknown option; did you mean --every?"},
      {{"run", "--case", "dewan-2009", "--qqq"}, "--qqq: unknown option; options of this command:"},
      {{"run", "--case", "dewan-2009", "--fluxes=yes"}, "--fluxes: takes no value"},
      {{"run", "late.json", "bad.json"}, "bad.json: is one word too many"},
      {{"run", "--case", "dewan-2009", "--every", "0"},
       "--every: \"0\" is out of range; allowed: 0.01 to 1095 days"},
      {{"run", "--case", "dewan-2009", "--every", "two"}, "--every: \"two\" is out of range"},
      {{"run", "--case", "dewan-2009", "--every", "nan"}, "--every: \"nan\" is out of range"},
      {{"run", "--case", "dewan-2009", "--every", "-1"}, "--every: \"-1\" is out of range"},
      {{"run", "--case", "dewan-2009", "--format", "cvs"},
       "--format: \"cvs\" is unknown; did you mean csv? allowed: json csv text"},
      {{"run", "--case", "dewan-2009", "--states", "cd8Efector"},
       "--states: \"cd8Efector\" is no state; did you mean cd8Effector?"},
      {{"run", "--case", "dewan-2009", "--states", ","}, "--states: needs at least one name"},
      {{"rum", "x"}, "rum: unknown command; did you mean run? See abscope help"},
      {{"cases", "dewan"}, "no case has the id \"dewan\""},
      {{"cases", "--output"}, "--output: needs a value: FILE"},
      {{"schema", "scenarios"}, "schema: \"scenarios\" is unknown; allowed: scenario case"},
      {{"parameters", "all"}, "all: is one word too many"},
      {{"parameters", "--format", "csv"}, "allowed: markdown json"},
      {{"compare"}, "compare: needs the id of a case"},
      {{"compare", "dewan-2008"}, "did you mean dewan-2009?"},
      {{}, "abscope run SCENARIO.json"},
  };
  for (const Bad& bad : bads) {
    const Outcome outcome = run(bad.arguments);
    CAPTURE(bad.says);
    CAPTURE(outcome.err);
    CHECK(outcome.exitCode == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find(bad.says) != std::string::npos);
  }
}

TEST_CASE("all mistakes are named at once") {
  const Outcome outcome =
      run({"run", "--case", "dewan-2009", "--every", "0", "--format", "x", "--states", "nothing"});
  CHECK(outcome.err.find("--every") != std::string::npos);
  CHECK(outcome.err.find("--format") != std::string::npos);
  CHECK(outcome.err.find("--states") != std::string::npos);
}

TEST_CASE("warnings do not stop a run") {
  const Outcome outcome = run({"run", "late.json"});
  CHECK(outcome.exitCode == 0);
  CHECK_FALSE(outcome.out.empty());
  CHECK(outcome.err ==
        "abscope: warning: $.plan.drugs[0].start: day 9 never comes; the course ends on day 5\n");
}

TEST_CASE("help names every command and option") {
  for (const std::vector<std::string_view>& arguments :
       {std::vector<std::string_view>{"help"}, {"--help"}, {"run", "-h"}}) {
    const Outcome outcome = run(arguments);
    CHECK(outcome.exitCode == 0);
    for (const char* word : {"abscope run", "abscope compare", "abscope cases", "abscope schema",
                             "abscope parameters", "--every", "--fluxes", "--states"}) {
      CAPTURE(word);
      CHECK(outcome.out.find(word) != std::string::npos);
    }
  }
}

TEST_CASE("parameters are listed with unit, range and source") {
  const auto json = nlohmann::json::parse(run({"parameters", "--format", "json"}).out);
  REQUIRE(json.size() == static_cast<std::size_t>(kParameterCount));
  for (const auto& entry : json) {
    CAPTURE(entry["name"].get<std::string>());
    CHECK(entry["low"].get<double>() <= entry["high"].get<double>());
    CHECK_FALSE(entry["source"].get<std::string>().empty());
    CHECK_FALSE(entry["meaning"].get<std::string>().empty());
  }
  const std::string table = run({"parameters"}).out;
  CHECK(std::count(table.begin(), table.end(), '\n') == kParameterCount + 2);
}

TEST_CASE("cases are listed for people and for programs") {
  const auto json = nlohmann::json::parse(run({"cases", "--format", "json"}).out);
  REQUIRE(json.size() == cases().size());
  const std::string text = run({"cases"}).out;
  for (const auto& entry : json) {
    CHECK(text.find(entry["id"].get<std::string>()) != std::string::npos);
    CHECK_FALSE(entry["arms"].empty());
  }
  const std::string one = run({"cases", "kong-2022"}).out;
  CHECK(one.find("200 micrograms a day") != std::string::npos);
  CHECK(readCase(run({"cases", "kong-2022", "--format", "json"}).out).errors.empty());
}

TEST_CASE("the version is that of the build") {
  std::ifstream file(std::string(ABSCOPE_SOURCE_DIR) + "/CMakeLists.txt");
  std::stringstream text;
  text << file.rdbuf();
  CHECK(text.str().find("project(abscope VERSION " + std::string(kVersion)) != std::string::npos);
}

}  // namespace
}  // namespace abscope
