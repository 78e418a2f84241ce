// Name, case, and what concerns the whole lab.
#include <algorithm>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

void iconButton(const Ui& ui, ControlId id, Rect& row, Icon icon, const Command& command) {
  const Rect rect = row.cutLeft(row.h);
  row.cutLeft(ui.px(6));
  ButtonLook look;
  look.icon = icon;
  if (button(ui, id, kNoInstance, rect, look)) ui.out.push_back(command);
}

void wordButton(const Ui& ui, ControlId id, Rect& row, const Command& command, bool primary) {
  const Rect rect = row.cutLeft(buttonWidth(ui, id));
  row.cutLeft(ui.px(6));
  ButtonLook look;
  look.primary = primary;
  if (button(ui, id, kNoInstance, rect, look)) ui.out.push_back(command);
}

// One button for all themes: it says which comes next.
void themeButton(const Ui& ui, Rect& row) {
  const int next = static_cast<int>(nextTheme(ui.app.view.theme));
  const std::string_view text = choiceText(ControlId::theme, next);
  const Rect rect = row.cutLeft(textWidth(Face::body, text) + ui.px(24));
  row.cutLeft(ui.px(6));
  ButtonLook look;
  look.text = text;
  if (button(ui, ControlId::theme, kNoInstance, rect, look)) {
    ui.out.push_back(SetControl{ControlId::theme, static_cast<double>(next)});
  }
}

float actionsWidth(const Ui& ui, float height) {
  const float common = buttonWidth(ui, ControlId::cases) + buttonWidth(ui, ControlId::evidence) +
                       3 * height + ui.px(5 * 6);
  if (ui.narrow) return common;
  const int next = static_cast<int>(nextTheme(ui.app.view.theme));
  return common + buttonWidth(ui, ControlId::share) + buttonWidth(ui, ControlId::lessons) +
         textWidth(Face::body, choiceText(ControlId::theme, next)) + ui.px(24 + 3 * 6);
}

void actions(const Ui& ui, Rect row) {
  wordButton(ui, ControlId::cases, row, ShowOverlay{Overlay::cases}, true);
  wordButton(ui, ControlId::evidence, row, ShowOverlay{Overlay::evidence}, false);
  if (!ui.narrow) {  // on a phone lessons are in the menu
    wordButton(ui, ControlId::lessons, row, ShowOverlay{Overlay::lessons}, false);
  }
  iconButton(ui, ControlId::undo, row, Icon::undo, Undo{});
  iconButton(ui, ControlId::redo, row, Icon::redo, Redo{});
  if (!ui.narrow) {  // on a phone both are in the menu
    themeButton(ui, row);
    wordButton(ui, ControlId::share, row, Share{}, false);
  }
  menuButton(ui, row.cutLeft(row.h));
}

void addArmName(const Ui& ui, int choice, TextSink& out) {
  const Case* item = ui.app.derived.openCase;
  if (item) out.add(translated(item->arms[static_cast<std::size_t>(choice)].title));
}

bool changed(const Document& document, const Case& item) {
  const Scenario* arm = findArm(item, document.armId);
  return arm && !(same(arm->plan, document.scenario.plan) &&
                  same(arm->patient, document.scenario.patient));
}

// Wide enough for its words, with room for a hand.
float stageWidth(const Ui& ui) {
  float width = 0;
  for (int i = 0; i < choiceCount(ui.app, ControlId::stage); ++i) {
    width += textWidth(Face::small, choiceText(ControlId::stage, i)) + ui.px(24);
  }
  return width;
}

// The name of the study leads to what it published.
void studyTitle(const Ui& ui, const Rect& row, std::string_view text) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Face face = ui.narrow ? Face::small : Face::strong;
  const float mark = ui.px(22);
  const float width = std::min(row.w, textWidth(face, text) + mark);
  const float more = ui.narrow ? 5.0f : 0.0f;  // a finger's width
  const Rect rect{row.x, row.y - more, width, row.h + 2 * more};
  const ItemState item = controlItem(ui, ControlId::study, kNoInstance, rect);
  if (item.pressed) ui.out.push_back(ShowOverlay{Overlay::study});
  const ImU32 colour = item.hovered ? ui.colours.accentText : ui.colours.text;
  drawFittedText(list, face, {row.x, row.middle().y}, width - mark, colour, text);
  // An "i" in a ring.
  const ImVec2 m{rect.right() - ui.px(9), row.middle().y};
  list.AddCircle(m, ui.px(7), ui.colours.accentText, 0, ui.px(1.4f));
  list.AddLine({m.x, m.y - ui.px(0.5f)}, {m.x, m.y + ui.px(3.6f)}, ui.colours.accentText,
               ui.px(1.6f));
  list.AddCircleFilled({m.x, m.y - ui.px(3)}, ui.px(1.2f), ui.colours.accentText);
  ImGui::RenderNavHighlight(ImRect(rect.min(), rect.max()), item.id);
}

// The case, and its arms to choose from.
void title(const Ui& ui, Rect row) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Document& document = ui.app.document;
  const Case* item = ui.app.derived.openCase;
  TextBuffer<256> text;
  text.add(!item ? tr("title.ownPlan") : translated(item->title));
  if (item && changed(document, *item)) text.add(" · ").add(tr("title.changed"));
  if (!item) {
    return drawFittedText(list, Face::strong, {row.x, row.middle().y}, row.w, ui.colours.text,
                          text);
  }
  float widest = 0;
  for (const Scenario& arm : item->arms) {
    widest = std::max(widest, textWidth(Face::body, translated(arm.title)));
  }
  const float room = std::max(row.w * 0.4f, row.w - textWidth(Face::strong, text) - ui.px(12));
  const float width = std::min(widest + ui.px(44), room);
  const Rect arms = row.cutRight(width);
  row.cutRight(ui.px(10));
  studyTitle(ui, row, text);
  combo(ui, ControlId::arm, arms, addArmName);
}

}  // namespace

void topBar(const Ui& ui, const Layout& layout) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect& bar = layout.topBar;
  list.AddRectFilled(bar.min(), bar.max(), ui.colours.panel);
  list.AddLine({bar.x, bar.bottom() - 0.5f}, {bar.right(), bar.bottom() - 0.5f}, ui.colours.border);
  const std::string_view name = tr("app.name");
  if (ui.narrow) {
    Rect rows = bar;
    Rect first = rows.cutTop(50);
    first = {first.x + 10, first.y + 5, first.w - 20, 40};
    const float width = actionsWidth(ui, first.h);
    const Rect right{first.right() - width + ui.px(6), first.y, width, first.h};
    if (right.x - first.x > textWidth(Face::title, name) + 8) {
      drawText(list, Face::title, {first.x, first.middle().y}, ui.colours.text, name);
    }
    actions(ui, right.x < first.x ? Rect{first.x, first.y, width, first.h} : right);
    return title(ui, {rows.x + 12, rows.y, rows.w - 20, rows.h - 4});
  }
  Rect row{bar.x + ui.px(14), bar.y + ui.px(8), bar.w - ui.px(28), bar.h - ui.px(16)};
  drawText(list, Face::title, {row.x, row.middle().y}, ui.colours.text, name);
  row.cutLeft(textWidth(Face::title, name) + ui.px(16));
  actions(ui, row.cutRight(actionsWidth(ui, row.h) - ui.px(6)));
  row.cutRight(ui.px(12));
  segmented(ui, ControlId::stage, row.cutLeft(stageWidth(ui)));
  row.cutLeft(ui.px(14));
  title(ui, row);
}

void disclaimer(const Ui& ui, const Rect& rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string_view text = tr("app.disclaimer");
  if (ui.narrow) list.AddRectFilled(rect.min(), rect.max(), ui.colours.panel);
  drawText(list, Face::small, rect.middle(), ui.colours.dim, text, Align::middle);
}

}  // namespace abscope
