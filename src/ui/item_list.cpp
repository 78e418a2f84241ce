#include "ui/item_list.h"

#include <imgui_internal.h>

#include "app/control_words.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/item_names.h"
#include "ui/twins.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

struct Entry {
  TextBuffer<64> name;
  TextBuffer<64> days;
};

void describe(const Ui& ui, ItemKind kind, int index, Entry& entry) {
  const Plan& plan = ui.app.document.scenario.plan;
  const auto i = static_cast<std::size_t>(index);
  if (kind == ItemKind::radiation) {
    addRadiationName(plan.radiation[i], entry.name);
    addItemDays(ui.app, kind, index, plan.radiation[i].start, entry.days);
  } else {
    entry.name.add(drugName(plan.drugs[i].drug));
    addItemDays(ui.app, kind, index, plan.drugs[i].start, entry.days);
  }
}

// A line of its own: name, when it came, and a cross that removes it.
void line(const Ui& ui, const Rect& rect, ItemKind kind, int index, bool selected) {
  const bool radiation = kind == ItemKind::radiation;
  const Palette& c = ui.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  Rect row = rect;
  const Rect cross = row.cutRight(rect.h);
  const Rect copy = row.cutRight(rect.h);
  const ItemState item =
      controlItem(ui, radiation ? ControlId::selectRadiation : ControlId::selectDrug, index, row);
  if (item.pressed) ui.out.push_back(SelectItem{kind, index});
  Entry entry;
  describe(ui, kind, index, entry);
  nameTwin(ui, radiation ? ControlId::selectRadiation : ControlId::selectDrug, index, entry.name,
           entry.days);
  controlList().kind(radiation ? ControlId::selectRadiation : ControlId::selectDrug,
                     TwinKind::button, selected);
  if (selected || item.hovered) {
    list.AddRectFilled(rect.min(), rect.max(), selected ? c.raised : withAlpha(c.raised, 0.5f),
                       ui.px(6));
  }
  if (selected) {
    list.AddRectFilled({rect.x, rect.y + ui.px(4)}, {rect.x + ui.px(3), rect.bottom() - ui.px(4)},
                       radiation ? c.radiation : c.accent, ui.px(2));
  }
  const float daysWidth = textWidth(Face::small, entry.days);
  drawFittedText(list, selected ? Face::strong : Face::body, {row.x + ui.px(10), row.middle().y},
                 row.w - daysWidth - ui.px(20), c.text, entry.name);
  drawText(list, Face::small, {row.right() - ui.px(4), row.middle().y}, c.dim, entry.days,
           Align::right);
  ImGui::RenderNavHighlight(ImRect(row.min(), row.max()), item.id);
  ButtonLook look;
  look.icon = Icon::close;
  look.plain = true;
  if (button(ui, radiation ? ControlId::removeRadiation : ControlId::removeDrug, index,
             cross.inset(ui.px(2)), look)) {
    ui.out.push_back(RemoveItem{kind, index});
  }
  nameTwin(ui, radiation ? ControlId::removeRadiation : ControlId::removeDrug, index, entry.name);
  look.icon = Icon::copy;
  const int before =
      radiation ? 0 : static_cast<int>(ui.app.document.scenario.plan.radiation.size());
  if (button(ui, ControlId::copyItem, before + index, copy.inset(ui.px(2)), look)) {
    ui.out.push_back(CopyItem{kind, index});
  }
  nameTwin(ui, ControlId::copyItem, before + index, entry.name);
}

}  // namespace

void itemList(const Ui& ui, Rect& rect, ItemKind kind) {
  const Plan& plan = ui.app.document.scenario.plan;
  const bool radiation = kind == ItemKind::radiation;
  const int count = static_cast<int>(radiation ? plan.radiation.size() : plan.drugs.size());
  const int selected = radiation ? ui.app.view.radiation : ui.app.view.drug;
  for (int i = 0; i < count; ++i) {
    line(ui, rect.cutTop(ui.rowHeight()), kind, i, i == selected);
    rect.cutTop(ui.px(2));
  }
  ButtonLook look;
  look.icon = Icon::add;
  look.plain = true;
  look.alignLeft = true;
  look.text = labelOf(radiation ? ControlId::addRadiation : ControlId::addDrug);
  const Rect add = rect.cutTop(ui.rowHeight());
  if (button(ui, radiation ? ControlId::addRadiation : ControlId::addDrug, kNoInstance, add,
             look)) {
    ui.out.push_back(radiation ? Command(AddRadiation{}) : Command(AddDrug{}));
  }
  rect.cutTop(ui.px(6));
}

}  // namespace abscope
