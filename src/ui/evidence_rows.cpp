#include "ui/evidence_rows.h"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/twins.h"

namespace abscope {
namespace {

std::string_view directionKey(Direction direction) {
  constexpr std::string_view kKeys[] = {"evidence.direction.unstated", "evidence.direction.higher",
                                        "evidence.direction.lower", "evidence.direction.similar"};
  return kKeys[static_cast<std::size_t>(direction)];
}

void addAllowed(const PublishedTarget& target, TextSink& out) {
  TextBuffer<16> low, high;
  if (target.low) low.addNumber(*target.low);
  if (target.high) high.addNumber(*target.high);
  const bool bothEnds = target.low && target.high && *target.low != 0;  // ratios are not negative
  if (bothEnds) {
    out.addFilled(tr("evidence.between"), {{"low", low}, {"high", high}});
  } else if (!target.high) {
    out.addFilled(tr("evidence.atLeast"), {{"low", low}});
  } else {
    out.addFilled(tr("evidence.atMost"), {{"high", high}});
  }
}

void addMetIn(std::ptrdiff_t met, std::size_t sets, TextSink& out) {
  if (sets == 0) return;
  TextBuffer<8> count, all;
  count.addInteger(static_cast<long long>(met));
  all.addInteger(static_cast<long long>(sets));
  out.add(" · ").addFilled(tr("evidence.metIn"), {{"count", count}, {"all", all}});
}

// What counts as this direction, on the axis of the contrast (see pointsTo).
void allow(ValueStrip& strip, Direction direction, bool points) {
  switch (direction) {
    case Direction::higher:
      strip.allowedLow = points ? 5 : 1.05;
      break;
    case Direction::lower:
      strip.allowedHigh = points ? -5 : 1 / 1.05;
      break;
    case Direction::similar:
      strip.allowedLow = points ? -10 : 0.75;
      strip.allowedHigh = points ? 10 : 1 / 0.75;
      break;
    default:
      break;
  }
}

// "Dewan 2009 · "
void addStudy(const Case* item, TextSink& out) {
  if (item == nullptr) return;
  const std::string_view authors = item->study.authors;
  out.add(authors.substr(0, authors.find(' '))).add(" ").addInteger(item->study.year).add(" · ");
}

void addAnswer(const CohortReadout& readout, const CohortAnswer& answer, TextSink& out) {
  if (readout.median) {
    if (!std::isfinite(answer.value)) {
      out.add(tr("evidence.notReached"));
      return;
    }
    TextBuffer<16> day;
    day.addNumber(answer.value);
    out.addFilled(tr("item.day"), {{"day", day}});
    return;
  }
  out.addNumber(answer.value, 3).add("\u00a0%");
}

}  // namespace

void fill(EvidenceRow& row, const TargetRow& target, std::size_t sets) {
  const TargetResult& result = target.result;
  row.verdict = !result.met          ? Verdict::unmet
                : result.exaggerated ? Verdict::exaggerated
                : result.margin < 1  ? Verdict::thin
                                     : Verdict::met;
  row.mark = target.target->id;
  row.title = translated(target.target->readout);
  row.detail.add(target.target->source);
  for (const std::string& arm : target.target->arms) row.detail.add(" · ").add(translated(arm));
  row.ours.addNumber(result.value);
  addAllowed(*target.target, row.wanted);
  addMetIn(target.metIn, sets, row.wanted);
  row.strip.value = result.value;
  if (std::isfinite(result.low)) row.strip.allowedLow = result.low;
  if (std::isfinite(result.high)) row.strip.allowedHigh = result.high;
  if (result.farSide) row.strip.farSide = *result.farSide;
  if (sets > 0) {
    row.strip.spreadLow = target.lowest;
    row.strip.spreadHigh = target.highest;
  }
  row.strip.log = !(std::isfinite(result.low) && std::isfinite(result.high));
  row.opens = target.readout != nullptr;
}

void fill(EvidenceRow& row, const Case* item, const ReadoutResult& result) {
  const Readout& readout = *result.readout;
  const bool points = isChange(readout.quantity);
  row.verdict = readout.direction == Direction::unstated ? Verdict::none
                : pointsAsPublished(result)              ? Verdict::met
                                                         : Verdict::unmet;
  row.title = translated(readout.name);
  TextBuffer<16> day;
  day.addNumber(readout.day, 4);
  addStudy(item, row.detail);
  row.detail.addFilled(tr("item.day"), {{"day", day}}).add(" · ").add(translated(readout.expected));
  if (!readout.proxy.empty()) {
    row.detail.add(" · ").addFilled(tr("evidence.proxy"), {{"what", translated(readout.proxy)}});
  }
  if (readout.against.empty()) {
    row.ours.addNumber(result.value)
        .add("\u00a0")
        .add(translated(quantityInfo(readout.quantity).unit));
    row.strip.value = result.value;
  } else {
    TextBuffer<16> number;
    number.addNumber(result.contrast);
    row.ours.addFilled(tr(points ? "evidence.points" : "evidence.ratio"), {{"value", number}});
    row.strip.value = result.contrast;
    row.strip.log = !points;
    allow(row.strip, readout.direction, points);
  }
  row.wanted.add(tr(directionKey(readout.direction)));
}

void fill(EvidenceRow& row, const Case* item, const CohortResult& result) {
  const CohortReadout& readout = *result.readout;
  row.verdict = result.met ? Verdict::met : Verdict::unmet;
  row.title = translated(readout.name);
  TextBuffer<16> n;
  n.addInteger(readout.n);
  addStudy(item, row.detail);
  row.detail.addFilled(tr("evidence.ofMany"), {{"n", n}})
      .add(" · ")
      .add(translated(readout.expected));
  if (!readout.proxy.empty()) {
    row.detail.add(" · ").addFilled(tr("evidence.proxy"), {{"what", translated(readout.proxy)}});
  }
  addAnswer(readout, result.arm, row.ours);
  if (result.against.of > 0) {
    TextBuffer<32> other;
    addAnswer(readout, result.against, other);
    row.wanted.addFilled(tr("evidence.otherArm"), {{"value", other}});
  }
  if (readout.published) {
    TextBuffer<16> number;
    number.addNumber(*readout.published);
    if (!row.wanted.empty()) row.wanted.add(" · ");
    row.wanted.addFilled(tr(readout.median ? "evidence.publishedDays" : "evidence.publishedShare"),
                         {{"value", number}});
    row.strip.published = *readout.published;
  }
  row.strip.value = result.arm.value;
  row.strip.spreadLow = result.arm.low;
  row.strip.spreadHigh = result.arm.high;
  if (result.against.of > 0) row.strip.other = result.against.value;
  row.strip.low = 0;
  row.strip.high = readout.median ? readout.day : 100;
}

void fill(EvidenceRow& row, const AblationRow& ablation, std::size_t sets) {
  const Ablation& words = ablation.mechanism->ablation;
  const bool points = isChange(ablation.experiment.quantity);
  row.verdict = ablation.met ? Verdict::met : Verdict::unmet;
  row.mark = ablation.mechanism->id;
  row.title = translated(ablation.mechanism->title);
  row.detail.add(words.study)
      .add(" · ")
      .add(translated(words.readout))
      .add(" · ")
      .add(translated(words.arms));
  const double change = changePercent(ablation);
  row.ours.add(change > 0 ? "+" : "").addNumber(change).add("\u00a0");
  row.ours.add(points ? tr("evidence.pointsUnit") : "%");
  row.wanted.add(
      tr(ablation.experiment.sign > 0 ? "evidence.expected.higher" : "evidence.expected.lower"));
  addMetIn(ablation.mattersIn(), sets, row.wanted);
  row.strip.log = !points;
  row.strip.value = points ? change : ablation.result.off / ablation.result.on;
  allow(row.strip, ablation.experiment.sign > 0 ? Direction::higher : Direction::lower, points);
}

ImU32 verdictColour(const Ui& ui, Verdict verdict) {
  const Palette& c = ui.colours;
  if (verdict == Verdict::unmet) return c.suppressing;
  if (verdict == Verdict::none) return c.dim;
  return verdict == Verdict::exaggerated ? c.warning : c.activating;
}

void drawVerdict(const Ui& ui, ImVec2 m, Verdict verdict) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 colour = verdictColour(ui, verdict);
  const float r = ui.px(7), line = ui.px(1.8f);
  if (verdict == Verdict::unmet) {
    list.AddRectFilled({m.x - r, m.y - r}, {m.x + r, m.y + r}, colour, ui.px(3));
    const float d = r * 0.45f;
    list.AddLine({m.x - d, m.y - d}, {m.x + d, m.y + d}, ui.colours.panel, line);
    list.AddLine({m.x - d, m.y + d}, {m.x + d, m.y - d}, ui.colours.panel, line);
    return;
  }
  if (verdict == Verdict::exaggerated) {
    list.AddTriangleFilled({m.x - r, m.y + r * 0.75f}, {m.x, m.y - r}, {m.x + r, m.y + r * 0.75f},
                           colour);
    return;
  }
  if (verdict == Verdict::none) {
    list.AddCircle(m, r - line / 2, colour, 0, line);
    return;
  }
  const bool full = verdict == Verdict::met;
  if (full) {
    list.AddCircleFilled(m, r, colour);
  } else {
    list.AddCircle(m, r - line / 2, colour, 0, line);
  }
  const ImVec2 tick[3] = {
      {m.x - r * 0.45f, m.y}, {m.x - r * 0.1f, m.y + r * 0.38f}, {m.x + r * 0.5f, m.y - r * 0.38f}};
  list.AddPolyline(tick, 3, full ? ui.colours.panel : colour, 0, line);
}

float rowHeight(const Ui& ui) { return ui.px(ui.narrow ? 66.0f : 46.0f); }

ItemState drawEvidenceRow(const Ui& ui, const Rect& rect, const EvidenceRow& row, int instance) {
  ItemState item;
  if (row.opens) {
    item = controlItem(ui, ControlId::openEvidence, instance, rect);
    TextBuffer<700> words;
    words.add(row.mark).add(" ").add(row.title).add(". ").add(row.detail).add(". ");
    words.add(row.ours).add(", ").add(row.wanted);
    nameTwin(ui, ControlId::openEvidence, instance, words);
  } else {
    item.visible = ImGui::IsRectVisible(rect.min(), rect.max());
  }
  if (!item.visible || !ImGui::IsRectVisible(rect.min(), rect.max())) return item;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& c = ui.colours;
  if (item.hovered) list.AddRectFilled(rect.min(), rect.max(), withAlpha(c.raised, 0.8f), ui.px(6));
  Rect inner = rect;
  Rect sign = inner.cutLeft(ui.px(30));
  drawVerdict(ui, {sign.middle().x, rect.y + ui.px(23)}, row.verdict);
  inner.cutRight(ui.px(8));
  Rect numbers, strip;
  if (ui.narrow) {
    Rect below = inner.cutBottom(ui.px(24));
    inner.cutTop(ui.px(3));
    numbers = below.cutRight(below.w * 0.5f);
    below.cutRight(ui.px(8));
    strip = below;
  } else {
    numbers = inner.cutRight(ui.px(196));
    strip = inner.cutRight(ui.px(186));
    inner.cutRight(ui.px(16));
  }
  const float upper = inner.y + (ui.narrow ? ui.px(11) : inner.h * 0.31f);
  const float lower = inner.y + (ui.narrow ? ui.px(28) : inner.h * 0.71f);
  float left = inner.x;
  if (!row.mark.empty()) {
    drawText(list, Face::strong, {left, upper}, c.accentText, row.mark);
    left += textWidth(Face::strong, row.mark) + ui.px(7);
  }
  drawFittedText(list, Face::body, {left, upper}, inner.right() - left, c.text, row.title);
  drawFittedText(list, Face::small, {inner.x, lower}, inner.w, c.dim, row.detail);
  drawValueStrip(ui, strip, row.strip, verdictColour(ui, row.verdict));
  if (ui.narrow) {
    drawFittedText(list, Face::strong, {numbers.x, numbers.middle().y}, numbers.w, c.text,
                   row.ours);
    const float used = textWidth(Face::strong, row.ours) + ui.px(8);
    drawFittedText(list, Face::small, {numbers.x + used, numbers.middle().y}, numbers.w - used,
                   c.dim, row.wanted);
  } else {
    const float x = numbers.x + ui.px(14);
    drawFittedText(list, Face::strong, {x, upper}, numbers.right() - x, c.text, row.ours);
    drawFittedText(list, Face::small, {x, lower}, numbers.right() - x, c.dim, row.wanted);
  }
  list.AddLine({rect.x, rect.bottom() - 0.5f}, {rect.right(), rect.bottom() - 0.5f}, c.grid);
  ImGui::RenderNavHighlight(ImRect(rect.min(), rect.max()), item.id);
  return item;
}

void drawSectionHead(const Ui& ui, const Rect& rect, std::string_view title,
                     std::string_view count) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float y = rect.bottom() - ui.px(14);
  drawText(list, Face::title, {rect.x, y}, ui.colours.text, title);
  if (count.empty()) return;
  const float left = rect.x + textWidth(Face::title, title) + ui.px(12);
  drawFittedText(list, Face::small, {left, y + ui.px(1)}, rect.right() - left, ui.colours.dim,
                 count);
}

}  // namespace abscope
