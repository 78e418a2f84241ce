#include "app/cell_words.h"

#include <algorithm>
#include <cmath>

#include "app/map_text.h"
#include "app/mechanism_map.h"
#include "app/why_text.h"
#include "library/mechanisms.h"
#include "library/text.h"

namespace abscope {
namespace {

constexpr double kSameMoment = 0.02;  // days: tissue and course round differently
constexpr double kMemoryDays = 21;    // a fraction further back explains nothing any more

// Calls `take` with the id of every mechanism of a flux.
template <class Take>
void eachMechanism(std::string_view ids, Take take) {
  while (!ids.empty()) {
    const std::size_t comma = ids.find(',');
    take(ids.substr(0, comma));
    ids = comma == ids.npos ? std::string_view() : ids.substr(comma + 1);
  }
}

// "N02" in the flux table stands for both N02a and N02b.
const Mechanism* mechanismOf(std::string_view id) {
  if (const Mechanism* row = findMechanism(id)) return row;
  TextBuffer<8> first;
  return findMechanism(first.add(id).add("a").view());
}

bool actsOn(Hook hook, const CellChange& change, const FluxInfo& info) {
  const int at = mapArrowOf(hook);
  if (at < 0) return false;
  const MapArrow& arrow = mapArrows()[static_cast<std::size_t>(at)];
  if (change.flux.scope == FluxRef::Scope::tumour &&
      arrow.flux == static_cast<TumourFlux>(change.flux.index)) {
    return true;
  }
  bool found = false;
  eachMechanism(info.mechanisms, [&](std::string_view id) {
    found = found || (arrow.mechanism != MechanismId::count && id == arrow.name);
  });
  return found;
}

}  // namespace

const CellChange* changeAt(const CellStory& story, double day) {
  const CellChange* last = nullptr;
  for (const CellChange& change : story.changes) {
    if (change.day <= day + 1e-6) last = &change;
  }
  return last;
}

void addCellChange(const CellChange& change, TextSink& out) {
  const FluxInfo* flux = fluxInfo(change.flux);
  if (!flux) {
    out.add(tr("cell.fromStart"));
    return;
  }
  TextBuffer<16> day;
  TextBuffer<160> phrase;
  day.addFixed(change.day, 1);
  addFluxPhrase(*flux, phrase);
  out.addFilled(tr("cell.since"), {{"day", day}, {"flux", phrase}});
}

void addCellAbsence(const CellStory& story, double day, TextSink& out) {
  if (story.changes.empty()) return;
  TextBuffer<16> number;
  if (day < story.changes.front().day - 1e-6) {
    number.addFixed(story.changes.front().day, 1);
    out.addFilled(tr("cell.comes"), {{"day", number}});
    return;
  }
  if (!story.ends || day < story.endDay) return;
  number.addFixed(story.endDay, 1);
  const FluxInfo* flux = fluxInfo(story.endFlux);
  TextBuffer<160> phrase;
  if (flux) addFluxPhrase(*flux, phrase);
  out.addFilled(tr(flux ? "cell.gone" : "cell.goneSilently"), {{"day", number}, {"flux", phrase}});
}

void addFractionBehind(const CellChange& change, const Course& course, TextSink& out) {
  const FluxInfo* flux = fluxInfo(change.flux);
  if (!flux || (!flux->impulse && flux->mechanisms.empty())) return;
  // What the blood brings is moved by fractions to either tumour.
  const int lane = change.panel == Panel::distant ? 1 : 0;
  const bool either = change.panel == Panel::node;
  const Event* last = nullptr;
  for (const Event& event : course.events()) {
    if (event.kind != EventKind::fraction || event.day > change.day + kSameMoment) continue;
    if (either ? event.doseGy[0] + event.doseGy[1] > 0 : event.doseGy[lane] > 0) last = &event;
  }
  if (!last || change.day - last->day > kMemoryDays) return;
  TextBuffer<16> dose, day, after;
  dose.addNumber(either ? std::max(last->doseGy[0], last->doseGy[1]) : last->doseGy[lane], 3);
  day.addFixed(last->day, last->day == std::floor(last->day) ? 0 : 1);
  after.addFixed(std::max(0.0, change.day - last->day), 1);
  out.addFilled(tr(flux->impulse ? "cell.atFraction" : "cell.afterFraction"),
                {{"dose", dose}, {"day", day}, {"after", after}});
}

void addDrugsBehind(const CellChange& change, const Plan& plan, const Course& course,
                    TextSink& out) {
  const FluxInfo* flux = fluxInfo(change.flux);
  if (!flux) return;
  constexpr double kLeast = 0.05;  // of the target
  const HookLevels bound = occupancy(course.drugLevelsAt(std::min(change.day, course.days())));
  std::array<bool, kDrugCount> told{};
  for (const DrugItem& item : plan.drugs) {
    const DrugInfo& info = drugInfo(item.drug);
    const double share = bound[static_cast<std::size_t>(info.hook)];
    bool& once = told[static_cast<std::size_t>(item.drug)];
    if (once || share < kLeast || !actsOn(info.hook, change, *flux)) continue;
    once = true;
    TextBuffer<16> percent;
    percent.addFixed(100 * share, 0);
    if (!out.empty()) out.add(" ");
    out.addFilled(tr("cell.drug"), {{"drug", translated(info.name)}, {"percent", percent}});
  }
}

void addSourcesOf(const CellChange& change, TextSink& out) {
  const FluxInfo* flux = fluxInfo(change.flux);
  if (!flux) return;
  eachMechanism(flux->mechanisms, [&](std::string_view id) {
    const Mechanism* row = mechanismOf(id);
    if (!row || row->references.empty()) return;
    const Reference* source = findReference(catalogue(), row->references.front());
    if (!source) return;
    out.add(out.empty() ? "" : "; ").add(row->id).add(": ").add(source->author).add(" ");
    out.addInteger(source->year);
  });
}

}  // namespace abscope
