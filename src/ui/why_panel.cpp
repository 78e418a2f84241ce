// What changed most now and why; below it, how the course ends.
#include <algorithm>
#include <vector>

#include "app/text_buffer.h"
#include "app/told.h"
#include "app/why_text.h"
#include "library/text.h"
#include "ui/kind_icon.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

// "Irradiated: -94 % at best, partial response"
void outcome(const Ui& ui, Rect& rect, Site site) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const TumourSummary& t = ui.app.derived.summary.tumours[static_cast<int>(site)];
  TextBuffer<16> best, day;
  TextBuffer<160> text;
  if (t.cureDay >= 0) {
    day.addFixed(t.cureDay, 0);
    text.addFilled(tr("outcome.cured"), {{"day", day}});
  } else {
    // "-100 %" would say cured.
    best.addFixed(t.bestChangePercent, t.bestChangePercent < -99 ? 1 : 0);
    day.addFixed(t.smallestDay, 0);
    TextBuffer<32> key;
    key.add("outcome.").addInteger(static_cast<int>(t.response));
    text.addFilled(tr(t.bestChangePercent < -0.5 ? "outcome.best" : "outcome.grew"),
                   {{"response", tr(key.view())}, {"percent", best}, {"day", day}});
  }
  const std::string_view name =
      tr(site == Site::irradiated ? "outcome.irradiated" : "outcome.distant");
  const Rect row = rect.cutTop(ui.px(18));
  const float column = std::max(textWidth(Face::small, tr("outcome.irradiated")),
                                textWidth(Face::small, tr("outcome.distant"))) +
                       ui.px(10);
  drawText(list, Face::small, {row.x, row.middle().y}, ui.colours.dim, name);
  drawFittedText(list, Face::small, {row.x + column, row.middle().y}, row.w - column,
                 ui.colours.text, text);
}

Rect headOf(const Ui& ui, const Rect& rect) {
  Rect inner = rect.inset(ui.px(14));
  inner.y -= ui.px(4);
  return inner.cutTop(ui.px(22));
}

// "MDSC, distant"; the first choice is what changed most.
void addCurveName(const Ui&, int choice, TextSink& out) {
  if (choice == 0) {
    out.add(tr("why.auto"));
    return;
  }
  const auto kind = static_cast<CellKind>((choice - 1) / 2);
  TextBuffer<32> site;
  site.add(tr((choice - 1) % 2 == 0 ? "site.irradiated" : "site.distant"));
  out.addFilled(tr("why.choice"), {{"kind", kindName(kind)}, {"site", site}});
}

}  // namespace

void whyControls(const Ui& ui, const Rect& rect) {
  if (rect.h <= 0) return;
  // Kinds that no tumour counts have no curve to ask about.
  static const std::vector<ChoiceLine> kLines = [] {
    std::vector<ChoiceLine> lines = {{0, {}}};
    lines.reserve(2 * kCellKindCount + 1);
    for (int i = 0; i < 2 * kCellKindCount; ++i) {
      if (tumourStateOf(static_cast<CellKind>(i / 2)) != TumourState::count) {
        lines.push_back({i + 1, {}});
      }
    }
    return lines;
  }();
  Rect head = headOf(ui, rect);
  const float height = ui.narrow ? 38.0f : ui.px(24);
  Rect box = head.cutRight(std::min(head.w * 0.62f, ui.px(210)));
  box = {box.x, box.middle().y - height / 2 + (ui.narrow ? 6.0f : 0.0f), box.w, height};
  combo(ui, ControlId::whyCurve, box, addCurveName, kLines, nullptr);
}

void whyPanel(const Ui& ui, const Rect& rect) {
  if (rect.h <= 0) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawPanel(list, ui, rect);
  Rect inner = rect.inset(ui.px(14));
  inner.y -= ui.px(4), inner.h += ui.px(8);
  list.PushClipRect(rect.min(), rect.max(), true);
  const Rect head = inner.cutTop(ui.px(22));
  inner.cutTop(ui.narrow ? 18.0f : ui.px(5));
  TextBuffer<16> day;
  TextBuffer<64> title;
  day.addFixed(ui.app.view.day, 0);
  title.addFilled(tr("why.title"), {{"day", day}});
  drawText(list, Face::strong, {head.x, head.middle().y}, ui.colours.text, title);
  TextBuffer<512> sentence;
  addExplanation(ui.app.why, sentence);
  Rect foot = ui.narrow ? inner : inner.cutBottom(ui.px(42));
  const float used = drawParagraph(&list, ui.narrow ? Face::body : Face::body, inner.min(), inner.w,
                                   ui.colours.text, ui.colours.accentText, sentence);
  foot.y = ui.narrow ? foot.y + used + 14 : std::max(foot.y, inner.y + used + ui.px(2));
  list.AddLine({foot.x, foot.y + ui.px(1)}, {foot.right(), foot.y + ui.px(1)}, ui.colours.border);
  foot.cutTop(ui.px(6));
  if (!endIsHidden(ui.app)) {
    outcome(ui, foot, Site::irradiated);
    outcome(ui, foot, Site::distant);
  }
  if (ui.narrow) {  // no pointer to hover with
    foot.cutTop(14);
    balanceTables(ui, foot);
  }
  list.PopClipRect();
}

}  // namespace abscope
