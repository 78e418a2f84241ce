#include "library/mechanism_check.h"

#include <algorithm>
#include <span>

#include "core/json_writer.h"
#include "core/nearest_name.h"
#include "library/fields.h"
#include "library/json_reader.h"
#include "model/fluxes.h"

namespace abscope {
namespace {

std::vector<std::string_view> fluxNames() {
  std::vector<std::string_view> names;
  names.reserve(kTumourFluxCount + kSystemFluxCount);
  for (const FluxInfo& flux : kTumourFluxInfo) names.push_back(flux.name);
  for (const FluxInfo& flux : kSystemFluxInfo) names.push_back(flux.name);
  return names;
}

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Checker {
 public:
  explicit Checker(const Catalogue& catalogue) : catalogue_(catalogue) {
    for (const Scenario& arm : catalogue.arms) arms_.push_back(arm.id);
    for (const Reference& reference : catalogue.references) references_.push_back(reference.id);
  }

  Problems check() {
    std::vector<std::string_view> mechanisms;
    for (const Mechanism& item : catalogue_.mechanisms) mechanisms.push_back(item.id);
    mustBeUnique("$.mechanisms", "id", mechanisms);
    mustBeUnique("$.arms", "id", arms_);
    mustBeUnique("$.references", "id", references_);
    int notSimulated = 0;
    for (std::size_t i = 0; i < catalogue_.mechanisms.size(); ++i) {
      checkMechanism(catalogue_.mechanisms[i], pathOf("$.mechanisms", i));
      if (!catalogue_.mechanisms[i].simulated) ++notSimulated;
    }
    if (notSimulated > kMostNotSimulated) {
      say("$.mechanisms", std::to_string(notSimulated) + " are not simulated; allowed: at most " +
                              std::to_string(kMostNotSimulated));
    }
    checkTurnover();
    for (std::string_view flux : fluxes_) {
      if (!contains(named_, flux)) {
        say("$.turnover", "the flux " + jsonQuoted(flux) +
                              " has no mechanism; name it in the fluxes of one, or here");
      }
    }
    for (std::size_t i = 0; i < arms_.size(); ++i) {
      if (!contains(used_, arms_[i])) say(pathOf("$.arms", i) + ".id", "no ablation uses this arm");
      const Problems ofArm = checkScenario(catalogue_.arms[i], pathOf("$.arms", i));
      problems_.errors.insert(problems_.errors.end(), ofArm.errors.begin(), ofArm.errors.end());
      problems_.warnings.insert(problems_.warnings.end(), ofArm.warnings.begin(),
                                ofArm.warnings.end());
    }
    for (std::size_t i = 0; i < references_.size(); ++i) {
      if (!contains(used_, references_[i])) {
        say(pathOf("$.references", i) + ".id", "no mechanism uses this reference");
      }
    }
    return std::move(problems_);
  }

 private:
  void say(std::string place, std::string text) {
    problems_.errors.push_back({std::move(place), std::move(text)});
  }

  void mustBeUnique(const std::string& list, std::string_view field,
                    std::span<const std::string_view> ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (!ids[i].empty() && contains(ids.first(i), ids[i])) {
        say(pathOf(pathOf(list, i), field), jsonQuoted(ids[i]) + " is there already");
      }
    }
  }

  void mustBeKnown(const std::string& place, std::string_view what, std::string_view name,
                   std::span<const std::string_view> known) {
    if (contains(known, name)) return;
    std::string text = "no " + std::string(what) + " is called " + jsonQuoted(name);
    const std::string_view nearest = nearestName(name, known);
    if (!nearest.empty()) text += "; did you mean " + jsonQuoted(nearest) + "?";
    say(place, text);
  }

  void checkMechanism(const Mechanism& item, const std::string& path) {
    if (item.references.empty()) {
      say(path + ".references", "needs at least one");
    }
    for (std::size_t i = 0; i < item.references.size(); ++i) {
      mustBeKnown(pathOf(path + ".references", i), "reference", item.references[i], references_);
      used_.push_back(item.references[i]);
    }
    for (std::size_t i = 0; i < item.fluxes.size(); ++i) {
      mustBeKnown(pathOf(path + ".fluxes", i), "flux", item.fluxes[i], fluxes_);
      named_.push_back(item.fluxes[i]);
    }
    if (!item.simulated) {
      if (item.reason.empty()) say(path + ".reason", "a mechanism not simulated needs a reason");
      if (!item.fluxes.empty()) say(path + ".fluxes", "a mechanism not simulated has no flux");
      return;
    }
    if (!item.reason.empty()) say(path + ".reason", "is for a mechanism that is not simulated");
    if (item.fluxes.empty()) {
      say(path + ".fluxes", "a simulated mechanism needs at least one flux");
    }
    const Ablation& ablation = item.ablation;
    if (ablation.arm.empty()) return say(path + ".ablation", "a simulated mechanism needs one");
    mustBeKnown(path + ".ablation.arm", "arm", ablation.arm, arms_);
    used_.push_back(ablation.arm);
    if (!ablation.against.empty()) {
      mustBeKnown(path + ".ablation.against", "arm", ablation.against, arms_);
      used_.push_back(ablation.against);
    }
    for (const std::string& id : {ablation.arm, ablation.against}) {
      const Scenario* arm = findArm(catalogue_, id);
      if (arm != nullptr && ablation.day > arm->plan.days) {
        say(path + ".ablation.day", "is after the end of the course of " + jsonQuoted(id));
      }
    }
  }

  void checkTurnover() {
    for (std::size_t i = 0; i < catalogue_.turnover.size(); ++i) {
      const std::string& flux = catalogue_.turnover[i].flux;
      const std::string place = pathOf("$.turnover", i) + ".flux";
      mustBeKnown(place, "flux", flux, fluxes_);
      if (contains(named_, flux)) {
        say(place, jsonQuoted(flux) + " is already named, by a mechanism or above");
      }
      named_.push_back(flux);
    }
  }

  const Catalogue& catalogue_;
  const std::vector<std::string_view> fluxes_ = fluxNames();
  std::vector<std::string_view> arms_, references_;
  std::vector<std::string_view> named_;  // fluxes
  std::vector<std::string_view> used_;   // arms and references
  Problems problems_;
};

}  // namespace

Problems checkCatalogue(const Catalogue& catalogue) { return Checker(catalogue).check(); }

}  // namespace abscope
