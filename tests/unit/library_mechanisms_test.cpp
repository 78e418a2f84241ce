// The catalogue of mechanisms: complete, sourced, and hand in hand with the fluxes of the model.
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "library/mechanisms.h"
#include "model/fluxes.h"
#include "unit/source_files.h"

namespace abscope {
namespace {

constexpr const char* kFile = "assets/catalogue/mechanisms.json";

std::set<std::string> inventory() {
  std::set<std::string> ids = {"N02a", "N02b", "H01"};
  const auto add = [&ids](char letter, int count) {
    for (int i = 1; i <= count; ++i) {
      ids.insert(letter + std::string(i < 10 ? "0" : "") + std::to_string(i));
    }
  };
  add('X', 11), add('N', 9), add('R', 6), add('P', 7), add('S', 12), add('L', 13);
  ids.erase("N02");
  return ids;
}

// Where the reader finds fault, joined; empty when it finds none.
std::set<std::string> places(const nlohmann::json& json) {
  std::set<std::string> result;
  for (const Message& message : readCatalogue(json.dump()).errors) result.insert(message.place);
  return result;
}

std::size_t indexOf(const nlohmann::json& list, const std::string& key, const std::string& value) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i][key] == value) return i;
  }
  return list.size();
}

std::string at(const char* list, std::size_t i, const char* field) {
  return "$." + std::string(list) + "[" + std::to_string(i) + "]." + field;
}

TEST_CASE("the catalogue is read without errors or warnings") {
  const ReadCatalogue read = readCatalogue(fileText(kFile));
  for (const Message& message : read.errors) FAIL_CHECK(message.place, ": ", message.text);
  for (const Message& message : read.warnings) FAIL_CHECK(message.place, ": ", message.text);
  CHECK(read.catalogue.mechanisms.size() == catalogue().mechanisms.size());
}

TEST_CASE("the catalogue has every mechanism of the review's inventory and no other") {
  std::set<std::string> ids;
  for (const Mechanism& item : catalogue().mechanisms) ids.insert(item.id);
  CHECK(catalogue().mechanisms.size() == 60);
  CHECK(ids == inventory());
  CHECK(findMechanism("P03") != nullptr);
  CHECK(findMechanism("P99") == nullptr);
}

TEST_CASE("at most eight mechanisms are not simulated, each with its reason") {
  const auto& all = catalogue().mechanisms;
  CHECK(std::count_if(all.begin(), all.end(), [](const Mechanism& m) { return !m.simulated; }) <=
        kMostNotSimulated);
  for (const Mechanism& item : all) {
    CAPTURE(item.id);
    CHECK(item.simulated == item.reason.empty());
    CHECK(item.simulated == !item.fluxes.empty());
    CHECK(item.simulated == !item.ablation.arm.empty());
  }
}

TEST_CASE("every flux of the model is a mechanism's or plain turnover, and never both") {
  std::set<std::string> ofMechanisms, ofTurnover, ofModel;
  for (const Mechanism& item : catalogue().mechanisms) {
    ofMechanisms.insert(item.fluxes.begin(), item.fluxes.end());
  }
  for (const Turnover& item : catalogue().turnover) ofTurnover.insert(item.flux);
  for (const FluxInfo& flux : kTumourFluxInfo) ofModel.insert(std::string(flux.name));
  for (const FluxInfo& flux : kSystemFluxInfo) ofModel.insert(std::string(flux.name));
  for (const std::string& flux : ofModel) {
    CAPTURE(flux);
    CHECK(ofMechanisms.count(flux) + ofTurnover.count(flux) == 1);
  }
  CHECK(ofMechanisms.size() + ofTurnover.size() == ofModel.size());
}

TEST_CASE("every mechanism has a paper, and most have one that can be looked up") {
  int found = 0;
  for (const Mechanism& item : catalogue().mechanisms) {
    CAPTURE(item.id);
    CHECK_FALSE(item.references.empty());
    CHECK_FALSE(item.sentence.empty());
    found += std::any_of(item.references.begin(), item.references.end(), [](const auto& id) {
      const Reference* reference = findReference(catalogue(), id);
      return reference != nullptr &&
             !(reference->doi.empty() && reference->pmid.empty() && reference->pmcid.empty());
    });
  }
  CHECK(found >= 57);
  for (const Reference& reference : catalogue().references) {
    CAPTURE(reference.id);
    CHECK((reference.doi.empty() || reference.doi.substr(0, 3) == "10."));
    CHECK((reference.pmcid.empty() || reference.pmcid.substr(0, 3) == "PMC"));
    CHECK(std::all_of(reference.pmid.begin(), reference.pmid.end(),
                      [](char c) { return c >= '0' && c <= '9'; }));
  }
}

TEST_CASE("the numbers of the review's references are in its list") {
  for (const Mechanism& item : catalogue().mechanisms) {
    for (const std::string& number : item.reviewReferences) {
      CAPTURE(item.id);
      CAPTURE(number);
      REQUIRE(
          std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }));
      CHECK(std::stoi(number) >= 1);
      CHECK(std::stoi(number) <= 124);
    }
  }
}

TEST_CASE("ablations are of targets that exist, and say which way the readout goes") {
  const auto targets = nlohmann::json::parse(fileText("tests/science/targets.json"));
  std::set<std::string> known;
  for (const auto& target : targets["targets"]) known.insert(target["id"].get<std::string>());
  int named = 0;
  for (const Mechanism& item : catalogue().mechanisms) {
    if (!item.simulated) continue;
    CAPTURE(item.id);
    CHECK((item.ablation.sign == Sign::helps || item.ablation.sign == Sign::hinders));
    if (item.ablation.target.empty()) continue;
    ++named;
    CHECK(known.count(item.ablation.target) == 1);
  }
  CHECK(named >= 50);
}

TEST_CASE("every flux carries the mechanisms that the catalogue says, and no other") {
  std::map<std::string, std::set<std::string>> expected;
  for (const Mechanism& item : catalogue().mechanisms) {
    for (const std::string& flux : item.fluxes) expected[flux].insert(item.id);
  }
  const auto check = [&](const FluxInfo& flux) {
    std::set<std::string> found;
    std::stringstream ids{std::string(flux.mechanisms)};
    for (std::string id; std::getline(ids, id, ',');) found.insert(id);
    CAPTURE(flux.name);
    CHECK(found == expected[std::string(flux.name)]);
  };
  for (const FluxInfo& flux : kTumourFluxInfo) check(flux);
  for (const FluxInfo& flux : kSystemFluxInfo) check(flux);
  CHECK(kTumourFluxInfo[static_cast<std::size_t>(TumourFlux::cd8Kill)].mechanisms.substr(0, 8) ==
        "X03,X04,");
}

TEST_CASE("no two mechanisms are told apart by nothing") {
  std::set<std::string> sentences, titles;
  for (const Mechanism& item : catalogue().mechanisms) {
    CAPTURE(item.id);
    CHECK(sentences.insert(item.sentence).second);
    CHECK(titles.insert(item.title).second);
  }
}

TEST_CASE("the catalogue survives writing and reading") {
  const std::string json = writeCatalogue(catalogue());
  const ReadCatalogue read = readCatalogue(json);
  REQUIRE(read.errors.empty());
  CHECK(writeCatalogue(read.catalogue) == json);
  CHECK(nlohmann::json::parse(json)["mechanisms"].size() == 60);
}

TEST_CASE("a flux without a mechanism, or a mechanism without flux or reason, is refused") {
  const auto good = nlohmann::json::parse(fileText(kFile));
  REQUIRE(places(good).empty());
  const std::size_t p06 = indexOf(good["mechanisms"], "id", "P06");
  const std::size_t l11 = indexOf(good["mechanisms"], "id", "L11");
  const std::size_t growth = indexOf(good["turnover"], "flux", "tumourGrowth");
  REQUIRE(std::max(p06, l11) < good["mechanisms"].size());
  REQUIRE(growth < good["turnover"].size());

  auto json = good;  // a flux that nobody names
  json["turnover"].erase(growth);
  CHECK(places(json) == std::set<std::string>{"$.turnover"});

  json = good;  // no flux: and the one it had is nobody's
  json["mechanisms"][p06].erase("fluxes");
  CHECK(places(json) == std::set<std::string>{at("mechanisms", p06, "fluxes"), "$.turnover"});

  json = good;  // a flux that the model does not have
  json["mechanisms"][p06]["fluxes"].push_back("m2ToM1ByLowDoze");
  CHECK(places(json) == std::set<std::string>{at("mechanisms", p06, "fluxes[1]")});

  json = good;  // a mechanism's flux is no turnover
  json["turnover"].push_back({{"flux", "m2ToM1ByLowDose"}, {"what", "nothing"}});
  CHECK(places(json) == std::set<std::string>{at("turnover", good["turnover"].size(), "flux")});

  json = good;  // no reason
  json["mechanisms"][l11].erase("reason");
  CHECK(places(json) == std::set<std::string>{at("mechanisms", l11, "reason")});

  json = good;  // a reason, but simulated
  json["mechanisms"][p06]["reason"] = "none";
  CHECK(places(json) == std::set<std::string>{at("mechanisms", p06, "reason")});

  json = good;  // simulated, but nothing that must feel it
  json["mechanisms"][p06].erase("ablation");
  CHECK(places(json).count(at("mechanisms", p06, "ablation")) == 1);
}

TEST_CASE("names that lead nowhere are refused, and so are too many left out") {
  const auto good = nlohmann::json::parse(fileText(kFile));
  auto json = good;
  json["mechanisms"][0]["references"].push_back("nobody-1900");
  json["mechanisms"][1]["ablation"]["arm"] = "no-such-arm";
  json["mechanisms"][2]["ablation"]["day"] = 46;
  json["mechanisms"][3]["sign"] = "plus";
  json["mechanisms"][4]["ablation"]["sign"] = "+/-";
  json["mechanisms"][5]["id"] = "X01";
  json["references"][1]["id"] = json["references"][0]["id"];
  const std::set<std::string> found = places(json);
  for (const char* place :
       {"$.mechanisms[0].references[1]", "$.mechanisms[1].ablation.arm",
        "$.mechanisms[2].ablation.day", "$.mechanisms[3].sign", "$.mechanisms[4].ablation.sign",
        "$.mechanisms[5].id", "$.references[1].id"}) {
    CAPTURE(place);
    CHECK(found.count(place) == 1);
  }

  json = good;
  for (std::size_t i = 0; i < 9; ++i) {
    json["mechanisms"][i]["simulated"] = false;
    json["mechanisms"][i]["reason"] = "tired";
    json["mechanisms"][i].erase("fluxes");
    json["mechanisms"][i].erase("ablation");
  }
  CHECK(places(json).count("$.mechanisms") == 1);
}

TEST_CASE("the committed schema of the catalogue is the one that the program prints") {
  // To renew: abscope schema mechanisms --output assets/schema/mechanisms.schema.json.
  CHECK(fileText("assets/schema/mechanisms.schema.json") == catalogueSchema());
}

}  // namespace
}  // namespace abscope
