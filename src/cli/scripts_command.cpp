// abscope scripts: the lecture scripts, or a check of one's own, with every claim held against the
// model.
#include <array>

#include "cli/commands.h"
#include "cli/script_claims.h"
#include "core/format.h"

namespace abscope {
namespace {

constexpr OptionInfo kOptions[] = {
    kOutputOption,
};

std::string listText() {
  std::string out;
  for (const Script& script : scripts()) {
    out += script.id + "\n  " + script.title + ", " + std::to_string(script.minutes) + " min, " +
           std::to_string(script.beats.size()) + " beats\n  " + script.aim + "\n";
  }
  return out;
}

std::string claimsText(const Script& script) {
  std::string out = script.title + "\n";
  for (const ClaimResult& result : claimsOf(script)) {
    const QuantityInfo& info = quantityInfo(result.quantity);
    out += "  " + result.beat + ": " + std::string(info.name) + " on day " +
           formatShortest(result.day) + ": " + formatNumber(result.value) + " " +
           std::string(info.unit);
    if (result.contrast != result.value) {
      out += isChange(result.quantity) ? ", difference " : ", ratio ";
      out += formatNumber(result.contrast);
    }
    out += result.holds ? " - so it is\n" : " - NOT SO\n";
  }
  return out;
}

Outcome run(const Arguments& arguments, const Files& files) {
  if (arguments.words().empty()) return deliver(listText(), arguments, files);
  const std::string word(arguments.words()[0]);
  if (const Script* script = findScript(word)) {
    return deliver(claimsText(*script), arguments, files);
  }
  const std::optional<std::string> json = files.read(word);
  if (!json) {
    return refused({{"scripts", "\"" + word +
                                    "\" is neither a script (see abscope scripts) nor a "
                                    "file that can be read"}});
  }
  const ReadScript read = readScript(*json);
  if (!read.errors.empty()) return refused(read.errors, word);
  Outcome outcome = deliver(claimsText(read.script), arguments, files);
  for (const Message& warning : read.warnings) {
    outcome.err += "abscope: warning: " + warning.place + ": " + warning.text + "\n";
  }
  return outcome;
}

}  // namespace

CommandInfo scriptsCommand() {
  return {"scripts",
          "[ID|FILE]",
          "List the lecture scripts, or check one and hold its claims against the model.",
          kOptions,
          1,
          run};
}

}  // namespace abscope
