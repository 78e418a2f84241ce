// Population files: those of the program are sound, and every mistake in one is named.

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "library/embedded_assets.h"
#include "library/populations.h"
#include "unit/bad_documents.h"
#include "unit/source_files.h"

namespace abscope {
namespace {

using Json = nlohmann::json;

// With one correlation, so that the tests below know its place.
Json human() {
  Json json = Json::parse(fileText("assets/population/human-nsclc.json"));
  json["correlations"] = Json::array({json["correlations"][0]});
  return json;
}

TEST_CASE("every population file is read without errors, and under its own name") {
  std::size_t files = 0;
  for (const EmbeddedAsset& asset : embeddedAssets()) {
    if (asset.path.substr(0, 18) != "assets/population/") continue;
    ++files;
    CAPTURE(asset.path);
    const ReadPopulation read = readPopulation(asset.bytes);
    for (const Message& message : read.errors) FAIL_CHECK(message.place, ": ", message.text);
    CHECK(asset.path == "assets/population/" + read.population.id + ".json");
    CHECK(findPopulation(read.population.id) != nullptr);
  }
  CHECK(files == populations().size());
  CHECK(files >= 2);
  CHECK(findPopulation("martians") == nullptr);
}

TEST_CASE("a population survives writing and reading") {
  Json json = human();
  json["variations"].push_back(Json::parse(
      R"({"quantity": "nodeShare", "as": "value", "distribution": 0.15, "unit": "fraction", "source": "x"})"));
  json["variations"].push_back(Json::parse(
      R"({"quantity": "hypoxiaMax", "as": "value", "distribution": {"uniform": {"low": 0.1, "high": 0.5}},
          "unit": "fraction", "source": "x"})"));
  json["variations"].push_back(Json::parse(
      R"({"quantity": "exhaustionPerDay", "distribution": {"normal": {"mean": 1, "sd": 0.1}},
          "unit": "ratio", "source": "x"})"));
  const ReadPopulation read = readPopulation(json.dump());
  for (const Message& message : read.errors) FAIL_CHECK(message.place, ": ", message.text);
  const std::string written = writePopulation(read.population);
  const ReadPopulation again = readPopulation(written);
  REQUIRE(again.errors.empty());
  CHECK(writePopulation(again.population) == written);
  const std::size_t n = again.population.variations.size();
  REQUIRE(n == json["variations"].size());
  CHECK(again.population.longestDoublingDays == 400);
  CHECK(again.population.correlations.size() == 1);
  const Distribution uniform = again.population.variations[n - 2].distribution;
  CHECK(uniform.shape == Distribution::Shape::uniform);
  CHECK(uniform.centre == 0.1);
  CHECK(uniform.spread == 0.5);
  CHECK(again.population.variations[n - 3].distribution.shape == Distribution::Shape::fixed);
  CHECK(again.population.variations[n - 3].distribution.centre == 0.15);
  CHECK_FALSE(again.population.variations[n - 3].isFactor);
  CHECK(again.population.variations[n - 1].isFactor);
}

TEST_CASE("every mistake in a population is named with its place and the mend") {
  const BadDocument bads[] = {
      {"/format", R"("abscope-population/2")", "$.format", "\"abscope-population/1\""},
      {"/preset", R"("rat")", "$.preset", "allowed: mouse, human"},
      {"/irradiatedMm3", "0", "$.irradiatedMm3", "0.01 to 1000000 mm3"},
      {"/longestDoublingDays", "0.5", "$.longestDoublingDays", "1 to 10000 days, or 0"},
      {"/longestDoublingDays", "5", "$.longestDoublingDays", "hardly anyone enters"},
      {"/variations", "[]", "$.variations", "allowed: 1 to 60"},
      {"/variations/0/quantity", R"("growthPerDy")", "$.variations[0].quantity",
       "did you mean \"growthPerDay\"? it needs one of the"},
      {"/variations/1/quantity", R"("irradiatedMm3")", "$.variations[1].quantity",
       "already varied by an entry above"},
      {"/variations/0/as", R"("times")", "$.variations[0].as", "allowed: factor, value"},
      {"/variations/0/unit", R"("cm3")", "$.variations[0].unit", "needs \"ratio\""},
      {"/variations/0/source", "7", "$.variations[0].source", "needs a text"},
      {"/variations/0/distribution", R"({"gamma": {"shape": 2}})", "$.variations[0].distribution",
       "or an object with \"lognormal\""},
      {"/variations/0/distribution/lognormal/cv", "4", "$.variations[0].distribution.lognormal.cv",
       "0 to 3 ratio"},
      {"/variations/0/distribution/lognormal/median", "0", "$.variations[0].distribution",
       "a factor must be above 0"},
      {"/variations/0/distribution", R"({"lognormal": {"median": 1}})",
       "$.variations[0].distribution.lognormal.cv", "is missing"},
      {"/variations/0/distribution", R"({"uniform": {"low": 2, "high": 1}})",
       "$.variations[0].distribution", "must be above \"low\""},
      {"/variations/0",
       R"({"quantity": "growthPerDay", "as": "value", "distribution": 9, "unit": "1/d", "source": "x"})",
       "$.variations[0].distribution", "out of the range of \"growthPerDay\"; allowed: 0.004 to"},
      {"/variations/0",
       R"({"quantity": "jakLoss", "distribution": {"bernoulli": {"value": 1, "prevalence": 0.1}},
           "unit": "ratio", "source": "x"})",
       "$.variations[0].as", "write \"as\": \"value\""},
      {"/correlations/0/first", R"("nodeShare")", "$.correlations[0].first",
       "not among the variations"},
      {"/correlations/0/second", R"("irradiatedMm3")", "$.correlations[0].second",
       "is the same quantity"},
      {"/correlations/0/coefficient", "1", "$.correlations[0].coefficient", "-0.99 to 0.99"},
      {"/correlations/1",
       R"({"first": "distantMm3", "second": "irradiatedMm3", "coefficient": 0.1, "source": "x"})",
       "$.correlations[1]", "already correlated"},
      {"/colour", R"("blue")", "$.colour", "unknown"},
  };
  checkBadDocuments(bads, human(),
                    [](const std::string& json) { return readPopulation(json).errors; });
}

TEST_CASE("correlations that no patients can have are refused") {
  Json json = human();
  json["correlations"] = Json::array();
  const auto add = [&](const char* first, const char* second, double coefficient) {
    json["correlations"].push_back(
        {{"first", first}, {"second", second}, {"coefficient", coefficient}, {"source", "x"}});
  };
  add("irradiatedMm3", "distantMm3", 0.9);
  add("distantMm3", "growthPerDay", 0.9);
  add("irradiatedMm3", "growthPerDay", -0.9);
  const ReadPopulation read = readPopulation(json.dump());
  REQUIRE(read.errors.size() == 1);
  CHECK(read.errors[0].place == "$.correlations");
  CHECK(read.errors[0].text.find("contradict each other") != std::string::npos);
}

}  // namespace
}  // namespace abscope
