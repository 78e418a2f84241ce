#include "cli/mechanism_text.h"

#include <array>

#include "core/format.h"
#include "core/json_writer.h"
#include "library/mechanism_fields.h"

namespace abscope {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Sign::count)> kEffects = {
    "helps tumour control", "hinders tumour control", "helps and hinders tumour control",
    "unknown whether it helps tumour control"};

std::string_view effectOf(const Mechanism& item) {
  return kEffects[static_cast<std::size_t>(item.sign)];
}
std::string_view signOf(const Mechanism& item) {
  return kSignIds[static_cast<std::size_t>(item.sign)];
}
std::string_view settledOf(const Mechanism& item) {
  return kSettledIds[static_cast<std::size_t>(item.settled)];
}

template <class Items, class TextOf>
std::string listed(const Items& items, TextOf textOf) {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += ", ";
    out += textOf(item);
  }
  return out;
}

std::string itself(const std::string& text) { return text; }

const Reference& referenceOf(const std::string& id) { return *findReference(catalogue(), id); }

// "Klug 2013" of "Klug F".
std::string shortName(const std::string& id) {
  const Reference& reference = referenceOf(id);
  return reference.author + " " + std::to_string(reference.year);
}

std::string longName(const Reference& reference) {
  std::string out =
      reference.author + ", " + reference.journal + " (" + std::to_string(reference.year) + ")";
  if (!reference.doi.empty()) out += " doi " + reference.doi;
  if (!reference.pmid.empty()) out += " PMID " + reference.pmid;
  if (!reference.pmcid.empty()) out += " " + reference.pmcid;
  return out;
}

std::string_view directionOf(const Ablation& ablation) {
  return ablation.sign == Sign::hinders ? "lower" : "higher";
}

void writeTexts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name);
  out.beginArrayInLine();
  for (const std::string& text : texts) out.text(text);
  out.endArray();
}

void writeReferences(JsonWriter& out, const Mechanism& item) {
  out.key("references");
  out.beginArray();
  for (const std::string& id : item.references) {
    const Reference& reference = referenceOf(id);
    out.beginObject();
    out.field("id", std::string_view(id));
    out.field("author", std::string_view(reference.author));
    out.field("journal", std::string_view(reference.journal));
    out.field("year", reference.year);
    if (!reference.doi.empty()) out.field("doi", std::string_view(reference.doi));
    if (!reference.pmid.empty()) out.field("pmid", std::string_view(reference.pmid));
    if (!reference.pmcid.empty()) out.field("pmcid", std::string_view(reference.pmcid));
    out.endObject();
  }
  out.endArray();
  writeTexts(out, "reviewReferences", item.reviewReferences);
}

void writeExperiment(JsonWriter& out, const Ablation& ablation) {
  out.key("experiment");
  out.beginObject();
  out.field("study", std::string_view(ablation.study));
  if (!ablation.target.empty()) out.field("target", std::string_view(ablation.target));
  out.field("arms", std::string_view(ablation.arms));
  out.field("readout", std::string_view(ablation.readout));
  out.field("quantity", quantityInfo(ablation.quantity).name);
  out.field("day", ablation.day);
  out.field("arm", std::string_view(ablation.arm));
  if (!ablation.against.empty()) out.field("against", std::string_view(ablation.against));
  out.field("expected", directionOf(ablation));
  out.endObject();
}

void writeMechanism(JsonWriter& out, const Mechanism& item) {
  out.beginObject();
  out.field("id", std::string_view(item.id));
  out.field("title", std::string_view(item.title));
  out.field("from", std::string_view(item.from));
  out.field("to", std::string_view(item.to));
  out.field("sign", signOf(item));
  out.field("settled", settledOf(item));
  out.field("doseDependence", std::string_view(item.doseDependence));
  out.field("sentence", std::string_view(item.sentence));
  out.field("simulated", item.simulated);
  if (!item.simulated) out.field("reason", std::string_view(item.reason));
  writeTexts(out, "fluxes", item.fluxes);
  writeReferences(out, item);
  out.key("differences");
  out.beginArray();
  for (const Difference& difference : item.differences) {
    out.beginObject();
    out.field("review", std::string_view(difference.review));
    out.field("primary", std::string_view(difference.primary));
    out.field("entry", std::string_view(difference.entry));
    out.endObject();
  }
  out.endArray();
  if (item.simulated) writeExperiment(out, item.ablation);
  out.endObject();
}

}  // namespace

std::string mechanismListText() {
  std::string out;
  std::size_t simulated = 0;
  for (const Mechanism& item : catalogue().mechanisms) {
    simulated += item.simulated ? 1 : 0;
    std::string id = item.id;
    constexpr std::size_t kColumn = 6;
    id.resize(kColumn, ' ');
    const std::string indent(kColumn, ' ');
    out += id;
    out += item.title + "\n" + indent;
    out += effectOf(item);
    out += " (";
    out += signOf(item);
    out += "); ";
    out += settledOf(item);
    out += "\n" + indent;
    out += item.simulated ? "fluxes: " + listed(item.fluxes, itself)
                          : "known, not simulated: " + item.reason;
    out += "\n" + indent + "references: " + listed(item.references, shortName) + "\n\n";
  }
  return out + std::to_string(catalogue().mechanisms.size()) + " mechanisms, " +
         std::to_string(simulated) +
         " of them simulated. abscope mechanisms ID shows one with its references.\n";
}

std::string mechanismListJson() {
  JsonWriter out;
  out.beginArray();
  for (const Mechanism& item : catalogue().mechanisms) writeMechanism(out, item);
  out.endArray();
  return out.take();
}

std::string mechanismText(const Mechanism& item) {
  std::string out =
      item.title + " (" + item.id + ")\n" + item.from + " -> " + item.to + ": " +
      std::string(effectOf(item)) + "; " + std::string(settledOf(item)) + "\n\n" + item.sentence +
      "\nDose: " + (item.doseDependence.empty() ? "no dependence known" : item.doseDependence) +
      "\n\nReferences\n";
  for (const std::string& id : item.references) out += "- " + longName(referenceOf(id)) + "\n";
  if (!item.reviewReferences.empty()) {
    out += "- In the list of the review: " + listed(item.reviewReferences, itself) + "\n";
  }
  if (!item.differences.empty()) out += "\nWhere review and primary source differ\n";
  for (const Difference& entry : item.differences) {
    out += "- Review: " + entry.review + "\n  Primary source (used here): " + entry.primary + "\n";
  }
  if (!item.simulated) return out + "\nKnown, not simulated\n- " + item.reason + "\n";
  const Ablation& ablation = item.ablation;
  out += "\nIts strength scales these fluxes\n- " + listed(item.fluxes, itself) +
         "\n\nThe experiment that must feel it\n- Study: " + ablation.study;
  if (!ablation.target.empty()) out += " (calibration target " + ablation.target + ")";
  out += "\n- Arms: " + ablation.arms + "\n- Readout: " + ablation.readout +
         "\n- Read: " + std::string(quantityInfo(ablation.quantity).name) + " of " + ablation.arm;
  if (!ablation.against.empty()) out += " against " + ablation.against;
  return out + ", day " + formatDay(ablation.day) +
         "\n- With the mechanism off: " + std::string(directionOf(ablation)) + ", by 5 % or more\n";
}

std::string mechanismJson(const Mechanism& item) {
  JsonWriter out;
  writeMechanism(out, item);
  return out.take();
}

}  // namespace abscope
