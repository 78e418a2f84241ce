#include "ui/plan_totals.h"

#include <array>

#include "app/regimen.h"
#include "app/text_buffer.h"
#include "library/text.h"

namespace abscope {
namespace {

constexpr Site kSites[] = {Site::irradiated, Site::distant};

TumourDose doseOf(const Ui& ui, Site site) {
  return abscope::doseOf(ui.app.derived.course, ui.app.document.scenario.patient, site);
}

std::string_view siteName(Site site) {
  return tr(site == Site::irradiated ? "totals.irradiated" : "totals.distant");
}

// What it is of, which number, and three columns, right-aligned.
struct Columns {
  Rect name, number;
  std::array<Rect, 3> cells;
};
Columns columns(const Ui& ui, Rect row) {
  Columns out;
  const float width = ui.px(58);
  for (std::size_t i = 3; i-- > 0;) out.cells[i] = row.cutRight(width);
  out.number = row.cutRight(ui.px(40));
  out.name = row;
  return out;
}

void headings(const Ui& ui, Rect& rect, double ownRatio) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Columns c = columns(ui, rect.cutTop(ui.px(17)));
  TextBuffer<16> ratio;
  ratio.addNumber(ownRatio, 2);
  TextBuffer<48> own;
  own.addFilled(tr("totals.own"), {{"ratio", ratio}});
  const std::array<std::string_view, 3> names = {tr("totals.ten"), tr("totals.three"), own};
  drawFittedText(list, Face::small, {c.name.x, c.name.middle().y}, c.name.w, ui.colours.dim,
                 tr("totals.unit"));
  for (std::size_t i = 0; i < 3; ++i) {
    drawText(list, Face::small, {c.cells[i].right(), c.cells[i].middle().y}, ui.colours.dim,
             names[i], Align::right);
  }
}

void values(const Ui& ui, const Columns& c, std::string_view name,
            const std::array<double, 3>& numbers) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawText(list, Face::small, {c.number.x, c.number.middle().y}, ui.colours.dim, name);
  for (std::size_t i = 0; i < 3; ++i) {
    TextBuffer<16> text;
    text.addFixed(numbers[i], 1);
    drawText(list, Face::strong, {c.cells[i].right(), c.cells[i].middle().y}, ui.colours.text, text,
             Align::right);
  }
}

void warning(const Ui& ui, Rect& rect, std::string_view text) {
  rect.cutTop(drawParagraph(ImGui::GetWindowDrawList(), Face::small, rect.min(), rect.w,
                            ui.colours.warning, ui.colours.warning, text));
}

void tooClose(const Ui& ui, Rect& rect, const TumourDose& dose, Site site) {
  TextBuffer<16> hours;
  hours.addNumber(dose.shortestGapDays * 24, 2);
  TextBuffer<160> text;
  text.addFilled(tr("totals.tooClose"), {{"site", siteName(site)}, {"hours", hours}});
  warning(ui, rect, text);
}

// Two lines: what it is of and the BED, then the EQD2.
void lines(const Ui& ui, Rect& rect, std::string_view name, double totalGy,
           const std::array<double, 3>& bed, const std::array<double, 3>& eqd2) {
  TextBuffer<16> total;
  total.addNumber(totalGy, 4);
  TextBuffer<96> text;
  text.addFilled(tr("totals.tumour"), {{"site", name}, {"dose", total}});
  const Columns first = columns(ui, rect.cutTop(ui.px(18)));
  drawFittedText(*ImGui::GetWindowDrawList(), Face::body, {first.name.x, first.name.middle().y},
                 first.name.w, ui.colours.text, text);
  values(ui, first, tr("totals.bed"), bed);
  values(ui, columns(ui, rect.cutTop(ui.px(18))), tr("totals.eqd2"), eqd2);
}

void tumour(const Ui& ui, Rect& rect, Site site, const TumourDose& dose) {
  lines(ui, rect, siteName(site), dose.totalGy, {dose.bed10Gy, dose.bed3Gy, dose.bedOwnGy},
        {dose.eqd2At10Gy, dose.eqd2At3Gy, dose.eqd2OwnGy});
  if (dose.uncertain) warning(ui, rect, tr("regimen.uncertain"));
  if (dose.tooClose()) tooClose(ui, rect, dose, site);
}

// A series that has not come: what it would be.
void planned(const Ui& ui, Rect& rect, const RadiationItem& item) {
  const RegimenNumbers n = numbersOf(item, ui.app.document.scenario.patient);
  headings(ui, rect, n.ownAlphaBetaGy);
  lines(ui, rect, tr("totals.planned"), n.totalGy, {n.bed10Gy, n.bed3Gy, n.bedOwnGy},
        {n.eqd2At10Gy, n.eqd2At3Gy, n.eqd2OwnGy});
  if (n.uncertain) warning(ui, rect, tr("regimen.uncertain"));
}

// "-87 %", or the day of the cure.
void addBest(const TumourSummary& tumour, TextSink& out) {
  TextBuffer<16> number;
  if (tumour.cureDay >= 0) {
    number.addNumber(tumour.cureDay, 3);
    out.addFilled(tr("totals.cured"), {{"day", number}});
    return;
  }
  const double change = tumour.bestChangePercent;
  if (change < 0) number.add("\u2212");
  // 99.96 % is not all of it.
  number.addFixed(change < 0 ? -change : change, change < -99 && change > -100 ? 1 : 0);
  out.addFilled(tr("totals.percent"), {{"number", number}});
}

void addBestOfBoth(const Ui& ui, TextSink& out) {
  TextBuffer<48> irradiated, distant;
  addBest(ui.app.derived.summary.tumours[0], irradiated);
  addBest(ui.app.derived.summary.tumours[1], distant);
  out.addFilled(tr("totals.best"), {{"irradiated", irradiated}, {"distant", distant}});
}

void addPeak(const Ui& ui, TextSink& out) {
  const Peak peak = peakCd8ToTreg(ui.app.derived.series);
  if (peak.value <= 0) return;
  TextBuffer<16> value, day;
  value.addNumber(peak.value, 2);
  day.addNumber(peak.day, 2);
  out.addFilled(tr("totals.peak"),
                {{"value", value},
                 {"day", day},
                 {"site", tr(peak.site == Site::irradiated ? "site.irradiated" : "site.distant")}});
}

}  // namespace

void planTotals(const Ui& ui, Rect& rect, const RadiationItem& selected) {
  bool any = false;
  for (const Site site : kSites) {
    const TumourDose dose = doseOf(ui, site);
    if (dose.totalGy <= 0) continue;
    if (!any) headings(ui, rect, dose.ownAlphaBetaGy);
    any = true;
    tumour(ui, rect, site, dose);
  }
  if (!any) planned(ui, rect, selected);
  outcomeLines(ui, rect);
}

void outcomeLines(const Ui& ui, Rect& rect) {
  rect.cutTop(ui.px(4));
  ImDrawList* const list = ImGui::GetWindowDrawList();
  TextBuffer<192> best, peak;
  addBestOfBoth(ui, best);
  rect.cutTop(
      drawParagraph(list, Face::small, rect.min(), rect.w, ui.colours.text, ui.colours.text, best));
  addPeak(ui, peak);
  if (!peak.empty()) {
    rect.cutTop(drawParagraph(list, Face::small, rect.min(), rect.w, ui.colours.text,
                              ui.colours.text, peak));
  }
  rect.cutTop(ui.px(6));
}

bool addDoses(const Ui& ui, TextSink& out) {
  bool uncertain = false, close = false;
  for (const Site site : kSites) {
    const TumourDose dose = doseOf(ui, site);
    if (dose.totalGy <= 0) continue;
    if (!out.empty()) out.add(" · ");
    TextBuffer<16> total, bed, eqd2;
    total.addNumber(dose.totalGy, 4);
    bed.addFixed(dose.bed10Gy, 1);
    eqd2.addFixed(dose.eqd2At10Gy, 1);
    out.addFilled(tr("totals.line"),
                  {{"site", siteName(site)}, {"dose", total}, {"bed", bed}, {"eqd2", eqd2}});
    uncertain = uncertain || dose.uncertain;
    close = close || dose.tooClose();
  }
  if (uncertain) out.add(" · ").add(tr("totals.lineUncertain"));
  if (close) out.add(" · ").add(tr("totals.lineClose"));
  return close;
}

void addOutcome(const Ui& ui, TextSink& out) {
  addBestOfBoth(ui, out);
  out.add(" · ");
  addPeak(ui, out);
}

void presetNote(const Ui& ui, Rect& rect) {
  const PresetNote& note = ui.app.presetNote;
  if (note.version == 0 || note.version != ui.app.derived.version) return;
  TextBuffer<48> before;
  if (note.doseGy > 0) {
    TextBuffer<16> dose, fractions;
    dose.addNumber(note.doseGy, 3);
    fractions.addInteger(note.fractions);
    before.addFilled(tr("item.radiation"), {{"dose", dose}, {"fractions", fractions}});
  } else {
    before.add(tr("preset.none"));
  }
  TextBuffer<16> was[4], now[4], day;
  const auto& tumours = ui.app.derived.summary.tumours;
  for (std::size_t i = 0; i < 2; ++i) {
    was[i].addFixed(note.bed10Gy[i], 1);
    now[i].addFixed(tumours[i].bed10Gy, 1);
    was[2 + i].addNumber(note.endMm3[i], 2);
    now[2 + i].addNumber(tumours[i].endMm3, 2);
  }
  day.addNumber(ui.app.derived.course.days(), 4);
  TextBuffer<384> text;
  const bool distantDose = note.bed10Gy[1] > 0 || tumours[1].bed10Gy > 0;
  text.addFilled(tr("preset.changed"), {{"before", before},
                                        {"bedWas", was[0]},
                                        {"bedNow", now[0]},
                                        {"day", day},
                                        {"irradiatedWas", was[2]},
                                        {"irradiatedNow", now[2]},
                                        {"distantWas", was[3]},
                                        {"distantNow", now[3]}});
  if (distantDose) {
    text.add(" ").addFilled(tr("preset.changedDistant"), {{"was", was[1]}, {"now", now[1]}});
  }
  const float pad = ui.px(8);
  const float height = drawParagraph(nullptr, Face::small, {}, rect.w - 2 * pad, 0, 0, text);
  const Rect box = rect.cutTop(height + 2 * pad);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(box.min(), box.max(), withAlpha(ui.colours.accent, 0.16f), ui.px(6));
  drawParagraph(&list, Face::small, {box.x + pad, box.y + pad}, box.w - 2 * pad, ui.colours.text,
                ui.colours.accentText, text);
  rect.cutTop(ui.px(8));
}

}  // namespace abscope
