// The laws over symbols are the laws over numbers, and the file names everything that it uses.
#include <cmath>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "cli/command_line.h"
#include "library/cases.h"
#include "library/sbml.h"
#include "library/sbml_laws.h"
#include "library/xml_writer.h"
#include "model/course.h"
#include "model/rate_laws.h"
#include "model/schedule.h"

namespace abscope {
namespace {

using Values = std::map<std::string, double>;

double valueOf(const Expression& formula, const Values& values);

double applied(const Expression::Node& node, const Values& values) {
  const auto part = [&](std::size_t i) { return valueOf(node.parts[i], values); };
  const std::string& name = node.text;
  if (name == "plus") return part(0) + part(1);
  if (name == "minus") return node.parts.size() == 1 ? -part(0) : part(0) - part(1);
  if (name == "times") return part(0) * part(1);
  if (name == "divide") return part(0) / part(1);
  if (name == "exp") return std::exp(part(0));
  if (name == "power") return std::pow(part(0), part(1));
  if (name == "max") return std::max(part(0), part(1));
  if (name == "min") return std::min(part(0), part(1));
  if (name == "leq") return part(0) <= part(1) ? 1 : 0;
  if (name == "lt") return part(0) < part(1) ? 1 : 0;
  REQUIRE(name == "saturation");
  return part(0) / (part(0) + part(1));
}

double valueOf(const Expression& formula, const Values& values) {
  const Expression::Node& node = formula.node();
  switch (node.kind) {
    case Expression::Kind::number:
      return node.value;
    case Expression::Kind::symbol: {
      CAPTURE(node.text);
      const auto place = values.find(node.text);
      REQUIRE(place != values.end());
      return place->second;
    }
    case Expression::Kind::piecewise:
      return valueOf(node.parts[valueOf(node.parts[1], values) != 0 ? 0 : 2], values);
    default:
      return applied(node, values);
  }
}

// A human tumour in which every law has something to do.
Scenario rich() {
  Scenario scenario;
  scenario.id = "rich";
  scenario.title = "Fractions & drugs <all>";
  Patient& patient = scenario.patient;
  patient.preset = Preset::human;
  patient.irradiatedMm3 = 14000;
  patient.distantMm3 = 4200;
  for (std::size_t i = 0; i < patient.resistance.size(); ++i) {
    patient.resistance[i] = 0.1 + 0.05 * static_cast<double>(i);
    patient.subclone.resistance[i] = 0.9 - 0.05 * static_cast<double>(i);
  }
  patient.subclone.share = 0.1;
  patient.subclone.mutationsPerDivision = 1e-3;
  patient.strengths[MechanismId::N04] = 0.5;
  RadiationItem rt;
  rt.id = "rt";
  rt.start.days = 2;
  rt.fractions = 3;
  rt.irradiatedGy = 20;
  rt.distantGy = 1;
  rt.bloodGy = 0.1;
  scenario.plan.radiation.push_back(rt);
  for (int i = 0; i < kHookCount; ++i) {
    const Drug drug = genericOf(static_cast<Hook>(i));
    if (drug == Drug::count || !drugUse(drug, patient.preset).isUsed()) continue;
    DrugItem item;
    item.id = "d" + std::to_string(i);
    item.drug = drug;
    item.start.days = 1;
    item.doses = 2;
    scenario.plan.drugs.push_back(item);
  }
  scenario.plan.days = 20;
  return scenario;
}

Values valuesAt(const Scenario& scenario, const Course& course, double day, const State& y) {
  Values values;
  for (int i = 0; i < kParameterCount; ++i) {
    const auto id = static_cast<ParameterId>(i);
    values[std::string(parameterInfo(id).name)] = parameterValue(course.model().parameters(), id);
  }
  const Patient& patient = scenario.patient;
  for (std::size_t i = 0; i < kResistanceIds.size(); ++i) {
    values["resistance_" + std::string(kResistanceIds[i])] = patient.resistance[i];
    values["subclone_resistance_" + std::string(kResistanceIds[i])] =
        patient.subclone.resistance[i];
  }
  values["strength_N04"] = patient.strengths[MechanismId::N04];
  values["mutationsPerDivision"] = patient.subclone.mutationsPerDivision;
  for (std::size_t i = 0; i < kTumourStateInfo.size(); ++i) {
    for (int lane = 0; lane < 2; ++lane) {
      values[siteId(lane, kTumourStateInfo[i].name)] = y[static_cast<TumourState>(i)][lane];
    }
  }
  for (std::size_t i = 0; i < kSystemStateInfo.size(); ++i) {
    values[bodyId(kSystemStateInfo[i].name)] = y[static_cast<SystemState>(i)];
  }
  const HookLevels bound = occupancy(course.drugLevelsAt(day));
  for (std::size_t i = 0; i < kHookIds.size(); ++i) {
    values["bound_" + std::string(kHookIds[i])] = bound[i];
  }
  for (const Definition& d : writtenLaws().genotypes) values[d.id] = valueOf(d.formula, values);
  return values;
}

double fluxOf(const Fluxes& fluxes, const FluxDefinition& flux) {
  for (int i = 0; i < kTumourFluxCount && flux.lane >= 0; ++i) {
    const auto id = static_cast<TumourFlux>(i);
    if (kTumourFluxInfo[static_cast<std::size_t>(i)].name == flux.info.name)
      return fluxes[id][flux.lane];
  }
  for (int i = 0; i < kSystemFluxCount; ++i) {
    const auto id = static_cast<SystemFlux>(i);
    if (kSystemFluxInfo[static_cast<std::size_t>(i)].name == flux.info.name) return fluxes[id];
  }
  FAIL("no such flux");
  return 0;
}

void checkClose(double symbolic, double numeric) {
  CHECK(std::fabs(symbolic - numeric) <= 1e-13 * std::fabs(numeric));
}

TEST_CASE("every rate law gives over symbols what it gives over numbers") {
  const Scenario scenario = rich();
  const Course course = solve(scenario.patient, scenario.plan);
  const WrittenLaws laws = writtenLaws();
  int continuous = 0;
  for (const FluxInfo& info : kTumourFluxInfo) continuous += info.impulse ? 0 : 2;
  for (const FluxInfo& info : kSystemFluxInfo) continuous += info.impulse ? 0 : 1;
  CHECK(static_cast<int>(laws.fluxes.size()) == continuous);
  for (const double day : {0.0, 1.5, 3.2, 6.0, 19.0}) {
    const State y = course.at(day);
    const Values values = valuesAt(scenario, course, day, y);
    const Fluxes rates = course.ratesAt(day);
    for (const FluxDefinition& flux : laws.fluxes) {
      CAPTURE(flux.definition.id);
      CAPTURE(day);
      checkClose(valueOf(flux.definition.formula, values), fluxOf(rates, flux));
    }
  }
}

TEST_CASE("what a fraction moves is the same over symbols and over numbers") {
  Scenario scenario = rich();
  const Course course = solve(scenario.patient, scenario.plan);
  const double day = 3.5;
  for (const double doseGy : {0.5, 2.0, 8.0, 25.0}) {
    for (const double distantGy : {0.0, 1.0}) {
      RadiationItem item = scenario.plan.radiation[0];
      item.irradiatedGy = doseGy;
      item.distantGy = distantGy;
      const FractionDose dose = fractionDose(item, course.model().parameters());
      State y = course.at(day);
      Values values = valuesAt(scenario, course, day, y);
      values["f_irradiated_Gy"] = doseGy;
      values["f_distant_Gy"] = distantGy;
      values["f_nodeGy"] = dose.nodeGy;
      values["f_bloodGy"] = dose.bloodGy;
      values["f_passingBloodGy"] = dose.passingBloodGy;
      const Fluxes amounts =
          course.model().giveFraction(y, dose, occupancy(course.drugLevelsAt(day)));
      const WrittenImpulses written = writtenFraction("f_", {true, distantGy > 0});
      CHECK(written.impulses.size() == (distantGy > 0 ? 50 : 29));
      for (const FluxDefinition& flux : written.impulses) {
        CAPTURE(flux.definition.id);
        CAPTURE(doseGy);
        checkClose(valueOf(flux.definition.formula, values), fluxOf(amounts, flux));
      }
    }
  }
}

TEST_CASE("a formula with a name is written by it") {
  const Expression x = Expression::symbol("x");
  const Expression part = x + 1;
  const Expression whole = part * saturation(part, 1e-12);
  CHECK(mathMl(part, false) == "<apply><plus/><ci>x</ci><cn>1</cn></apply>");
  CHECK(part.nameIt("part"));
  CHECK_FALSE(part.nameIt("other"));
  CHECK_FALSE(x.nameIt("other"));
  CHECK(mathMl(part, true) == "<apply><plus/><ci>x</ci><cn>1</cn></apply>");
  CHECK(mathMl(whole, true) ==
        "<apply><times/><ci>part</ci><apply><ci>saturation</ci><ci>part</ci>"
        "<cn type=\"e-notation\">1<sep/>-12</cn></apply></apply>");
  CHECK(symbolsOf(whole, true) == std::set<std::string>{"part"});
  CHECK(xmlText("a < b & \"c\"\x01") == "a &lt; b &amp; &quot;c&quot;");
}

std::set<std::string> quoted(const std::string& text, const std::string& before) {
  std::set<std::string> found;
  const char end = before.back() == '"' ? '"' : '<';
  for (std::size_t at = text.find(before); at != text.npos; at = text.find(before, at + 1)) {
    const std::size_t start = at + before.size();
    found.insert(text.substr(start, text.find(end, start) - start));
  }
  return found;
}

std::size_t countOf(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("every id that a formula names is there once") {
  const std::string sbml = sbmlOf(rich());
  std::set<std::string> ids = quoted(sbml, " id=\"");
  CHECK(countOf(sbml, " id=\"") == ids.size());
  ids.insert({"x", "half"});
  for (const std::string& name : quoted(sbml, "<ci>")) {
    CAPTURE(name);
    CHECK(ids.count(name) == 1);
  }
  for (const std::string& name : quoted(sbml, " variable=\"")) CHECK(ids.count(name) == 1);
  for (const std::string& name : quoted(sbml, " species=\"")) CHECK(ids.count(name) == 1);
  CHECK(sbml.find("Fractions &amp; drugs &lt;all&gt;") != sbml.npos);
  CHECK(sbml == sbmlOf(rich()));
}

TEST_CASE("items that wait for something are at the days of the solved course") {
  Scenario scenario;
  scenario.id = "late";
  scenario.plan.days = 60;
  RadiationItem rt;
  rt.id = "salvage";
  rt.start = {Anchor::progression, 3, ""};
  rt.fractions = 2;
  rt.irradiatedGy = 8;
  scenario.plan.radiation.push_back(rt);
  rt.id = "never";
  rt.start = {Anchor::response, 0, ""};
  rt.irradiatedGy = 0.5;
  scenario.plan.radiation.push_back(rt);
  const Course course = solve(scenario.patient, scenario.plan);
  double day = -1;
  for (const Event& event : course.events()) {
    if (event.kind == EventKind::progression) day = event.day;
  }
  REQUIRE(day > 0);
  const std::string sbml = sbmlOf(scenario);
  const std::string first = std::to_string(static_cast<int>(day) + 3);
  CHECK(sbml.find("name=\"salvage, fraction 1, day " + first + "\"") != sbml.npos);
  CHECK(
      sbml.find("radiation1 (salvage) starts 3 d after progression: in the solved course on day " +
                first) != sbml.npos);
  const bool responds = sbml.find("never came in the solved course") == sbml.npos;
  CHECK((sbml.find("id=\"radiation2_fraction1\"") != sbml.npos) == responds);
}

TEST_CASE("abscope export names what is wrong") {
  const auto run = [](const std::vector<std::string_view>& arguments) {
    return runCommandLine(arguments,
                          {[](const std::string&) -> std::optional<std::string> { return "{}"; },
                           [](const std::string&, const std::string&) { return false; }});
  };
  const auto refuses = [&](const std::vector<std::string_view>& arguments, const char* message) {
    const Outcome outcome = run(arguments);
    CHECK(outcome.exitCode == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find(message) == 0);
  };
  refuses({"export", "--case", "dewan-2009"}, "abscope: export: needs the format: --sbml");
  refuses({"export", "--sbml"}, "abscope: export: needs a scenario file");
  refuses({"export", "--sbml", "a.json", "--case", "x"}, "abscope: export: takes a file or --case");
  refuses({"export", "--sbml", "a.json"}, "abscope: a.json: $.format: is missing");
  refuses({"export", "--sbml", "--case", "dewan-2008"},
          "abscope: --case: no case has the id \"dewan-2008\"; did you mean dewan-2009?");
  refuses({"export", "--smbl"}, "abscope: --smbl: unknown option; did you mean --sbml?");
  CHECK(run({"export", "--sbml", "--case", "dewan-2009", "--output", "x"}).exitCode == 1);
  const Outcome good = run({"export", "--sbml", "--case", "dewan-2009", "--arm", "control"});
  CHECK(good.exitCode == 0);
  CHECK(good.out.find("<model id=\"dewan_2009_control\"") != std::string::npos);
}

}  // namespace
}  // namespace abscope
