// When an item starts: on a day, or some days after something happens.
#include "library/text.h"
#include "ui/item_names.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
void startControls(const Ui& ui, Rect& rect, ControlId anchor, ControlId start, ControlId after,
                   const Start& now) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect label = rect.cutTop(ui.px(20));
  drawText(list, Face::body, {label.x, label.middle().y}, ui.colours.text,
           tr(controlInfo(anchor).labelKey));
  Rect row = rect.cutTop(ui.rowHeight());
  if (now.anchor == Anchor::afterItem) {
    combo(ui, anchor, row.cutLeft(row.w * 0.42f));
    row.cutLeft(ui.px(6));
    combo(ui, after, row, addItemName);
  } else {
    combo(ui, anchor, row);
  }
  rect.cutTop(ui.px(6));
  slider(ui, start, rect.cutTop(sliderHeight(ui)));
  rect.cutTop(ui.px(8));
}

}  // namespace abscope
