// abscope cases: what can be run, and what the studies found.
#include "cli/cohort_text.h"
#include "cli/commands.h"
#include "cli/read_input.h"
#include "core/format.h"
#include "core/json_writer.h"

namespace abscope {
namespace {

constexpr OptionInfo kOptions[] = {
    kTextOrJsonOption,
    kOutputOption,
};

std::string listText() {
  std::string out;
  for (const Case& item : cases()) {
    out += item.id + "\n  " + item.title + "\n  " + item.question + "\n";
    for (const Scenario& arm : item.arms) {
      std::string left = "    " + arm.id;
      if (arm.id == item.defaultArm) left += " *";
      constexpr std::size_t kColumn = 38;
      left.resize(std::max(left.size() + 1, kColumn), ' ');
      out += left + arm.title + "\n";
    }
    out += "\n";
  }
  return out + "* the arm that opens first\n";
}

// "41.7 %, 30.2 to 53.9, n 72"
std::string numberText(const Published& published) {
  std::string out = formatShortest(*published.value) + " " + published.unit;
  if (published.low && published.high) {
    out += ", " + formatShortest(*published.low) + " to " + formatShortest(*published.high);
  }
  if (published.n) out += ", n " + formatShortest(*published.n);
  return out;
}

std::string oneText(const Case& item) {
  std::string out = item.title + "\n" + item.study.authors + " " + item.study.journal + " (" +
                    std::to_string(item.study.year) + ")";
  if (!item.study.doi.empty()) out += " doi " + item.study.doi;
  if (!item.study.pmid.empty()) out += " PMID " + item.study.pmid;
  if (!item.study.registration.empty()) out += "\nTrial " + item.study.registration;
  if (!item.study.status.empty()) out += ": " + item.study.status;
  out += "\n\n" + item.question + "\n" + item.lesson + "\n\nPublished\n";
  for (const Published& entry : item.published) {
    out += "- " + entry.readout + ": " + entry.result;
    if (entry.value) out += " (" + numberText(entry) + ")";
    out += " [" + entry.source + "]\n";
  }
  if (!item.differences.empty()) out += "\nWhere review and primary source differ\n";
  for (const Difference& entry : item.differences) {
    out += "- Review: " + entry.review + "\n  Primary source (used here): " + entry.primary + "\n";
  }
  if (!item.cohorts.empty()) {
    out += "\nCounted in many who differ (abscope compare " + item.id + " runs them)\n";
    for (const CohortReadout& cohort : item.cohorts) {
      const std::string number = publishedText(cohort);
      out += "- " + cohort.name + ": " + endpointText(cohort) + ", " + std::to_string(cohort.n) +
             " an arm; published: " + cohort.expected +
             (number.empty() ? "" : " (" + number + ")") + "\n";
      if (!cohort.proxy.empty()) out += "  proxy: " + cohort.proxy + "\n";
    }
  }
  out += "\nArms\n";
  for (const Scenario& arm : item.arms) out += "- " + arm.id + ": " + arm.title + "\n";
  return out;
}

std::string listJson() {
  JsonWriter out;
  out.beginArray();
  for (const Case& item : cases()) {
    out.beginObject();
    out.field("id", std::string_view(item.id));
    out.field("title", std::string_view(item.title));
    out.field("question", std::string_view(item.question));
    out.field("year", item.study.year);
    if (!item.study.registration.empty()) {
      out.field("registration", std::string_view(item.study.registration));
    }
    out.key("inventory");
    out.beginArrayInLine();
    for (const std::string& id : item.study.inventory) out.text(id);
    out.endArray();
    out.key("arms");
    out.beginArray();
    for (const Scenario& arm : item.arms) {
      out.beginObjectInLine();
      out.field("id", std::string_view(arm.id));
      out.field("title", std::string_view(arm.title));
      out.endObject();
    }
    out.endArray();
    out.field("defaultArm", std::string_view(item.defaultArm));
    out.field("control", std::string_view(item.control));
    out.endObject();
  }
  out.endArray();
  return out.take();
}

Outcome run(const Arguments& arguments, const Files& files) {
  std::vector<Message> errors;
  const std::string format = oneOf(arguments, "--format", kTextOrJson, errors);
  const Case* one = nullptr;
  if (!arguments.words().empty()) one = caseOrMessage(arguments.words()[0], "cases", errors);
  if (!errors.empty()) return refused(errors);
  std::string content;
  if (one != nullptr) {
    content = format == "json" ? writeCase(*one) : oneText(*one);
  } else {
    content = format == "json" ? listJson() : listText();
  }
  return deliver(std::move(content), arguments, files);
}

}  // namespace

CommandInfo casesCommand() {
  return {"cases", "[ID]", "List the cases with their arms, or show one.", kOptions, 1, run};
}

}  // namespace abscope
