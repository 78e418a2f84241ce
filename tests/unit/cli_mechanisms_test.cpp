// abscope mechanisms: the inventory for people and for programs, and what each does.
#include <cmath>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/command_line.h"
#include "core/format.h"
#include "library/ensemble.h"
#include "library/mechanisms.h"
#include "unit/command_line_calls.h"

namespace abscope {
namespace {

using Json = nlohmann::json;

Json json(std::vector<std::string_view> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const Outcome outcome = run(arguments);
  REQUIRE(outcome.exitCode == 0);
  return Json::parse(outcome.out);
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST_CASE("abscope mechanisms lists every row of the inventory") {
  const Outcome list = run({"mechanisms"});
  CHECK(list.exitCode == 0);
  for (const Mechanism& item : catalogue().mechanisms) {
    CAPTURE(item.id);
    CHECK(
        says("\n" + list.out, "\n" + item.id + std::string(6 - item.id.size(), ' ') + item.title));
    if (!item.simulated) CHECK(says(list.out, "known, not simulated: " + item.reason));
  }
  CHECK(says(list.out, "60 mechanisms, 57 of them simulated"));
  CHECK(says(list.out, "helps tumour control (+); settled"));
}

TEST_CASE("the list for programs has sign, fluxes, references and experiment of each") {
  const Json list = json({"mechanisms"});
  REQUIRE(list.size() == catalogue().mechanisms.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Mechanism& item = catalogue().mechanisms[i];
    CAPTURE(item.id);
    CHECK(list[i]["id"] == item.id);
    CHECK(list[i]["fluxes"] == item.fluxes);
    CHECK(list[i]["simulated"] == item.simulated);
    CHECK(list[i].contains("experiment") == item.simulated);
    CHECK(list[i].contains("reason") != item.simulated);
    REQUIRE(list[i]["references"].size() == item.references.size());
    CHECK(list[i]["references"][0]["year"].get<int>() > 1900);
  }
  CHECK(list[0].dump().find("\"sign\":\"-\"") != std::string::npos);
}

TEST_CASE("abscope mechanisms ID shows one with everything that is known of it") {
  for (const Mechanism& item : catalogue().mechanisms) {
    const Outcome one = run({"mechanisms", item.id});
    CAPTURE(item.id);
    CHECK(one.exitCode == 0);
    CHECK(says(one.out, item.sentence));
    for (const std::string& id : item.references) {
      CHECK(says(one.out, findReference(catalogue(), id)->journal));
    }
    for (const Difference& difference : item.differences) CHECK(says(one.out, difference.primary));
    CHECK(says(one.out, item.simulated ? item.ablation.readout : item.reason));
    CHECK(json({"mechanisms", item.id})["id"] == item.id);
  }
}

TEST_CASE("--ablate tells of each mechanism what is read, with it and without") {
  const Json result = json({"mechanisms", "--ablate"});
  CHECK(result["format"] == "abscope-ablation/1");
  CHECK(result["parameters"] == "preset");
  const std::size_t sets = ensembleOf(Preset::mouse)->sets.size();
  CHECK(result["ensemble"].size() == sets);
  const Json& rows = result["mechanisms"];
  REQUIRE(rows.size() == static_cast<std::size_t>(kMechanismCount));
  for (const Json& row : rows) {
    CAPTURE(row["id"].get<std::string>());
    const Mechanism* item = findMechanism(row["id"].get<std::string>());
    REQUIRE(item != nullptr);
    CHECK(row["study"] == item->ablation.study);
    CHECK(row["day"] == item->ablation.day);
    const std::string words = item->ablation.readout + " ";  // must say the day, for the text
    CHECK(says(words, "day " + formatDay(item->ablation.day) + " "));
    const double on = row["on"], off = row["off"];
    if (row.contains("changePercent")) {
      CHECK(row["changePercent"] == doctest::Approx(100 * (off - on) / on));
      const bool up = row["expected"] == "higher";
      const double ratio = up ? off / on : on / off;
      CHECK(row["met"] == (ratio >= 1.05));
    } else {
      CHECK(row["changePoints"] == doctest::Approx(off - on));
    }
    CHECK(row["mattersIn"].get<std::size_t>() <= sets);
    CHECK(row["sets"] == sets);
  }
  const Outcome text = run({"mechanisms", "--ablate"});
  CHECK(text.exitCode == 0);
  CHECK(says(text.out, "; matters in "));
  CHECK(says(text.out, " of 57 change their readout by 5 % or more, the way that is expected"));
}

TEST_CASE("--set takes the preset alone, or one set in its place") {
  const Json preset = json({"mechanisms", "--ablate", "--set", "preset"});
  CHECK(preset["ensemble"].empty());
  CHECK_FALSE(preset["mechanisms"][0].contains("mattersIn"));
  const std::string id = ensembleOf(Preset::mouse)->sets[1].id;  // the first is the preset
  const Json one = json({"mechanisms", "X02", "--ablate", "--set", id});
  CHECK(one["parameters"] == id);
  REQUIRE(one["mechanisms"].size() == 1);
  CHECK(one["mechanisms"][0]["id"] == "X02");
  CHECK(one["mechanisms"][0]["on"] != preset["mechanisms"][1]["on"]);
}

TEST_CASE("what cannot be shown or switched off is refused with its reason") {
  struct Bad {
    std::vector<std::string_view> arguments;
    const char* says;
  };
  const Bad bads[] = {
      {{"mechanisms", "X1"}, "mechanisms: no mechanism has the id \"X1\"; did you mean "},
      {{"mechanisms", "nothing-like-it"}, "abscope mechanisms lists them"},
      {{"mechanisms", "X01", "X02"}, "X02: is one word too many"},
      {{"mechanisms", "L03", "--ablate"}, "--ablate: L03 is known, but not simulated: "},
      {{"mechanisms", "--set", "all"}, "--set: goes with --ablate only"},
      {{"mechanisms", "--ablate", "--set", "al"},
       "--set: no set has the id \"al\"; did you mean all?"},
      {{"mechanisms", "--format", "xml"}, "allowed: text json"},
  };
  for (const Bad& bad : bads) {
    const Outcome outcome = run(bad.arguments);
    CAPTURE(bad.says);
    CAPTURE(outcome.err);
    CHECK(outcome.exitCode == 2);
    CHECK(outcome.out.empty());
    CHECK(says(outcome.err, bad.says));
  }
}

}  // namespace
}  // namespace abscope
