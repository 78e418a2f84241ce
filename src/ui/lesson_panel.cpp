// A lesson at the side: what is told, asked and explained, with the way on at its foot.
#include <algorithm>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/lesson_parts.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

// The lesson's name, how far it has come, and a cross.
void head(const Ui& ui, Rect row) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const LessonRun& run = ui.app.lesson;
  ButtonLook look;
  look.icon = Icon::close;
  look.plain = true;
  if (button(ui, ControlId::closeLesson, kNoInstance, row.cutRight(row.h), look)) {
    ui.out.push_back(LessonDeed{LessonAct::close});
  }
  drawFittedText(list, Face::strong, {row.x, row.middle().y - ui.px(3)}, row.w - ui.px(6),
                 ui.colours.text, run.lesson->title);
  const float y = row.bottom() - ui.px(2), half = ui.px(1.5f);
  const float all = static_cast<float>(run.answers.size());
  const float done = run.finished ? all : static_cast<float>(ui.app.presenter.beat);
  list.AddRectFilled({row.x, y - half}, {row.right(), y + half}, ui.colours.raised, half);
  list.AddRectFilled({row.x, y - half}, {row.x + row.w * done / all, y + half}, ui.colours.accent,
                     half);
}

std::string_view nextWords(const AppState& app) {
  if (app.lesson.finished) return tr("lesson.next.finished");
  switch (lessonPhase(app)) {
    case LessonPhase::ask:
      return tr("lesson.next.ask");
    case LessonPhase::run:
      return tr(app.view.playing ? "lesson.next.skip" : "lesson.next.run");
    case LessonPhase::goal:
      return tr("lesson.next.goal");
    case LessonPhase::reason:
      return tr("lesson.next.reason");
    case LessonPhase::write:
      return tr("lesson.next.write");
    default:
      return tr("lesson.next.told");
  }
}

void foot(const Ui& ui, Rect row) {
  ButtonLook look;
  look.icon = Icon::stepBack;
  if (button(ui, ControlId::lessonBack, kNoInstance, row.cutLeft(row.h * 1.3f), look)) {
    ui.out.push_back(LessonDeed{LessonAct::back});
  }
  row.cutLeft(ui.px(6));
  look = {};
  look.primary = lessonGoesOn(ui.app);
  look.text = nextWords(ui.app);
  if (button(ui, ControlId::lessonNext, kNoInstance, row, look)) {
    ui.out.push_back(LessonDeed{LessonAct::next});
  }
}

// Its explanation, with what it rests on.
void explained(LessonColumn& column) {
  const Ui& ui = column.ui;
  const LessonRun& run = ui.app.lesson;
  if (run.outcome.empty() && run.wrote.empty()) return;
  column.newest = column.rest.y;
  if (!run.wrote.empty()) {
    column.words(Face::small, ui.colours.dim, tr("lesson.wrote"), 2);
    column.words(Face::body, ui.colours.text, run.wrote);
  }
  column.words(Face::body, ui.colours.text, run.outcome);
  column.words(Face::small, ui.colours.dim, ui.app.presenter.sources);
}

void beatParts(LessonColumn& column) {
  const Ui& ui = column.ui;
  const Beat& beat = *ui.app.presenter.now();
  const LessonStep& step = lessonStep(ui.app);
  const LessonPhase phase = lessonPhase(ui.app);
  column.words(Face::title, ui.colours.text, beat.title, 6);
  column.words(Face::body, ui.colours.text, ui.app.lesson.caption);
  if (!step.choices.empty()) lessonChoices(column, false);
  if (!step.sketch.points.empty()) lessonSketch(column);
  if (!step.goal.text.empty()) lessonTask(column);
  if (!step.reasons.empty() && phase >= LessonPhase::reason) lessonChoices(column, true);
  if (!step.write.empty() && phase >= LessonPhase::write) {
    column.newest = column.rest.y;
    column.words(Face::strong, ui.colours.text, step.write);
  }
  explained(column);
}

// What came last is brought into sight, once.
void followNewest(const Ui& ui, const LessonColumn& column, float top) {
  const LessonRun& run = ui.app.lesson;
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  const int now =
      run.finished ? -1 : 16 * ui.app.presenter.beat + static_cast<int>(lessonPhase(ui.app));
  constexpr ImGuiID kKey = 1;
  const int before = kept.GetInt(kKey, -2);
  if (before == now) return;
  kept.SetInt(kKey, now);
  const bool sameBeat = before >= 0 && now >= 0 && before / 16 == now / 16;
  ImGui::SetScrollY(sameBeat && column.newest > 0 ? column.newest - top - ui.px(24) : 0);
}

}  // namespace

void LessonColumn::words(Face face, ImU32 colour, std::string_view text, float after) {
  if (text.empty()) return;
  const float height = drawParagraph(ImGui::GetWindowDrawList(), face, rest.min(), rest.w, colour,
                                     face == Face::small ? colour : ui.colours.accentText, text);
  rest.cutTop(height + ui.px(after));
}

void lessonPanel(const Ui& ui, const Rect& rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawPanel(list, ui, rect);
  Rect inner = rect.inset(ui.px(ui.narrow ? 10.0f : 14.0f));
  head(ui, inner.cutTop(ui.px(ui.narrow ? 38.0f : 30.0f)));
  inner.cutTop(ui.px(6));
  const Rect way = inner.cutBottom(ui.px(ui.narrow ? 44.0f : 34.0f));
  inner.cutBottom(ui.px(8));
  const float bar = ui.px(11);
  ImGui::SetCursorScreenPos(inner.min());
  ImGui::BeginChild("###window.lesson", {inner.w + bar, inner.h}, 0,
                    ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_NoBackground);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  LessonColumn column{ui, {start.x, start.y, inner.w, 1e5f}};
  if (ui.app.lesson.finished) {
    lessonEnd(column);
  } else {
    beatParts(column);
  }
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy({inner.w, column.rest.y - start.y + ui.px(10)});
  followNewest(ui, column, start.y);
  ImGui::EndChild();
  foot(ui, way);
}

}  // namespace abscope
