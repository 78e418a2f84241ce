#include "app/compare_text.h"

#include <algorithm>
#include <cmath>

#include "app/match_bed.h"
#include "library/text.h"

namespace abscope {
namespace {

constexpr double kSameBed = 0.005;  // of the BED: what a rounded dose per fraction makes of it

// --- outcome ---

void addSite(Site site, TextSink& out) {
  out.add(tr(site == Site::irradiated ? "compare.site.irradiated" : "compare.site.distant"));
}

void addVolumes(const Comparison& c, Site site, TextSink& out) {
  const auto lane = static_cast<std::size_t>(site);
  const double present = c.presentMm3[lane], pinned = c.pinnedMm3[lane];
  TextBuffer<24> number;
  TextBuffer<48> where;
  addSite(site, where);
  if (present < kGoneMm3 && pinned < kGoneMm3) {
    out.addFilled(tr("compare.outcome.goneInBoth"), {{"site", where}});
  } else if (present < kGoneMm3) {
    number.addNumber(pinned, 2);
    out.addFilled(tr("compare.outcome.gone"), {{"site", where}, {"mm3", number}});
  } else if (pinned < kGoneMm3) {
    number.addNumber(present, 2);
    out.addFilled(tr("compare.outcome.notGone"), {{"site", where}, {"mm3", number}});
  } else {
    const double ratio = present / pinned;
    const char* key = "compare.outcome.same";
    if (ratio < 1 - kSameShare) {
      key = "compare.outcome.smaller";
      const double percent = 100 * (1 - ratio);
      number.addFixed(std::min(percent, 99.9), percent > 99 ? 1 : 0);
    } else if (ratio > 1.95) {
      key = "compare.outcome.fold";
      number.addNumber(ratio, 2);
    } else if (ratio > 1 + kSameShare) {
      key = "compare.outcome.larger";
      number.addFixed(100 * (ratio - 1), 0);
    }
    out.addFilled(tr(key), {{"site", where}, {"number", number}});
  }
}

// --- plan ---

struct Clauses {
  TextSink& out;
  int count = 0;

  TextSink& next() {
    if (count++ > 0) out.add(", ");
    return out;
  }
};

bool sameSeries(const RadiationItem& a, const RadiationItem& b) {
  return a.irradiatedGy == b.irradiatedGy && a.distantGy == b.distantGy &&
         targetOf(a) == targetOf(b);
}

// "12 Gy × 3 + 1 Gy × 2 distant"; series that a branch has parted are told as one.
void addRegimen(const Plan& plan, TextSink& out) {
  constexpr std::size_t kMostTold = 3;
  const auto& items = plan.radiation;
  if (items.empty()) {
    out.add(tr("compare.regimen.none"));
    return;
  }
  std::size_t told = 0;
  for (std::size_t i = 0; i < items.size();) {
    std::size_t next = i;
    int fractions = 0;
    for (; next < items.size() && sameSeries(items[i], items[next]); ++next) {
      fractions += items[next].fractions;
    }
    if (told++ > 0) out.add(" + ");
    if (told > kMostTold) {
      out.add("\u2026");
      return;
    }
    TextBuffer<16> dose, number;
    dose.addNumber(mainDoseGy(items[i]), 3);
    number.addInteger(fractions);
    out.addFilled(tr("item.radiation"), {{"dose", dose}, {"fractions", number}});
    const RtTarget target = targetOf(items[i]);
    if (target != RtTarget::irradiated) {
      TextBuffer<24> key;
      key.add("item.target.").addInteger(static_cast<int>(target));
      out.add(" ").add(tr(key.view()));
    }
    i = next;
  }
}

// First and last day and number of what was given.
struct Doses {
  double first = -1, last = -1, amount = 0;
  int count = 0;

  void add(double day, double dose) {
    if (count++ == 0) first = day;
    last = day;
    amount += dose;
  }
};

Doses fractionsOf(const Course& course) {
  Doses doses;
  for (const Event& e : course.events()) {
    if (e.kind == EventKind::fraction) doses.add(e.day, e.doseGy[0] + e.doseGy[1]);
  }
  return doses;
}

Doses dosesOf(const Course& course, Drug drug) {
  Doses doses;
  for (const Event& e : course.events()) {
    if (e.kind == EventKind::drugDose && e.drug == drug) doses.add(e.day, e.amount);
  }
  return doses;
}

bool isSame(double a, double b) { return std::fabs(a - b) < 1e-6 * (1 + std::fabs(a)); }

void addShift(std::string_view key, std::string_view name, double days, TextSink& out) {
  TextBuffer<16> number;
  number.addNumber(std::fabs(days), 3);
  TextBuffer<48> whole;
  whole.add(key).add(days > 0 ? ".later" : ".earlier");
  out.addFilled(tr(whole.view()), {{"name", name}, {"days", number}});
}

void addRadiationDifference(const Document& document, const Course& present, const Course& pinned,
                            Clauses& clauses) {
  TextBuffer<128> now, then;
  addRegimen(document.scenario.plan, now);
  addRegimen(document.pinned->scenario.plan, then);
  const Doses a = fractionsOf(present), b = fractionsOf(pinned);
  if (now.view() != then.view()) {
    TextBuffer<16> bed;
    constexpr double kRatioGy = 10;
    double bedNow = deliveredBedGy(present.events(), Site::irradiated, kRatioGy);
    double bedThen = deliveredBedGy(pinned.events(), Site::irradiated, kRatioGy);
    if (bedNow == 0 && bedThen == 0) {
      bedNow = deliveredBedGy(present.events(), Site::distant, kRatioGy);
      bedThen = deliveredBedGy(pinned.events(), Site::distant, kRatioGy);
    }
    bed.addNumber(bedThen, 3);
    const bool same = bedThen > 0 && std::fabs(bedNow / bedThen - 1) < kSameBed;
    clauses.next().addFilled(tr(same ? "compare.plan.sameBed" : "compare.plan.radiation"),
                             {{"now", now}, {"then", then}, {"bed", bed}});
    return;
  }
  if (a.count == 0 || b.count == 0) {
    if (a.count == b.count) return;
    clauses.next().add(tr(a.count > 0 ? "compare.plan.given" : "compare.plan.notGiven"));
  } else if (!isSame(a.first, b.first)) {
    addShift("compare.plan.radiation", now, a.first - b.first, clauses.next());
  } else if (!isSame(a.last, b.last)) {
    TextBuffer<16> days, pinnedDays;
    days.addNumber(a.last - a.first, 3);
    pinnedDays.addNumber(b.last - b.first, 3);
    clauses.next().addFilled(tr("compare.plan.spread"),
                             {{"name", now}, {"now", days}, {"then", pinnedDays}});
  }
}

void addDrugDifferences(const Course& present, const Course& pinned, Clauses& clauses) {
  for (int i = 0; i < kDrugCount; ++i) {
    const auto drug = static_cast<Drug>(i);
    const Doses a = dosesOf(present, drug), b = dosesOf(pinned, drug);
    if (a.count == 0 && b.count == 0) continue;
    const std::string_view name = translated(drugInfo(drug).name);
    if (a.count == 0 || b.count == 0) {
      clauses.next().addFilled(tr(a.count > 0 ? "compare.plan.with" : "compare.plan.without"),
                               {{"name", name}});
    } else if (!isSame(a.first, b.first)) {
      addShift("compare.plan.drug", name, a.first - b.first, clauses.next());
    } else if (a.count != b.count || !isSame(a.amount, b.amount) || !isSame(a.last, b.last)) {
      clauses.next().addFilled(tr("compare.plan.dosed"), {{"name", name}});
    }
  }
}

void addPatientDifference(const Patient& now, const Patient& then, Clauses& clauses) {
  if (same(now, then)) return;
  if (now.preset != then.preset) {
    clauses.next().add(tr("compare.plan.species"));
    return;
  }
  if (now.irradiatedMm3 != then.irradiatedMm3 || now.distantMm3 != then.distantMm3) {
    clauses.next().add(tr("compare.plan.volumes"));
  }
  if (now.resistance != then.resistance || !(now.subclone == then.subclone)) {
    clauses.next().add(tr("compare.plan.resistance"));
  }
  for (int m = 0; m < kMechanismCount; ++m) {
    const auto id = static_cast<MechanismId>(m);
    if (now.strengths[id] == then.strengths[id]) continue;
    TextBuffer<16> percent, before;
    percent.addNumber(100 * now.strengths[id], 3);
    before.addNumber(100 * then.strengths[id], 3);
    clauses.next().addFilled(tr("compare.plan.mechanism"),
                             {{"id", mechanismId(id)}, {"percent", percent}, {"before", before}});
  }
}

}  // namespace

void addPlanDifference(const Document& document, const Course& present, const Course& pinned,
                       TextSink& out) {
  if (!document.pinned) return;
  Clauses clauses{out};
  addRadiationDifference(document, present, pinned, clauses);
  addDrugDifferences(present, pinned, clauses);
  addPatientDifference(document.scenario.patient, document.pinned->scenario.patient, clauses);
  if (clauses.count > 0) return;
  // Nothing that is told apart here: changed parameters, or a plan that came to the same.
  const bool unlike = !same(document.scenario.patient, document.pinned->scenario.patient);
  out.add(tr(unlike ? "compare.plan.host" : "compare.plan.same"));
}

void addOutcome(const Comparison& comparison, TextSink& out) {
  const Site other = comparison.site == Site::distant ? Site::irradiated : Site::distant;
  addVolumes(comparison, comparison.site, out);
  out.add(", ");
  addVolumes(comparison, other, out);
}

void addCause(const Comparison& comparison, TextSink& out) {
  const CauseShare& share = comparison.cause;
  if (share.cause < 0) return;
  const CauseInfo& cause = causes()[static_cast<std::size_t>(share.cause)];
  TextBuffer<64> key;
  key.add("compare.cause.").add(cause.key).add(share.present > share.pinned ? ".more" : ".less");
  TextBuffer<24> number;
  TextBuffer<64> amount;
  const double ratio = share.pinned > 0 ? share.present / share.pinned : INFINITY;
  std::string_view amountKey = "compare.amount.percent";
  if (ratio > 100) {
    amountKey = "compare.amount.onlyNow";
  } else if (ratio < 0.01) {
    amountKey = "compare.amount.onlyThen";
  } else if (ratio >= 1.95) {
    amountKey = "compare.amount.fold";
    number.addNumber(ratio, 2);
  } else {
    number.addFixed(100 * ratio, 0);
  }
  amount.addFilled(tr(amountKey), {{"number", number}});
  out.add(tr(key.view())).add(" (").add(amount).add(")");
}

void addComparison(const Document& document, const Course& present, const Course& pinned,
                   const Comparison& comparison, TextSink& out) {
  if (!document.pinned || !comparison.any) return;
  TextBuffer<320> plan, outcome;
  TextBuffer<160> cause;
  TextBuffer<16> day, branch;
  addPlanDifference(document, present, pinned, plan);
  addOutcome(comparison, outcome);
  addCause(comparison, cause);
  day.addFixed(comparison.day, comparison.day == std::floor(comparison.day) ? 0 : 1);
  branch.addNumber(document.pinned->branchDay, 4);
  const bool isBranch = document.pinned->branchDay >= 0;
  out.addFilled(tr(isBranch ? "compare.line.branch" : "compare.line.pinned"),
                {{"plan", plan}, {"branch", branch}});
  out.add(" ").addFilled(tr(cause.empty() ? "compare.line.outcome" : "compare.line.cause"),
                         {{"day", day}, {"outcome", outcome}, {"cause", cause}});
}

}  // namespace abscope
