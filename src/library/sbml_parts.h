#pragma once
// Pieces of an SBML file that occur again and again.
#include <string>
#include <string_view>

#include "library/expression.h"
#include "library/xml_writer.h"

namespace abscope {

// A name that SBML allows as an id: letters, digits and underscores.
std::string sbmlId(std::string_view text);

// The id of a unit that the model defines, or of one of SBML's own.
std::string sbmlUnit(std::string_view unit);
void writeUnits(XmlWriter& xml);

struct ParameterEntry {
  std::string id;
  std::string name;
  std::string notes;
  std::string unit;  // as in parameters.def
  double value = 0;
  bool constant = true;   // false: a rule or an event sets it
  bool computed = false;  // by a rule or an initial assignment: no value of its own
};
void writeParameter(XmlWriter& xml, const ParameterEntry& entry);

void writeNotes(XmlWriter& xml, std::string_view text);
void writeMath(XmlWriter& xml, std::string_view mathMl);
// <rule variable="id"> around the formula.
void writeRule(XmlWriter& xml, std::string_view rule, const std::string& attribute,
               const std::string& id, std::string_view mathMl);

}  // namespace abscope
