// Ensemble files: those of the program are sound, and every mistake in one is named.

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "library/embedded_assets.h"
#include "library/ensemble.h"
#include "unit/bad_documents.h"
#include "unit/source_files.h"

namespace abscope {
namespace {

using Json = nlohmann::json;

// Two sets of two parameters.
Json small() {
  return Json::parse(R"({
    "format": "abscope-ensemble/1", "preset": "mouse", "title": "Two", "how": "by hand",
    "sets": [{"id": "a", "seed": 1, "parameters": {"growthPerDay": 0.2, "nkKillPerDay": 0.1}},
             {"id": "b", "seed": 2, "parameters": {"growthPerDay": 0.1, "nkKillPerDay": 0.2}}]})");
}

TEST_CASE("every ensemble file is read without errors, under the name of its preset") {
  std::size_t files = 0;
  for (const EmbeddedAsset& asset : embeddedAssets()) {
    if (asset.path.substr(0, 16) != "assets/ensemble/") continue;
    ++files;
    CAPTURE(asset.path);
    const ReadEnsemble read = readEnsemble(asset.bytes);
    for (const Message& message : read.errors) FAIL_CHECK(message.place, ": ", message.text);
    const Preset preset = read.ensemble.preset;
    CHECK(asset.path ==
          (preset == Preset::human ? "assets/ensemble/human.json" : "assets/ensemble/mouse.json"));
    const Ensemble* known = ensembleOf(preset);
    REQUIRE(known != nullptr);
    CHECK(known->sets.size() == read.ensemble.sets.size());
    for (const EnsembleSet& set : known->sets) CHECK(findSet(*known, set.id) == &set);
    CHECK(findSet(*known, "nothing") == nullptr);
  }
  CHECK(files >= 1);
  CHECK(ensembleOf(Preset::mouse) != nullptr);
}

TEST_CASE("an ensemble survives writing and reading") {
  const ReadEnsemble read = readEnsemble(small().dump());
  for (const Message& message : read.errors) FAIL_CHECK(message.place, ": ", message.text);
  REQUIRE(read.ensemble.sets.size() == 2);
  CHECK(read.ensemble.sets[1].seed == 2);
  REQUIRE(read.ensemble.sets[1].changes.size() == 2);
  CHECK(read.ensemble.sets[1].changes[0].id == ParameterId::growthPerDay);
  CHECK(read.ensemble.sets[1].changes[0].value == 0.1);
  CHECK(Json::parse(writeEnsemble(read.ensemble)) == small());
}

TEST_CASE("every mistake in an ensemble is named with its place and the mend") {
  const BadDocument bads[] = {
      {"/format", R"("abscope-ensemble/2")", "$.format", "\"abscope-ensemble/1\""},
      {"/preset", R"("rat")", "$.preset", "allowed: mouse, human"},
      {"/how", "7", "$.how", "needs a text"},
      {"/sets", "[]", "$.sets", "allowed: 1 to 100"},
      {"/sets/1/id", R"("a")", "$.sets[1].id", "is the id of a set above"},
      {"/sets/1/seed", "1", "$.sets[1].seed", "sets need independent seeds"},
      {"/sets/1/seed", "0.5", "$.sets[1].seed", "a whole number"},
      {"/sets/0/parameters/growthPerDay", "9", "$.sets[0].parameters.growthPerDay",
       "9 is out of range"},
      {"/sets/0/parameters/growthPerDy", "0.1", "$.sets[0].parameters.growthPerDy",
       "did you mean \"growthPerDay\"?"},
      {"/sets/1/parameters", R"({"growthPerDay": 0.1})", "$.sets[1].parameters.nkKillPerDay",
       "is missing; the first set has it"},
      {"/sets/1/parameters/capacityMm3", "20000", "$.sets[1].parameters.capacityMm3",
       "is one too many"},
      {"/colour", R"("blue")", "$.colour", "unknown"},
  };
  checkBadDocuments(bads, small(),
                    [](const std::string& json) { return readEnsemble(json).errors; });
}

TEST_CASE("the committed schema of an ensemble is the one that the program prints") {
  // To renew: scripts/renew-generated.sh BUILD/abscope.
  CHECK(fileText("assets/schema/ensemble.schema.json") == ensembleSchema());
}

}  // namespace
}  // namespace abscope
