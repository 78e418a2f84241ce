#pragma once
// The parts of the panel of a lesson, one below the other. Each returns nothing and takes its
// height off the column.
#include <string_view>

#include "ui/draw.h"

namespace abscope {

struct LessonColumn {
  const Ui& ui;
  Rect rest;         // what is still free; its height does not count
  float newest = 0;  // where the part begins that came last

  void gap(float px) { rest.cutTop(ui.px(px)); }
  void words(Face face, ImU32 colour, std::string_view text, float after = 8);
};

// A question with choices, of a prediction or of reasons; `told` once it was answered.
void lessonChoices(LessonColumn& column, bool reasons);
void lessonSketch(LessonColumn& column);
void lessonTask(LessonColumn& column);
// The end: score, what was learnt, and where to go.
void lessonEnd(LessonColumn& column);

}  // namespace abscope
