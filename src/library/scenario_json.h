#pragma once
// Scenarios as files: read with every mistake named, written so that reading gives the same back.
#include <string>
#include <string_view>
#include <vector>

#include "core/json_writer.h"
#include "core/message.h"
#include "model/scenario.h"

namespace abscope {

struct ReadScenario {
  Scenario scenario;  // to be used only when there are no errors
  std::vector<Message> errors;
  std::vector<Message> warnings;  // it can be solved, but hardly as meant
  bool ok() const { return errors.empty(); }
};

// Never throws. All mistakes are reported, not only the first.
ReadScenario readScenario(std::string_view json);

enum class JsonLayout { indented, compact };  // compact: for links

// Fields that have their usual value are left out.
std::string writeScenario(const Scenario& scenario, JsonLayout layout = JsonLayout::indented);

// The same, as a value of a larger document.
void writeScenarioInto(JsonWriter& out, const Scenario& scenario);

// The JSON Schema (draft 2020-12) of a scenario file. What it cannot say (names that must be known
// or unique) is left to readScenario.
std::string scenarioSchema();

}  // namespace abscope
