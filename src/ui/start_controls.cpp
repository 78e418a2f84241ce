// When an item starts: on a day, or some days after something happens.
#include "app/control_words.h"
#include "library/text.h"
#include "ui/item_names.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
void startControls(const Ui& ui, Rect& rect, ControlId anchor, ControlId start, ControlId after,
                   const Start& now) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string_view label = labelOf(anchor);
  Rect row = rect.cutTop(ui.rowHeight());
  drawText(list, Face::body, {row.x, row.middle().y}, ui.colours.text, label);
  row.cutLeft(textWidth(Face::body, label) + ui.px(12));
  combo(ui, anchor, row);
  if (now.anchor == Anchor::afterItem) {
    rect.cutTop(ui.px(4));
    Rect second = rect.cutTop(ui.rowHeight());
    second.cutLeft(row.x - second.x);
    combo(ui, after, second, addItemName);
  }
  rect.cutTop(ui.px(6));
  slider(ui, start, rect.cutTop(sliderHeight(ui)));
  rect.cutTop(ui.px(8));
}

}  // namespace abscope
