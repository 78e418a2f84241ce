#include "cli/read_input.h"

#include <utility>

#include "core/nearest_name.h"
#include "library/scenario_json.h"

namespace abscope {
namespace {

std::string notKnown(const std::string& id, std::string_view what,
                     const std::vector<std::string_view>& known) {
  std::string text = "no " + std::string(what) + " has the id \"" + id + "\"; ";
  const std::string_view nearest = nearestName(id, known);
  if (!nearest.empty()) return text + "did you mean " + std::string(nearest) + "?";
  text += "ids:";
  for (std::string_view name : known) text += " " + std::string(name);
  return text;
}

void readCaseArm(Input& input, const Arguments& arguments) {
  const Case* item = caseOrMessage(arguments.get("--case"), "--case", input.errors);
  if (item == nullptr) return;
  const std::string armId = arguments.get("--arm", item->defaultArm);
  const Scenario* arm = findArm(*item, armId);
  if (arm == nullptr) {
    std::vector<std::string_view> known;
    for (const Scenario& other : item->arms) known.push_back(other.id);
    input.errors.push_back({"--arm", notKnown(armId, "arm of " + item->id, known)});
    return;
  }
  input.run = {item->id, *arm};
}

}  // namespace

const Case* caseOrMessage(std::string_view id, std::string place, std::vector<Message>& errors) {
  const Case* found = findCase(id);
  if (found != nullptr) return found;
  std::vector<std::string_view> known;
  for (const Case& item : cases()) known.push_back(item.id);
  errors.push_back({std::move(place), notKnown(std::string(id), "case", known)});
  return nullptr;
}

void addWarnings(const Input& input, Outcome& outcome) {
  for (const Message& warning : input.warnings) {
    outcome.err += "abscope: warning: " + warning.place + ": " + warning.text + "\n";
  }
}

Input readInput(const Arguments& arguments, const Files& files, std::string_view command) {
  Input input;
  const bool hasFile = !arguments.words().empty();
  const bool hasCase = arguments.has("--case");
  if (hasFile == hasCase) {
    input.errors.push_back(
        {std::string(command), hasFile ? "takes a file or --case, not both"
                                       : "needs a scenario file, - for the standard input, "
                                         "or --case ID (see abscope cases)"});
    return input;
  }
  if (hasCase) {
    readCaseArm(input, arguments);
    return input;
  }
  if (arguments.has("--arm")) input.errors.push_back({"--arm", "goes with --case only"});
  const std::string& path = arguments.words()[0];
  input.source = path == "-" ? "standard input" : path;
  const std::optional<std::string> json = files.read(path);
  if (!json) {
    input.errors.push_back({"", "cannot be read"});
    return input;
  }
  ReadScenario read = readScenario(*json);
  input.errors.insert(input.errors.end(), read.errors.begin(), read.errors.end());
  input.warnings = std::move(read.warnings);
  input.run.scenario = std::move(read.scenario);
  return input;
}

}  // namespace abscope
