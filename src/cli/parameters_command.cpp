// abscope parameters: every number of the model with unit, range and source.
#include <array>

#include "cli/commands.h"
#include "core/format.h"
#include "core/json_writer.h"
#include "model/parameters.h"

namespace abscope {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"markdown", "json"};

constexpr OptionInfo kOptions[] = {
    {"--format", "markdown|json", "a table for people or a list for programs"},
    kOutputOption,
};

std::string markdown() {
  std::string out =
      "| name | mouse | human | unit | range | meaning | source |\n"
      "|---|---|---|---|---|---|---|\n";
  for (int i = 0; i < kParameterCount; ++i) {
    const ParameterInfo& info = parameterInfo(static_cast<ParameterId>(i));
    out += "| `" + std::string(info.name) + "` | " + formatShortest(info.mouse) + " | " +
           formatShortest(info.human) + " | " + std::string(info.unit) + " | " +
           formatShortest(info.low) + " to " + formatShortest(info.high) + " | " +
           std::string(info.meaning) + " | " + std::string(info.source) + " |\n";
  }
  return out;
}

std::string json() {
  JsonWriter out;
  out.beginArray();
  for (int i = 0; i < kParameterCount; ++i) {
    const ParameterInfo& info = parameterInfo(static_cast<ParameterId>(i));
    out.beginObject();
    out.field("name", info.name);
    out.field("mouse", info.mouse);
    out.field("human", info.human);
    out.field("unit", info.unit);
    out.field("low", info.low);
    out.field("high", info.high);
    out.field("meaning", info.meaning);
    out.field("source", info.source);
    out.endObject();
  }
  out.endArray();
  return out.take();
}

Outcome run(const Arguments& arguments, const Files& files) {
  std::vector<Message> errors;
  const std::string format = oneOf(arguments, "--format", kFormats, errors);
  if (!errors.empty()) return refused(errors);
  return deliver(format == "json" ? json() : markdown(), arguments, files);
}

}  // namespace

CommandInfo parametersCommand() {
  return {"parameters", "", "Print every parameter with its unit, range and source.",
          kOptions,     0,  run};
}

}  // namespace abscope
