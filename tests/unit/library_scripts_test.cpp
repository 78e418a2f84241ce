// The lecture scripts: each file is sound, and what its captions say of the model is so.
#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "cli/script_claims.h"
#include "library/embedded_assets.h"
#include "library/script_check.h"
#include "library/scripts.h"
#include "tissue/cell_kind.h"

namespace abscope {
namespace {

std::string withBeat(const std::string& beat) {
  return R"({"format": "abscope-script/1", "id": "x", "title": "t", "aim": "a", "minutes": 5,
             "beats": [{"id": "a", "title": "t", "caption": "c", "case": "dewan-2009",
                        "arm": "8x3", "playTo": 20}, )" +
         beat + "]}";
}

std::string firstError(const std::string& json) {
  const ReadScript read = readScript(json);
  return read.errors.empty() ? "" : read.errors[0].place + ": " + read.errors[0].text;
}

}  // namespace

TEST_CASE("every lecture script is read without errors or warnings, and under its own name") {
  for (const EmbeddedAsset& asset : embeddedAssets()) {
    if (asset.path.substr(0, 15) != "assets/scripts/") continue;
    CAPTURE(asset.path);
    const ReadScript read = readScript(asset.bytes);
    for (const Message& message : read.errors) FAIL_CHECK(message.place, ": ", message.text);
    for (const Message& message : read.warnings) FAIL_CHECK(message.place, ": ", message.text);
    CHECK(asset.path == "assets/scripts/" + read.script.id + ".json");
    // Written and read again it is the same.
    const ReadScript again = readScript(writeScript(read.script));
    CHECK(again.errors.empty());
    CHECK(writeScript(again.script) == writeScript(read.script));
  }
}

TEST_CASE("five lectures fill 45 minutes, with questions, references and claims") {
  REQUIRE(scripts().size() >= 5);
  int minutes = 0;
  for (const Script& script : scripts()) {
    CAPTURE(script.id);
    minutes += script.minutes;
    CHECK(script.beats.size() >= 6);
    CHECK(script.beats.size() <= 10);
    int questions = 0, claimed = 0, referred = 0;
    for (const Beat& beat : script.beats) {
      questions += !beat.prediction.question.empty();
      claimed += !beat.claims.empty();
      referred += !beat.references.empty();
      if (!beat.prediction.question.empty()) {
        CHECK_FALSE(beat.outcome.empty());
        CHECK(beat.prediction.answer > 0);
      }
    }
    CHECK(questions >= 2);
    // One beat may be about a trial rather than about the model.
    CHECK(claimed + 1 >= static_cast<int>(script.beats.size()));
    CHECK(referred == static_cast<int>(script.beats.size()));
  }
  CHECK(minutes >= 40);
  CHECK(minutes <= 50);
}

TEST_CASE("what the captions claim is what the model does") {
  for (const Script& script : scripts()) {
    for (const ClaimResult& result : claimsOf(script)) {
      CAPTURE(script.id);
      CAPTURE(result.beat);
      CAPTURE(quantityInfo(result.quantity).name);
      CAPTURE(result.value);
      CAPTURE(result.contrast);
      CHECK(result.holds);
    }
  }
}

TEST_CASE("a claim that is not so is found out") {
  const ReadScript read = readScript(withBeat(
      R"({"id": "b", "title": "t", "caption": "c", "claims": [
           {"quantity": "distantVolume", "day": 20, "againstArm": "control", "direction": "higher"},
           {"quantity": "distantVolume", "day": 20, "againstArm": "control", "direction": "lower",
            "high": 0.1},
           {"quantity": "irradiatedVolume", "day": 20, "low": 1e6},
           {"quantity": "irradiatedVolume", "day": 20, "high": 1e6}]})"));
  REQUIRE(read.errors.empty());
  const std::vector<ClaimResult> results = claimsOf(read.script);
  REQUIRE(results.size() == 4);
  CHECK_FALSE(results[0].holds);
  CHECK_FALSE(results[1].holds);
  CHECK_FALSE(results[2].holds);
  CHECK(results[3].holds);
}

TEST_CASE("a beat keeps the set-up of the one before, with its changes") {
  const ReadScript read = readScript(withBeat(
      R"({"id": "b", "title": "t", "caption": "c",
          "change": {"noRadiation": true, "resistance": {"b2mLoss": 1}, "mechanisms": {"P03": 0},
                     "radiation": [{"id": "one", "start": 1, "doseGy": {"irradiated": 20}}]}},
         {"id": "c", "title": "t", "caption": "c", "change": {"days": 30}})"));
  REQUIRE(read.errors.empty());
  const Scene first = sceneOf(read.script, 0), last = sceneOf(read.script, 2);
  CHECK(first.scenario.plan.radiation[0].fractions == 3);
  CHECK(first.scenario.patient.resistance[0] == 0);
  CHECK(last.caseId == "dewan-2009");
  REQUIRE(last.scenario.plan.radiation.size() == 1);
  CHECK(last.scenario.plan.radiation[0].irradiatedGy == 20);
  CHECK(last.scenario.patient.resistance[0] == 1);
  CHECK(last.scenario.patient.strengths[MechanismId::P03] == 0);
  CHECK(last.scenario.plan.days == 30);
}

TEST_CASE("what is wrong in a script is told with its place and the mend") {
  CHECK(firstError(withBeat(R"({"id": "b", "title": "t", "caption": "c", "arm": "8x33"})")) ==
        "$.beats[1].arm: no arm of this case has the id \"8x33\"; did you mean \"8x3\"?");
  CHECK(firstError(withBeat(R"({"id": "a", "title": "t", "caption": "c"})")) ==
        "$.beats[1].id: \"a\" is already the id of another beat");
  CHECK(firstError(withBeat(R"({"id": "b", "title": "t", "caption": "c", "day": 400})"))
            .find("$.beats[1].day: 400 is after the end of the course") == 0);
  CHECK(firstError(withBeat(R"({"id": "b", "title": "t", "caption": "c", "captoin": "d"})"))
            .find("caption") != std::string::npos);
  CHECK(firstError(withBeat(
            R"({"id": "b", "title": "t", "caption": "c", "playTo": 5,
                "prediction": {"question": "q", "choices": ["one"]}})")) ==
        "$.beats[1].prediction.choices: a vote needs two choices or more");
  CHECK(firstError(withBeat(
            R"({"id": "b", "title": "t", "caption": "c",
                "prediction": {"question": "q", "choices": ["one", "two"]}})")) ==
        "$.beats[1].playTo: a prediction needs the day to which its future is shown");
  CHECK(firstError(withBeat(R"({"id": "b", "title": "t", "caption": "c",
                                "shown": {"kinds": ["cd8efector"]}})"))
            .find("did you mean \"cd8Effector\"?") != std::string::npos);
  CHECK(firstError(withBeat(R"({"id": "b", "title": "t", "caption": "c",
                                "references": ["nobody-1900"]})"))
            .find("$.beats[1].references[0]: neither a case nor a reference") == 0);
  CHECK(firstError(withBeat(R"({"id": "b", "title": "t", "caption": "c",
                                "claims": [{"quantity": "memory", "day": 3}]})"))
            .find("$.beats[1].claims[0]: needs low or high") == 0);
  CHECK(firstError(withBeat(R"({"id": "b", "title": "t", "caption": "c",
                                "change": {"resistance": {"b2mLoss": 2}}})"))
            .find("$.beats[1].change.resistance.b2mLoss") == 0);
}

TEST_CASE("the kinds that a script may name are those of the tissue") {
  REQUIRE(kShownKindIds.size() == kCellKindIds.size());
  for (std::size_t i = 0; i < kCellKindIds.size(); ++i) CHECK(kShownKindIds[i] == kCellKindIds[i]);
}

TEST_CASE("a citation names author, year and journal") {
  CHECK(citation("dewan-2009") == "Dewan 2009, Clin Cancer Res 15:5379-88");
  CHECK(citation("koyama-2016") == "Koyama 2016, Nat Commun 7:10501");
  CHECK(citation("nobody-1900").empty());
}

TEST_CASE("the kept schema of scripts is what the program writes") {
  std::ifstream file(std::string(ABSCOPE_SOURCE_DIR) + "/assets/schema/script.schema.json");
  std::stringstream text;
  text << file.rdbuf();
  CHECK(text.str() == scriptSchema());
}

}  // namespace abscope
