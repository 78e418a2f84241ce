// abscope cohort: what it prints, and what it refuses.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/command_line.h"
#include "library/populations.h"
#include "model/endpoint.h"
#include "unit/command_line_calls.h"

namespace abscope {
namespace {

using Json = nlohmann::json;

TEST_CASE("a cohort as JSON has every endpoint of every arm, and parts add up") {
  const auto cohort = [](std::string_view n, std::string_view first) {
    const Outcome outcome = run({"cohort", "--case", "theelen-2021", "--n", n, "--first", first,
                                 "--arms", "8x3-pembrolizumab", "--format", "json", "--patients"});
    REQUIRE(outcome.exitCode == 0);
    return Json::parse(outcome.out);
  };
  const Json whole = cohort("6", "0"), start = cohort("4", "0"), rest = cohort("2", "4");
  CHECK(whole["format"] == "abscope-cohort/1");
  CHECK(whole["population"] == "human-nsclc");
  CHECK(whole["control"] == "pembrolizumab");
  CHECK(whole["failed"].empty());
  bool isBeside = false;  // the published number of an arm that was run
  for (const Json& entry : whole["published"]) {
    isBeside = isBeside || (entry.value("arm", "") == "pembrolizumab" && entry["value"] == 19.7);
    CHECK(entry.value("arm", "") != "12.5x4-pembrolizumab");
  }
  CHECK(isBeside);
  REQUIRE(whole["endpoints"].size() == static_cast<std::size_t>(kEndpointCount));
  for (const Json& endpoint : whole["endpoints"]) {
    CAPTURE(endpoint["endpoint"]);
    REQUIRE(endpoint["arms"].size() == 2);  // the control came along, in the order of the case
    CHECK(endpoint["arms"][0]["arm"] == "pembrolizumab");
    for (const Json& arm : endpoint["arms"]) {
      CHECK(arm["of"] == 6);
      CHECK(arm["low"].get<double>() <= arm["share"].get<double>());
      CHECK(arm["share"].get<double>() <= arm["high"].get<double>());
    }
    CHECK(endpoint["arms"][1].contains(endpoint["arms"][1].contains("median") ? "hazardRatio"
                                                                              : "oddsRatio"));
    CHECK_FALSE(endpoint["arms"][0].contains("oddsRatio"));
  }
  for (const char* arm : {"pembrolizumab", "8x3-pembrolizumab"}) {
    Json joined = start["outcomes"][arm];
    for (const Json& patient : rest["outcomes"][arm]) joined.push_back(patient);
    CHECK(joined == whole["outcomes"][arm]);
  }
  // The same patients in both arms.
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(whole["outcomes"]["pembrolizumab"][i]["distant"]["startMm3"] ==
          whole["outcomes"]["8x3-pembrolizumab"][i]["distant"]["startMm3"]);
  }
}

TEST_CASE("a cohort as text sets the arms side by side") {
  const Outcome outcome = run({"cohort", "--case", "dewan-2009", "--n", "12", "--arms",
                               "8x3-anti-ctla-4", "--endpoint", "alive", "--day", "30"});
  CHECK(outcome.exitCode == 0);
  CHECK(outcome.err.empty());
  for (const char* part : {"12 patients of mouse-inbred", "seed 1", "by day 30", "control *",
                           "8x3-anti-ctla-4", "/12", "median", "HR", "Teaching model"}) {
    CAPTURE(part);
    CHECK(outcome.out.find(part) != std::string::npos);
  }
  CHECK(outcome.out.find("distantResponse") == std::string::npos);
  const Outcome other = run({"cohort", "--case", "dewan-2009", "--n", "12", "--seed", "2"});
  CHECK(other.out != run({"cohort", "--case", "dewan-2009", "--n", "12"}).out);
}

TEST_CASE("a population of one's own, without variation, gives everyone the same course") {
  Population same = usualPopulation(Preset::mouse);
  same.id = "clones";
  same.variations.resize(1);
  same.variations[0].distribution = {Distribution::Shape::fixed, 1, 0};
  same.correlations.clear();
  const Outcome outcome = run({"cohort", "--case", "dewan-2009", "--n", "3", "--population",
                               "mine.json", "--format", "json", "--patients"},
                              writePopulation(same));
  REQUIRE(outcome.exitCode == 0);
  const Json json = Json::parse(outcome.out);
  CHECK(json["population"] == "clones");
  const Json& mice = json["outcomes"]["8x3"];
  CHECK(mice[0]["distant"] == mice[2]["distant"]);
  CHECK(mice[0]["deathDay"] == mice[1]["deathDay"]);
}

TEST_CASE("what a cohort cannot do is refused before anything runs") {
  struct Bad {
    std::vector<std::string_view> arguments;
    const char* says;
  };
  const Bad bads[] = {
      {{"cohort"}, "abscope: cohort: needs --case ID"},
      {{"cohort", "--case", "dewan"}, "--case: no case has the id \"dewan\""},
      {{"cohort", "--case", "dewan-2009", "--n", "0"},
       "--n: \"0\" is out of range; allowed: a whole number, 1 to 100000 patients"},
      {{"cohort", "--case", "dewan-2009", "--n", "1000000000"}, "1 to 100000 patients"},
      {{"cohort", "--case", "dewan-2009", "--n", "100000"}, "--n: gives more than 500000 courses"},
      {{"cohort", "--case", "dewan-2009", "--n", "2.5"}, "a whole number"},
      {{"cohort", "--case", "dewan-2009", "--seed", "-1"}, "--seed: \"-1\" is out of range"},
      {{"cohort", "--case", "dewan-2009", "--endpoint", "aliv"},
       "--endpoint: \"aliv\" is unknown; did you mean alive?"},
      {{"cohort", "--case", "dewan-2009", "--day", "400"},
       "--day: 400 is after the end of arm control, day"},
      {{"cohort", "--case", "dewan-2009", "--arms", "8x4"},
       "--arms: no arm of dewan-2009 has the id \"8x4\"; did you mean 8x3?"},
      {{"cohort", "--case", "dewan-2009", "--arms", "8x3,,20x1"}, "has the id \"\""},
      {{"cohort", "--case", "dewan-2009", "--population", "mouse-inbre"},
       "did you mean mouse-inbred?"},
      {{"cohort", "--case", "dewan-2009", "--population", "human-nsclc"},
       "is of the preset human, but arm control of the case is of mouse"},
      {{"cohort", "--case", "dewan-2009", "--population", "none.json"}, "none.json cannot be read"},
      {{"cohort", "--case", "dewan-2009", "--population", "mine.json"},
       "mine.json: $.title: is missing"},
      {{"cohort", "--case", "dewan-2009", "--scan-every", "0"}, "--scan-every: \"0\" is out of"},
      {{"cohort", "--case", "dewan-2009", "--alive-below", "x"}, "--alive-below: \"x\" is out of"},
      {{"cohort", "--case", "dewan-2009", "--patients"}, "goes with --format json only"},
      {{"cohort", "--case", "dewan-2009", "--format", "csv"}, "allowed: text json"},
  };
  for (const Bad& bad : bads) {
    std::string line;
    for (std::string_view word : bad.arguments) line += std::string(word) + " ";
    CAPTURE(line);
    const Outcome outcome = run(bad.arguments, R"({"format": "abscope-population/1"})");
    CHECK(outcome.exitCode == 2);
    CHECK(outcome.out.empty());
    CAPTURE(outcome.err);
    CHECK(outcome.err.find(bad.says) != std::string::npos);
  }
}

}  // namespace
}  // namespace abscope
