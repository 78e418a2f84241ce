// One control over its range, and what becomes of both tumours; the review's claims on the axis.
#include <algorithm>
#include <array>
#include <cmath>

#include "app/control_words.h"
#include "app/text_buffer.h"
#include "app/ticks.h"
#include "app/told.h"
#include "library/text.h"
#include "ui/number_field.h"
#include "ui/panels.h"
#include "ui/plot_curves.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

// Where the plot is and how its axes run.
struct SweepFrame {
  Rect plot;  // the space of the curves
  double low = 0, high = 1;
  Axis axis;

  float x(double value) const {
    return plot.x + plot.w * static_cast<float>((value - low) / (high - low));
  }
  double value(float px) const {
    return low + (high - low) * static_cast<double>((px - plot.x) / plot.w);
  }
  float y(double value) const {
    return plot.bottom() - plot.h * static_cast<float>(axis.fraction(value));
  }
};

SweepOutcome outcomeOf(const Ui& ui) { return ui.app.view.sweepOutcome; }

// Volumes in per cent of the untreated course; the rest as they are.
double shown(const Ui& ui, const SweepPoint& point, Site site) {
  const double value = static_cast<double>(point.outcome(outcomeOf(ui), site));
  return outcomeOf(ui) == SweepOutcome::volume ? 100 * value : value;
}

SweepFrame frameFor(const Ui& ui, const Layout& layout) {
  SweepFrame frame;
  Rect rect = sweepRect(layout);
  if (!ui.narrow) rect.cutTop(ui.px(40));
  rect.cutTop(ui.px(22));
  rect.cutLeft(ui.px(ui.narrow ? 44.0f : 58.0f));
  rect.cutRight(ui.px(18));
  rect.cutBottom(ui.px(40));
  frame.plot = rect;
  const Sweep& sweep = ui.app.sweep;
  frame.low = 0;
  frame.high = std::max(1e-3, sweep.high());
  double most = 0, least = 1e30;
  for (const SweepPoint& point : sweep.points()) {
    if (!point.solved) continue;
    for (const Site site : {Site::irradiated, Site::distant}) {
      const double value = shown(ui, point, site);
      most = std::max(most, value);
      if (value > 0) least = std::min(least, value);
    }
  }
  if (most <= 0) most = 1;
  constexpr int kMostDecades = 4;
  frame.axis = ui.app.view.plotScale == Scale::log
                   ? logAxis(most, std::min(least, most), kMostDecades)
                   : linearAxis(most * 1.05, 5);
  return frame;
}

void addValue(const Ui& ui, double value, TextSink& out) {
  addControlValue(ui, controlOf(ui.app.sweep.control()), value, out);
}

void addOutcomeValue(const Ui& ui, double value, TextSink& out) {
  constexpr double kLeast = 0.001;  // below it digits mean nothing
  if (value > 0 && value < kLeast) out.add("<\u00a0");
  out.addNumber(value > 0 ? std::max(kLeast, value) : 0, 2);
  if (outcomeOf(ui) == SweepOutcome::volume) out.add("\u00a0%");
}

void axes(const Ui& ui, const SweepFrame& frame) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect& r = frame.plot;
  TextBuffer<96> text;
  const auto row = [&](double value, int decimals) {
    const float y = frame.y(value);
    list.AddLine({r.x, y}, {r.right(), y}, ui.colours.grid);
    text.clear();
    if (decimals >= 0) {
      text.addFixed(value, decimals);
    } else {
      text.addNumber(value, 3);
    }
    drawText(list, Face::small, {r.x - ui.px(7), y}, ui.colours.dim, text, Align::right);
  };
  if (frame.axis.log) {
    for (double value = frame.axis.low; value <= frame.axis.high * 1.001; value *= 10)
      row(value, -1);
  } else {
    const Ticks& ticks = frame.axis.ticks;
    for (double value = 0; value <= frame.axis.high * 1.001; value += ticks.step) {
      row(value, ticks.decimals);
    }
  }
  const Ticks across = ticksFor(frame.high, ui.narrow ? 5 : 12);
  for (double value = 0; value <= frame.high * 1.0001; value += across.step) {
    const float x = frame.x(value);
    list.AddLine({x, r.bottom()}, {x, r.bottom() + ui.px(4)}, ui.colours.axis);
    text.clear();
    text.addFixed(value, across.decimals);
    drawText(list, Face::small, {x, r.bottom() + ui.px(12)}, ui.colours.dim, text, Align::middle);
  }
  list.AddLine({r.x, r.bottom()}, {r.right(), r.bottom()}, ui.colours.axis);
}

void axisNames(const Ui& ui, const SweepFrame& frame) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect& r = frame.plot;
  const Sweep& sweep = ui.app.sweep;
  constexpr std::array<std::string_view, kSweepOutcomes> kAxes = {
      "sweep.axis.volume", "sweep.axis.cd8", "sweep.axis.interferon", "sweep.axis.trex1"};
  TextBuffer<16> day;
  TextBuffer<96> text;
  day.addNumber(sweep.day(), 4);
  text.addFilled(tr(kAxes[static_cast<std::size_t>(outcomeOf(ui))]), {{"day", day}});
  drawText(list, Face::small, {r.x - ui.px(ui.narrow ? 36.0f : 44.0f), r.y - ui.px(12)},
           ui.colours.dim, text);
  TextBuffer<24> key;
  key.add("sweep.x.").addInteger(static_cast<int>(sweep.control()));
  std::string_view drug;
  const auto& drugs = ui.app.document.scenario.plan.drugs;
  if (sweep.control() == SweepControl::drugStart &&
      static_cast<std::size_t>(sweep.item()) < drugs.size()) {
    drug = translated(drugInfo(drugs[static_cast<std::size_t>(sweep.item())].drug).name);
  }
  text.clear();
  text.addFilled(tr(key.view()), {{"drug", drug}});
  drawText(list, Face::small, {r.middle().x, r.bottom() + ui.px(29)}, ui.colours.text, text,
           Align::middle);
  if (!sweep.pending()) return;
  TextBuffer<16> solved, all;
  solved.addInteger(static_cast<long long>(sweep.solvedCount()));
  all.addInteger(static_cast<long long>(sweep.points().size()));
  text.clear();
  text.addFilled(tr("sweep.solving"), {{"solved", solved}, {"all", all}});
  drawText(list, Face::small, {r.right(), r.bottom() + ui.px(29)}, ui.colours.dim, text,
           Align::right);
}

// "lugade-2008" as "Lugade 2008".
void addStudyName(std::string_view id, TextSink& out) {
  TextBuffer<48> name;
  for (const char c : id) {
    const char upper[] = {name.empty() && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c};
    name.add(c == '-' ? std::string_view(" ") : std::string_view(upper, 1));
  }
  out.add(name);
}

// "interferon above 7 Gy, debated · H01: Lugade 2008, Fuertes 2011"
void addClaim(const SweepClaim& claim, TextSink& out) {
  TextBuffer<80> references;
  for (const std::string_view id : claim.references) {
    if (id.empty()) continue;
    if (!references.empty()) references.add(", ");
    addStudyName(id, references);
  }
  out.addFilled(tr("sweep.claim"),
                {{"claim", tr(claim.key)},
                 {"settled", tr(claim.debated ? "sweep.debated" : "sweep.settled")},
                 {"mechanism", claim.mechanism},
                 {"references", references}});
}

// Claims of a dose per fraction: thresholds as lines, the window of TREX1 as a band.
void claimMarks(const Ui& ui, const SweepFrame& frame) {
  if (ui.app.sweep.control() != SweepControl::dose) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect& r = frame.plot;
  for (const SweepClaim& claim : sweepClaims()) {
    const float left = frame.x(claim.low), right = frame.x(claim.high);
    if (left > r.right()) continue;
    if (claim.high > claim.low) {
      list.AddRectFilled({left, r.y}, {std::min(right, r.right()), r.bottom()},
                         withAlpha(ui.colours.suppressing, 0.1f));
      list.AddLine({right, r.y}, {right, r.bottom()}, withAlpha(ui.colours.suppressing, 0.5f));
    }
    for (float y = r.y; y < r.bottom(); y += ui.px(8)) {
      list.AddLine({left, y}, {left, std::min(r.bottom(), y + ui.px(4))},
                   withAlpha(ui.colours.dim, 0.8f));
    }
  }
}

// Their words, over the curves: a row each, from its mark on.
void claimWords(const Ui& ui, const SweepFrame& frame) {
  if (ui.app.sweep.control() != SweepControl::dose) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect& r = frame.plot;
  float y = r.y + ui.px(9);
  for (const SweepClaim& claim : sweepClaims()) {
    const float mark = frame.x(claim.low);
    if (mark > r.right()) continue;
    TextBuffer<200> text;
    if (ui.narrow) {
      text.add(tr(claim.key));
    } else {
      addClaim(claim, text);
    }
    const float width = textWidth(Face::small, text);
    const float left = std::max(r.x, std::min(mark + ui.px(6), r.right() - width));
    list.AddRectFilled({left - ui.px(3), y - ui.px(8)}, {left + width + ui.px(3), y + ui.px(8)},
                       withAlpha(ui.colours.panel, 0.8f), ui.px(3));
    drawText(list, Face::small, {left, y}, ui.colours.dim, text);
    y += ui.px(17);
  }
}

void curve(const Ui& ui, const SweepFrame& frame, Site site) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto lane = static_cast<std::size_t>(site);
  std::array<ImVec2, Sweep::kPoints + 1> points;
  int count = 0;
  for (const SweepPoint& point : ui.app.sweep.points()) {
    if (!point.solved || count > Sweep::kPoints) continue;
    points[static_cast<std::size_t>(count++)] = {frame.x(point.value),
                                                 frame.y(shown(ui, point, site))};
  }
  if (count < 2) return;
  // Solid and dashed as in the plot over time.
  if (site == Site::distant) {
    dashedLine(list, points.data(), count, ui.colours.volume[lane], ui.px(2.2f), ui.px(5));
  } else {
    list.AddPolyline(points.data(), count, ui.colours.volume[lane], 0, ui.px(2.2f));
  }
  const ImVec2 end = points[static_cast<std::size_t>(count - 1)];
  const std::string_view name =
      tr(site == Site::irradiated ? "compare.site.irradiated" : "compare.site.distant");
  // Away from the other curve, unless the edge is in the way.
  const SweepPoint& last = ui.app.sweep.points().back();
  const bool upper = shown(ui, last, site) >
                     shown(ui, last, site == Site::distant ? Site::irradiated : Site::distant);
  float y = end.y + (upper ? -1.0f : 1.0f) * ui.px(12);
  if (y < frame.plot.y + ui.px(7)) y = end.y + ui.px(12);
  if (y > frame.plot.bottom() - ui.px(7)) y = end.y - ui.px(12);
  drawText(list, Face::small, {end.x - ui.px(4), y}, ui.colours.volume[lane], name, Align::right);
}

const SweepPoint* nearest(const Sweep& sweep, double value) {
  const SweepPoint* best = nullptr;
  for (const SweepPoint& point : sweep.points()) {
    if (!point.solved) continue;
    if (!best || std::fabs(point.value - value) < std::fabs(best->value - value)) best = &point;
  }
  return best;
}

// A line with the values of both curves at its side.
void readout(const Ui& ui, const SweepFrame& frame, double value, std::string_view key,
             ImU32 colour, float y) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const SweepPoint* point = nearest(ui.app.sweep, value);
  if (!point) return;
  const Rect& r = frame.plot;
  const float x = frame.x(value);
  if (x < r.x - 1 || x > r.right() + 1) return;
  list.AddLine({x, r.y}, {x, r.bottom()}, colour, ui.px(1.5f));
  for (const Site site : {Site::irradiated, Site::distant}) {
    const ImVec2 at{x, frame.y(shown(ui, *point, site))};
    list.AddCircleFilled(at, ui.px(4), ui.colours.volume[static_cast<std::size_t>(site)]);
    list.AddCircle(at, ui.px(4), ui.colours.panel);
  }
  TextBuffer<32> words, irradiated, distant;
  addValue(ui, value, words);
  addOutcomeValue(ui, shown(ui, *point, Site::irradiated), irradiated);
  addOutcomeValue(ui, shown(ui, *point, Site::distant), distant);
  TextBuffer<128> text;
  text.addFilled(tr(key), {{"value", words}, {"irradiated", irradiated}, {"distant", distant}});
  const float half = textWidth(Face::strong, text) / 2 + ui.px(5);
  const float middle = std::clamp(x, r.x + half, std::max(r.x + half, r.right() - half));
  list.AddRectFilled({middle - half, y - ui.px(9)}, {middle + half, y + ui.px(9)},
                     withAlpha(ui.colours.panel, 0.9f), ui.px(4));
  drawText(list, Face::strong, {middle, y}, ui.colours.text, text, Align::middle);
}

void pick(const Ui& ui, const SweepFrame& frame) {
  const Sweep& sweep = ui.app.sweep;
  const Rect touch{frame.plot.x - ui.px(6), frame.plot.y, frame.plot.w + ui.px(12),
                   frame.plot.h + ui.px(20)};
  const ItemState item = controlItem(ui, ControlId::sweepPick, kNoInstance, touch);
  if (!item.visible || sweep.empty()) return;
  const ControlId id = controlOf(sweep.control());
  const ControlInfo& info = controlInfo(id);
  const double now = controlValue(ui.app, id, sweep.item());
  const auto set = [&](double value) {
    const double to = std::clamp(value, std::max(info.low, sweep.low()), sweep.high());
    if (to != now) ui.out.push_back(SetControl{id, to, sweep.item()});
  };
  if (item.held && ImGui::IsMouseDown(0))
    set(snapped(info, frame.value(ImGui::GetIO().MousePos.x)));
  if (const double steps = keySteps(ui, item.id); steps != 0) set(now + steps * info.step);
  if (ImGui::IsItemDeactivated()) ui.out.push_back(EndGesture{});
  focusRing(touch, item);
}

}  // namespace

void sweepControls(const Ui& ui, const Layout& layout) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawPanel(list, ui, sweepRect(layout));
  if (ui.narrow) {
    if (layout.compare.h > 0) {
      Rect rect{layout.compare.x + 8, layout.compare.y + 6, layout.compare.w - 16,
                kNarrowSweepControls};
      combo(ui, ControlId::sweepControl, rect.cutTop(40));
      rect.cutTop(4);
      segmented(ui, ControlId::sweepOutcome, rect.cutTop(40));
      slider(ui, ControlId::sweepDay, rect);
    }
  } else {
    Rect row = sweepRect(layout).inset(ui.px(8));
    row.h = ui.px(26);
    combo(ui, ControlId::sweepControl, row.cutLeft(ui.px(210)));
    row.cutLeft(ui.px(8));
    segmented(ui, ControlId::sweepOutcome, row.cutLeft(ui.px(330)));
    row.cutLeft(ui.px(14));
    if (ui.app.view.sweepOutcome == SweepOutcome::volume) {
      const std::string_view label = labelOf(ControlId::sweepDay);
      drawText(list, Face::small, {row.x, row.middle().y}, ui.colours.text, label);
      row.cutLeft(textWidth(Face::small, label) + ui.px(6));
      Rect field = row.cutLeft(ui.px(58));
      field = {field.x, field.y + ui.px(2), field.w, field.h - ui.px(4)};
      row.cutLeft(ui.px(8));
      const double day =
          sliderTrack(ui, ControlId::sweepDay, row.cutLeft(std::min(row.w, ui.px(160))));
      numberField(ui, ControlId::sweepDay, field, day, kPartValue);
    }
  }
  if (!ui.app.sweep.empty()) pick(ui, frameFor(ui, layout));
}

void sweepView(const Ui& ui, const Layout& layout) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (endIsHidden(ui.app)) {  // it is all future
    drawPanel(list, ui, sweepRect(layout));
    const Rect rect = sweepRect(layout).inset(ui.px(16));
    drawParagraph(&list, Face::body, rect.min(), rect.w, ui.colours.dim, ui.colours.accentText,
                  tr("sweep.hidden"));
    return;
  }
  const SweepFrame frame = frameFor(ui, layout);
  if (ui.app.sweep.empty()) {
    const bool drug = ui.app.view.sweepControl == SweepControl::drugStart;
    drawParagraph(&list, Face::body, frame.plot.min(), frame.plot.w, ui.colours.dim,
                  ui.colours.accentText,
                  tr(drug ? "sweep.nothing.drug" : "sweep.nothing.radiation"));
    return;
  }
  axes(ui, frame);
  axisNames(ui, frame);
  list.PushClipRect({frame.plot.x - 1, frame.plot.y - 1},
                    {frame.plot.right() + ui.px(5), frame.plot.bottom() + 1}, true);
  claimMarks(ui, frame);
  curve(ui, frame, Site::irradiated);
  curve(ui, frame, Site::distant);
  claimWords(ui, frame);
  list.PopClipRect();
  const Sweep& sweep = ui.app.sweep;
  const double now = controlValue(ui.app, controlOf(sweep.control()), sweep.item());
  readout(ui, frame, now, "sweep.now", ui.colours.text, frame.plot.bottom() - ui.px(12));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool free = ui.app.view.overlay == Overlay::none && ImGui::IsWindowHovered();
  if (free && frame.plot.contains(mouse) && !ImGui::IsMouseDown(0)) {
    readout(ui, frame, frame.value(mouse.x), "sweep.readout", withAlpha(ui.colours.text, 0.5f),
            frame.plot.bottom() - ui.px(32));
  }
}

}  // namespace abscope
