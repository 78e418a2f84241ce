#include "cli/cohort_output.h"

#include <algorithm>
#include <cmath>

#include "cli/course_output.h"
#include "core/format.h"
#include "core/json_writer.h"
#include "core/version.h"

namespace abscope {
namespace {

double byDayOf(const CohortRun& run, std::size_t arm) {
  return run.byDay < 0 ? run.arms[arm]->plan.days : run.byDay;
}

// One arm and its comparison with the control, for one endpoint.
struct Cell {
  Proportion share;
  OddsRatio odds;                   // of endpoints that are shares
  std::vector<SurvivalStep> curve;  // of endpoints that are times
  int events = 0;
  MedianTime median;
  LogRank test;
  HazardRatio hazard;
};

Cell cellOf(const CohortRun& run, Endpoint endpoint, std::size_t arm) {
  Cell cell;
  const auto& patients = run.outcomes[arm];
  const auto& control = run.outcomes[run.control];
  cell.share = shareOf(patients, endpoint, byDayOf(run, arm));
  if (!endpointInfo(endpoint).isTime) {
    const Proportion other = shareOf(control, endpoint, byDayOf(run, run.control));
    cell.odds = oddsRatio(cell.share.count, cell.share.of, other.count, other.of);
    return cell;
  }
  const std::vector<Timed> times = timesOf(patients, endpoint);
  const std::vector<Timed> others = timesOf(control, endpoint);
  cell.events = static_cast<int>(
      std::count_if(times.begin(), times.end(), [](const Timed& one) { return one.event; }));
  cell.curve = kaplanMeier(times);
  cell.median = medianOf(cell.curve);
  cell.test = logRank(others, times);
  cell.hazard = coxHazardRatio(others, times);
  return cell;
}

std::string padded(std::string text, std::size_t width) {
  std::size_t characters = 0;
  for (char c : text) characters += (static_cast<unsigned char>(c) & 0xc0) != 0x80 ? 1 : 0;
  text.append(characters < width ? width - characters : 1, ' ');
  return text;
}

std::string perCent(double share) { return formatNumber(100 * share, 3); }

std::string intervalText(double low, double high) {
  return formatNumber(low) + " to " + formatNumber(high);
}

std::string dayText(double day) { return std::isnan(day) ? "not reached" : formatDay(day); }

constexpr std::size_t kColumn = 30;

std::string tableText(const CohortRun& run, Endpoint endpoint) {
  const EndpointInfo& info = endpointInfo(endpoint);
  std::string out = std::string(info.id) + ": " + std::string(info.meaning);
  if (run.byDay >= 0) out += ", by day " + formatDay(run.byDay);
  out += "\n";
  std::size_t width = 0;
  for (const Scenario* arm : run.arms) width = std::max(width, arm->id.size() + 6);
  for (std::size_t i = 0; i < run.arms.size(); ++i) {
    const Cell cell = cellOf(run, endpoint, i);
    const bool isControl = i == run.control;
    std::string line = padded("  " + run.arms[i]->id + (isControl ? " *" : ""), width);
    line += padded(perCent(cell.share.share) + " % (" + perCent(cell.share.low) + " to " +
                       perCent(cell.share.high) + ")",
                   kColumn);
    line += padded(std::to_string(cell.share.count) + "/" + std::to_string(cell.share.of), 12);
    if (info.isTime) {
      line += padded("median " + dayText(cell.median.day), 20);
      if (!isControl) {
        line += padded("HR " + formatNumber(cell.hazard.ratio) + " (" +
                           intervalText(cell.hazard.low, cell.hazard.high) + ")",
                       kColumn) +
                "p " + formatNumber(cell.test.p, 2);
      }
    } else if (!isControl) {
      line += padded("OR " + formatNumber(cell.odds.ratio) + " (" +
                         intervalText(cell.odds.low, cell.odds.high) + ")",
                     kColumn) +
              "p " + formatNumber(cell.odds.p, 2);
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out + "\n";
}

// What was published with a number, of the arms that were run or of none in particular.
std::vector<const Published*> publishedOf(const CohortRun& run) {
  std::vector<const Published*> entries;
  for (const Published& entry : run.item->published) {
    const bool isRun = std::any_of(run.arms.begin(), run.arms.end(),
                                   [&](const Scenario* arm) { return arm->id == entry.arm; });
    if (entry.value && (entry.arm.empty() || isRun)) entries.push_back(&entry);
  }
  return entries;
}

std::string publishedText(const CohortRun& run) {
  std::string out;
  for (const Published* entry : publishedOf(run)) {
    out += "  " + entry->readout + ": " + formatShortest(*entry->value) + " " + entry->unit;
    if (entry->low && entry->high) {
      out += " (" + formatShortest(*entry->low) + " to " + formatShortest(*entry->high) + ")";
    }
    if (entry->n) out += ", n " + formatShortest(*entry->n);
    if (!entry->arm.empty()) out += ", arm " + entry->arm;
    out += " [" + entry->source + "]\n";
  }
  return out.empty() ? out : "Published\n" + out + "\n";
}

void writePublished(JsonWriter& out, const CohortRun& run) {
  out.key("published");
  out.beginArray();
  for (const Published* entry : publishedOf(run)) {
    out.beginObject();
    out.field("readout", std::string_view(entry->readout));
    if (!entry->arm.empty()) out.field("arm", std::string_view(entry->arm));
    out.field("value", *entry->value);
    if (entry->low) out.field("low", *entry->low);
    if (entry->high) out.field("high", *entry->high);
    out.field("unit", std::string_view(entry->unit));
    if (entry->n) out.field("n", *entry->n);
    out.field("source", std::string_view(entry->source));
    out.endObject();
  }
  out.endArray();
}

void writeRules(JsonWriter& out, const CohortRules& rules) {
  out.key("rules");
  out.beginObject();
  out.field("scanEveryDays", rules.scanEveryDays);
  out.field("leastGrowthMm", rules.leastGrowthMm);
  out.field("leastSeenMm", rules.leastSeenMm);
  out.field("aliveBelowMm3", rules.aliveBelowMm3);
  out.endObject();
}

void writeInterval(JsonWriter& out, std::string_view name, double value, double low, double high) {
  out.field(name, value);
  out.field("low", low);
  out.field("high", high);
}

void writeCell(JsonWriter& out, const CohortRun& run, Endpoint endpoint, std::size_t arm) {
  const Cell cell = cellOf(run, endpoint, arm);
  out.beginObject();
  out.field("arm", std::string_view(run.arms[arm]->id));
  out.field("byDay", byDayOf(run, arm));
  out.field("count", cell.share.count);
  out.field("of", cell.share.of);
  writeInterval(out, "share", cell.share.share, cell.share.low, cell.share.high);
  if (endpointInfo(endpoint).isTime) {
    out.field("events", cell.events);
    out.key("median");
    out.beginObjectInLine();
    writeInterval(out, "day", cell.median.day, cell.median.low, cell.median.high);
    out.endObject();
    out.key("curve");
    out.beginArray();
    for (const SurvivalStep& step : cell.curve) {
      out.beginObjectInLine();
      out.field("day", step.day);
      out.field("atRisk", step.atRisk);
      out.field("events", step.events);
      writeInterval(out, "survival", step.survival, step.low, step.high);
      out.endObject();
    }
    out.endArray();
  }
  if (arm != run.control) {
    const bool isTime = endpointInfo(endpoint).isTime;
    out.key(isTime ? "hazardRatio" : "oddsRatio");
    out.beginObjectInLine();
    if (isTime) {
      writeInterval(out, "ratio", cell.hazard.ratio, cell.hazard.low, cell.hazard.high);
    } else {
      writeInterval(out, "ratio", cell.odds.ratio, cell.odds.low, cell.odds.high);
    }
    out.field("p", isTime ? cell.test.p : cell.odds.p);
    out.endObject();
  }
  out.endObject();
}

void writeDay(JsonWriter& out, std::string_view name, double day) {
  out.key(name);
  day >= 0 ? out.number(day) : out.null();
}

void writePatient(JsonWriter& out, const PatientOutcome& patient) {
  out.beginObjectInLine();
  out.field("index", static_cast<double>(patient.index));
  if (patient.failed) {
    out.field("failed", true);
    out.endObject();
    return;
  }
  constexpr std::string_view kNames[kExtentCount] = {"irradiated", "distant", "both"};
  for (std::size_t i = 0; i < patient.scans.size(); ++i) {
    const ScanOutcome& scan = patient.scans[i];
    out.key(kNames[i]);
    out.beginObjectInLine();
    if (i < patient.startMm3.size()) out.field("startMm3", patient.startMm3[i]);
    out.field("best", nameOf(scan.best));
    out.field("bestDiameterPercent", scan.bestDiameterPercent);
    writeDay(out, "progressionDay", scan.progressionDay);
    if (i < patient.eliminatedDay.size()) {
      writeDay(out, "eliminatedDay", patient.eliminatedDay[i]);
      writeDay(out, "unseenDay", patient.unseenDay[i]);
    }
    out.endObject();
  }
  writeDay(out, "deathDay", patient.deathDay);
  out.endObject();
}

}  // namespace

std::string cohortText(const CohortRun& run) {
  std::string out = run.item->title + "\n" + std::to_string(run.count) + " patients of " +
                    run.population->id + " (" + run.population->title + "), seed " +
                    std::to_string(run.seed);
  if (!run.item->outgrown.empty()) {
    out += ", of those whose distant tumour progressed under " + run.item->outgrown;
  }
  if (run.first > 0) out += ", from number " + std::to_string(run.first);
  out += "; the same in every arm\nScans every " + formatDay(run.rules.scanEveryDays) +
         " d; the stated endpoint is a total volume of " + formatNumber(run.rules.aliveBelowMm3) +
         " mm3; 95 % intervals; * is what the others are held against\n\n";
  for (Endpoint endpoint : run.endpoints) out += tableText(run, endpoint);
  for (std::size_t i = 0; i < run.arms.size(); ++i) {
    const int failed = failures(run.outcomes[i]);
    if (failed == 0) continue;
    out += run.arms[i]->id + ": " + std::to_string(failed) + " courses failed numerically:";
    for (const PatientOutcome& patient : run.outcomes[i]) {
      if (patient.failed) out += " " + std::to_string(patient.index);
    }
    out += "\n";
  }
  return out + publishedText(run) + "Teaching model, not for clinical decisions.\n";
}

std::string cohortJson(const CohortRun& run, bool withPatients) {
  JsonWriter out;
  out.beginObject();
  out.field("format", kCohortFormat);
  out.field("version", kVersion);
  out.field("note", "Teaching model, not for clinical decisions");
  out.field("case", std::string_view(run.item->id));
  out.field("population", std::string_view(run.population->id));
  out.field("seed", static_cast<double>(run.seed));
  out.field("first", static_cast<double>(run.first));
  out.field("patients", run.count);
  out.field("control", std::string_view(run.arms[run.control]->id));
  writeRules(out, run.rules);
  out.key("endpoints");
  out.beginArray();
  for (Endpoint endpoint : run.endpoints) {
    out.beginObject();
    out.field("endpoint", endpointInfo(endpoint).id);
    out.field("meaning", endpointInfo(endpoint).meaning);
    out.key("arms");
    out.beginArray();
    for (std::size_t i = 0; i < run.arms.size(); ++i) writeCell(out, run, endpoint, i);
    out.endArray();
    out.endObject();
  }
  out.endArray();
  writePublished(out, run);
  out.key("failed");
  out.beginArray();
  for (std::size_t i = 0; i < run.arms.size(); ++i) {
    for (const PatientOutcome& patient : run.outcomes[i]) {
      if (!patient.failed) continue;
      out.beginObjectInLine();
      out.field("arm", std::string_view(run.arms[i]->id));
      out.field("index", static_cast<double>(patient.index));
      out.endObject();
    }
  }
  out.endArray();
  if (withPatients) {
    out.key("outcomes");
    out.beginObject();
    for (std::size_t i = 0; i < run.arms.size(); ++i) {
      out.key(run.arms[i]->id);
      out.beginArray();
      for (const PatientOutcome& patient : run.outcomes[i]) writePatient(out, patient);
      out.endArray();
    }
    out.endObject();
  }
  out.endObject();
  return out.take();
}

}  // namespace abscope
