// abscope check: files told apart by their format, with every mistake named and nothing run.
#include <map>

#include <doctest/doctest.h>

#include "cli/command_line.h"
#include "library/ensemble.h"
#include "library/mechanisms.h"
#include "library/populations.h"

namespace abscope {
namespace {

constexpr char kGood[] =
    R"({"format": "abscope-scenario/1", "patient": {"irradiatedMm3": 60, "distantMm3": 25},
        "plan": {"days": 5}})";
constexpr char kLate[] =
    R"({"format": "abscope-scenario/1", "patient": {"irradiatedMm3": 60, "distantMm3": 25},
        "plan": {"days": 5, "drugs": [{"id": "ab", "drug": "antiPd1", "start": 9}]}})";
constexpr char kBad[] =
    R"({"format": "abscope-scenario/1", "patient": {"irradiatedMm3": -1, "distantMm3": 25},
        "plan": {}})";

Outcome check(const std::vector<std::string_view>& files) {
  static const std::map<std::string, std::string> kFiles = {
      {"good.json", kGood},
      {"-", kGood},
      {"late.json", kLate},
      {"bad.json", kBad},
      {"case.json", writeCase(*findCase("dewan-2009"))},
      {"mice.json", writePopulation(*findPopulation("mouse-inbred"))},
      {"mechanisms.json", writeCatalogue(catalogue())},
      {"sets.json", writeEnsemble(*ensembleOf(Preset::mouse))},
      {"other.json", R"({"format": "abscope-scenari/1"})"},
      {"none.json", R"({"patient": {}})"},
      {"list.json", "[]"},
      {"broken.json", "{\n  oops\n}"}};
  std::vector<std::string_view> arguments = {"check"};
  arguments.insert(arguments.end(), files.begin(), files.end());
  return runCommandLine(arguments, {[](const std::string& path) -> std::optional<std::string> {
                                      const auto found = kFiles.find(path);
                                      if (found == kFiles.end()) return std::nullopt;
                                      return found->second;
                                    },
                                    [](const std::string&, const std::string&) { return false; }});
}

TEST_CASE("files of every kind are checked in one call") {
  const Outcome outcome =
      check({"good.json", "-", "case.json", "mice.json", "mechanisms.json", "sets.json"});
  CHECK(outcome.err.empty());
  CHECK(outcome.exitCode == 0);
  CHECK(outcome.out ==
        "good.json: abscope-scenario/1\nstandard input: abscope-scenario/1\n"
        "case.json: abscope-case/1\nmice.json: abscope-population/1\n"
        "mechanisms.json: abscope-mechanisms/1\nsets.json: abscope-ensemble/1\n");
}

TEST_CASE("one bad file among good ones: exit code 2, each mistake with its file") {
  const Outcome outcome = check({"good.json", "bad.json", "gone.json", "late.json", "other.json",
                                 "none.json", "list.json", "broken.json"});
  CHECK(outcome.exitCode == 2);
  CHECK(outcome.out.empty());
  for (const char* line :
       {"abscope: bad.json: $.patient.irradiatedMm3: -1 is out of range; allowed: 0.01 to 1000000 "
        "mm3\n",
        "abscope: bad.json: $.plan.days: is missing; it needs a number, 1 to 1095 days\n",
        "abscope: gone.json: cannot be read\n",
        "abscope: warning: late.json: $.plan.drugs[0].start: day 9 never comes",
        "abscope: other.json: $.format: \"abscope-scenari/1\" is unknown; did you mean "
        "\"abscope-scenario/1\"?",
        "abscope: none.json: $.format: is missing; it needs one of abscope-scenario/1, ",
        "abscope: list.json: $: needs an object, but this is a list\n",
        "abscope: broken.json: line 2, column 3: not JSON"}) {
    CAPTURE(line);
    CAPTURE(outcome.err);
    CHECK(outcome.err.find(line) != std::string::npos);
  }
  CHECK(outcome.err.find("good.json") == std::string::npos);
  CHECK(check({}).exitCode == 2);
  CHECK(check({"late.json"}).exitCode == 0);
}

}  // namespace
}  // namespace abscope
