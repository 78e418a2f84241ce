// abscope compare: the readouts of a case, arm against arm, beside the direction that is expected.
#include "cli/cohort_text.h"
#include "cli/commands.h"
#include "cli/read_input.h"
#include "core/format.h"
#include "core/json_writer.h"
#include "evidence/case_results.h"

namespace abscope {
namespace {

constexpr OptionInfo kOptions[] = {
    kTextOrJsonOption,
    kOutputOption,
};

std::string cohortsText(const std::vector<CohortResult>& cohorts) {
  if (cohorts.empty()) return {};
  std::string out = "\nMany who differ (" + std::to_string(cohorts.front().readout->n) +
                    " an arm, 95 % intervals)\n";
  for (const CohortResult& result : cohorts) {
    const CohortReadout& readout = *result.readout;
    out += readout.name + ": " + endpointText(readout) + "\n    " + readout.arm + ": " +
           answerText(readout, result.arm);
    if (!readout.against.empty()) {
      out += "; " + readout.against + ": " + answerText(readout, result.against);
    }
    const std::string number = publishedText(readout);
    out += "\n    published: " + readout.expected + (number.empty() ? "" : " (" + number + ")") +
           (result.met ? " - so it is" : " - NOT SO") + "\n";
    if (!readout.proxy.empty()) out += "    proxy: " + readout.proxy + "\n";
  }
  return out;
}

std::string text(const Case& item, const std::vector<ReadoutResult>& results) {
  std::string out = item.title + "\n\n";
  for (const ReadoutResult& result : results) {
    const Readout& readout = *result.readout;
    const std::string unit = " " + std::string(quantityInfo(readout.quantity).unit);
    out += readout.name + ", day " + formatDay(readout.day) + "\n    " + readout.arm + ": " +
           formatNumber(result.value) + unit;
    if (!readout.against.empty()) {
      out += "; " + readout.against + ": " + formatNumber(result.against) + unit + "; " +
             (isChange(readout.quantity) ? "difference " : "ratio ") +
             formatNumber(result.contrast);
    }
    out += "\n    expected: " + readout.expected;
    if (readout.direction != Direction::unstated)
      out += pointsAsPublished(result) ? " - so it is" : " - NOT SO";
    out += "\n";
    if (!readout.proxy.empty()) out += "    proxy: " + readout.proxy + "\n";
  }
  return out;
}

std::string json(const Case& item, const std::vector<ReadoutResult>& results,
                 const std::vector<CohortResult>& cohorts) {
  JsonWriter out;
  out.beginObject();
  out.field("format", "abscope-comparison/1");
  out.field("case", std::string_view(item.id));
  out.key("readouts");
  out.beginArray();
  for (const ReadoutResult& result : results) {
    const Readout& readout = *result.readout;
    out.beginObject();
    out.field("name", std::string_view(readout.name));
    out.field("quantity", quantityInfo(readout.quantity).name);
    out.field("unit", quantityInfo(readout.quantity).unit);
    out.field("day", readout.day);
    out.field("arm", std::string_view(readout.arm));
    out.field("value", result.value);
    if (!readout.against.empty()) {
      out.field("against", std::string_view(readout.against));
      out.field("againstValue", result.against);
      out.field(isChange(readout.quantity) ? "difference" : "ratio", result.contrast);
    }
    out.field("expected", std::string_view(readout.expected));
    if (readout.direction != Direction::unstated) {
      out.field("direction", kDirectionIds[static_cast<std::size_t>(readout.direction)]);
      out.field("met", pointsAsPublished(result));
    }
    if (!readout.target.empty()) out.field("target", std::string_view(readout.target));
    if (!readout.proxy.empty()) out.field("proxy", std::string_view(readout.proxy));
    out.endObject();
  }
  out.endArray();
  if (!cohorts.empty()) {
    out.key("cohorts");
    out.beginArray();
    for (const CohortResult& result : cohorts) {
      out.beginObject();
      writeCohort(out, result);
      out.endObject();
    }
    out.endArray();
  }
  out.endObject();
  return out.take();
}

Outcome run(const Arguments& arguments, const Files& files) {
  std::vector<Message> errors;
  const std::string format = oneOf(arguments, "--format", kTextOrJson, errors);
  const Case* item = nullptr;
  if (arguments.words().empty()) {
    errors.push_back({"compare", "needs the id of a case (see abscope cases)"});
  } else {
    item = caseOrMessage(arguments.words()[0], "compare", errors);
  }
  if (!errors.empty()) return refused(errors);
  const std::vector<ReadoutResult> results = readoutsOf(*item);
  CohortWork work(*item);
  work.finish();
  const std::vector<CohortResult> cohorts = work.results();
  return deliver(format == "json" ? json(*item, results, cohorts)
                                  : text(*item, results) + cohortsText(cohorts),
                 arguments, files);
}

}  // namespace

CommandInfo compareCommand() {
  return {"compare", "ID", "Run the arms of a case and put its readouts beside what is expected.",
          kOptions,  1,    run};
}

}  // namespace abscope
