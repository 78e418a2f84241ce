// The lecture hall: a bar to step by, the caption, and what the pictures leave to controls.
#include <algorithm>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

bool iconButton(const Ui& ui, ControlId id, const Rect& rect, Icon icon, bool primary = false) {
  ButtonLook look;
  look.icon = icon;
  look.primary = primary;
  return button(ui, id, kNoInstance, rect, look);
}

void playButton(const Ui& ui, const Rect& rect) {
  const bool playing = ui.app.view.playing;
  if (iconButton(ui, ControlId::play, rect, playing ? Icon::pause : Icon::play)) {
    ui.out.push_back(playing ? Command(Pause{}) : Command(Play{}));
  }
}

// Back, "3 / 8", on.
void steps(const Ui& ui, Rect& row, float gap) {
  const Presenter& lecture = ui.app.presenter;
  if (iconButton(ui, ControlId::previousBeat, row.cutLeft(row.h), Icon::stepBack)) {
    ui.out.push_back(StepBeat{-1});
  }
  TextBuffer<24> count;
  count.addInteger(lecture.beat + 1).add("\u00a0/\u00a0");
  count.addInteger(static_cast<long long>(lecture.script->beats.size()));
  const Rect words = row.cutLeft(textWidth(Face::body, count) + 2 * gap);
  drawText(*ImGui::GetWindowDrawList(), Face::body, words.middle(), ui.colours.dim, count,
           Align::middle);
  if (iconButton(ui, ControlId::nextBeat, row.cutLeft(row.h), Icon::stepForward, true)) {
    ui.out.push_back(StepBeat{1});
  }
  row.cutLeft(gap);
}

std::string_view titleOf(const Ui& ui) {
  const Beat* beat = ui.app.presenter.now();
  const Case* item = ui.app.derived.openCase;
  return beat ? translated(beat->title) : item ? translated(item->title) : tr("title.ownPlan");
}

void bar(const Ui& ui, const Rect& rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(rect.min(), rect.max(), ui.colours.panel);
  list.AddLine({rect.x, rect.bottom() - 0.5f}, {rect.right(), rect.bottom() - 0.5f},
               ui.colours.border);
  const float edge = ui.px(ui.narrow ? 6.0f : 4.0f), gap = ui.px(6);
  Rect row{rect.x + edge, rect.y + edge, rect.w - 2 * edge, rect.h - 2 * edge};
  const Beat* beat = ui.app.presenter.now();
  if (beat) steps(ui, row, gap);
  if (iconButton(ui, ControlId::presenter, row.cutRight(row.h), Icon::close)) {
    ui.out.push_back(SetControl{ControlId::presenter, 0});
  }
  row.cutRight(gap);
  menuButton(ui, row.cutRight(row.h));
  row.cutRight(gap);
  playButton(ui, row.cutRight(row.h));
  row.cutRight(gap);
  TextBuffer<16> number;
  TextBuffer<32> day;
  number.addFixed(ui.app.view.day, 1);
  day.addFilled(tr("transport.day"), {{"day", number}});
  const Rect clock = row.cutRight(textWidth(Face::strong, tr("transport.widest")) + gap);
  drawText(list, Face::strong, {clock.right() - gap, clock.middle().y}, ui.colours.text, day,
           Align::right);
  if (ui.narrow && beat) return;  // a phone's bar has no room: it stands above the caption
  drawFittedText(list, ui.narrow ? Face::strong : Face::title, {row.x + gap, row.middle().y},
                 row.w - 2 * gap, ui.colours.text, titleOf(ui));
}

// What the lecturer has to be told now: that nobody has voted yet.
std::string_view hint(const AppState& app) {
  return futureHidden(app) && app.presenter.skipAsked ? tr("lecture.voteFirst")
                                                      : std::string_view();
}

void caption(const Ui& ui, const Rect& rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawPanel(list, ui, rect);
  Rect inner = rect.inset(ui.px(8));
  inner.x += ui.px(4), inner.w -= ui.px(8);
  const Rect foot = inner.cutBottom(ui.px(14));
  const float y = foot.middle().y + ui.px(1);
  const std::string_view disclaimer = tr("app.disclaimer");
  const float disclaimerWidth = textWidth(Face::small, disclaimer);
  const bool room = foot.w > 1.6f * disclaimerWidth;
  drawText(list, Face::small, {foot.right(), y}, ui.colours.dim, disclaimer, Align::right);
  const Beat* beat = ui.app.presenter.now();
  if (!beat) return;
  const bool told = beatIsDone(ui.app) && !beat->outcome.empty();
  list.PushClipRect(rect.min(), rect.max(), true);
  if (ui.narrow) {
    inner.cutTop(drawParagraph(&list, Face::strong, inner.min(), inner.w, ui.colours.text,
                               ui.colours.text, titleOf(ui)) +
                 ui.px(4));
  }
  drawParagraph(&list, Face::body, inner.min(), inner.w, ui.colours.text, ui.colours.text,
                translated(told ? beat->outcome : beat->caption));
  list.PopClipRect();
  if (!room) return;
  const float width = foot.w - disclaimerWidth - ui.px(14);
  if (const std::string_view words = hint(ui.app); !words.empty()) {
    return drawFittedText(list, Face::small, {foot.x, y}, width, ui.colours.warning, words);
  }
  drawFittedText(list, Face::small, {foot.x, y}, width, ui.colours.dim, ui.app.presenter.sources);
}

}  // namespace

void lectureControls(const Ui& ui, const Layout& layout) {
  bar(ui, layout.topBar);
  if (layout.plot.h > 0) {
    drawPanel(*ImGui::GetWindowDrawList(), ui, layout.plot);
    plotControls(ui, plotRect(layout));
  }
  if (ui.app.view.stage == Stage::map && layout.stage.h > 0) mapControls(ui, mapRect(layout));
  if (layout.vote.h > 0) voteCard(ui, layout.vote);
  caption(ui, layout.caption);
}

}  // namespace abscope
