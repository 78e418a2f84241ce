// What a lesson asks: choices, a curve to draw, a task; and its end.
#include "ui/lesson_parts.h"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/control_words.h"
#include "app/text_buffer.h"
#include "evidence/lesson_grades.h"
#include "library/text.h"
#include "ui/number_field.h"
#include "ui/twins.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

constexpr std::string_view kRight = "\u2713", kWrong = "\u00d7";

// One choice, as high as its words; the chosen one has a bar at its left.
void choiceRow(LessonColumn& column, ControlId id, int index, const LessonChoice& choice,
               bool chosen, bool told) {
  const Ui& ui = column.ui;
  const Palette& c = ui.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float pad = ui.px(8), mark = ui.px(20);
  const float width = column.rest.w - 2 * pad - mark;
  const float words = drawParagraph(nullptr, Face::body, {}, width, 0, 0, choice.text);
  const float least = ui.narrow ? 40.0f : ui.px(26);
  const Rect rect = column.rest.cutTop(std::max(least, words + 2 * ui.px(5)));
  column.gap(4);
  const ItemState item = controlItem(ui, id, index, rect);
  controlList().kind(id, TwinKind::radio, chosen);
  nameTwin(ui, id, index, choice.text, told && chosen ? choice.feedback : std::string_view());
  const bool reasons = id == ControlId::lessonReason;
  if (item.pressed) {
    ui.out.push_back(LessonDeed{reasons ? LessonAct::reason : LessonAct::choose, index});
  }
  if (!item.visible) return;
  ImU32 ground = item.hovered && !told ? mix(c.raised, c.text, 0.1f) : c.raised;
  if (chosen) ground = mix(c.raised, c.accent, 0.35f);
  list.AddRectFilled(rect.min(), rect.max(), ground, ui.px(6));
  if (chosen) list.AddRect(rect.min(), rect.max(), c.accentText, ui.px(6), 0, ui.px(1.5f));
  const ImVec2 at{rect.x + pad + ui.px(4), rect.middle().y};
  if (told && (choice.right || chosen)) {
    drawText(list, Face::strong, at, choice.right ? c.activating : c.warning,
             choice.right ? kRight : kWrong, Align::middle);
  } else {
    TextBuffer<8> number;
    number.addInteger(index + 1);
    drawText(list, Face::small, at, c.dim, number, Align::middle);
  }
  drawParagraph(&list, Face::body, {rect.x + pad + mark, rect.middle().y - words / 2}, width,
                c.text, c.text, choice.text);
  focusRing(rect, item);
}

// Label, a step down, the track, a step up, and the value to type.
void sketchRow(LessonColumn& column, int point, double day) {
  const Ui& ui = column.ui;
  const auto id = static_cast<ControlId>(static_cast<int>(ControlId::sketch1) + point);
  Rect track = column.rest.cutTop(sliderHeight(ui));
  const Rect words = track.cutTop(ui.px(ui.narrow ? 26.0f : 20.0f));
  const float side = ui.px(ui.narrow ? 38.0f : 22.0f);
  TextBuffer<16> number;
  TextBuffer<48> label;
  number.addNumber(day, 4);
  label.addFilled(tr("lesson.sketchDay"), {{"day", number}});
  stepButton(ui, id, track.cutLeft(side), -1, kPartLess);
  stepButton(ui, id, track.cutRight(side), 1, kPartMore);
  const double value = sliderTrack(ui, id, track);
  nameTwin(ui, id, kNoInstance, label);
  const float width = numberField(ui, id, words, value, kPartValue);
  drawFittedText(*ImGui::GetWindowDrawList(), Face::body, {words.x, words.middle().y},
                 words.w - width - ui.px(8), ui.colours.text, label);
}

// "Day 10: you drew 80 %, the course says 35 %."
void sketchRead(LessonColumn& column, const LessonSketch& sketch, const BeatAnswer& answer) {
  const Ui& ui = column.ui;
  const double from = ui.app.presenter.now()->day;
  for (std::size_t i = 0; i < sketch.points.size(); ++i) {
    TextBuffer<16> day, drawn, is;
    TextBuffer<120> text;
    day.addNumber(sketch.points[i], 4);
    drawn.addNumber(answer.sketch[i], 3);
    is.addNumber(sketchedPercent(ui.app.derived.course, sketch.curve, from, sketch.points[i]), 3);
    text.addFilled(tr("lesson.sketchRead"), {{"day", day}, {"drawn", drawn}, {"is", is}});
    column.words(Face::small, ui.colours.text, text, 2);
  }
  TextBuffer<16> factor;
  TextBuffer<160> text;
  factor.addNumber(answer.sketchFactor, 2);
  const bool right = answer.sketchFactor <= sketch.within;
  text.addFilled(tr(right ? "lesson.sketchRight" : "lesson.sketchWrong"), {{"factor", factor}});
  column.gap(4);
  column.words(Face::strong, right ? ui.colours.activating : ui.colours.warning, text);
}

void conditionRow(LessonColumn& column, const LessonCondition& condition, bool isSo) {
  const Ui& ui = column.ui;
  const float indent = ui.px(20);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 at = column.rest.min();
  const float height =
      drawParagraph(&list, Face::body, {at.x + indent, at.y}, column.rest.w - indent,
                    ui.colours.text, ui.colours.text, condition.text);
  const ImVec2 mark{at.x + ui.px(8), at.y + fontSize(Face::body) * 0.7f};
  if (isSo) {
    drawText(list, Face::strong, mark, ui.colours.activating, kRight, Align::middle);
  } else {
    list.AddCircle(mark, ui.px(4.5f), ui.colours.dim, 0, ui.px(1.4f));
  }
  column.rest.cutTop(height + ui.px(3));
}

void taskControl(LessonColumn& column, std::string_view name) {
  const Ui& ui = column.ui;
  const ControlId id = controlByName(name);
  if (id == ControlId::count) return;
  const ControlKind kind = controlInfo(id).kind;
  if (kind == ControlKind::slider) {
    slider(ui, id, column.rest.cutTop(sliderHeight(ui)));
  } else if (kind == ControlKind::toggle) {
    toggle(ui, id, column.rest.cutTop(ui.rowHeight()));
  } else if (kind == ControlKind::choice) {
    column.words(Face::body, ui.colours.text, labelOf(id), 2);
    combo(ui, id, column.rest.cutTop(ui.rowHeight()));
  }
  column.gap(6);
}

void hints(LessonColumn& column, const LessonStep& step, const BeatAnswer& answer) {
  const Ui& ui = column.ui;
  for (int i = 0; i < answer.hints; ++i) {
    column.words(Face::body, ui.colours.dim, step.hints[static_cast<std::size_t>(i)], 6);
  }
  if (answer.reached) return;
  const bool more = answer.hints < static_cast<int>(step.hints.size());
  const ControlId id = more ? ControlId::lessonHint : ControlId::lessonSolve;
  Rect row = column.rest.cutTop(ui.rowHeight());
  column.gap(8);
  if (button(ui, id, kNoInstance, row.cutLeft(std::min(row.w, buttonWidth(ui, id))))) {
    ui.out.push_back(LessonDeed{more ? LessonAct::hint : LessonAct::solve});
  }
}

}  // namespace

void lessonChoices(LessonColumn& column, bool reasons) {
  const Ui& ui = column.ui;
  const Beat* beat = ui.app.presenter.now();
  if (!beat) return;
  const LessonStep& step = lessonStep(ui.app);
  const BeatAnswer& answer = lessonAnswer(ui.app);
  const LessonPhase phase = lessonPhase(ui.app);
  const ControlId id = reasons ? ControlId::lessonReason : ControlId::lessonChoice;
  const int chosen = reasons ? answer.reason : answer.choice;
  const bool told = reasons ? answer.reasonLocked : phase > LessonPhase::run;
  column.newest = column.rest.y;
  column.words(Face::strong, ui.colours.text, reasons ? step.why : beat->prediction.question, 6);
  int index = 0;
  for (const LessonChoice& choice : reasons ? step.reasons : step.choices) {
    choiceRow(column, id, index, choice, chosen == index, told);
    ++index;
  }
  column.gap(4);
  if (told) {
    column.words(Face::body, ui.colours.text,
                 reasons ? ui.app.lesson.reasonTold : ui.app.lesson.told, 12);
  }
}

void lessonSketch(LessonColumn& column) {
  const Ui& ui = column.ui;
  const LessonSketch& sketch = lessonStep(ui.app).sketch;
  const BeatAnswer& answer = lessonAnswer(ui.app);
  column.newest = column.rest.y;
  column.words(Face::strong, ui.colours.text, sketch.question, 4);
  if (lessonPhase(ui.app) > LessonPhase::run) return sketchRead(column, sketch, answer);
  column.words(Face::small, ui.colours.dim, tr("lesson.sketchHow"), 4);
  for (std::size_t i = 0; i < sketch.points.size(); ++i) {
    sketchRow(column, static_cast<int>(i), sketch.points[i]);
  }
  column.gap(6);
}

void lessonTask(LessonColumn& column) {
  const Ui& ui = column.ui;
  const LessonStep& step = lessonStep(ui.app);
  const BeatAnswer& answer = lessonAnswer(ui.app);
  const LessonRun& run = ui.app.lesson;
  column.newest = column.rest.y;
  column.words(Face::strong, ui.colours.text, step.goal.text, 6);
  for (std::size_t i = 0; i < step.goal.conditions.size(); ++i) {
    const bool isSo = i < run.conditions.size() && run.conditions[i];
    conditionRow(column, step.goal.conditions[i], isSo);
  }
  column.gap(6);
  for (const std::string& name : step.goal.controls) taskControl(column, name);
  hints(column, step, answer);
  if (!answer.reached) return;
  column.newest = column.rest.y;
  column.words(Face::strong, answer.solved ? ui.colours.warning : ui.colours.activating,
               tr(answer.solved ? "lesson.taskShown" : "lesson.taskReached"));
}

void lessonEnd(LessonColumn& column) {
  const Ui& ui = column.ui;
  const LessonRun& run = ui.app.lesson;
  const LessonScore score = lessonScore(run);
  column.words(Face::title, ui.colours.text, tr("lesson.done"));
  TextBuffer<16> points, most;
  TextBuffer<120> text;
  points.addNumber(score.points, 3);
  most.addInteger(score.most);
  text.addFilled(tr("lesson.score"), {{"points", points}, {"most", most}});
  if (score.most > 0) column.words(Face::strong, ui.colours.text, text, 12);
  column.words(Face::strong, ui.colours.text, tr("lesson.goalsDone"), 4);
  for (const std::string& goal : run.lesson->goals) {
    column.words(Face::body, ui.colours.text, goal, 6);
  }
  column.gap(8);
  for (const ControlId id : {ControlId::lessonAgain, ControlId::lessons}) {
    if (button(ui, id, kNoInstance, column.rest.cutTop(ui.rowHeight()))) {
      ui.out.push_back(id == ControlId::lessonAgain ? Command(LessonDeed{LessonAct::again})
                                                    : Command(ShowOverlay{Overlay::lessons}));
    }
    column.gap(6);
  }
}

}  // namespace abscope
