// The regimen editor: series of fractions, the numbers of the selected one, and its controls.
#include <algorithm>

#include "app/control_words.h"
#include "library/text.h"
#include "ui/item_list.h"
#include "ui/item_names.h"
#include "ui/panels.h"
#include "ui/plan_totals.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

void pairOfSliders(const Ui& ui, Rect& rect, ControlId left, ControlId right) {
  Rect row = rect.cutTop(sliderHeight(ui));
  slider(ui, left, row.cutLeft(row.w / 2 - ui.px(8)));
  row.cutLeft(ui.px(16));
  slider(ui, right, row);
  rect.cutTop(ui.px(8));
}

void wideSlider(const Ui& ui, Rect& rect, ControlId id) {
  slider(ui, id, rect.cutTop(sliderHeight(ui)));
  rect.cutTop(ui.px(8));
}

// A name beside the list of what it may be.
void presets(const Ui& ui, Rect& rect) {
  Rect row = rect.cutTop(ui.rowHeight());
  const std::string_view label = labelOf(ControlId::rtPreset);
  drawText(*ImGui::GetWindowDrawList(), Face::body, {row.x, row.middle().y}, ui.colours.text,
           label);
  row.cutLeft(textWidth(Face::body, label) + ui.px(12));
  combo(ui, ControlId::rtPreset, row);
  rect.cutTop(ui.px(8));
}

void details(const Ui& ui, Rect& rect, const RadiationItem& item) {
  toggle(ui, ControlId::doseDetails, rect.cutTop(ui.rowHeight()));
  if (!ui.app.view.doseDetails) return;
  if (controlEnabled(ui.app, ControlId::rtOtherDose)) {
    wideSlider(ui, rect, ControlId::rtOtherDose);
  }
  toggle(ui, ControlId::rtNodeAuto, rect.cutTop(ui.rowHeight()));
  if (item.nodeGy) wideSlider(ui, rect, ControlId::rtNodeDose);
  toggle(ui, ControlId::rtBloodAuto, rect.cutTop(ui.rowHeight()));
  if (item.bloodGy) wideSlider(ui, rect, ControlId::rtBloodDose);
}

}  // namespace

float radiationPanel(const Ui& ui, Rect rect) {
  const float top = rect.y;
  const auto& items = ui.app.document.scenario.plan.radiation;
  itemList(ui, rect, ItemKind::radiation);
  presets(ui, rect);
  const auto selected = static_cast<std::size_t>(std::max(0, ui.app.view.radiation));
  if (selected >= items.size()) {
    rect.y += drawParagraph(ImGui::GetWindowDrawList(), Face::body, rect.min(), rect.w,
                            ui.colours.dim, ui.colours.accentText, tr("regimen.empty"));
    return rect.y - top;
  }
  const RadiationItem& item = items[selected];
  presetNote(ui, rect);
  wideSlider(ui, rect, ControlId::rtDose);
  pairOfSliders(ui, rect, ControlId::rtFractions, ControlId::rtInterval);
  planTotals(ui, rect, item);
  segmented(ui, ControlId::rtTarget, rect.cutTop(ui.px(ui.narrow ? 44.0f : 26.0f)));
  rect.cutTop(ui.px(6));
  startControls(ui, rect, ControlId::rtAnchor, ControlId::rtStart, ControlId::rtAfter, item.start);
  toggle(ui, ControlId::rtSkipWeekends, rect.cutTop(ui.rowHeight()));
  details(ui, rect, item);
  wideSlider(ui, rect, ControlId::planStart);
  return rect.y - top;
}

}  // namespace abscope
