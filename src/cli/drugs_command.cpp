// abscope drugs: every product with dose, schedule, half-life and sources.
#include <algorithm>

#include "cli/commands.h"
#include "core/format.h"
#include "core/json_writer.h"
#include "core/nearest_name.h"
#include "model/drugs.h"

namespace abscope {
namespace {

constexpr OptionInfo kOptions[] = {
    kTextOrJsonOption,
    kOutputOption,
};

struct Species {
  std::string_view key, name;
  DrugUse DrugInfo::*use;
};
constexpr Species kSpecies[] = {{"mouse", "Mice", &DrugInfo::mouse},
                                {"human", "People", &DrugInfo::human}};

std::string times(const DrugUse& use) {
  if (use.doses == 1) return "once";
  return std::to_string(use.doses) + " doses every " + formatShortest(use.intervalDays) + " d";
}

// The products of each hook under its name, the generic agent first.
std::string listText() {
  std::string out;
  for (int hook = 0; hook < kHookCount; ++hook) {
    out += std::string(kHookIds[static_cast<std::size_t>(hook)]) + "\n";
    for (int i = 0; i < kDrugCount; ++i) {
      const auto drug = static_cast<Drug>(i);
      const DrugInfo& info = drugInfo(drug);
      if (info.hook != static_cast<Hook>(hook)) continue;
      std::string line = "  " + std::string(info.id);
      constexpr std::size_t kNameColumn = 20;
      line.resize(std::max(line.size() + 1, kNameColumn), ' ');
      out += line + std::string(info.name) + (isGeneric(drug) ? ", any of its class" : "") + "\n";
      for (const Species& species : kSpecies) {
        const DrugUse& use = info.*species.use;
        if (!use.isUsed()) continue;
        out += "      " + std::string(species.name) + ": " + std::string(use.dose) + "; " +
               times(use) + "; half-life " + formatShortest(use.halfLifeDays) + " d\n";
      }
    }
    out += "\n";
  }
  return out + "abscope drugs ID shows one with its sources. Not for clinical decisions.\n";
}

std::string oneText(Drug drug) {
  const DrugInfo& info = drugInfo(drug);
  const std::string hook(kHookIds[static_cast<std::size_t>(info.hook)]);
  std::string out = std::string(info.name) + " (" + std::string(info.id) + ")\n" +
                    std::string(info.target) + "\nActs in the model as " + hook +
                    "; a usual dose adds " + formatShortest(info.potency) + " to its level\n";
  if (isGeneric(drug)) out += "Stands for any agent of its class\n";
  for (const Species& species : kSpecies) {
    const DrugUse& use = info.*species.use;
    out += "\n" + std::string(species.name) + "\n";
    if (!use.isUsed()) {
      out += "- not used\n";
      continue;
    }
    out += "- Usual dose and route: " + std::string(use.dose) +
           "\n- Usual schedule: " + times(use) +
           "\n- Half-life: " + formatShortest(use.halfLifeDays) +
           " d\n- Source of the half-life: " + std::string(use.source) + "\n";
  }
  return out + "\nWhat the review says (numbers are its references)\n- " +
         std::string(info.review) + "\n";
}

void writeDrug(JsonWriter& out, Drug drug) {
  const DrugInfo& info = drugInfo(drug);
  out.beginObject();
  out.field("id", info.id);
  out.field("name", info.name);
  out.field("hook", kHookIds[static_cast<std::size_t>(info.hook)]);
  out.field("generic", isGeneric(drug));
  out.field("potency", info.potency);
  out.field("target", info.target);
  for (const Species& species : kSpecies) {
    const DrugUse& use = info.*species.use;
    if (!use.isUsed()) continue;
    out.key(species.key);
    out.beginObject();
    out.field("dose", use.dose);
    out.field("doses", use.doses);
    out.field("intervalDays", use.intervalDays);
    out.field("halfLifeDays", use.halfLifeDays);
    out.field("source", use.source);
    out.endObject();
  }
  out.field("review", info.review);
  out.endObject();
}

std::string listJson() {
  JsonWriter out;
  out.beginArray();
  for (int i = 0; i < kDrugCount; ++i) writeDrug(out, static_cast<Drug>(i));
  out.endArray();
  return out.take();
}

std::string oneJson(Drug drug) {
  JsonWriter out;
  writeDrug(out, drug);
  return out.take();
}

Message noSuchDrug(const std::string& id) {
  const std::string_view nearest = nearestName(id, kDrugIds);
  std::string text = "no drug has the id \"" + id + "\"; ";
  text +=
      nearest.empty() ? "abscope drugs lists them" : "did you mean " + std::string(nearest) + "?";
  return {"drugs", text};
}

Outcome run(const Arguments& arguments, const Files& files) {
  std::vector<Message> errors;
  const bool json = oneOf(arguments, "--format", kTextOrJson, errors) == "json";
  if (!errors.empty()) return refused(errors);
  if (arguments.words().empty()) {
    return deliver(json ? listJson() : listText(), arguments, files);
  }
  const std::string& id = arguments.words()[0];
  const Drug drug = drugById(id);
  if (drug == Drug::count) return refused({noSuchDrug(id)});
  return deliver(json ? oneJson(drug) : oneText(drug), arguments, files);
}

}  // namespace

CommandInfo drugsCommand() {
  return {
      "drugs",  "[ID]", "List every drug with dose and half-life, or show one with its sources.",
      kOptions, 1,      run};
}

}  // namespace abscope
