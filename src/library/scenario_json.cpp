#include "library/scenario_json.h"

#include <utility>

#include "library/field_reader.h"
#include "library/field_writer.h"
#include "library/json_reader.h"
#include "library/problems.h"
#include "library/scenario_check.h"
#include "library/scenario_fields.h"
#include "library/schema_writer.h"

namespace abscope {

ReadScenario readScenario(std::string_view json) {
  ReadScenario result;
  ParsedJson parsed = parseJson(json);
  result.errors = std::move(parsed.messages);
  if (!parsed.ok) return result;
  readObjectAt(parsed.value, "$", result.errors,
               [&](FieldVisitor& visitor) { describeScenario(visitor, result.scenario); });
  if (!parsed.value.is_object()) return result;
  addProblems(checkScenario(result.scenario, "$"), result.errors, result.warnings);
  return result;
}

void writeScenarioInto(JsonWriter& out, const Scenario& scenario) {
  out.beginObject();
  FieldWriter writer(out);
  Scenario copy = scenario;  // visitors may change what they see
  describeScenario(writer, copy);
  out.endObject();
}

std::string writeScenario(const Scenario& scenario, JsonLayout layout) {
  JsonWriter out(layout == JsonLayout::compact ? JsonWriter::Layout::compact
                                               : JsonWriter::Layout::indented);
  writeScenarioInto(out, scenario);
  return out.take();
}

std::string scenarioSchema() {
  JsonWriter out;
  out.beginObject();
  out.field("$schema", "https://json-schema.org/draft/2020-12/schema");
  out.field("$id", "urn:abscope:scenario:1");
  out.field("title", "Abscope scenario");
  out.field("description",
            "A patient with two tumours and a plan of radiotherapy and drugs. Teaching model, not "
            "for clinical decisions.");
  Scenario scratch;
  SchemaWriter::writeObjectRules(
      out, [&](FieldVisitor& visitor) { describeScenario(visitor, scratch); });
  out.endObject();
  return out.take();
}

}  // namespace abscope
