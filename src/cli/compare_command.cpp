// abscope compare: the readouts of a case, arm against arm, beside the direction that is expected.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "cli/commands.h"
#include "cli/read_input.h"
#include "core/format.h"
#include "core/json_writer.h"
#include "trial/readouts.h"

namespace abscope {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};

constexpr OptionInfo kOptions[] = {
    {"--format", "text|json", "for people or for programs"},
    {"--output", "FILE", "write there instead of to the standard output"},
};

double lowestLymphocytes(const Course& course, double lastDay) {
  return -largest([&course](double day) { return -course.at(day)[SystemState::lymphocytes]; }, 0,
                  std::min(lastDay, course.days()), 0.25);
}

double valueOf(const Course& course, Quantity quantity, double day) {
  switch (quantity) {
    case Quantity::irradiatedVolume:
      return irradiatedMm3(course, day);
    case Quantity::distantVolume:
      return distantMm3(course, day);
    case Quantity::irradiatedCd8Density:
      return density(course, TumourState::cd8Effector, day);
    case Quantity::irradiatedTregDensity:
      return density(course, TumourState::treg, day);
    case Quantity::irradiatedMdscDensity:
      return density(course, TumourState::mdsc, day);
    case Quantity::irradiatedNkDensity:
      return density(course, TumourState::nk, day);
    case Quantity::irradiatedM1ToM2:
      return m1OverM2(course, day);
    case Quantity::dayDistantReaches400:
      return dayDistantPasses(course, 400);
    case Quantity::dayTotalReaches1500:
      return dayTotalPasses(course, 1500);
    case Quantity::lowestLymphocytes:
      return lowestLymphocytes(course, day);
    case Quantity::count:
      break;
  }
  return std::nan("");
}

struct Result {
  const Readout* readout;
  double value;
  double against;  // not a number when the readout has one arm only
};

std::vector<Result> evaluate(const Case& item) {
  std::map<std::string, Course> courses;  // each arm once, only those that are read
  const auto courseOf = [&](const std::string& id) -> const Course& {
    const auto known = courses.find(id);
    if (known != courses.end()) return known->second;
    const Scenario& arm = *findArm(item, id);
    SolveOptions options;
    options.fluxIntegrals = false;
    return courses.emplace(id, solve(arm.patient, arm.plan, options)).first->second;
  };
  std::vector<Result> results;
  for (const Readout& readout : item.readouts) {
    const double value = valueOf(courseOf(readout.arm), readout.quantity, readout.day);
    const double against = readout.against.empty()
                               ? std::nan("")
                               : valueOf(courseOf(readout.against), readout.quantity, readout.day);
    results.push_back({&readout, value, against});
  }
  return results;
}

std::string text(const Case& item, const std::vector<Result>& results) {
  std::string out = item.title + "\n\n";
  for (const Result& result : results) {
    const Readout& readout = *result.readout;
    out += readout.name + ", day " + formatDay(readout.day) + "\n    " + readout.arm + ": " +
           formatNumber(result.value);
    if (!readout.against.empty()) {
      out += "; " + readout.against + ": " + formatNumber(result.against) + "; ratio " +
             formatNumber(result.value / result.against);
    }
    out += "\n    expected: " + readout.expected + "\n";
  }
  return out;
}

std::string json(const Case& item, const std::vector<Result>& results) {
  JsonWriter out;
  out.beginObject();
  out.field("format", "abscope-comparison/1");
  out.field("case", std::string_view(item.id));
  out.key("readouts");
  out.beginArray();
  for (const Result& result : results) {
    const Readout& readout = *result.readout;
    out.beginObject();
    out.field("name", std::string_view(readout.name));
    out.field("day", readout.day);
    out.field("arm", std::string_view(readout.arm));
    out.field("value", result.value);
    if (!readout.against.empty()) {
      out.field("against", std::string_view(readout.against));
      out.field("againstValue", result.against);
      out.field("ratio", result.value / result.against);
    }
    out.field("expected", std::string_view(readout.expected));
    if (!readout.target.empty()) out.field("target", std::string_view(readout.target));
    out.endObject();
  }
  out.endArray();
  out.endObject();
  return out.take();
}

Outcome run(const Arguments& arguments, const Files& files) {
  std::vector<Message> errors;
  const std::string format = oneOf(arguments, "--format", kFormats, errors);
  const Case* item = nullptr;
  if (arguments.words().empty()) {
    errors.push_back({"compare", "needs the id of a case (see abscope cases)"});
  } else {
    item = caseOrMessage(arguments.words()[0], "compare", errors);
  }
  if (!errors.empty()) return refused(errors);
  const std::vector<Result> results = evaluate(*item);
  return deliver(format == "json" ? json(*item, results) : text(*item, results), arguments, files);
}

}  // namespace

CommandInfo compareCommand() {
  return {"compare", "ID", "Run the arms of a case and put its readouts beside what is expected.",
          kOptions,  1,    run};
}

}  // namespace abscope
