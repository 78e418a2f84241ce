#include "ui/item_names.h"

#include "app/told.h"
#include "library/text.h"

namespace abscope {

void addRadiationName(const RadiationItem& item, TextSink& out) {
  const RtTarget target = targetOf(item);
  TextBuffer<16> dose, fractions;
  dose.addNumber(mainDoseGy(item), 3);
  fractions.addInteger(item.fractions);
  out.addFilled(tr("item.radiation"), {{"dose", dose}, {"fractions", fractions}});
  if (target == RtTarget::irradiated) return;
  TextBuffer<32> key;
  key.add("item.target.").addInteger(static_cast<int>(target));
  out.add(" ").add(tr(key.view()));
}

std::string_view drugName(Drug drug) { return translated(drugInfo(drug).name); }

void addItemName(const Ui& ui, int index, TextSink& out) {
  const Plan& plan = ui.app.document.scenario.plan;
  if (index < 0 || index >= itemCount(plan)) return;
  const auto i = static_cast<std::size_t>(index);
  if (i < plan.radiation.size()) return addRadiationName(plan.radiation[i], out);
  out.add(drugName(plan.drugs[i - plan.radiation.size()].drug));
}

void addItemDays(const AppState& app, ItemKind kind, int index, const Start& start, TextSink& out) {
  const Days days = toldDays(app, kind, index);
  if (days.first < 0) {
    out.add(tr(start.anchor == Anchor::day ? "item.outside" : "item.notReached"));
    return;
  }
  TextBuffer<16> first, last;
  first.addNumber(days.first, 4);
  last.addNumber(days.last, 4);
  if (days.last > days.first) {
    out.addFilled(tr("item.days"), {{"first", first}, {"last", last}});
  } else {
    out.addFilled(tr("item.day"), {{"day", first}});
  }
}

}  // namespace abscope
