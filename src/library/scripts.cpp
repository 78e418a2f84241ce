#include "library/scripts.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "library/cases.h"
#include "library/embedded_assets.h"
#include "library/json_document.h"
#include "library/mechanisms.h"
#include "library/problems.h"
#include "library/script_check.h"
#include "library/script_fields.h"

namespace abscope {
namespace {

constexpr std::string_view kFolder = "assets/scripts/";

// "Dewan MZ, Galloway AE, et al." -> "Dewan"
std::string_view surname(std::string_view authors) {
  const std::string_view first = authors.substr(0, authors.find(','));
  const std::size_t space = first.rfind(' ');
  return space == first.npos ? first : first.substr(0, space);
}

std::string citationOf(std::string_view authors, int year, std::string_view journal) {
  std::string text(surname(authors));
  text += " " + std::to_string(year);
  if (!journal.empty()) text += ", " + std::string(journal);
  return text;
}

}  // namespace

void applyChange(const SceneChange& change, Scenario& scenario) {
  Plan& plan = scenario.plan;
  if (change.days > 0) plan.days = change.days;
  if (change.noRadiation) plan.radiation.clear();
  if (change.noDrugs) plan.drugs.clear();
  const Plan& added = change.added;
  plan.radiation.insert(plan.radiation.end(), added.radiation.begin(), added.radiation.end());
  plan.drugs.insert(plan.drugs.end(), added.drugs.begin(), added.drugs.end());
  Patient& patient = scenario.patient;
  for (std::size_t i = 0; i < change.resistance.size(); ++i) {
    if (change.resistance[i] > 0) patient.resistance[i] = change.resistance[i];
  }
  for (int i = 0; i < kMechanismCount; ++i) {
    const auto mechanism = static_cast<MechanismId>(i);
    if (change.strengths[mechanism] != 1) {
      patient.strengths[mechanism] = change.strengths[mechanism];
    }
  }
}

Scene sceneOf(const Script& script, int beat) {
  Scene scene;
  for (int i = 0; i <= beat && static_cast<std::size_t>(i) < script.beats.size(); ++i) {
    const Beat& b = script.beats[static_cast<std::size_t>(i)];
    if (!b.caseId.empty()) scene.caseId = b.caseId;
    if (!b.arm.empty()) {
      const Case* item = findCase(scene.caseId);
      const Scenario* arm = item ? findArm(*item, b.arm) : nullptr;
      if (arm) scene.scenario = *arm, scene.armId = b.arm;
    }
    applyChange(b.change, scene.scenario);
  }
  return scene;
}

std::string citation(std::string_view reference) {
  if (const Case* item = findCase(reference)) {
    return citationOf(item->study.authors, item->study.year, item->study.journal);
  }
  if (const Reference* known = findReference(catalogue(), reference)) {
    return citationOf(known->author, known->year, known->journal);
  }
  return {};
}

const std::vector<Script>& scripts() {
  static const std::vector<Script> kAll = [] {
    std::vector<Script> all;
    for (const EmbeddedAsset& asset : assetsIn(kFolder)) {
      ReadScript read = readScript(asset.bytes);
      assert(read.errors.empty());  // a test reads every file of the folder
      all.push_back(std::move(read.script));
    }
    return all;
  }();
  return kAll;
}

const Script* findScript(std::string_view id) {
  const std::vector<Script>& all = scripts();
  const auto found =
      std::find_if(all.begin(), all.end(), [id](const Script& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

ReadScript readScript(std::string_view json) {
  ReadScript result;
  const bool isRead = readDocument(
      json, result.errors, [&](FieldVisitor& visitor) { describeScript(visitor, result.script); });
  if (!isRead) return result;
  addProblems(checkScript(result.script), result.errors, result.warnings);
  return result;
}

std::string writeScript(const Script& script) {
  Script copy = script;
  return writeDocument([&](FieldVisitor& visitor) { describeScript(visitor, copy); });
}

std::string scriptSchema() {
  Script scratch;
  return schemaDocument({"urn:abscope:script:1", "Abscope lecture script",
                         "Beats for the lecture hall, each with a set-up that the lab runs."},
                        [&](FieldVisitor& visitor) { describeScript(visitor, scratch); });
}

}  // namespace abscope
