// The regimen editor: series of fractions, the numbers of the selected one, and its controls.
#include <algorithm>

#include "app/regimen.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/item_list.h"
#include "ui/item_names.h"
#include "ui/panels.h"
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

// One number with its name above it, as in a table.
void number(const Ui& ui, Rect& row, float width, std::string_view name, double value) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect cell = row.cutLeft(width);
  TextBuffer<24> text;
  text.addFixed(value, 1).add("\u00a0").add(tr("unit.gray"));
  drawFittedText(list, Face::small, {cell.x, cell.y + ui.px(8)}, cell.w, ui.colours.dim, name);
  drawText(list, Face::strong, {cell.x, cell.y + ui.px(24)}, ui.colours.text, text);
}

void numbers(const Ui& ui, Rect& rect, const RadiationItem& item) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const RegimenNumbers n = numbersOf(item, ui.app.document.scenario.patient);
  TextBuffer<24> own;
  own.addNumber(n.ownAlphaBetaGy, 2);
  TextBuffer<64> bedOwn, eqdOwn;
  bedOwn.addFilled(tr("regimen.bedOwn"), {{"ratio", own}});
  eqdOwn.addFilled(tr("regimen.eqd2Own"), {{"ratio", own}});
  for (int line = 0; line < 2; ++line) {
    Rect row = rect.cutTop(ui.px(35));
    const float width = row.w / 3;
    if (line == 0) {
      number(ui, row, width, tr("regimen.total"), n.totalGy);
      number(ui, row, width, tr("regimen.bed10"), n.bed10Gy);
      number(ui, row, width, tr("regimen.eqd2At10"), n.eqd2At10Gy);
    } else {
      number(ui, row, width, tr("regimen.bed3"), n.bed3Gy);
      number(ui, row, width, bedOwn, n.bedOwnGy);
      number(ui, row, width, eqdOwn, n.eqd2OwnGy);
    }
  }
  if (!n.uncertain) return;
  const Rect row = rect.cutTop(ui.px(20));
  drawFittedText(list, Face::small, {row.x, row.y + ui.px(8)}, row.w, ui.colours.warning,
                 tr("regimen.uncertain"));
}

void details(const Ui& ui, Rect& rect, const RadiationItem& item) {
  toggle(ui, ControlId::doseDetails, rect.cutTop(ui.rowHeight()));
  if (!ui.app.view.doseDetails) return;
  toggle(ui, ControlId::rtSkipWeekends, rect.cutTop(ui.rowHeight()));
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
  const auto selected = static_cast<std::size_t>(std::max(0, ui.app.view.radiation));
  if (selected >= items.size()) {
    rect.y += drawParagraph(ImGui::GetWindowDrawList(), Face::body, rect.min(), rect.w,
                            ui.colours.dim, ui.colours.accentText, tr("regimen.empty"));
    return rect.y - top;
  }
  const RadiationItem& item = items[selected];
  wideSlider(ui, rect, ControlId::rtDose);
  pairOfSliders(ui, rect, ControlId::rtFractions, ControlId::rtInterval);
  numbers(ui, rect, item);
  rect.cutTop(ui.px(4));
  segmented(ui, ControlId::rtTarget, rect.cutTop(ui.px(ui.narrow ? 40.0f : 26.0f)));
  rect.cutTop(ui.px(6));
  startControls(ui, rect, ControlId::rtAnchor, ControlId::rtStart, ControlId::rtAfter, item.start);
  details(ui, rect, item);
  return rect.y - top;
}

}  // namespace abscope
