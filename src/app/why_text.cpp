#include "app/why_text.h"

#include <algorithm>
#include <cmath>

#include "library/text.h"

namespace abscope {
namespace {

using Phrase = TextBuffer<160>;

void addKey(TextSink& out, std::string_view stem, std::string_view name) {
  TextBuffer<80> key;
  key.add(stem).add(name);
  out.add(tr(key.view()));
}

// "rose 2.4-fold", "fell by 38 %", "appeared"
void addChange(const Explanation& why, Phrase& out) {
  const double ratio = why.before > 0 ? why.after / why.before : INFINITY;
  TextBuffer<24> number;
  if (ratio > 20) {
    out.add(tr("why.rose.many"));
  } else if (ratio >= 1.95) {
    out.addFilled(tr("why.rose.fold"), {{"fold", number.addNumber(ratio, 2)}});
  } else if (ratio >= 1) {
    out.addFilled(tr("why.rose.percent"), {{"percent", number.addFixed(100 * (ratio - 1), 0)}});
  } else {
    out.addFilled(tr("why.fell.percent"), {{"percent", number.addFixed(100 * (1 - ratio), 0)}});
  }
}

// "+0.42", "−0.20"
void addSigned(double amount, TextSink& out) {
  out.add(amount < 0 ? "\u2212" : "+").addNumber(std::fabs(amount), 2);
}

void addCurve(const Explanation& why, TextSink& out) {
  Phrase kind, site, change;
  addKey(kind, "why.kind.", kCellKindIds[static_cast<std::size_t>(why.subject)]);
  addKey(site, "site.", why.site == Site::irradiated ? "irradiated" : "distant");
  constexpr double kSteady = 0.005;
  if (std::fabs(why.after - why.before) <= kSteady * std::max(why.after, why.before)) {
    change.add(tr("why.steady"));
  } else {
    addChange(why, change);
  }
  TextBuffer<16> from, to, before, after;
  from.addFixed(why.fromDay, 1);
  to.addFixed(why.toDay, 1);
  before.addNumber(why.before, 3);
  after.addNumber(why.after, 3);
  const std::string_view unit = tr(isTumourCell(why.subject) ? "unit.mm3" : "unit.millionCells");
  out.addFilled(tr("why.curve"), {{"kind", kind},
                                  {"site", site},
                                  {"change", change},
                                  {"from", from},
                                  {"to", to},
                                  {"before", before},
                                  {"after", after},
                                  {"unit", unit}});
  int told = 0;
  for (const Cause& cause : why.causes) {
    if (cause.flux == TumourFlux::count || cause.amount == 0) continue;
    TextBuffer<24> amount;
    Phrase flux;
    addSigned(cause.amount, amount);
    addFluxPhrase(kTumourFluxInfo[static_cast<std::size_t>(cause.flux)], flux);
    out.add(told++ == 0 ? " " : "; ");
    out.addFilled(tr(told == 1 ? "why.curve.first" : "why.curve.next"),
                  {{"amount", amount}, {"flux", flux}});
  }
  if (told > 0) out.add(".");
}

}  // namespace

void addFluxPhrase(const FluxInfo& flux, TextSink& out) {
  addKey(out, "flux.", flux.name);
  std::string_view rest = mechanismsToTell(flux);
  if (rest.empty()) return;
  out.add(" (");
  constexpr int kMost = 4;  // the killing by CD8 cells has twelve
  for (int i = 0; !rest.empty(); ++i) {
    const std::size_t comma = rest.find(',');
    if (i > 0) out.add(", ");
    if (i == kMost) {
      out.add("…");
      break;
    }
    out.add(rest.substr(0, comma));
    rest = comma == rest.npos ? std::string_view() : rest.substr(comma + 1);
  }
  out.add(")");
}

void addExplanation(const Explanation& why, TextSink& out) {
  if (!why.any) {
    out.add(tr("why.nothing"));
    return;
  }
  if (why.asked) return addCurve(why, out);
  Phrase kind, site, change, cause, against;
  addKey(kind, "why.kind.", kCellKindIds[static_cast<std::size_t>(why.subject)]);
  addKey(site, "site.", why.site == Site::irradiated ? "irradiated" : "distant");
  addChange(why, change);
  if (why.cause.flux == TumourFlux::count) return;
  const bool rose = why.after > why.before;
  TextBuffer<16> day, amount, total;
  day.addFixed(why.fromDay, why.fromDay == std::floor(why.fromDay) ? 0 : 1);
  const std::string_view unit = tr(isClonogenic(why.subject) ? "unit.mm3" : "unit.millionCells");
  addFluxPhrase(kTumourFluxInfo[static_cast<std::size_t>(why.cause.flux)], cause);
  amount.addNumber(why.cause.amount, 2);
  total.addNumber(rose ? why.gained : why.lost, 2);
  out.addFilled(tr(rose ? "why.rose" : "why.fell"), {{"kind", kind},
                                                     {"site", site},
                                                     {"change", change},
                                                     {"day", day},
                                                     {"cause", cause},
                                                     {"amount", amount},
                                                     {"total", total},
                                                     {"unit", unit}});
  const double other = rose ? why.lost : why.gained;
  if (why.against.flux == TumourFlux::count || other < 0.1 * (rose ? why.gained : why.lost)) return;
  addFluxPhrase(kTumourFluxInfo[static_cast<std::size_t>(why.against.flux)], against);
  amount.clear();
  total.clear();
  amount.addNumber(why.against.amount, 2);
  total.addNumber(other, 2);
  out.add(" ").addFilled(
      tr(rose ? "why.against.lost" : "why.against.gained"),
      {{"against", against}, {"amount", amount}, {"total", total}, {"unit", unit}});
}

}  // namespace abscope
