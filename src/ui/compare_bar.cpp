// While a course is pinned: swap, branch and match above the tissue, and the line that says what
// differs. On a phone in a tab, pinned or not.
#include <algorithm>

#include "app/compare_text.h"
#include "app/control_words.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

// Fills rows from the left; what does not fit begins the next.
struct Flow {
  const Ui& ui;
  Rect all, row;
  float height, gap;

  Flow(const Ui& ui_, const Rect& rect)
      : ui(ui_), all(rect), height(ui_.px(ui_.narrow ? 44.0f : 26.0f)), gap(ui_.px(6)) {
    row = all.cutTop(height);
  }
  Rect next(float width) {
    if (row.w < width && row.w < all.w) {
      all.cutTop(ui.px(4));
      row = all.cutTop(height);
    }
    const Rect rect = row.cutLeft(std::min(width, row.w));
    row.cutLeft(gap);
    return rect;
  }
};

void act(Flow& flow, ControlId id, const Command& command, bool primary = false) {
  ButtonLook look;
  look.primary = primary;
  if (button(flow.ui, id, kNoInstance, flow.next(buttonWidth(flow.ui, id)), look)) {
    flow.ui.out.push_back(command);
  }
}

float choicesWidth(const Ui& ui, ControlId id) {
  float width = 0;
  for (int i = 0; i < choiceCount(ui.app, id); ++i) {
    width += textWidth(Face::small, choiceText(id, i)) + ui.px(18);
  }
  return width;
}

float toggleWidth(const Ui& ui, ControlId id) {
  return textWidth(Face::body, labelOf(id)) + ui.px(26);
}

float widestKind(const Ui& ui) {
  float width = 0;
  for (int i = 0; i < choiceCount(ui.app, ControlId::compareKind); ++i) {
    width = std::max(width, textWidth(Face::body, choiceText(ControlId::compareKind, i)));
  }
  return width + ui.px(40);
}

void addLine(const Ui& ui, TextSink& out) {
  const Derived& derived = ui.app.derived;
  if (!derived.pinned) return;
  addComparison(ui.app.document, derived.course, derived.pinned->course, ui.app.comparison, out);
}

}  // namespace

void compareBar(const Ui& ui, const Layout& layout) {
  Rect rect = layout.compare;
  if (ui.narrow) {
    rect = {rect.x + 8, rect.y + 6, rect.w - 16, rect.h - 12};
    if (ui.app.view.stage == Stage::sweep) rect.cutTop(kNarrowSweepControls);
  }
  Flow flow(ui, rect);
  const bool pinned = ui.app.document.pinned.has_value();
  act(flow, ControlId::pin, Pin{}, !pinned);
  if (pinned) {
    act(flow, ControlId::unpin, Unpin{});
    act(flow, ControlId::swapPinned, SwapPinned{});
  }
  act(flow, ControlId::branch, Branch{});
  if (pinned) {
    act(flow, ControlId::matchBed, MatchBed{});
    segmented(ui, ControlId::bedRatio, flow.next(choicesWidth(ui, ControlId::bedRatio)));
    combo(ui, ControlId::compareKind, flow.next(widestKind(ui)));
  }
  toggle(ui, ControlId::ghosts, flow.next(toggleWidth(ui, ControlId::ghosts)));
  if (!ui.narrow && pinned && ui.app.view.stage == Stage::tissue) {
    const float width = tissueToolsWidth(ui);
    if (flow.row.w < width) flow.next(flow.all.w);  // the next row
    tissueTools(ui, flow.row.cutRight(width));
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (!ui.narrow) return;
  flow.all.cutTop(10);
  TextBuffer<640> text;
  addLine(ui, text);
  drawParagraph(&list, Face::body, flow.all.min(), flow.all.w,
                pinned ? ui.colours.text : ui.colours.dim, ui.colours.accentText,
                pinned ? text.view() : tr("compare.hint"));
}

void compareLine(const Ui& ui, const Layout& layout) {
  const Rect& rect = layout.compareLine;
  if (rect.h <= 0) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  TextBuffer<640> text;
  addLine(ui, text);
  list.PushClipRect(rect.min(), rect.max(), true);
  const ImVec2 at{rect.x + ui.px(4), rect.y + ui.px(3)};
  const float width = rect.w - ui.px(8);
  // Where two lines do not hold it, smaller.
  const float needs = drawParagraph(nullptr, Face::body, at, width, 0, 0, text);
  drawParagraph(&list, needs > rect.h ? Face::small : Face::body, at, width, ui.colours.text,
                ui.colours.accentText, text);
  list.PopClipRect();
}

}  // namespace abscope
