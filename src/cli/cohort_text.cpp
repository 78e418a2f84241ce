#include "cli/cohort_text.h"

#include <cmath>

#include "core/format.h"

namespace abscope {
namespace {

std::string dayText(double day) {
  return std::isnan(day) ? std::string("not reached") : "day " + formatNumber(day);
}

void writeNumber(JsonWriter& out, std::string_view name, double value) {
  out.key(name);
  std::isnan(value) ? out.null() : out.number(value);
}

void writeAnswer(JsonWriter& out, std::string_view name, const CohortAnswer& answer) {
  out.key(name);
  out.beginObjectInLine();
  writeNumber(out, "value", answer.value);
  writeNumber(out, "low", answer.low);
  writeNumber(out, "high", answer.high);
  out.field("count", answer.count);
  out.field("of", answer.of);
  out.endObject();
}

}  // namespace

std::string endpointText(const CohortReadout& readout) {
  return (readout.median ? "median of " : "") + std::string(endpointInfo(readout.endpoint).id) +
         " by day " + formatDay(readout.day);
}

std::string answerText(const CohortReadout& readout, const CohortAnswer& answer) {
  if (readout.median) {
    return dayText(answer.value) + " (" + dayText(answer.low) + " to " + dayText(answer.high) + ")";
  }
  return formatNumber(answer.value) + " % (" + formatNumber(answer.low) + " to " +
         formatNumber(answer.high) + "; " + std::to_string(answer.count) + " of " +
         std::to_string(answer.of) + ")";
}

std::string publishedText(const CohortReadout& readout) {
  if (!readout.published) return {};
  std::string out = formatShortest(*readout.published) + (readout.median ? " d" : " %");
  if (readout.publishedN) out += ", n " + formatShortest(*readout.publishedN);
  return out;
}

void writeCohort(JsonWriter& out, const CohortResult& result) {
  const CohortReadout& readout = *result.readout;
  out.field("name", std::string_view(readout.name));
  out.field("endpoint", endpointInfo(readout.endpoint).id);
  out.field("statistic", readout.median ? "median" : "share");
  out.field("unit", readout.median ? "d" : "%");
  out.field("day", readout.day);
  out.field("n", readout.n);
  out.field("arm", std::string_view(readout.arm));
  writeAnswer(out, "answer", result.arm);
  if (!readout.against.empty()) {
    out.field("against", std::string_view(readout.against));
    writeAnswer(out, "againstAnswer", result.against);
  }
  if (readout.published) out.field("published", *readout.published);
  if (readout.publishedN) out.field("publishedN", *readout.publishedN);
  out.field("expected", std::string_view(readout.expected));
  if (readout.direction != Direction::unstated) {
    out.field("direction", kDirectionIds[static_cast<std::size_t>(readout.direction)]);
  }
  out.field("met", result.met);
  if (!readout.proxy.empty()) out.field("proxy", std::string_view(readout.proxy));
}

}  // namespace abscope
