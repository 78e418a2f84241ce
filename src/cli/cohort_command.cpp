// abscope cohort: the arms of a case in many patients who differ, read as a trial is read.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "cli/cohort_output.h"
#include "cli/commands.h"
#include "cli/read_input.h"
#include "core/format.h"
#include "core/nearest_name.h"
#include "library/populations.h"

namespace abscope {
namespace {

constexpr OptionInfo kOptions[] = {
    {"--case", "ID", "whose arms are run"},
    {"--arms", "A,B,...", "only these arms; the case's control comes along (usual: all)"},
    {"--population", "ID|FILE", "who differs how (usual: mouse-inbred or human-nsclc)"},
    {"--n", "COUNT", "patients (usual: 200)"},
    {"--first", "NUMBER", "number of the first patient, for parts of a larger cohort (usual: 0)"},
    {"--seed", "NUMBER", "other patients of the same population (usual: 1)"},
    {"--endpoint", "NAME", "only this endpoint (usual: all)"},
    {"--day", "DAY", "by which something is eliminated or alive (usual: the end of the course)"},
    {"--scan-every", "DAYS", "days between scans (usual: 42 in humans, 3 in mice)"},
    {"--alive-below", "MM3", "total volume that stands for death (usual: 100000, 1500 in mice)"},
    kTextOrJsonOption,
    {"--patients", "", "in JSON every patient as well"},
    kOutputOption,
};

constexpr double kMostPatients = 100000, kMostCourses = 500000;

struct Range {
  double low, high;
  std::string_view unit;
  bool whole = false;
};

double numberOption(const Arguments& arguments, std::string_view option, const Range& range,
                    double usual, std::vector<Message>& errors) {
  if (!arguments.has(option)) return usual;
  const std::string text = arguments.get(option);
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  const bool isNumber = !text.empty() && *end == 0 && std::isfinite(value) &&
                        (!range.whole || value == std::floor(value));
  if (isNumber && value >= range.low && value <= range.high) return value;
  errors.push_back({std::string(option),
                    "\"" + text + "\" is out of range; allowed: " +
                        (range.whole ? "a whole number, " : "") + formatNumber(range.low, 16) +
                        " to " + formatNumber(range.high, 16) + " " + std::string(range.unit)});
  return usual;
}

std::vector<Endpoint> endpointsOf(const Arguments& arguments, std::vector<Message>& errors) {
  std::vector<std::string_view> ids;
  std::vector<Endpoint> all;
  for (int i = 0; i < kEndpointCount; ++i) {
    all.push_back(static_cast<Endpoint>(i));
    ids.push_back(endpointInfo(all.back()).id);
  }
  if (!arguments.has("--endpoint")) return all;
  const std::string wanted = oneOf(arguments, "--endpoint", ids, errors);
  const auto found = std::find(ids.begin(), ids.end(), wanted);
  if (found == ids.end()) return all;
  return {all[static_cast<std::size_t>(found - ids.begin())]};
}

std::vector<const Scenario*> armsOf(const Case& item, const Arguments& arguments,
                                    std::vector<Message>& errors) {
  std::vector<const Scenario*> arms;
  std::vector<std::string_view> ids;
  for (const Scenario& arm : item.arms) ids.push_back(arm.id);
  if (!arguments.has("--arms")) {
    for (const Scenario& arm : item.arms) arms.push_back(&arm);
    return arms;
  }
  std::vector<std::string> wanted = {item.control};
  const std::string list = arguments.get("--arms");
  for (std::size_t start = 0; start <= list.size();) {
    const std::size_t comma = std::min(list.find(',', start), list.size());
    const std::string id = list.substr(start, comma - start);
    start = comma + 1;
    if (findArm(item, id) == nullptr) {
      const std::string_view nearest = nearestName(id, ids);
      std::string text = "no arm of " + item.id + " has the id \"" + id + "\"";
      if (!nearest.empty()) text += "; did you mean " + std::string(nearest) + "?";
      text += " ids:";
      for (std::string_view known : ids) text += " " + std::string(known);
      errors.push_back({"--arms", text});
    }
    wanted.push_back(id);
  }
  for (const Scenario& arm : item.arms) {  // in the order of the case
    if (std::find(wanted.begin(), wanted.end(), arm.id) != wanted.end()) arms.push_back(&arm);
  }
  return arms;
}

// A file is told from an id by its ending. `fromFile` keeps what was read.
const Population* populationOf(const Arguments& arguments, const Files& files, Preset preset,
                               Population& fromFile, std::vector<Message>& errors) {
  if (!arguments.has("--population")) return &usualPopulation(preset);
  const std::string name = arguments.get("--population");
  constexpr std::string_view kEnding = ".json";
  if (name.size() > kEnding.size() &&
      name.compare(name.size() - kEnding.size(), kEnding.size(), kEnding) == 0) {
    const std::optional<std::string> json = files.read(name);
    if (!json) {
      errors.push_back({"--population", name + " cannot be read"});
      return nullptr;
    }
    ReadPopulation read = readPopulation(*json);
    for (const Message& message : read.errors) {
      errors.push_back({name + ": " + message.place, message.text});
    }
    fromFile = std::move(read.population);
    return read.errors.empty() ? &fromFile : nullptr;
  }
  if (const Population* known = findPopulation(name)) return known;
  std::vector<std::string_view> ids;
  for (const Population& one : populations()) ids.push_back(one.id);
  const std::string_view nearest = nearestName(name, ids);
  std::string text = "no population has the id \"" + name + "\"; ";
  if (!nearest.empty()) text += "did you mean " + std::string(nearest) + "? ";
  text += "ids:";
  for (std::string_view id : ids) text += " " + std::string(id);
  errors.push_back({"--population", text + ", or a file that ends in .json"});
  return nullptr;
}

std::string_view presetName(Preset preset) { return preset == Preset::human ? "human" : "mouse"; }

// Nobody can tell what becomes of a patient after the end of the course.
void checkDay(const CohortRun& run, std::vector<Message>& errors) {
  for (const Scenario* arm : run.arms) {
    if (run.byDay <= arm->plan.days) continue;
    errors.push_back({"--day", formatDay(run.byDay) + " is after the end of arm " + arm->id +
                                   ", day " + formatDay(arm->plan.days)});
    return;
  }
}

// Factors would mean something else in the other preset.
void checkPresets(const CohortRun& run, std::vector<Message>& errors) {
  for (const Scenario* arm : run.arms) {
    if (arm->patient.preset == run.population->preset) continue;
    errors.push_back({"--population", run.population->id + " is of the preset " +
                                          std::string(presetName(run.population->preset)) +
                                          ", but arm " + arm->id + " of the case is of " +
                                          std::string(presetName(arm->patient.preset)) +
                                          "; choose one of that preset"});
    return;
  }
}

Outcome run(const Arguments& arguments, const Files& files) {
  std::vector<Message> errors;
  CohortRun cohort;
  const std::string format = oneOf(arguments, "--format", kTextOrJson, errors);
  if (!arguments.has("--case")) {
    errors.push_back({"cohort", "needs --case ID (see abscope cases)"});
    return refused(errors);
  }
  cohort.item = caseOrMessage(arguments.get("--case"), "--case", errors);
  cohort.endpoints = endpointsOf(arguments, errors);
  constexpr double kLargestExact = 9007199254740991;  // 2^53 - 1
  cohort.count = static_cast<int>(
      numberOption(arguments, "--n", {1, kMostPatients, "patients", true}, 200, errors));
  cohort.seed = static_cast<std::uint64_t>(
      numberOption(arguments, "--seed", {0, kLargestExact, "", true}, 1, errors));
  cohort.first = static_cast<std::uint64_t>(
      numberOption(arguments, "--first", {0, 1e12, "", true}, 0, errors));
  cohort.byDay = numberOption(arguments, "--day", {0, kMaxCourseDays, "days"}, -1, errors);
  if (cohort.item == nullptr) return refused(errors);
  cohort.arms = armsOf(*cohort.item, arguments, errors);
  const Scenario* control = findArm(*cohort.item, cohort.item->control);
  const Preset preset = control->patient.preset;
  cohort.rules = rulesFor(preset);
  cohort.rules.scanEveryDays = numberOption(arguments, "--scan-every", {1, kMaxCourseDays, "days"},
                                            cohort.rules.scanEveryDays, errors);
  cohort.rules.aliveBelowMm3 =
      numberOption(arguments, "--alive-below", {kMinVolumeMm3, 2 * kMaxVolumeMm3, "mm3"},
                   cohort.rules.aliveBelowMm3, errors);
  checkDay(cohort, errors);
  Population fromFile;
  cohort.population = populationOf(arguments, files, preset, fromFile, errors);
  if (cohort.population != nullptr) checkPresets(cohort, errors);
  if (cohort.count * static_cast<double>(cohort.arms.size()) > kMostCourses) {
    errors.push_back({"--n", "gives more than 500000 courses; run parts of it with --first"});
  }
  if (arguments.has("--patients") && format == "text") {
    errors.push_back({"--patients", "goes with --format json only"});
  }
  if (!errors.empty()) return refused(errors);

  const auto found = std::find(cohort.arms.begin(), cohort.arms.end(), control);
  cohort.control = static_cast<std::size_t>(found - cohort.arms.begin());
  const Population who = populationFor(*cohort.item, *cohort.population);
  cohort.population = &who;
  const PatientSampler sampler(who, cohort.seed);
  for (const Scenario* arm : cohort.arms) {
    cohort.outcomes.push_back(
        runPatients(sampler, {arm->patient, arm->plan}, cohort.first, cohort.count, cohort.rules));
  }
  return deliver(
      format == "json" ? cohortJson(cohort, arguments.has("--patients")) : cohortText(cohort),
      arguments, files);
}

}  // namespace

CommandInfo cohortCommand() {
  return {"cohort", "--case ID", "Run the arms of a case in many patients who differ.",
          kOptions, 0,           run};
}

}  // namespace abscope
