#include "ui/timeline_boxes.h"

#include <algorithm>

#include "app/text_buffer.h"
#include "app/told.h"
#include "library/text.h"
#include "ui/item_names.h"

namespace abscope {
namespace {

// Boxes that never came stand at the end of their row, the last of them on the right.
using RowEnds = std::array<float, kMostDrugRows + 3>;

Rect rowOf(const PlotFrame& frame, int row) {
  const float lane = frame.laneHeight();
  if (row < frame.lanes) {
    return {frame.curves.x, frame.schedule.y + lane * static_cast<float>(row), frame.curves.w,
            lane};
  }
  return {
      frame.curves.x,
      frame.schedule.y + frame.radiationRow + frame.drugRow * static_cast<float>(row - frame.lanes),
      frame.curves.w, frame.drugRow};
}

void place(const Ui& ui, const PlotFrame& frame, int row, const Start& start, RowEnds& ends,
           TimelineBox& box) {
  const Rect line = rowOf(frame, row);
  box.waited = start.anchor != Anchor::day;
  if (box.days.first < 0) {
    TextBuffer<96> words;
    addWaitingWords(ui, start, words);
    float& end = ends[static_cast<std::size_t>(row)];
    const float width = std::min(line.w * 0.6f, textWidth(Face::small, words) + ui.px(16));
    box.rect = {end - width, line.y, width, line.h};
    end -= width + ui.px(4);
    return;
  }
  const float least = ui.px(ui.narrow ? 26.0f : 15.0f), edge = ui.px(6);
  const float a = frame.x(box.days.first) - edge, b = frame.x(box.days.last) + edge;
  const float middle = (a + b) / 2, half = std::max(b - a, least) / 2;
  const float left = std::max(middle - half, frame.curves.x - edge);
  const float right = std::min(std::max(middle + half, left + least), frame.curves.right() + edge);
  box.rect = {std::min(left, right - least), line.y, std::max(right - left, least), line.h};
}

}  // namespace

void gatherBoxes(const Ui& ui, const PlotFrame& frame, TimelineBoxes& out) {
  const Plan& plan = ui.app.document.scenario.plan;
  RowEnds ends;
  ends.fill(frame.curves.right());
  out.count = 0;
  const auto add = [&](ItemKind kind, std::size_t item, int row, const Start& start) {
    if (out.count == kMaxItems) return;
    TimelineBox& box = out.boxes[static_cast<std::size_t>(out.count)];
    const std::size_t before = kind == ItemKind::radiation ? 0 : plan.radiation.size();
    box = {};
    box.kind = kind;
    box.item = static_cast<int>(item);
    box.index = static_cast<int>(before + item);
    box.days = toldDays(ui.app, kind, box.item);
    place(ui, frame, row, start, ends, box);
    ++out.count;
  };
  for (std::size_t i = 0; i < plan.radiation.size() && i < kMaxItems; ++i) {
    add(ItemKind::radiation, i, frame.laneOf[i], plan.radiation[i].start);
  }
  for (std::size_t i = 0; i < plan.drugs.size(); ++i) {
    const auto* const last = frame.drugs + frame.drugCount;
    const auto* const row = std::find(frame.drugs, last, static_cast<int>(plan.drugs[i].drug));
    if (row == last) continue;  // more drugs than rows: in the panel only
    add(ItemKind::drug, i, frame.lanes + static_cast<int>(row - frame.drugs), plan.drugs[i].start);
  }
}

const Start& startOf(const Plan& plan, const TimelineBox& box) {
  const auto i = static_cast<std::size_t>(box.item);
  return box.kind == ItemKind::radiation ? plan.radiation[i].start : plan.drugs[i].start;
}

const TimelineBox* boxAt(const TimelineBoxes& boxes, ImVec2 point) {
  const TimelineBox* found = nullptr;
  for (const TimelineBox& box : boxes) {
    if (box.rect.contains(point) && (!found || box.rect.w < found->rect.w)) found = &box;
  }
  return found;
}

const TimelineBox* pickedBox(const Ui& ui, const TimelineBoxes& boxes) {
  for (const TimelineBox& box : boxes) {
    if (box.index + 1 == ui.app.view.timelineItem) return &box;
  }
  return nullptr;
}

void addWaitingWords(const Ui& ui, const Start& start, TextSink& out) {
  switch (start.anchor) {
    case Anchor::progression:
      out.add(tr("timeline.waits.progression"));
      break;
    case Anchor::response:
      out.add(tr("timeline.waits.response"));
      break;
    case Anchor::nadir:
      out.add(tr("timeline.waits.nadir"));
      break;
    case Anchor::afterItem: {
      TextBuffer<64> name;
      addItemName(ui, itemIndex(ui.app.document.scenario.plan, start.item), name);
      out.addFilled(tr("timeline.waits.item"), {{"item", name}});
      break;
    }
    default: {
      TextBuffer<16> day;
      day.addNumber(start.days, 4);
      out.addFilled(tr("timeline.afterEnd"), {{"day", day}});
      break;
    }
  }
}

}  // namespace abscope
