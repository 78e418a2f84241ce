// abscope schema: the JSON Schema of what the program reads.
#include "cli/commands.h"
#include "library/cases.h"
#include "library/ensemble.h"
#include "library/lessons.h"
#include "library/mechanisms.h"
#include "library/populations.h"
#include "library/scenario_json.h"
#include "library/scripts.h"

namespace abscope {
namespace {

constexpr OptionInfo kOptions[] = {
    kOutputOption,
};

Outcome run(const Arguments& arguments, const Files& files) {
  const std::string which = arguments.words().empty() ? "scenario" : arguments.words()[0];
  if (which == "scenario") return deliver(scenarioSchema(), arguments, files);
  if (which == "case") return deliver(caseSchema(), arguments, files);
  if (which == "population") return deliver(populationSchema(), arguments, files);
  if (which == "mechanisms") return deliver(catalogueSchema(), arguments, files);
  if (which == "ensemble") return deliver(ensembleSchema(), arguments, files);
  if (which == "script") return deliver(scriptSchema(), arguments, files);
  if (which == "lesson") return deliver(lessonSchema(), arguments, files);
  return refused({{"schema", "\"" + which +
                                 "\" is unknown; allowed: scenario case population mechanisms "
                                 "ensemble script lesson"}});
}

}  // namespace

CommandInfo schemaCommand() {
  return {"schema",
          "[scenario|case|population|mechanisms|ensemble|script|lesson]",
          "Print the JSON Schema (draft 2020-12) of a file.",
          kOptions,
          1,
          run};
}

}  // namespace abscope
