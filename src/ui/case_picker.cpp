// The cases, mouse and human, each with its question. Over everything else until one is chosen.
#include <algorithm>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "library/cases.h"
#include "library/text.h"
#include "ui/overlay.h"
#include "ui/panels.h"
#include "ui/twins.h"

namespace abscope {
namespace {

// One case: title and question. Returns the height.
float card(const Ui& ui, const Rect& column, int index, const Case& item) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& c = ui.colours;
  const float pad = ui.px(10);
  const float width = column.w - 2 * pad;
  const float title = drawParagraph(nullptr, Face::strong, {}, width, 0, 0, translated(item.title));
  const float question =
      drawParagraph(nullptr, Face::small, {}, width, 0, 0, translated(item.question));
  const Rect rect{column.x, column.y, column.w, title + question + 2 * pad + ui.px(2)};
  const ItemState state = controlItem(ui, ControlId::openCase, index, rect);
  nameTwin(ui, ControlId::openCase, index, translated(item.title), translated(item.question));
  controlList().kind(ControlId::openCase, TwinKind::button, ui.app.document.caseId == item.id);
  if (state.pressed) ui.out.push_back(OpenCase{item.id, {}});
  const bool open = ui.app.document.caseId == item.id;
  list.AddRectFilled(rect.min(), rect.max(), state.hovered ? mix(c.raised, c.text, 0.1f) : c.raised,
                     ui.px(8));
  if (open) list.AddRect(rect.min(), rect.max(), c.accent, ui.px(8), 0, ui.px(2));
  drawParagraph(&list, Face::strong, {rect.x + pad, rect.y + pad}, width, c.text, c.text,
                translated(item.title));
  drawParagraph(&list, Face::small, {rect.x + pad, rect.y + pad + title + ui.px(2)}, width, c.dim,
                c.dim, translated(item.question));
  ImGui::RenderNavHighlight(ImRect(rect.min(), rect.max()), state.id);
  return rect.h + ui.px(8);
}

float group(const Ui& ui, Rect column, Preset preset) {
  const float top = column.y;
  const Rect head = column.cutTop(ui.px(30));
  drawText(*ImGui::GetWindowDrawList(), Face::strong, {head.x, head.middle().y}, ui.colours.text,
           tr(preset == Preset::mouse ? "cases.mouse" : "cases.human"));
  int index = 0;
  for (const Case& item : cases()) {
    const int own = index++;
    if (item.arms.empty() || item.arms.front().patient.preset != preset) continue;
    column.y += card(ui, column, own, item);
  }
  return column.y - top;
}

}  // namespace

void casePicker(const Ui& ui) {
  if (ui.app.view.overlay != Overlay::cases) return;
  const Rect inner = beginOverlay(ui);
  const Rect start = beginScroll("###window.caseList", ui, inner);
  const float gap = ui.px(16);
  float used = 0;
  if (ui.narrow) {
    used = group(ui, {start.x, start.y, inner.w, 0}, Preset::mouse);
    used += group(ui, {start.x, start.y + used, inner.w, 0}, Preset::human);
  } else {
    const float half = (inner.w - gap) / 2;
    used = std::max(group(ui, {start.x, start.y, half, 0}, Preset::mouse),
                    group(ui, {start.x + half + gap, start.y, half, 0}, Preset::human));
  }
  endScroll(start, used);
  endOverlay(ui);
}

}  // namespace abscope
