// The evidence for programs.
#include "cli/cohort_text.h"
#include "cli/evidence_output.h"

namespace abscope {
namespace {

void writeBound(JsonWriter& out, std::string_view name, const std::optional<double>& bound) {
  out.key(name);
  bound ? out.number(*bound) : out.null();
}

void writeTarget(JsonWriter& out, const TargetRow& row, std::size_t sets) {
  const PublishedTarget& target = *row.target;
  out.beginObject();
  out.field("id", std::string_view(target.id));
  out.field("source", std::string_view(target.source));
  out.key("arms");
  out.beginArrayInLine();
  for (const std::string& arm : target.arms) out.text(arm);
  out.endArray();
  out.field("readout", std::string_view(target.readout));
  out.field("courseDays", row.days);
  writeBound(out, "low", target.low);
  writeBound(out, "high", target.high);
  writeBound(out, "farSide", target.farSide);
  out.field("value", row.result.value);
  out.field("margin", row.result.margin);
  out.field("met", row.result.met);
  out.field("beyondFarSide", row.result.exaggerated);
  if (sets > 0) {
    out.field("ensembleLow", row.lowest);
    out.field("ensembleHigh", row.highest);
    out.field("metIn", row.metIn);
  }
  out.endObject();
}

void writeReadout(JsonWriter& out, const CaseRow& row) {
  const Readout& readout = *row.result.readout;
  out.beginObject();
  out.field("case", std::string_view(row.item->id));
  out.field("name", std::string_view(readout.name));
  out.field("quantity", quantityInfo(readout.quantity).name);
  out.field("day", readout.day);
  out.field("arm", std::string_view(readout.arm));
  out.field("against", std::string_view(readout.against));
  out.field(isChange(readout.quantity) ? "difference" : "ratio", row.result.contrast);
  out.field("expected", std::string_view(readout.expected));
  out.field("direction", kDirectionIds[static_cast<std::size_t>(readout.direction)]);
  out.field("met", row.met);
  if (!readout.target.empty()) out.field("target", std::string_view(readout.target));
  if (!readout.proxy.empty()) out.field("proxy", std::string_view(readout.proxy));
  out.endObject();
}

void writeSummary(JsonWriter& out, const Evidence& evidence) {
  const EvidenceCounts counts = countsOf(evidence);
  const auto number = [&out](std::string_view name, std::size_t value) {
    out.field(name, static_cast<int>(value));
  };
  out.beginObject();
  number("targets", evidence.targets.size());
  number("targetsMet", counts.met);
  number("targetsMetWithMargin", counts.withMargin);
  number("targetsBeyondFarSide", counts.exaggerated);
  number("mechanisms", evidence.ablations.size());
  number("mechanismsThatMatter", counts.matter);
  if (!evidence.sets.empty()) number("mechanismsThatMatterInEnsemble", counts.matterInSets);
  number("readouts", evidence.readouts.size());
  number("readoutsAsPublished", counts.readoutsMet);
  if (!evidence.cohorts.empty()) {
    number("cohortReadouts", evidence.cohorts.size());
    number("cohortReadoutsAsPublished", counts.cohortsMet);
  }
  out.endObject();
}

}  // namespace

std::string evidenceJson(const Evidence& evidence) {
  JsonWriter out;
  out.beginObject();
  out.field("format", "abscope-evidence/1");
  out.field("note", "Teaching model, not for clinical decisions");
  out.field("parameters", std::string_view(evidence.parameters));
  out.key("summary");
  writeSummary(out, evidence);
  out.key("sets");
  out.beginArray();
  for (const SetScore& set : evidence.sets) {
    out.beginObjectInLine();
    out.field("id", std::string_view(set.id));
    out.field("targetsMet", set.targetsMet);
    out.field("targetsBeyondFarSide", set.exaggerated);
    out.field("mechanismsThatMatter", set.mechanismsMatter);
    out.endObject();
  }
  out.endArray();
  out.key("targets");
  out.beginArray();
  for (const TargetRow& row : evidence.targets) writeTarget(out, row, evidence.sets.size());
  out.endArray();
  out.key("mechanisms");
  out.beginArray();
  for (const AblationRow& row : evidence.ablations) {
    out.beginObject();
    writeAblation(out, row);
    out.endObject();
  }
  out.endArray();
  out.key("readouts");
  out.beginArray();
  for (const CaseRow& row : evidence.readouts) writeReadout(out, row);
  out.endArray();
  out.key("cohorts");
  out.beginArray();
  for (const CohortRow& row : evidence.cohorts) {
    out.beginObject();
    out.field("case", std::string_view(row.item->id));
    writeCohort(out, row.result);
    out.endObject();
  }
  out.endArray();
  out.endObject();
  return out.take();
}

}  // namespace abscope
