// Every mistake a file can hold is named with its place and the mend: the list is shared with the
// test of the JSON Schema (tests/cli/schema.test.mjs).
#include <algorithm>
#include <iterator>
#include <random>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "library/cases.h"
#include "library/scenario_json.h"
#include "unit/source_files.h"

namespace abscope {
namespace {

std::string listed(const std::vector<Message>& messages) {
  std::string text;
  for (const Message& message : messages) text += message.place + ": " + message.text + "\n";
  return text;
}

bool said(const std::vector<Message>& messages, const std::string& place, const std::string& text) {
  return std::any_of(messages.begin(), messages.end(), [&](const Message& message) {
    return message.place == place && message.text.find(text) != std::string::npos;
  });
}

TEST_CASE("each bad scenario gives exactly the expected messages") {
  const auto list = nlohmann::json::parse(fileText("tests/cli/bad_scenarios.json"));
  REQUIRE(list["bad"].size() >= 40);
  REQUIRE(readScenario(list["base"].dump()).ok());
  for (const auto& bad : list["bad"]) {
    const std::string name = bad["name"];
    CAPTURE(name);
    nlohmann::json scenario = list["base"];
    scenario.merge_patch(bad["merge"]);
    const ReadScenario read = readScenario(scenario.dump());
    CAPTURE(listed(read.errors));
    CHECK(read.errors.size() == bad["expect"].size());
    for (const auto& expected : bad["expect"]) {
      const std::string place = expected["place"], text = expected["text"];
      CAPTURE(place);
      CAPTURE(text);
      CHECK(said(read.errors, place, text));
    }
  }
}

TEST_CASE("text that is not JSON is refused with line and column") {
  struct Bad {
    const char* text;
    const char* place;
    const char* says;
  };
  const Bad bads[] = {
      {"", "line 1, column 1", "unexpected end of input"},
      {"{", "line 1, column 2", "expected string literal"},
      {"{\"a\": }", "line 1, column 7", "unexpected '}'"},
      {"{\n  \"a\": 1,\n  b: 2\n}", "line 3, column 3", "invalid literal"},
      {"{\"a\": 1} {", "line 1, column 10", "expected end of input"},
      {"[1, 2", "line 1, column 6", "expected ']'"},
      {"{\"a\": 1e999}", "line 1, column 11", "number overflow"},
      {"{\"\xc3\xbc\": \"\xff\"}", "line 1, column 8", "ill-formed UTF-8"},
      {"{\"a\": 'x'}", "line 1, column 7", "invalid literal"},
      {"nonsense", "line 1, column 2", "invalid literal"},
  };
  for (const Bad& bad : bads) {
    const std::string json = bad.text;
    CAPTURE(json);
    const ReadScenario read = readScenario(json);
    REQUIRE(read.errors.size() == 1);
    CHECK(read.errors[0].place == bad.place);
    CAPTURE(read.errors[0].text);
    CHECK(read.errors[0].text.find(bad.says) != std::string::npos);
    CHECK(read.errors[0].text.find("json.exception") == std::string::npos);
  }
}

TEST_CASE("a JSON value that is no object is refused") {
  for (const char* text : {"[]", "3", "\"x\"", "null", "true"}) {
    const ReadScenario read = readScenario(text);
    REQUIRE(read.errors.size() == 1);
    CHECK(read.errors[0].place == "$");
    CHECK(read.errors[0].text.find("needs an object") != std::string::npos);
  }
}

TEST_CASE("a name that occurs twice is refused") {
  const ReadScenario read = readScenario(
      R"({"format": "abscope-scenario/1", "patient": {"irradiatedMm3": 60, "distantMm3": 25,
          "distantMm3": 26}, "plan": {"days": 30}})");
  REQUIRE(read.errors.size() == 1);
  CHECK(read.errors[0].place == "$.patient.distantMm3");
  CHECK(read.errors[0].text.find("occurs twice") != std::string::npos);
}

TEST_CASE("hostile input is refused quickly") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "[";
  const ReadScenario nested = readScenario(deep);
  REQUIRE(nested.errors.size() == 1);
  CHECK(nested.errors[0].text.find("nested deeper than 32 levels") != std::string::npos);

  std::string wide = "{\"format\": \"abscope-scenario/1\"";
  for (int i = 0; i < 20000; ++i) wide += ", \"k" + std::to_string(i) + "\": 1";
  wide += "}";
  CHECK(readScenario(wide).errors.size() == 20002);

  const std::string longName(100000, 'x');
  const ReadScenario named =
      readScenario(R"({"format": "abscope-scenario/1", "patient": {"preset": ")" + longName +
                   R"(", "irradiatedMm3": 60, "distantMm3": 25}, "plan": {"days": 30}})");
  REQUIRE(named.errors.size() == 1);
  CHECK(named.errors[0].text.size() < 200);
}

TEST_CASE("no damage to a file crashes the reader, and what it accepts it also writes") {
  const std::string sound = writeScenario(findCase("dovedi-2014")->arms.back());
  std::mt19937 engine(3);
  const std::string pieces[] = {"{",    "}",    "[",        "]",        "\"",   ",",
                                ":",    "null", "-1",       "1e308",    "true", "\\u0000",
                                "\xff", "0",    "{\"on\":", "\"after\""};
  int accepted = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string damaged = sound;
    for (auto edits = engine() % 3 + 1; edits > 0; --edits) {
      const std::size_t at = engine() % damaged.size();
      const std::size_t length = engine() % 4;
      damaged.replace(at, length, engine() % 2 == 0 ? pieces[engine() % std::size(pieces)] : "");
      if (damaged.empty()) damaged = "{";
    }
    const ReadScenario read = readScenario(damaged);
    for (const Message& message : read.errors) {
      REQUIRE_FALSE(message.place.empty());
      REQUIRE_FALSE(message.text.empty());
    }
    if (!read.ok()) continue;
    ++accepted;
    CAPTURE(damaged);
    REQUIRE(readScenario(writeScenario(read.scenario)).ok());
  }
  CHECK(accepted > 100);  // harmless damage, such as another digit
  CHECK(accepted < 2000);
}

TEST_CASE("a plan that can be solved but is hardly meant so gives warnings") {
  const std::string head =
      R"({"format": "abscope-scenario/1", "patient": {"irradiatedMm3": 60, "distantMm3": 25},
          "plan": {"days": 20, "radiation": [{"id": "rt", "doseGy": {"irradiated": 2}, )";
  const ReadScenario late = readScenario(head + R"("start": 25}]}})");
  CHECK(late.ok());
  REQUIRE(late.warnings.size() == 1);
  CHECK(late.warnings[0].place == "$.plan.radiation[0].start");
  CHECK(late.warnings[0].text == "day 25 never comes; the course ends on day 20");

  const ReadScenario tooLong =
      readScenario(head + R"("start": 0, "fractions": 20, "skipWeekends": true}]}})");
  CHECK(tooLong.ok());
  REQUIRE(tooLong.warnings.size() == 1);
  CHECK(tooLong.warnings[0].place == "$.plan.radiation[0]");
  CHECK(tooLong.warnings[0].text == "its last day would be 25; the course ends on day 20");
}

}  // namespace
}  // namespace abscope
