// abscope run: solve one course and write it.
#include <array>
#include <cmath>
#include <cstdlib>

#include "cli/commands.h"
#include "cli/course_output.h"
#include "cli/read_input.h"
#include "core/format.h"

namespace abscope {
namespace {

constexpr std::array<std::string_view, 3> kFormats = {"json", "csv", "text"};

constexpr OptionInfo kOptions[] = {
    {"--case", "ID", "run this case instead of a file"},
    {"--arm", "ARM", "the arm of the case (usual: its default arm)"},
    {"--format", "json|csv|text", "json has everything, csv the series, text the summary"},
    {"--every", "DAYS", "days between two rows (usual: 1)"},
    {"--states", "A,B,...", "only these states (usual: all)"},
    {"--fluxes", "", "every flux as well: its rate, and its total since day 0"},
    kOutputOption,
    {"--summary", "FILE", "write the summary there as well, as JSON"},
};

constexpr double kMostRows = 200000;

SeriesOptions seriesOptions(const Arguments& arguments, double days, std::vector<Message>& errors) {
  SeriesOptions options;
  options.fluxes = arguments.has("--fluxes");
  if (arguments.has("--every")) {
    const std::string text = arguments.get("--every");
    char* end = nullptr;
    const double every = std::strtod(text.c_str(), &end);
    const bool isNumber = !text.empty() && *end == 0 && std::isfinite(every);
    if (!isNumber || every < kMinEveryDays || every > kMaxCourseDays) {
      errors.push_back({"--every", "\"" + text + "\" is out of range; allowed: " +
                                       formatShortest(kMinEveryDays) + " to " +
                                       formatShortest(kMaxCourseDays) + " days"});
    } else if (days / every > kMostRows) {
      errors.push_back({"--every", "gives more than 200000 rows; choose more days"});
    } else {
      options.everyDays = every;
    }
  }
  std::string states = arguments.get("--states");
  for (std::size_t start = 0; start < states.size();) {
    const std::size_t comma = std::min(states.find(',', start), states.size());
    if (comma > start) options.states.push_back(states.substr(start, comma - start));
    start = comma + 1;
  }
  if (arguments.has("--states") && options.states.empty()) {
    errors.push_back({"--states", "needs at least one name, such as volume,cd8Effector"});
  }
  return options;
}

Outcome run(const Arguments& arguments, const Files& files) {
  Input input = readInput(arguments, files);
  if (!input.errors.empty()) return refused(input.errors, input.source);

  std::vector<Message> errors;
  const std::string format = oneOf(arguments, "--format", kFormats, errors);
  const SeriesOptions options = seriesOptions(arguments, input.run.scenario.plan.days, errors);
  const std::vector<Column> columns = columnsOf(options, errors);
  if (!errors.empty()) return refused(errors);

  SolveOptions solving;
  solving.fluxIntegrals = options.fluxes;
  const Course course = solve(input.run.scenario.patient, input.run.scenario.plan, solving);
  std::string content;
  if (format == "text") {
    content = summaryText(input.run, course);
  } else {
    const std::vector<Moment> moments = momentsOf(course, options);
    content = format == "csv" ? courseCsv(columns, moments)
                              : courseJson(input.run, course, columns, moments);
  }
  Outcome outcome = deliver(std::move(content), arguments, files);
  const std::string summaryFile = arguments.get("--summary");
  if (!summaryFile.empty() && !files.write(summaryFile, summaryJson(input.run, course))) {
    outcome.exitCode = 1;
    outcome.err += "abscope: --summary: cannot write " + summaryFile + "\n";
  }
  addWarnings(input, outcome);
  return outcome;
}

}  // namespace

CommandInfo runCommand() {
  return {"run", "SCENARIO.json | - | --case ID", "Solve a course and write it.", kOptions, 1, run};
}

}  // namespace abscope
