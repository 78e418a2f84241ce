// What is not needed all the time: lectures, how the lab looks, and taking pictures and numbers
// away.
#include <algorithm>

#include <imgui_internal.h>

#include "app/control_words.h"
#include "app/sound.h"
#include "app/text_buffer.h"
#include "library/languages.h"
#include "library/text.h"
#include "ui/overlay_window.h"
#include "ui/panels.h"
#include "ui/twins.h"

namespace abscope {
namespace {

void heading(const Ui& ui, Rect& column, std::string_view key) {
  const Rect row = column.cutTop(ui.px(26));
  drawText(*ImGui::GetWindowDrawList(), Face::strong, {row.x, row.middle().y}, ui.colours.text,
           tr(key));
}

// A lecture: its title, how long it takes, and what the class shall take home.
void scriptCard(const Ui& ui, Rect& column, int index, const Script& script) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& c = ui.colours;
  const float pad = ui.px(9), width = column.w - 2 * pad;
  TextBuffer<160> title;
  TextBuffer<16> minutes, beats;
  minutes.addInteger(script.minutes);
  beats.addInteger(static_cast<long long>(script.beats.size()));
  title.addFilled(tr("menu.script"),
                  {{"title", translated(script.title)}, {"minutes", minutes}, {"beats", beats}});
  const float head = drawParagraph(nullptr, Face::strong, {}, width, 0, 0, title);
  const float aim = drawParagraph(nullptr, Face::small, {}, width, 0, 0, translated(script.aim));
  const Rect rect = column.cutTop(head + aim + 2 * pad);
  column.cutTop(ui.px(6));
  const ItemState state = controlItem(ui, ControlId::openScript, index, rect);
  nameTwin(ui, ControlId::openScript, index, title, translated(script.aim));
  if (state.pressed) ui.out.push_back(OpenScript{script.id});
  list.AddRectFilled(rect.min(), rect.max(), state.hovered ? mix(c.raised, c.text, 0.1f) : c.raised,
                     ui.px(8));
  if (ui.app.presenter.script == &script) {
    list.AddRect(rect.min(), rect.max(), c.accent, ui.px(8), 0, ui.px(2));
  }
  drawParagraph(&list, Face::strong, {rect.x + pad, rect.y + pad}, width, c.text, c.text, title);
  drawParagraph(&list, Face::small, {rect.x + pad, rect.y + pad + head}, width, c.dim, c.dim,
                translated(script.aim));
  ImGui::RenderNavHighlight(ImRect(rect.min(), rect.max()), state.id);
}

void lectures(const Ui& ui, Rect& column) {
  heading(ui, column, "menu.lectures");
  int index = 0;
  for (const Script& script : scripts()) scriptCard(ui, column, index++, script);
}

// A phone has no keys.
void shortcut(const Ui& ui, const Rect& rect, ControlId id) {
  if (ui.narrow) return;
  drawText(*ImGui::GetWindowDrawList(), Face::small, {rect.right() - ui.px(10), rect.middle().y},
           ui.colours.dim, controlInfo(id).shortcut, Align::right);
}

// A button across the column, with its key at the right.
bool deed(const Ui& ui, Rect& column, ControlId id, const Command& command) {
  const Rect rect = column.cutTop(ui.rowHeight());
  column.cutTop(ui.px(4));
  ButtonLook look;
  look.text = labelOf(id);
  look.alignLeft = true;
  const bool pressed = button(ui, id, kNoInstance, rect, look);
  if (pressed) ui.out.push_back(command);
  shortcut(ui, rect, id);
  return pressed;
}

void switchRow(const Ui& ui, Rect& column, ControlId id) {
  const Rect rect = column.cutTop(ui.rowHeight());
  toggle(ui, id, rect);
  shortcut(ui, rect, id);
}

void choices(const Ui& ui, Rect& column, ControlId id) {
  const Rect words = column.cutTop(ui.px(22));
  drawText(*ImGui::GetWindowDrawList(), Face::body, {words.x, words.middle().y}, ui.colours.text,
           labelOf(id));
  segmented(ui, id, column.cutTop(ui.rowHeight()));
  column.cutTop(ui.px(6));
}

void hall(const Ui& ui, Rect& column) {
  heading(ui, column, "menu.hall");
  switchRow(ui, column, ControlId::presenter);
  switchRow(ui, column, ControlId::spotlight);
  switchRow(ui, column, ControlId::blackout);
  choices(ui, column, ControlId::room);
  deed(ui, column, ControlId::fullScreen, AskPage{PageDeed::fullScreen});
  deed(ui, column, ControlId::showQr, ShowOverlay{Overlay::qr});
}

void language(const Ui& ui, Rect& column) {
  Rect row = column.cutTop(ui.rowHeight());
  column.cutTop(ui.px(6));
  combo(ui, ControlId::lang, row.cutRight(row.w / 2));
  drawText(*ImGui::GetWindowDrawList(), Face::body, {row.x, row.middle().y}, ui.colours.text,
           labelOf(ControlId::lang));
  if (untranslatedCount() == 0) return;
  TextBuffer<16> count;
  count.addInteger(untranslatedCount());
  TextBuffer<160> text;
  text.addFilled(tr("lang.untranslated"), {{"count", count}});
  column.cutTop(drawParagraph(ImGui::GetWindowDrawList(), Face::small, column.min(), column.w,
                              ui.colours.dim, ui.colours.dim, text) +
                ui.px(6));
}

void look(const Ui& ui, Rect& column) {
  heading(ui, column, "menu.look");
  language(ui, column);
  choices(ui, column, ControlId::theme);
  slider(ui, ControlId::textSize, column.cutTop(sliderHeight(ui)));
  column.cutTop(ui.px(4));
  switchRow(ui, column, ControlId::reducedMotion);
}

// The text of a curve that can be heard.
void soundChoice(const Ui&, int choice, TextSink& out) { addSoundCurve(choice, out); }

void listen(const Ui& ui, Rect& column) {
  heading(ui, column, "menu.listen");
  choices(ui, column, ControlId::narration);
  switchRow(ui, column, ControlId::sound);
  for (const ControlId id : {ControlId::soundLeft, ControlId::soundRight}) {
    Rect row = column.cutTop(ui.rowHeight());
    const float width = ui.px(56);
    drawText(*ImGui::GetWindowDrawList(), Face::body, {row.x, row.middle().y}, ui.colours.text,
             labelOf(id));
    row.cutLeft(width);
    combo(ui, id, row, soundChoice);
    column.cutTop(ui.px(4));
  }
}

void takeAway(const Ui& ui, Rect& column) {
  heading(ui, column, "menu.export");
  if (ui.narrow && !ui.app.view.presenter && deed(ui, column, ControlId::share, Share{})) {
    ui.out.push_back(ShowOverlay{Overlay::none});
  }
  deed(ui, column, ControlId::exportPng, AskPage{PageDeed::savePng});
  deed(ui, column, ControlId::exportSvg, AskPage{PageDeed::saveSvg});
  deed(ui, column, ControlId::exportCsv, AskPage{PageDeed::saveCsv});
}

}  // namespace

void menuButton(const Ui& ui, const Rect& rect) {
  ButtonLook look;
  look.text = " ";
  if (button(ui, ControlId::menu, kNoInstance, rect, look)) {
    ui.out.push_back(ShowOverlay{Overlay::menu});
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 m = rect.middle();
  const float half = ui.px(6);
  for (const float y : {-4.5f, 0.0f, 4.5f}) {
    list.AddLine({m.x - half, m.y + ui.px(y)}, {m.x + half, m.y + ui.px(y)}, ui.colours.text,
                 ui.px(1.7f));
  }
}

void labMenu(const Ui& ui) {
  if (ui.app.view.overlay != Overlay::menu) return;
  const OverlayWindow window(ui, "###window.menu", {ui.px(780), ui.px(690)}, tr("menu.title"));
  const Rect inner = window.inner();
  ImGui::SetCursorScreenPos(inner.min());
  ImGui::BeginChild("###window.menuList", {inner.w + ui.px(10), inner.h}, 0,
                    ImGuiWindowFlags_NavFlattened);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const bool one = inner.w < ui.px(520);
  const float gap = ui.px(20), half = one ? inner.w : (inner.w - gap) / 2;
  Rect left{start.x, start.y, half, 1e5f};
  if (ui.narrow) deed(ui, left, ControlId::lessons, ShowOverlay{Overlay::lessons});
  lectures(ui, left);
  left.cutTop(ui.px(4));
  Rect right = one ? left : Rect{start.x + half + gap, start.y, half, 1e5f};
  hall(ui, right);
  look(ui, right);
  listen(ui, right);
  takeAway(ui, one ? right : left);
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy({inner.w, std::max(left.y, right.y) - start.y});
  ImGui::EndChild();
}

}  // namespace abscope
