// abscope mechanisms: the inventory of the review, and what each simulated one does to its readout.
#include <algorithm>

#include "cli/commands.h"
#include "cli/mechanism_text.h"
#include "cli/parameter_sets.h"
#include "core/format.h"
#include "core/nearest_name.h"
#include "evidence/ablation_table.h"

namespace abscope {
namespace {

constexpr OptionInfo kOptions[] = {
    {"--ablate", "", "switch off each simulated mechanism in its experiment, or the one named"},
    kSetOption,
    kTextOrJsonOption,
    kOutputOption,
};

Message noSuchMechanism(const std::string& id) {
  std::vector<std::string_view> ids;
  for (const Mechanism& item : catalogue().mechanisms) ids.push_back(item.id);
  const std::string_view nearest = nearestName(id, ids);
  std::string text = "no mechanism has the id \"" + id + "\"; ";
  text += nearest.empty() ? "abscope mechanisms lists them"
                          : "did you mean " + std::string(nearest) + "?";
  return {"mechanisms", text};
}

std::string ablationText(const ChosenSets& sets, const std::vector<AblationRow>& rows) {
  const std::size_t count = sets.ensemble.size();
  std::string out = "Parameters: " + sets.name;
  if (count > 0) out += ", beside " + std::to_string(count) + " sets of the ensemble";
  out += "\n\n";
  std::size_t met = 0;
  for (const AblationRow& row : rows) {
    const Ablation& ablation = row.mechanism->ablation;
    met += row.met ? 1 : 0;
    const std::string unit = unitOf(row).empty() ? "" : " " + std::string(unitOf(row));
    out += row.mechanism->id + "  " + row.mechanism->title + "\n     " + ablation.study + ": ";
    out += ablation.arms + "\n     " + ablation.readout;
    out += "\n     on " + formatNumber(row.result.on) + unit;
    out += ", off " + formatNumber(row.result.off) + unit + ": " + changeText(row);
    out += row.experiment.sign > 0 ? "; expected: higher" : "; expected: lower";
    out += row.met ? " - so it is" : " - NOT SO";
    if (count > 0) {
      out += "; matters in " + std::to_string(row.mattersIn()) + " of " + std::to_string(count);
    }
    out += "\n\n";
  }
  return out + std::to_string(met) + " of " + std::to_string(rows.size()) +
         " change their readout by 5 % or more, the way that is expected\n";
}

std::string ablationJson(const ChosenSets& sets, const std::vector<AblationRow>& rows) {
  JsonWriter out;
  out.beginObject();
  out.field("format", "abscope-ablation/1");
  out.field("parameters", std::string_view(sets.name));
  out.key("ensemble");
  out.beginArrayInLine();
  for (const EnsembleSet* set : sets.ensemble) out.text(set->id);
  out.endArray();
  out.key("mechanisms");
  out.beginArray();
  for (const AblationRow& row : rows) {
    out.beginObject();
    writeAblation(out, row);
    out.endObject();
  }
  out.endArray();
  out.endObject();
  return out.take();
}

Outcome run(const Arguments& arguments, const Files& files) {
  std::vector<Message> errors;
  const bool json = oneOf(arguments, "--format", kTextOrJson, errors) == "json";
  const bool ablating = arguments.has("--ablate");
  const Mechanism* one = nullptr;
  if (!arguments.words().empty()) {
    one = findMechanism(arguments.words()[0]);
    if (one == nullptr) errors.push_back(noSuchMechanism(arguments.words()[0]));
  }
  if (ablating && one != nullptr && !one->simulated) {
    errors.push_back({"--ablate", one->id + " is known, but not simulated: " + one->reason});
  }
  if (!ablating && arguments.has("--set")) errors.push_back({"--set", "goes with --ablate only"});
  const ChosenSets sets = chosenSets(arguments, errors);
  if (!errors.empty()) return refused(errors);
  if (ablating) {
    const std::vector<AblationRow> rows = ablationRows(sets, one);
    return deliver(json ? ablationJson(sets, rows) : ablationText(sets, rows), arguments, files);
  }
  if (one != nullptr) {
    return deliver(json ? mechanismJson(*one) : mechanismText(*one), arguments, files);
  }
  return deliver(json ? mechanismListJson() : mechanismListText(), arguments, files);
}

}  // namespace

CommandInfo mechanismsCommand() {
  return {
      "mechanisms",
      "[ID]",
      "List every mechanism of the review, show one, or see what each does by switching it off.",
      kOptions,
      1,
      run};
}

}  // namespace abscope
