#include "library/sbml_parts.h"

#include <array>

#include "core/format.h"

namespace abscope {
namespace {

struct UnitInfo {
  std::string_view written;  // in parameters.def
  std::string_view id;
  std::string_view kind;  // of SBML; empty: the unit is one of SBML's own, or defined above
  int exponent = 1;
  double multiplier = 1;
};
// Amounts have no unit, since the laws add tumour in mm3 and cells in 10^6 as one and the same.
constexpr std::array kUnits = {
    UnitInfo{"d", "day", "second", 1, 86400}, UnitInfo{"1/d", "per_day", "second", -1, 86400},
    UnitInfo{"1/Gy", "per_gray", "gray", -1}, UnitInfo{"1/Gy2", "per_gray2", "gray", -2},
    UnitInfo{"10^6/d", "per_day", {}},        UnitInfo{"Gy", "gray", {}},
};

}  // namespace

std::string sbmlId(std::string_view text) {
  std::string id;
  for (const char c : text) {
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool isDigit = c >= '0' && c <= '9';
    if (isDigit && id.empty()) id = "_";
    id += isLetter || isDigit ? c : '_';
  }
  return id.empty() ? "scenario" : id;
}

std::string sbmlUnit(std::string_view unit) {
  for (const UnitInfo& info : kUnits) {
    if (info.written == unit) return std::string(info.id);
  }
  return "dimensionless";
}

void writeUnits(XmlWriter& xml) {
  xml.open("listOfUnitDefinitions");
  for (const UnitInfo& info : kUnits) {
    if (info.kind.empty()) continue;
    xml.open("unitDefinition", {{"id", std::string(info.id)}});
    xml.open("listOfUnits");
    xml.empty("unit", {{"kind", std::string(info.kind)},
                       {"exponent", std::to_string(info.exponent)},
                       {"scale", "0"},
                       {"multiplier", formatShortest(info.multiplier)}});
    xml.close();
    xml.close();
  }
  xml.close();
}

void writeNotes(XmlWriter& xml, std::string_view text) {
  if (text.empty()) return;
  xml.line("<notes><p xmlns=\"http://www.w3.org/1999/xhtml\">" + xmlText(text) + "</p></notes>");
}

void writeMath(XmlWriter& xml, std::string_view mathMl) {
  xml.line("<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + std::string(mathMl) + "</math>");
}

void writeParameter(XmlWriter& xml, const ParameterEntry& entry) {
  const XmlWriter::Attributes attributes = {
      {"id", entry.id},
      {"name", entry.name},
      {"value", entry.computed ? "" : formatShortest(entry.value)},
      {"units", sbmlUnit(entry.unit)},
      {"constant", entry.constant ? "true" : "false"}};
  if (entry.notes.empty()) {
    xml.empty("parameter", attributes);
    return;
  }
  xml.open("parameter", attributes);
  writeNotes(xml, entry.notes);
  xml.close();
}

void writeRule(XmlWriter& xml, std::string_view rule, const std::string& attribute,
               const std::string& id, std::string_view mathMl) {
  xml.open(rule, {{attribute, id}});
  writeMath(xml, mathMl);
  xml.close();
}

}  // namespace abscope
