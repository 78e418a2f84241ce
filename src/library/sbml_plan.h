#pragma once
// The plan of a scenario in SBML: levels of the drugs, doses, what each fraction moves, and events.
#include <string>
#include <vector>

#include "library/sbml_laws.h"
#include "library/sbml_parts.h"
#include "model/course.h"
#include "model/scenario.h"

namespace abscope {

struct EventEntry {
  std::string id;
  std::string name;
  std::string notes;
  std::string trigger;  // MathML
  int priority = 0;     // of events at one moment the highest comes first
  std::vector<std::pair<std::string, std::string>> assignments;  // id, MathML
};

struct WrittenPlan {
  std::vector<ParameterEntry> parameters;
  std::vector<std::pair<std::string, std::string>> rates;   // rate rules: id, MathML
  std::vector<std::pair<std::string, std::string>> values;  // assignment rules
  std::vector<EventEntry> events;                           // in the order of time
  std::vector<std::string> remarks;                         // on items that waited for something
};
WrittenPlan writtenPlan(const Scenario& scenario, const Course& course);

}  // namespace abscope
