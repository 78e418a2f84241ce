#include "ui/mirror_schedule.h"

#include <array>
#include <cmath>

#include "app/control_words.h"
#include "app/items.h"
#include "core/format.h"
#include "core/json_writer.h"
#include "library/text.h"
#include "ui/control_list.h"
#include "ui/item_names.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

// Beside those of TwinKind: a number to type.
constexpr int kNumberField = 5;

constexpr std::array kRadiationFields = {
    ControlId::rtDose,      ControlId::rtTarget,   ControlId::rtOtherDose,
    ControlId::rtFractions, ControlId::rtInterval, ControlId::rtSkipWeekends,
    ControlId::rtAnchor,    ControlId::rtStart,    ControlId::rtAfter};
constexpr std::array kDrugFields = {
    ControlId::drugKind,   ControlId::drugAmount, ControlId::drugDoses, ControlId::drugInterval,
    ControlId::drugAnchor, ControlId::drugStart,  ControlId::drugAfter};

struct Item {
  const Plan& plan;
  ItemKind kind;
  int index;

  const Start& start() const {
    const auto i = static_cast<std::size_t>(index);
    return kind == ItemKind::radiation ? plan.radiation[i].start : plan.drugs[i].start;
  }
  // Over all items.
  int number() const {
    return kind == ItemKind::radiation ? index : index + static_cast<int>(plan.radiation.size());
  }
};

void addNameOf(const Plan& plan, int number, TextSink& out) {
  const auto i = static_cast<std::size_t>(number);
  if (i < plan.radiation.size()) {
    addRadiationName(plan.radiation[i], out);
  } else {
    out.add(drugName(plan.drugs[i - plan.radiation.size()].drug));
  }
}

// An item that waits for another one says for which; the others have nothing to say.
bool isThere(const AppState& app, const Item& item, ControlId id) {
  if (id == ControlId::rtAfter || id == ControlId::drugAfter) {
    return item.start().anchor == Anchor::afterItem;
  }
  return controlEnabled(app, id, item.index);
}

void writeChoice(JsonWriter& json, int choice, std::string_view text) {
  json.beginArray();
  json.integer(choice);
  json.text(text);
  json.endArray();
}

void writeChoices(JsonWriter& json, const AppState& app, const Item& item, ControlId id) {
  const bool after = id == ControlId::rtAfter || id == ControlId::drugAfter;
  const Preset preset = app.document.scenario.patient.preset;
  const int now = static_cast<int>(controlValue(app, id, item.index));
  json.beginArray();
  for (int i = 0; i < choiceCount(app, id); ++i) {
    if (after && i == item.number()) continue;
    const bool drug = id == ControlId::drugKind;
    if (drug && i != now && !drugUse(static_cast<Drug>(i), preset).isUsed()) continue;
    TextBuffer<96> text;
    if (after) {
      addNameOf(item.plan, i, text);
    } else {
      text.add(drug ? drugName(static_cast<Drug>(i)) : choiceText(id, i));
    }
    writeChoice(json, i, text);
  }
  json.endArray();
}

void writeKey(JsonWriter& json, const Item& item, ControlId id) {
  TextBuffer<96> key;
  json.text(key.add(itemId(item.plan, item.number())).add("/").add(controlInfo(id).name));
}

// "Dose per fraction, 12 Gy x 3", with the unit where there is one.
void addFieldLabel(const Item& item, ControlId id, TextSink& out) {
  const ControlInfo& info = controlInfo(id);
  TextBuffer<96> name;
  addNameOf(item.plan, item.number(), name);
  out.add(labelOf(id));
  if (!unitKey(info.unit).empty()) out.add(" (").add(tr(unitKey(info.unit))).add(")");
  out.add(", ").add(name);
}

void writeField(JsonWriter& json, const AppState& app, const Item& item, ControlId id) {
  if (!isThere(app, item, id)) return json.text({});
  const ControlInfo& info = controlInfo(id);
  json.beginArray();
  json.integer(static_cast<int>(id));
  json.integer(item.index);
  json.integer(info.kind == ControlKind::toggle   ? static_cast<int>(TwinKind::check)
               : info.kind == ControlKind::choice ? static_cast<int>(TwinKind::select)
                                                  : kNumberField);
  TextBuffer<256> label;
  addFieldLabel(item, id, label);
  json.text(label);
  json.boolean(controlEnabled(app, id, item.index));
  json.number(controlValue(app, id, item.index));
  json.number(info.low);
  json.number(info.high);
  json.number(info.step);
  if (info.kind == ControlKind::choice) {
    writeChoices(json, app, item, id);
  } else {
    json.null();
  }
  writeKey(json, item, id);
  json.endArray();
}

void writeButton(JsonWriter& json, ControlId id, int item, bool enabled, std::string_view label,
                 std::string_view key) {
  json.beginArray();
  json.integer(static_cast<int>(id));
  json.integer(item);
  json.integer(static_cast<int>(TwinKind::button));
  json.text(label);
  json.boolean(enabled);
  for (int i = 0; i < 5; ++i) json.null();
  json.text(key);
  json.endArray();
}

void writeItemButton(JsonWriter& json, const AppState& app, const Item& item, ControlId id) {
  TextBuffer<256> label;
  TextBuffer<96> name, key;
  addNameOf(item.plan, item.number(), name);
  label.addFilled(tr("mirror.named"), {{"control", labelOf(id)}, {"name", name}});
  key.add(itemId(item.plan, item.number())).add("/").add(controlInfo(id).name);
  writeButton(json, id, item.number(), controlEnabled(app, id, item.index), label, key);
}

template <class Fields>
void writeTable(JsonWriter& json, const AppState& app, ItemKind kind, int count,
                const Fields& fields) {
  const Plan& plan = app.document.scenario.plan;
  const bool radiation = kind == ItemKind::radiation;
  json.beginArray();
  json.text(tr(radiation ? "choice.sideTab.0" : "choice.sideTab.1"));
  json.beginArray();
  json.text(tr("mirror.item"));
  for (const ControlId id : fields) json.text(labelOf(id));
  json.text(tr("mirror.when"));
  json.text(tr("mirror.change"));
  json.endArray();
  json.beginArray();
  for (int i = 0; i < count; ++i) {
    const Item item{plan, kind, i};
    TextBuffer<96> name, when;
    addNameOf(plan, item.number(), name);
    addItemDays(app, kind, i, item.start(), when);
    json.beginArray();
    json.text(name);
    json.beginArray();
    for (const ControlId id : fields) writeField(json, app, item, id);
    json.text(when);
    writeItemButton(json, app, item, ControlId::copyItem);
    writeItemButton(json, app, item,
                    radiation ? ControlId::removeRadiation : ControlId::removeDrug);
    json.endArray();
    json.endArray();
  }
  json.endArray();
  const ControlId add = radiation ? ControlId::addRadiation : ControlId::addDrug;
  writeButton(json, add, -1, controlEnabled(app, add), labelOf(add), controlInfo(add).name);
  json.endArray();
}

}  // namespace

std::string scheduleText(const AppState& app) {
  const Plan& plan = app.document.scenario.plan;
  JsonWriter json(JsonWriter::Layout::compact);
  json.beginArray();
  json.text(tr("mirror.edit"));
  json.beginArray();
  writeTable(json, app, ItemKind::radiation, static_cast<int>(plan.radiation.size()),
             kRadiationFields);
  writeTable(json, app, ItemKind::drug, static_cast<int>(plan.drugs.size()), kDrugFields);
  json.endArray();
  json.endArray();
  return json.take();
}

std::vector<Command> scheduleCommands(const AppState& app, int control, int item, double value) {
  if (control < 0 || control >= kControlCount || !std::isfinite(value)) return {};
  const auto id = static_cast<ControlId>(control);
  const int radiation = static_cast<int>(app.document.scenario.plan.radiation.size());
  // The number of an item over all, as the kind and the index that commands want.
  const ItemKind kind = item < radiation ? ItemKind::radiation : ItemKind::drug;
  const int index = item < radiation ? item : item - radiation;
  switch (id) {
    case ControlId::addRadiation:
      return controlEnabled(app, id) ? std::vector<Command>{AddRadiation{}}
                                     : std::vector<Command>{};
    case ControlId::addDrug:
      return controlEnabled(app, id) ? std::vector<Command>{AddDrug{}} : std::vector<Command>{};
    case ControlId::copyItem:
      return controlEnabled(app, id) ? std::vector<Command>{CopyItem{kind, index}}
                                     : std::vector<Command>{};
    case ControlId::removeRadiation:
    case ControlId::removeDrug:
      return {RemoveItem{kind, index}};
    default:
      break;
  }
  const ControlInfo& info = controlInfo(id);
  const bool ofItem = info.group == ControlGroup::radiation || info.group == ControlGroup::drug;
  if (!ofItem || item < 0 || !controlEnabled(app, id, item)) return {};
  if (value < info.low || value > info.high) {
    return {Notify{std::string(labelOf(id)),
                   fill(tr("message.badParameter"), {{"value", formatNumber(value, 6)},
                                                     {"low", formatNumber(info.low, 4)},
                                                     {"high", formatNumber(info.high, 7)}})}};
  }
  return {SetControl{id, value, item}, EndGesture{}};
}

}  // namespace abscope
