#include "app/map_text.h"

#include <cmath>

#include "library/text.h"

namespace abscope {
namespace {

std::string_view unitText(std::string_view unit) {
  if (unit == "mm3") return tr("unit.mm3");
  if (unit == "10^6 cells") return tr("unit.millionCells");
  return tr("map.unit.relative");
}

void addKey(TextSink& out, std::string_view stem, std::string_view name) {
  TextBuffer<80> key;
  out.add(tr(key.add(stem).add(name)));
}

double amountOf(const State& state, Pool pool, int lane) {
  if (isSystem(pool)) return state[systemState(pool)];
  if (pool == Pool::viable) return clonogenicMm3(state)[lane];
  return state[tumourState(pool)][lane];
}

}  // namespace

void addEvidence(const Mechanism& mechanism, TextSink& out) {
  switch (mechanism.settled) {
    case Settled::settled:
      out.add(tr("map.settled"));
      break;
    case Settled::debated:
      out.add(tr("map.debated"));
      break;
    default:
      out.add(tr("map.preclinical"));
      break;
  }
  switch (mechanism.sign) {
    case Sign::helps:
      out.add(" ").add(tr("map.sign.helps"));
      break;
    case Sign::hinders:
      out.add(" ").add(tr("map.sign.hinders"));
      break;
    default:
      break;
  }
}

void addSources(const Mechanism& mechanism, TextSink& out) {
  constexpr std::size_t kMost = 3;
  std::size_t count = 0;
  for (const std::string& id : mechanism.references) {
    const Reference* reference = findReference(catalogue(), id);
    if (!reference || count == kMost) continue;
    out.add(count++ == 0 ? "" : "; ").add(reference->author).add(" ");
    out.addInteger(reference->year);
    if (!reference->journal.empty()) out.add(", ").add(reference->journal);
  }
  if (mechanism.references.size() > count) {
    TextBuffer<8> more;
    more.addInteger(static_cast<long long>(mechanism.references.size() - count));
    out.add(" ").addFilled(tr("map.moreSources"), {{"count", more}});
  }
}

void addFlow(const MapArrow& arrow, const MapFlow& flow, int lane, TextSink& out) {
  const double perDay = flow.perDay[lane];
  const double percent = 100 * std::fabs(flow.sharePerDay[lane]);
  if (percent < 0.05) {
    out.add(tr("map.now.nothing"));
    return;
  }
  TextBuffer<16> amount, share;
  TextBuffer<80> pool, flux;
  amount.addNumber(std::fabs(perDay), 2);
  share.addNumber(percent, 2);
  addKey(pool, "map.pool.", poolName(poolOf(arrow)));
  if (arrow.flux == TumourFlux::count) {
    addKey(flux, "flux.", "effectorRelease");
  } else {
    addKey(flux, "flux.", kTumourFluxInfo[static_cast<std::size_t>(arrow.flux)].name);
  }
  std::string_view sentence = "map.now.flux";
  if (arrow.reading == MapReading::death) {
    sentence = "map.now.death";
  } else if (arrow.reading == MapReading::checkpoint || arrow.reading == MapReading::presentation) {
    sentence = perDay < 0 ? "map.now.held" : "map.now.brought";
  } else if (arrow.reading == MapReading::difference) {
    sentence = perDay < 0 ? "map.now.less" : "map.now.more";
  }
  out.addFilled(tr(sentence), {{"amount", amount},
                               {"unit", unitText(unitOf(arrow))},
                               {"flux", flux},
                               {"percent", share},
                               {"pool", pool}});
}

void addDrugs(const Plan& plan, const Course& course, double day, int arrow, TextSink& out) {
  const HookLevels bound = occupancy(course.drugLevelsAt(day));
  bool first = true;
  for (std::size_t i = 0; i < plan.drugs.size(); ++i) {
    const DrugInfo& info = drugInfo(plan.drugs[i].drug);
    if (mapArrowOf(info.hook) != arrow) continue;
    bool told = false;  // the same drug twice in a plan
    for (std::size_t k = 0; k < i; ++k) told = told || plan.drugs[k].drug == plan.drugs[i].drug;
    if (told) continue;
    TextBuffer<16> percent;
    percent.addFixed(100 * bound[static_cast<std::size_t>(info.hook)], 0);
    if (!first) out.add(" ");
    first = false;
    out.addFilled(tr(actsAtOnce(info.hook) ? "map.drugAtOnce" : "map.drug"),
                  {{"drug", translated(info.name)}, {"percent", percent}});
  }
}

void addNodeAmount(MapNode node, const Course& course, double day, Site site, TextSink& out) {
  const Pool pool = kMapNodes[static_cast<std::size_t>(node)].pool;
  if (pool == Pool::outside) return;
  const int lane = static_cast<int>(site);
  TextBuffer<16> now, start;
  now.addNumber(amountOf(course.at(day), pool, lane), 3);
  start.addNumber(amountOf(course.at(0), pool, lane), 3);
  const std::string_view unit =
      isSystem(pool) ? kSystemStateInfo[static_cast<std::size_t>(systemState(pool))].unit
                     : kTumourStateInfo[static_cast<std::size_t>(tumourState(pool))].unit;
  out.addFilled(tr("map.amount"), {{"now", now}, {"start", start}, {"unit", unitText(unit)}});
}

}  // namespace abscope
