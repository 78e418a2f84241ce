// abscope drugs: every product, for people and for programs.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/command_line.h"
#include "model/drugs.h"

namespace abscope {
namespace {

Outcome run(const std::vector<std::string_view>& arguments) {
  return runCommandLine(arguments,
                        {[](const std::string&) -> std::optional<std::string> { return {}; },
                         [](const std::string&, const std::string&) { return false; }});
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST_CASE("abscope drugs lists every product under what it touches") {
  const Outcome list = run({"drugs"});
  CHECK(list.exitCode == 0);
  for (int i = 0; i < kDrugCount; ++i) {
    const DrugInfo& info = drugInfo(static_cast<Drug>(i));
    CAPTURE(std::string(info.id));
    CHECK(says(list.out, "\n  " + std::string(info.id) + " "));
    CHECK(says(list.out, info.name));
  }
  for (const std::string_view hook : kHookIds)
    CHECK(says("\n" + list.out, "\n" + std::string(hook) + "\n"));
  CHECK(says(list.out, "People: 200 mg i.v.; 9 doses every 21 d; half-life 22 d"));
}

TEST_CASE("the list for programs holds the table, and no species that is not given a drug") {
  const auto list = nlohmann::json::parse(run({"drugs", "--format", "json"}).out);
  REQUIRE(list.size() == static_cast<std::size_t>(kDrugCount));
  for (int i = 0; i < kDrugCount; ++i) {
    const auto drug = static_cast<Drug>(i);
    const DrugInfo& info = drugInfo(drug);
    const auto& entry = list[static_cast<std::size_t>(i)];
    CAPTURE(std::string(info.id));
    CHECK(entry["id"] == info.id);
    CHECK(entry["hook"] == kHookIds[static_cast<std::size_t>(info.hook)]);
    CHECK(entry["generic"] == isGeneric(drug));
    CHECK(entry.contains("mouse") == info.mouse.isUsed());
    CHECK(entry.contains("human") == info.human.isUsed());
    if (!info.human.isUsed()) continue;
    CHECK(entry["human"]["halfLifeDays"] == info.human.halfLifeDays);
    CHECK(entry["human"]["source"] == info.human.source);
  }
}

TEST_CASE("abscope drugs ID shows one product with all of its sources") {
  for (int i = 0; i < kDrugCount; ++i) {
    const DrugInfo& info = drugInfo(static_cast<Drug>(i));
    const Outcome one = run({"drugs", info.id});
    CAPTURE(std::string(info.id));
    CHECK(one.exitCode == 0);
    for (const std::string_view text : {info.mouse.dose, info.mouse.source, info.human.dose,
                                        info.human.source, info.target, info.review}) {
      CHECK(says(one.out, text));
    }
  }
  CHECK(says(run({"drugs", "rmp114"}).out, "People\n- not used"));
  const auto json = nlohmann::json::parse(run({"drugs", "avelumab", "--format", "json"}).out);
  CHECK(json["human"]["halfLifeDays"] == 6.1);
}

TEST_CASE("a drug that is none gives its nearest name") {
  const Outcome none = run({"drugs", "nivolumap"});
  CHECK(none.exitCode == 2);
  CHECK(none.out.empty());
  CHECK(says(none.err, "drugs: no drug has the id \"nivolumap\"; did you mean nivolumab?"));
}

}  // namespace
}  // namespace abscope
