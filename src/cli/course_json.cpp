#include <array>
#include <map>

#include "cli/course_output.h"
#include "core/version.h"
#include "library/scenario_json.h"
#include "trial/readouts.h"

namespace abscope {
namespace {

constexpr std::array<TumourState, 8> kCells = {
    TumourState::dendritic, TumourState::cd8Effector,  TumourState::cd8Exhausted, TumourState::treg,
    TumourState::mdsc,      TumourState::m1Macrophage, TumourState::m2Macrophage, TumourState::nk};

void dayOrNull(JsonWriter& out, std::string_view name, double day) {
  out.key(name);
  day < 0 ? out.null() : out.number(day);
}

void writeDensities(JsonWriter& out, std::string_view name, const Course& course, double day,
                    Site site) {
  out.key(name);
  out.beginObject();
  for (TumourState kind : kCells) {
    out.field(kTumourStateInfo[static_cast<std::size_t>(kind)].name,
              density(course, kind, day, site));
  }
  out.endObject();
}

void writeTumour(JsonWriter& out, const TumourSummary& tumour, const Course& course, Site site) {
  out.beginObject();
  out.field("startMm3", tumour.startMm3);
  out.field("endMm3", tumour.endMm3);
  out.field("smallestMm3", tumour.smallestMm3);
  out.field("smallestDay", tumour.smallestDay);
  out.field("bestChangePercent", tumour.bestChangePercent);
  out.field("bestDiameterPercent", tumour.bestDiameterPercent);
  dayOrNull(out, "regrowthDay", tumour.regrowthDay);
  dayOrNull(out, "cureDay", tumour.cureDay);
  out.field("controlProbability", tumour.controlProbability);
  out.field("response", nameOf(tumour.response));
  out.field("totalDoseGy", tumour.totalDoseGy);
  out.field("bed10Gy", tumour.bed10Gy);
  out.field("bed3Gy", tumour.bed3Gy);
  out.field("bedOwnGy", tumour.bedOwnGy);
  out.field("eqd2OwnGy", tumour.eqd2OwnGy);
  out.key("densities");
  out.beginObject();
  writeDensities(out, "start", course, 0, site);
  writeDensities(out, "end", course, course.days(), site);
  out.endObject();
  out.endObject();
}

void writeSummary(JsonWriter& out, const Course& course) {
  const Summary summary = summarise(course);
  const Parameters& p = course.model().parameters();
  out.key("summary");
  out.beginObject();
  for (std::size_t i = 0; i < kSiteNames.size(); ++i) {
    out.key(kSiteNames[i]);
    writeTumour(out, summary.tumours[i], course, static_cast<Site>(i));
  }
  out.field("response", nameOf(summary.overall));
  out.field("lowestLymphocytes", summary.lowestLymphocytes);
  out.field("alphaBetaGy", p.alphaPerGy / p.betaPerGy2);
  out.endObject();
}

void writeHead(JsonWriter& out, const RunOf& run) {
  out.field("format", kCourseFormat);
  out.field("version", kVersion);
  out.field("note", "Teaching model, not for clinical decisions");
  if (!run.caseId.empty()) out.field("case", std::string_view(run.caseId));
  out.key("scenario");
  writeScenarioInto(out, run.scenario);
}

std::string_view itemId(const Event& event, const Plan& plan) {
  const auto i = static_cast<std::size_t>(event.item);
  if (event.kind == EventKind::fraction) return plan.radiation[i].id;
  return plan.drugs[i].id;
}

void writeEvent(JsonWriter& out, const Event& event, const Plan& plan) {
  constexpr std::array<std::string_view, 6> kKinds = {"fraction",    "drugDose", "cure",
                                                      "progression", "response", "nadir"};
  out.beginObjectInLine();
  out.field("day", event.day);
  out.field("kind", kKinds[static_cast<std::size_t>(event.kind)]);
  if (event.item >= 0) out.field("item", itemId(event, plan));
  if (event.kind == EventKind::fraction) {
    out.key("doseGy");
    out.beginObjectInLine();
    out.field("irradiated", event.doseGy[0]);
    out.field("distant", event.doseGy[1]);
    out.field("node", event.nodeGy);
    out.field("blood", event.bloodGy);
    out.endObject();
  } else if (event.kind == EventKind::drugDose) {
    out.field("drug", drugInfo(event.drug).id);
    out.field("amount", event.amount);
  } else if (event.kind == EventKind::cure) {
    out.field("tumour", kSiteNames[static_cast<std::size_t>(event.site)]);
  }
  out.endObject();
}

void writeUnits(JsonWriter& out, const std::vector<Column>& columns) {
  out.key("units");
  out.beginObject();
  out.field("day", "d");
  std::map<std::string, bool> written;
  for (const Column& column : columns) {
    const std::string name =
        (column.part == "states" ? std::string() : column.part + ".") + column.name;
    if (!written.emplace(name, true).second) continue;
    out.field(name, std::string_view(column.unit));
  }
  out.endObject();
}

// One object a place, one array a column; columns of a place stand together.
void writePart(JsonWriter& out, std::string_view part, const std::vector<Column>& columns,
               const std::vector<Moment>& moments) {
  std::string_view place;
  bool open = false;
  for (const Column& column : columns) {
    if (column.part != part) continue;
    if (!open) {
      out.key(part);
      out.beginObject();
      open = true;
    }
    if (column.place != place) {
      if (!place.empty()) out.endObject();
      place = column.place;
      out.key(place);
      out.beginObject();
    }
    out.key(column.name);
    out.beginArrayInLine();
    for (const Moment& moment : moments) out.number(column.value(moment));
    out.endArray();
  }
  if (!open) return;
  out.endObject();
  out.endObject();
}

}  // namespace

std::string courseJson(const RunOf& run, const Course& course, const std::vector<Column>& columns,
                       const std::vector<Moment>& moments) {
  JsonWriter out;
  out.beginObject();
  writeHead(out, run);
  writeSummary(out, course);
  out.key("events");
  out.beginArray();
  for (const Event& event : course.events()) writeEvent(out, event, run.scenario.plan);
  out.endArray();
  writeUnits(out, columns);
  out.key("day");
  out.beginArrayInLine();
  for (const Moment& moment : moments) out.number(moment.day);
  out.endArray();
  for (std::string_view part : {"states", "rates", "totals"}) {
    writePart(out, part, columns, moments);
  }
  out.endObject();
  return out.take();
}

std::string summaryJson(const RunOf& run, const Course& course) {
  JsonWriter out;
  out.beginObject();
  writeHead(out, run);
  writeSummary(out, course);
  out.endObject();
  return out.take();
}

}  // namespace abscope
