// The lessons to choose from.
#include <algorithm>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/overlay_window.h"
#include "ui/panels.h"
#include "ui/twins.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

// Its title, how long it takes, and what somebody can do afterwards.
void lessonCard(const Ui& ui, Rect& column, int index, const Lesson& lesson) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& c = ui.colours;
  const float pad = ui.px(10), width = column.w - 2 * pad;
  TextBuffer<200> title;
  TextBuffer<16> minutes, number;
  minutes.addInteger(lesson.minutes);
  number.addInteger(index + 1);
  title.addFilled(tr("lesson.card"),
                  {{"number", number}, {"title", lesson.title}, {"minutes", minutes}});
  float height = drawParagraph(nullptr, Face::strong, {}, width, 0, 0, title) + ui.px(2);
  for (const std::string& goal : lesson.goals) {
    height += drawParagraph(nullptr, Face::small, {}, width, 0, 0, goal) + ui.px(2);
  }
  const Rect rect = column.cutTop(height + 2 * pad);
  column.cutTop(ui.px(8));
  const ItemState item = controlItem(ui, ControlId::openLesson, index, rect);
  nameTwin(ui, ControlId::openLesson, index, title,
           lesson.goals.empty() ? std::string_view() : std::string_view(lesson.goals.front()));
  if (item.pressed) ui.out.push_back(OpenLesson{lesson.id});
  list.AddRectFilled(rect.min(), rect.max(), item.hovered ? mix(c.raised, c.text, 0.1f) : c.raised,
                     ui.px(8));
  float y = rect.y + pad;
  y += drawParagraph(&list, Face::strong, {rect.x + pad, y}, width, c.text, c.text, title) +
       ui.px(2);
  for (const std::string& goal : lesson.goals) {
    y += drawParagraph(&list, Face::small, {rect.x + pad, y}, width, c.dim, c.dim, goal) + ui.px(2);
  }
  focusRing(rect, item);
}

}  // namespace

void lessonList(const Ui& ui) {
  if (ui.app.view.overlay != Overlay::lessons) return;
  const OverlayWindow window(ui, "###window.lessons", {ui.px(860), ui.px(690)}, tr("lesson.list"));
  Rect inner = window.inner();
  const Rect about = inner;
  const float used = drawParagraph(ImGui::GetWindowDrawList(), Face::small, about.min(), about.w,
                                   ui.colours.dim, ui.colours.dim, tr("lesson.listAbout"));
  inner.cutTop(used + ui.px(8));
  Rect row = inner.cutTop(ui.rowHeight());
  segmented(ui, ControlId::lessonLevel, row.cutLeft(std::min(row.w, ui.px(420))));
  inner.cutTop(ui.px(10));
  const LessonBook* book = ui.app.lesson.book.get();
  if (!book || book->lessons.empty()) {
    drawText(*ImGui::GetWindowDrawList(), Face::body, {inner.x, inner.y + ui.px(12)},
             ui.colours.text,
             tr(ui.app.lesson.bookFailed ? "lesson.listFailed" : "lesson.listLoading"));
    return;
  }
  ImGui::SetCursorScreenPos(inner.min());
  ImGui::BeginChild("###window.lessonRows", {inner.w + ui.px(10), inner.h}, 0,
                    ImGuiWindowFlags_NavFlattened);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const bool one = inner.w < ui.px(560);
  const float gap = ui.px(12), width = one ? inner.w : (inner.w - gap) / 2;
  Rect left{start.x, start.y, width, 1e5f}, right{start.x + width + gap, start.y, width, 1e5f};
  int index = 0;
  for (const auto& lesson : book->lessons) {
    const bool second = !one && right.y < left.y;
    lessonCard(ui, second ? right : left, index++, *lesson);
  }
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy({inner.w, std::max(left.y, right.y) - start.y});
  ImGui::EndChild();
}

}  // namespace abscope
