// The drugs of the plan, and the controls of the selected one.
#include <algorithm>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/drug_picker.h"
#include "ui/item_list.h"
#include "ui/panels.h"
#include "ui/plan_totals.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

// Usual dose, route and half-life of the effect, with where they come from.
void facts(const Ui& ui, Rect& rect, Drug drug) {
  const DrugUse& use = drugUse(drug, ui.app.document.scenario.patient.preset);
  TextBuffer<16> halfLife;
  halfLife.addNumber(use.halfLifeDays, 2);
  TextBuffer<768> text;
  text.addFilled(
      tr("drugs.facts"),
      {{"dose", translated(use.dose)}, {"halfLife", halfLife}, {"source", translated(use.source)}});
  rect.cutTop(drawParagraph(ImGui::GetWindowDrawList(), Face::small, rect.min(), rect.w,
                            ui.colours.dim, ui.colours.dim, text));
  rect.cutTop(ui.px(8));
}

// Before, with or after radiotherapy, by name.
void sequence(const Ui& ui, Rect& rect) {
  if (!controlEnabled(ui.app, ControlId::drugSequence)) return;
  segmented(ui, ControlId::drugSequence, rect.cutTop(ui.px(ui.narrow ? 44.0f : 26.0f)));
  rect.cutTop(ui.px(6));
}

}  // namespace

float drugsPanel(const Ui& ui, Rect rect) {
  const float top = rect.y;
  const auto& items = ui.app.document.scenario.plan.drugs;
  itemList(ui, rect, ItemKind::drug);
  const auto selected = static_cast<std::size_t>(std::max(0, ui.app.view.drug));
  if (selected >= items.size()) {
    rect.y += drawParagraph(ImGui::GetWindowDrawList(), Face::body, rect.min(), rect.w,
                            ui.colours.dim, ui.colours.accentText, tr("drugs.empty"));
    return rect.y - top;
  }
  const DrugItem& item = items[selected];
  drugPicker(ui, rect.cutTop(ui.rowHeight()));
  rect.cutTop(ui.px(6));
  facts(ui, rect, item.drug);
  Rect row = rect.cutTop(sliderHeight(ui));
  slider(ui, ControlId::drugDoses, row.cutLeft(row.w / 2 - ui.px(8)));
  row.cutLeft(ui.px(16));
  slider(ui, ControlId::drugInterval, row);
  rect.cutTop(ui.px(8));
  slider(ui, ControlId::drugAmount, rect.cutTop(sliderHeight(ui)));
  rect.cutTop(ui.px(8));
  sequence(ui, rect);
  startControls(ui, rect, ControlId::drugAnchor, ControlId::drugStart, ControlId::drugAfter,
                item.start);
  outcomeLines(ui, rect);
  slider(ui, ControlId::planStart, rect.cutTop(sliderHeight(ui)));
  rect.cutTop(ui.px(8));
  return rect.y - top;
}

}  // namespace abscope
