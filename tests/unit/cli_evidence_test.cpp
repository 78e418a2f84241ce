// abscope evidence: complete, in the right order, and the page in docs/ is what it says now.
#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/command_line.h"
#include "cli/evidence_output.h"
#include "library/published_targets.h"
#include "science/targets_file.h"

namespace abscope {
namespace {

using Json = nlohmann::json;

Outcome run(const std::vector<std::string_view>& arguments) {
  return runCommandLine(arguments,
                        {[](const std::string&) -> std::optional<std::string> { return {}; },
                         [](const std::string&, const std::string&) { return false; }});
}

const Json& evidence() {
  static const Json kEvidence = Json::parse(run({"evidence", "--format", "json"}).out);
  return kEvidence;
}

std::string fileText(const std::string& path) {
  std::ifstream file(std::string(ABSCOPE_SOURCE_DIR) + "/" + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::size_t metCount(const Json& rows) {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [](const Json& row) { return row["met"] == true; }));
}

// 0 unmet, 1 beyond the far side, 2 met
int urgency(const Json& row) {
  return row["met"] == false ? 0 : row["beyondFarSide"] == true ? 1 : 2;
}

TEST_CASE("the targets of the program are those of the file, with their ranges") {
  std::string problem;
  const std::vector<TargetRange> file = readTargetRanges(targetsFilePath(), problem);
  REQUIRE(file.size() == publishedTargets().size());
  constexpr double kOpen = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < file.size(); ++i) {
    const PublishedTarget& target = publishedTargets()[i];
    CAPTURE(target.id);
    CHECK(file[i].id == target.id);
    CHECK(file[i].low == target.low.value_or(-kOpen));
    CHECK(file[i].high == target.high.value_or(kOpen));
    CHECK(file[i].farSide == target.farSide);
    CHECK_FALSE(target.source.empty());
    CHECK_FALSE(target.arms.empty());
    CHECK_FALSE(target.readout.empty());
  }
  CHECK(publishedTargetNotation().find("Base mouse") == 0);
}

TEST_CASE("every direction, mechanism and readout is there, what is wrong first") {
  const Json& targets = evidence()["targets"];
  REQUIRE(targets.size() == publishedTargets().size());
  std::set<std::string> ids;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    ids.insert(targets[i]["id"].get<std::string>());
    REQUIRE(targets[i]["value"].is_number());
    CHECK(targets[i]["ensembleLow"].get<double>() <= targets[i]["ensembleHigh"].get<double>());
    if (i == 0) continue;
    const int before = urgency(targets[i - 1]), here = urgency(targets[i]);
    CHECK(before <= here);
    if (before == here) {
      CHECK(targets[i - 1]["margin"].get<double>() <= targets[i]["margin"].get<double>());
    }
  }
  CHECK(ids.size() == targets.size());
  CHECK(evidence()["mechanisms"].size() == static_cast<std::size_t>(kMechanismCount));
  const Json& readouts = evidence()["readouts"];
  std::size_t directed = 0;
  for (const Case& item : cases()) {
    for (const Readout& readout : item.readouts) {
      directed += readout.direction != Direction::unstated ? 1 : 0;
    }
  }
  REQUIRE(readouts.size() == directed);
  for (std::size_t i = 1; i < readouts.size(); ++i) {
    CHECK(readouts[i - 1]["met"].get<bool>() <= readouts[i]["met"].get<bool>());
  }
}

TEST_CASE("the order holds where something is wrong") {
  // A mouse whose T cells do not kill meets few directions.
  const std::vector<ParameterChange> changes = {
      {ParameterId::killPerDay, parameterInfo(ParameterId::killPerDay).low}};
  ChosenSets sets;
  sets.name = "weak";
  sets.shown = changes;
  const Evidence weak = gatherEvidence(sets);
  const EvidenceCounts counts = countsOf(weak);
  REQUIRE(counts.met < weak.targets.size());
  CHECK_FALSE(weak.targets.front().result.met);
  for (std::size_t i = 0; i < weak.targets.size(); ++i) {
    CHECK(weak.targets[i].result.met == (i >= weak.targets.size() - counts.met));
  }
  const std::string text = evidenceText(weak);
  CHECK(text.find("NOT MET") < text.find("met with margin: "));
  CHECK(text.find("Parameters: weak\n") != std::string::npos);
  CHECK(text.find("- NOT SO") != std::string::npos);
}

TEST_CASE("the summary counts what the tables hold") {
  const Json& summary = evidence()["summary"];
  CHECK(summary["targetsMet"] == metCount(evidence()["targets"]));
  CHECK(summary["mechanismsThatMatter"] == metCount(evidence()["mechanisms"]));
  CHECK(summary["readoutsAsPublished"] == metCount(evidence()["readouts"]));
  for (const Json& set : evidence()["sets"]) {
    std::size_t met = 0;
    const Json one = Json::parse(
        run({"evidence", "--format", "json", "--set", set["id"].get<std::string>()}).out);
    for (const Json& row : one["targets"]) met += row["met"] == true ? 1 : 0;
    CHECK(set["targetsMet"] == met);
    CHECK(set["mechanismsThatMatter"] == one["summary"]["mechanismsThatMatter"]);
  }
}

TEST_CASE("the page of the evidence is what the program says now") {
  // To renew: scripts/renew-generated.sh BUILD/abscope.
  CHECK(fileText("docs/evidence.md") == run({"evidence", "--format", "markdown"}).out);
}

TEST_CASE("a set that is none is refused") {
  const Outcome none = run({"evidence", "--set", "presett"});
  CHECK(none.exitCode == 2);
  CHECK(none.out.empty());
  CHECK(none.err.find("did you mean preset?") != std::string::npos);
}

}  // namespace
}  // namespace abscope
