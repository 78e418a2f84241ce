// abscope export: one scenario for another program.
#include "cli/commands.h"
#include "cli/read_input.h"
#include "library/sbml.h"

namespace abscope {
namespace {

constexpr OptionInfo kOptions[] = {
    {"--sbml", "", "as SBML Level 3 Version 2 (core), with all laws"},
    {"--case", "ID", "export this case instead of a file"},
    {"--arm", "ARM", "the arm of the case (usual: its default arm)"},
    kOutputOption,
};

Outcome run(const Arguments& arguments, const Files& files) {
  if (!arguments.has("--sbml")) {
    return refused({{"export", "needs the format: --sbml, the only one so far"}});
  }
  const Input input = readInput(arguments, files, "export");
  if (!input.errors.empty()) return refused(input.errors, input.source);
  Outcome outcome = deliver(sbmlOf(input.run.scenario, input.run.caseId), arguments, files);
  addWarnings(input, outcome);
  return outcome;
}

}  // namespace

CommandInfo exportCommand() {
  return {"export",
          "--sbml SCENARIO.json | - | --case ID",
          "Write a scenario with all its equations for other simulators.",
          kOptions,
          1,
          run};
}

}  // namespace abscope
