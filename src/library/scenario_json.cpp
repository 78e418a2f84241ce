#include "library/scenario_json.h"

#include "library/json_document.h"
#include "library/problems.h"
#include "library/scenario_check.h"
#include "library/scenario_fields.h"

namespace abscope {

ReadScenario readScenario(std::string_view json) {
  ReadScenario result;
  const bool isRead = readDocument(json, result.errors, [&](FieldVisitor& visitor) {
    describeScenario(visitor, result.scenario);
  });
  if (!isRead) return result;
  addProblems(checkScenario(result.scenario, "$"), result.errors, result.warnings);
  return result;
}

void writeScenarioInto(JsonWriter& out, const Scenario& scenario) {
  Scenario copy = scenario;
  writeDocumentInto(out, [&](FieldVisitor& visitor) { describeScenario(visitor, copy); });
}

std::string writeScenario(const Scenario& scenario, JsonLayout layout) {
  JsonWriter out(layout == JsonLayout::compact ? JsonWriter::Layout::compact
                                               : JsonWriter::Layout::indented);
  writeScenarioInto(out, scenario);
  return out.take();
}

std::string scenarioSchema() {
  Scenario scratch;
  return schemaDocument({"urn:abscope:scenario:1", "Abscope scenario",
                         "A patient with two tumours and a plan of radiotherapy and drugs. "
                         "Teaching model, not for clinical decisions."},
                        [&](FieldVisitor& visitor) { describeScenario(visitor, scratch); });
}

}  // namespace abscope
