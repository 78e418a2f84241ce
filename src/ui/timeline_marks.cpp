#include "ui/timeline_marks.h"

#include <algorithm>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "ui/timeline_edit.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

void dashedLine(ImDrawList& list, ImVec2 a, ImVec2 b, ImU32 colour, float dash, float width) {
  const ImVec2 d{b.x - a.x, b.y - a.y};
  const float length = ImSqrt(d.x * d.x + d.y * d.y);
  for (float at = 0; at < length; at += 2 * dash) {
    const float s = at / length, e = std::min(1.0f, (at + dash) / length);
    list.AddLine({a.x + d.x * s, a.y + d.y * s}, {a.x + d.x * e, a.y + d.y * e}, colour, width);
  }
}

void dashedRect(const Ui& ui, const Rect& r, ImU32 colour) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float dash = ui.px(3), width = ui.px(1);
  dashedLine(list, r.min(), {r.right(), r.y}, colour, dash, width);
  dashedLine(list, {r.right(), r.y}, r.max(), colour, dash, width);
  dashedLine(list, r.max(), {r.x, r.bottom()}, colour, dash, width);
  dashedLine(list, {r.x, r.bottom()}, r.min(), colour, dash, width);
}

// It never came: what it waits for, at the end of its row.
void waiting(const Ui& ui, const TimelineBox& box, const Rect& outline) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(outline.min(), outline.max(), withAlpha(ui.colours.panel, 0.85f), ui.px(4));
  TextBuffer<96> words;
  addWaitingWords(ui, startOf(ui.app.document.scenario.plan, box), words);
  drawFittedText(list, Face::small, {outline.x + ui.px(7), outline.middle().y},
                 outline.w - ui.px(12), ui.colours.dim, words);
  dashedRect(ui, outline, ui.colours.dim);
}

// From the day of the event, or of the last dose of what it follows, to the first of this one.
void event(const Ui& ui, const PlotFrame& frame, const TimelineBox& box, const Rect& outline) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Start& start = startOf(ui.app.document.scenario.plan, box);
  const float x = frame.x(std::max(0.0, box.days.first - start.days));
  const float y = box.rect.middle().y;
  const ImU32 colour = ui.colours.text;
  if (x < outline.x - ui.px(2))
    dashedLine(list, {x, y}, {outline.x, y}, colour, ui.px(3), ui.px(1));
  if (start.anchor != Anchor::afterItem) {
    const float d = ui.px(3.5f);
    list.AddQuadFilled({x - d, y}, {x, y - d}, {x + d, y}, {x, y + d}, colour);
  }
  dashedRect(ui, outline, colour);
}

}  // namespace

void timelineMarks(const Ui& ui, const PlotFrame& frame) {
  TimelineBoxes boxes;
  gatherBoxes(ui, frame, boxes);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool free = ui.app.view.overlay == Overlay::none && ImGui::IsWindowHovered();
  const TimelineBox* const under =
      free && !timelineHeld(frame) ? boxAt(boxes, ImGui::GetIO().MousePos) : nullptr;
  for (const TimelineBox& box : boxes) {
    const Rect outline{box.rect.x, box.rect.y + ui.px(1), box.rect.w, box.rect.h - ui.px(2)};
    if (box.days.first < 0) {
      waiting(ui, box, outline);
    } else if (box.waited) {
      event(ui, frame, box, outline);
    }
    const bool picked = box.index + 1 == ui.app.view.timelineItem;
    if (picked || &box == under) {
      list.AddRectFilled(outline.min(), outline.max(),
                         withAlpha(ui.colours.accentText, picked ? 0.18f : 0.1f), ui.px(4));
      list.AddRect(outline.min(), outline.max(),
                   withAlpha(ui.colours.accentText, picked ? 1.0f : 0.6f), ui.px(4), 0,
                   ui.px(picked ? 1.6f : 1.0f));
    }
  }
}

}  // namespace abscope
