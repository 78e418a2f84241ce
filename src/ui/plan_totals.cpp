#include "ui/plan_totals.h"

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

// Three columns, right-aligned, after a name.
struct Columns {
  Rect name;
  Rect cells[3];
};
Columns columns(const Ui& ui, Rect row) {
  Columns out;
  out.name = row.cutLeft(row.w - ui.px(3 * 64));
  for (Rect& cell : out.cells) cell = row.cutLeft(ui.px(64));
  return out;
}

void cell(const Ui& ui, const Rect& rect, std::string_view text, bool heading) {
  drawText(*ImGui::GetWindowDrawList(), heading ? Face::small : Face::strong,
           {rect.right(), rect.middle().y}, heading ? ui.colours.dim : ui.colours.text, text,
           Align::right);
}

void headings(const Ui& ui, Rect& rect, double ownRatio) {
  const Columns c = columns(ui, rect.cutTop(ui.px(17)));
  TextBuffer<16> ratio;
  ratio.addNumber(ownRatio, 2);
  TextBuffer<48> own;
  own.addFilled(tr("totals.own"), {{"ratio", ratio}});
  drawText(*ImGui::GetWindowDrawList(), Face::small, {c.name.x, c.name.middle().y}, ui.colours.dim,
           tr("totals.unit"));
  cell(ui, c.cells[0], tr("totals.ten"), true);
  cell(ui, c.cells[1], tr("totals.three"), true);
  cell(ui, c.cells[2], own, true);
}

void values(const Ui& ui, Rect& rect, std::string_view name, double ten, double three, double own) {
  const Columns c = columns(ui, rect.cutTop(ui.px(18)));
  drawText(*ImGui::GetWindowDrawList(), Face::body, {c.name.x + ui.px(10), c.name.middle().y},
           ui.colours.text, name);
  const double numbers[3] = {ten, three, own};
  for (int i = 0; i < 3; ++i) {
    TextBuffer<16> text;
    text.addFixed(numbers[i], 1);
    cell(ui, c.cells[i], text, false);
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

void tumour(const Ui& ui, Rect& rect, Site site, const TumourDose& dose) {
  TextBuffer<16> total;
  total.addFixed(dose.totalGy, 1);
  TextBuffer<96> text;
  text.addFilled(tr("totals.tumour"), {{"site", siteName(site)}, {"dose", total}});
  const Rect row = rect.cutTop(ui.px(18));
  drawText(*ImGui::GetWindowDrawList(), Face::strong, {row.x, row.middle().y}, ui.colours.text,
           text);
  values(ui, rect, tr("totals.bed"), dose.bed10Gy, dose.bed3Gy, dose.bedOwnGy);
  values(ui, rect, tr("totals.eqd2"), dose.eqd2At10Gy, dose.eqd2At3Gy, dose.eqd2OwnGy);
  if (dose.uncertain) warning(ui, rect, tr("regimen.uncertain"));
  if (dose.tooClose()) tooClose(ui, rect, dose, site);
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
  out.addFilled(tr("totals.peak"), {{"value", value}, {"day", day}, {"site", siteName(peak.site)}});
}

}  // namespace

void planTotals(const Ui& ui, Rect& rect) {
  bool any = false;
  for (const Site site : kSites) {
    const TumourDose dose = doseOf(ui, site);
    if (dose.totalGy <= 0) continue;
    if (!any) headings(ui, rect, dose.ownAlphaBetaGy);
    any = true;
    tumour(ui, rect, site, dose);
  }
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

void totalsLine(const Ui& ui, const Rect& rect) {
  TextBuffer<384> text;
  bool uncertain = false, close = false;
  for (const Site site : kSites) {
    const TumourDose dose = doseOf(ui, site);
    if (dose.totalGy <= 0) continue;
    TextBuffer<16> total, bed, eqd2;
    total.addNumber(dose.totalGy, 4);
    bed.addFixed(dose.bed10Gy, 1);
    eqd2.addFixed(dose.eqd2At10Gy, 1);
    text.addFilled(tr("totals.line"),
                   {{"site", siteName(site)}, {"dose", total}, {"bed", bed}, {"eqd2", eqd2}});
    text.add(" · ");
    uncertain = uncertain || dose.uncertain;
    close = close || dose.tooClose();
  }
  if (uncertain) text.add(tr("totals.lineUncertain")).add(" · ");
  if (close) text.add(tr("totals.lineClose")).add(" · ");
  addBestOfBoth(ui, text);
  drawFittedText(*ImGui::GetWindowDrawList(), Face::small, {rect.x, rect.middle().y}, rect.w,
                 close ? ui.colours.warning : ui.colours.dim, text);
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
