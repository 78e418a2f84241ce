#include "cli/parameter_sets.h"

#include "core/nearest_name.h"

namespace abscope {

ChosenSets chosenSets(const Arguments& arguments, std::vector<Message>& errors) {
  ChosenSets chosen;
  const Ensemble* ensemble = ensembleOf(Preset::mouse);
  const std::string wanted = arguments.get("--set", "all");
  if (wanted == "preset") return chosen;
  if (wanted == "all") {
    if (ensemble == nullptr) return chosen;
    for (const EnsembleSet& set : ensemble->sets) chosen.ensemble.push_back(&set);
    return chosen;
  }
  const EnsembleSet* set = ensemble == nullptr ? nullptr : findSet(*ensemble, wanted);
  if (set != nullptr) {
    chosen.name = set->id;
    chosen.shown = set->changes;
    return chosen;
  }
  std::vector<std::string_view> known = {"all", "preset"};
  if (ensemble != nullptr) {
    for (const EnsembleSet& one : ensemble->sets) known.push_back(one.id);
  }
  std::string text = "no set has the id \"" + wanted + "\"; ";
  const std::string_view nearest = nearestName(wanted, known);
  if (!nearest.empty()) text += "did you mean " + std::string(nearest) + "? ";
  text += "allowed:";
  for (std::string_view name : known) text += " " + std::string(name);
  errors.push_back({"--set", text});
  return chosen;
}

}  // namespace abscope
