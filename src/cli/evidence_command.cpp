// abscope evidence: what the model is held to, what it says, and where it is wrong, first.
#include <array>

#include "cli/commands.h"
#include "cli/evidence_output.h"
#include "cli/parameter_sets.h"

namespace abscope {
namespace {

constexpr std::array<std::string_view, 3> kFormats = {"text", "markdown", "json"};

constexpr OptionInfo kOptions[] = {
    kSetOption,
    {"--format", "text|markdown|json", "markdown is docs/evidence.md"},
    {"--output", "FILE", "write there instead of to the standard output"},
};

Outcome run(const Arguments& arguments, const Files& files) {
  std::vector<Message> errors;
  const std::string format = oneOf(arguments, "--format", kFormats, errors);
  const ChosenSets sets = chosenSets(arguments, errors);
  if (!errors.empty()) return refused(errors);
  const Evidence evidence = gatherEvidence(sets);
  return deliver(format == "json"       ? evidenceJson(evidence)
                 : format == "markdown" ? evidenceMarkdown(evidence)
                                        : evidenceText(evidence),
                 arguments, files);
}

}  // namespace

CommandInfo evidenceCommand() {
  return {"evidence", "", "Set everything that was published beside what the model says.",
          kOptions,   0,  run};
}

}  // namespace abscope
