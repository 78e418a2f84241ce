#include "library/sbml.h"

#include <algorithm>

#include "core/format.h"
#include "core/version.h"
#include "library/sbml_laws.h"
#include "library/sbml_parts.h"
#include "library/sbml_plan.h"
#include "model/course.h"

namespace abscope {
namespace {

constexpr std::string_view kCompartments[] = {"irradiated", "distant", "body"};

class SbmlWriter {
 public:
  SbmlWriter(const Scenario& scenario, std::string_view caseId)
      : scenario_(scenario),
        id_(caseId.empty() ? scenario.id : std::string(caseId) + "_" + scenario.id),
        course_(solve(scenario.patient, scenario.plan, {1.9e-7, 1.9e-10, false})),
        laws_(writtenLaws()),
        plan_(writtenPlan(scenario, course_)) {}

  std::string write() {
    xml_.open("sbml", {{"xmlns", "http://www.sbml.org/sbml/level3/version2/core"},
                       {"level", "3"},
                       {"version", "2"}});
    xml_.open("model", {{"id", sbmlId(id_)},
                        {"name", scenario_.title},
                        {"substanceUnits", "dimensionless"},
                        {"timeUnits", "day"},
                        {"volumeUnits", "dimensionless"},
                        {"extentUnits", "dimensionless"}});
    writeNotes(xml_, modelNotes());
    writeFunctions();
    writeUnits(xml_);
    writeSpecies();
    writeParameters();
    writeGenotypes();
    writeRules();
    writeReactions();
    writeEvents();
    xml_.close();
    xml_.close();
    return xml_.take();
  }

 private:
  std::string modelNotes() const {
    std::string text =
        "Teaching model, not for clinical decisions. Written by Abscope " + std::string(kVersion) +
        ". Time in days, doses in Gy, cells in 10^6, tumour in mm3 (about 10^6 cells each); the "
        "course has " +
        formatShortest(scenario_.plan.days) +
        " days. Every named flux is a reaction; what one fraction would move is in parameters with "
        "assignment rules, which its events apply. Parameters hold the preset, the changes of the "
        "scenario and the strengths of the mechanisms. Amounts at the start are those of an "
        "untreated tumour at rest, and do not follow a changed parameter.";
    for (const std::string& remark : plan_.remarks) text += " " + remark;
    return text;
  }

  void writeFunctions() {
    xml_.open("listOfFunctionDefinitions");
    xml_.open("functionDefinition", {{"id", "saturation"}});
    const Expression x = Expression::symbol("x"), half = Expression::symbol("half");
    writeMath(xml_, "<lambda><bvar><ci>x</ci></bvar><bvar><ci>half</ci></bvar>" +
                        mathMl(x / (x + half), true) + "</lambda>");
    xml_.close();
    xml_.close();
  }

  void writeSpecies() {
    xml_.open("listOfCompartments");
    for (const std::string_view name : kCompartments) {
      xml_.empty("compartment", {{"id", std::string(name)},
                                 {"spatialDimensions", "3"},
                                 {"size", "1"},
                                 {"units", "dimensionless"},
                                 {"constant", "true"}});
    }
    xml_.close();
    const State start = course_.model().start();
    xml_.open("listOfSpecies");
    for (int lane = 0; lane < 2; ++lane) {
      for (std::size_t i = 0; i < kTumourStateInfo.size(); ++i) {
        const StateInfo& info = kTumourStateInfo[i];
        writeOneSpecies(siteId(lane, info.name), lane, info,
                        start[static_cast<TumourState>(i)][lane]);
      }
    }
    for (std::size_t i = 0; i < kSystemStateInfo.size(); ++i) {
      const StateInfo& info = kSystemStateInfo[i];
      writeOneSpecies(bodyId(info.name), 2, info, start[static_cast<SystemState>(i)]);
    }
    xml_.close();
  }

  void writeOneSpecies(const std::string& id, int compartment, const StateInfo& info,
                       double amount) {
    xml_.empty("species", {{"id", id},
                           {"name", std::string(info.name) + ", " + std::string(info.unit)},
                           {"compartment", std::string(kCompartments[compartment])},
                           {"initialAmount", formatShortest(amount)},
                           {"substanceUnits", "dimensionless"},
                           {"hasOnlySubstanceUnits", "true"},
                           {"boundaryCondition", "false"},
                           {"constant", "false"}});
  }

  void writeParameters() {
    const Parameters& values = course_.model().parameters();
    const bool isHuman = scenario_.patient.preset == Preset::human;
    xml_.open("listOfParameters");
    for (int i = 0; i < kParameterCount; ++i) {
      const auto parameter = static_cast<ParameterId>(i);
      const ParameterInfo& info = parameterInfo(parameter);
      const double value = parameterValue(values, parameter);
      const double preset = isHuman ? info.human : info.mouse;
      std::string notes =
          "Unit: " + std::string(info.unit) + ". Source: " + std::string(info.source);
      if (value != preset) {
        notes += ". Changed from " + formatShortest(preset) + " of the preset by this scenario";
      }
      writeParameter(xml_, {std::string(info.name), std::string(info.meaning), notes,
                            std::string(info.unit), value});
    }
    const Patient& patient = scenario_.patient;
    for (std::size_t i = 0; i < kResistanceIds.size(); ++i) {
      const std::string id(kResistanceIds[i]);
      writeParameter(
          xml_, {"resistance_" + id, id, "0 none, 1 complete", "fraction", patient.resistance[i]});
      writeParameter(xml_, {"subclone_resistance_" + id, id + " of the subclone",
                            "0 none, 1 complete", "fraction", patient.subclone.resistance[i]});
    }
    writeParameter(xml_, {"strength_N04", "strength of mechanism N04 (PTPN2)", "1 as fitted",
                          "ratio", patient.strengths[MechanismId::N04]});
    writeParameter(xml_, {"mutationsPerDivision",
                          "daughters that join the subclone",
                          {},
                          "ratio",
                          patient.subclone.mutationsPerDivision});
    for (const Definition& d : laws_.genotypes) {
      writeParameter(
          xml_, {d.id, {}, "Of the genotype, by an initial assignment.", "ratio", 0, true, true});
    }
    for (const Definition& d : laws_.shared) {
      writeParameter(xml_, {d.id, {}, {}, {}, 0, false, true});
    }
    for (const ParameterEntry& entry : plan_.parameters) writeParameter(xml_, entry);
    xml_.close();
  }

  void writeGenotypes() {
    xml_.open("listOfInitialAssignments");
    for (const Definition& d : laws_.genotypes) {
      writeRule(xml_, "initialAssignment", "symbol", d.id, d.math());
    }
    xml_.close();
  }

  void writeRules() {
    xml_.open("listOfRules");
    for (const Definition& d : laws_.shared) {
      writeRule(xml_, "assignmentRule", "variable", d.id, d.math());
    }
    for (const auto& [id, math] : plan_.values) {
      writeRule(xml_, "assignmentRule", "variable", id, math);
    }
    for (const auto& [id, math] : plan_.rates) writeRule(xml_, "rateRule", "variable", id, math);
    xml_.close();
  }

  void writeSide(std::string_view list, const std::string& species) {
    if (species.empty()) return;
    xml_.open(list);
    xml_.empty("speciesReference",
               {{"species", species}, {"stoichiometry", "1"}, {"constant", "true"}});
    xml_.close();
  }

  static bool isSpecies(const std::string& id) {
    static const SymbolicStates states;
    const auto is = [&](const Expression& state) { return state.node().text == id; };
    return std::any_of(states.tumour.begin(), states.tumour.end(),
                       [&](const ExpressionPair& pair) { return is(pair[0]) || is(pair[1]); }) ||
           std::any_of(states.system.begin(), states.system.end(), is);
  }

  void writeReactions() {
    xml_.open("listOfReactions");
    for (const FluxDefinition& flux : laws_.fluxes) {
      xml_.open("reaction", {{"id", flux.definition.id},
                             {"name", std::string(flux.info.name)},
                             {"reversible", "false"}});
      if (!flux.info.mechanisms.empty()) {
        writeNotes(xml_, "Mechanisms: " + std::string(flux.info.mechanisms));
      }
      writeSide("listOfReactants", flux.from);
      writeSide("listOfProducts", flux.to);
      std::vector<std::string> modifiers;
      for (const std::string& id : flux.definition.symbols()) {
        if (isSpecies(id) && id != flux.from && id != flux.to) modifiers.push_back(id);
      }
      if (!modifiers.empty()) {
        xml_.open("listOfModifiers");
        for (const std::string& id : modifiers) {
          xml_.empty("modifierSpeciesReference", {{"species", id}});
        }
        xml_.close();
      }
      xml_.open("kineticLaw");
      writeMath(xml_, flux.definition.math());
      xml_.close();
      xml_.close();
    }
    xml_.close();
  }

  void writeEvents() {
    xml_.open("listOfEvents");
    for (const EventEntry& event : plan_.events) {
      xml_.open("event",
                {{"id", event.id}, {"name", event.name}, {"useValuesFromTriggerTime", "false"}});
      xml_.open("trigger", {{"initialValue", "false"}, {"persistent", "true"}});
      writeMath(xml_, event.trigger);
      xml_.close();
      xml_.open("priority");
      writeMath(xml_, mathMl(event.priority, true));
      xml_.close();
      xml_.open("listOfEventAssignments");
      for (const auto& [id, math] : event.assignments) {
        writeRule(xml_, "eventAssignment", "variable", id, math);
      }
      xml_.close();
      xml_.close();
    }
    xml_.close();
  }

  const Scenario& scenario_;
  const std::string id_;
  const Course course_;
  const WrittenLaws laws_;
  const WrittenPlan plan_;
  XmlWriter xml_;
};

}  // namespace

std::string sbmlOf(const Scenario& scenario, std::string_view caseId) {
  return SbmlWriter(scenario, caseId).write();
}

}  // namespace abscope
