#pragma once
// Where the items of the plan lie on the timeline: what a pointer can take.
#include <array>

#include "app/items.h"
#include "ui/plot_frame.h"

namespace abscope {

class TextSink;

struct TimelineBox {
  ItemKind kind = ItemKind::radiation;
  int item = 0;   // index in plan.radiation or plan.drugs
  int index = 0;  // over all items, radiation first
  Rect rect;
  Days days;            // -1: it never came in this course
  bool waited = false;  // it starts on an event or after another item
};

struct TimelineBoxes {
  std::array<TimelineBox, kMaxItems> boxes;
  int count = 0;

  const TimelineBox* begin() const { return boxes.data(); }
  const TimelineBox* end() const { return boxes.data() + count; }
};

void gatherBoxes(const Ui& ui, const PlotFrame& frame, TimelineBoxes& out);

const Start& startOf(const Plan& plan, const TimelineBox& box);

// The smallest box under a point; null: none.
const TimelineBox* boxAt(const TimelineBoxes& boxes, ImVec2 point);

// The box that is picked; null: none.
const TimelineBox* pickedBox(const Ui& ui, const TimelineBoxes& boxes);

// What a box says that never came: "waits for progression", "starts on day 70".
void addWaitingWords(const Ui& ui, const Start& start, TextSink& out);

}  // namespace abscope
