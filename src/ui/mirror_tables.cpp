#include "ui/mirror_tables.h"

#include <initializer_list>

#include "app/regimen.h"
#include "app/text_buffer.h"
#include "core/json_writer.h"
#include "library/text.h"
#include "ui/item_names.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

using Cell = TextBuffer<96>;

void writeHead(JsonWriter& json, std::string_view caption,
               std::initializer_list<const char*> keys) {
  json.beginArray();
  json.text(caption);
  json.beginArray();
  for (const char* key : keys) json.text(tr(key));
  json.endArray();
  json.beginArray();
}

void writeEnd(JsonWriter& json) {
  json.endArray();
  json.endArray();
}

void addWithUnit(double value, int decimals, std::string_view unit, TextSink& out) {
  out.addFixed(value, decimals).add("\u00a0").add(tr(unit));
}

void writeSchedule(JsonWriter& json, const AppState& app) {
  const Scenario& scenario = app.document.scenario;
  writeHead(json, tr("mirror.schedule"),
            {"mirror.item", "mirror.when", "mirror.every", "mirror.dose"});
  for (std::size_t i = 0; i < scenario.plan.radiation.size(); ++i) {
    const RadiationItem& item = scenario.plan.radiation[i];
    const RegimenNumbers numbers = numbersOf(item, scenario.patient);
    Cell name, when, every, total, bed, dose;
    addRadiationName(item, name);
    addItemDays(app, ItemKind::radiation, static_cast<int>(i), item.start, when);
    if (item.fractions > 1) addWithUnit(item.intervalDays, 1, "unit.days", every);
    addWithUnit(numbers.totalGy, 1, "unit.gray", total);
    addWithUnit(numbers.bed10Gy, 1, "unit.gray", bed);
    dose.addFilled(tr("mirror.bed"), {{"total", total}, {"bed", bed}});
    json.beginArray();
    for (const std::string_view cell : {name.view(), when.view(), every.view(), dose.view()}) {
      json.text(cell);
    }
    json.endArray();
  }
  for (std::size_t i = 0; i < scenario.plan.drugs.size(); ++i) {
    const DrugItem& item = scenario.plan.drugs[i];
    Cell when, every, dose;
    addItemDays(app, ItemKind::drug, static_cast<int>(i), item.start, when);
    if (item.doses > 1) addWithUnit(item.intervalDays, 1, "unit.days", every);
    TextBuffer<16> count, amount;
    count.addInteger(item.doses);
    amount.addNumber(item.amount, 3);
    dose.addFilled(tr("mirror.drugDoses"), {{"count", count}, {"amount", amount}});
    json.beginArray();
    for (const std::string_view cell :
         {drugName(item.drug), when.view(), every.view(), dose.view()}) {
      json.text(cell);
    }
    json.endArray();
  }
  writeEnd(json);
}

void writeCells(JsonWriter& json, const AppState& app, double day) {
  const Series& series = app.derived.series;
  TextBuffer<16> number;
  number.addFixed(day, 1);
  Cell caption;
  caption.addFilled(tr("mirror.cells"), {{"day", number}});
  writeHead(json, caption, {"mirror.what", "outcome.irradiated", "outcome.distant"});
  const auto row = [&](std::string_view name, const auto& values, std::string_view unit) {
    json.beginArray();
    json.text(name);
    for (std::size_t site = 0; site < 2; ++site) {
      Cell cell;
      cell.addNumber(static_cast<double>(valueAt(series, values(site), day)), 3);
      json.text(cell.add("\u00a0").add(tr(unit)));
    }
    json.endArray();
  };
  using Values = const std::vector<float>&;
  row(
      tr("mirror.volume"), [&](std::size_t site) -> Values { return series.volumeMm3[site]; },
      "unit.mm3");
  for (int kind = 0; kind < kImmuneCount; ++kind) {
    const auto k = static_cast<std::size_t>(kind);
    row(
        choiceText(ControlId::compareKind, kind),
        [&](std::size_t site) -> Values { return series.cells[site][k]; }, "unit.millionCells");
  }
  writeEnd(json);
}

}  // namespace

void writeTables(JsonWriter& json, const AppState& app, double day) {
  writeSchedule(json, app);
  writeCells(json, app, day);
}

}  // namespace abscope
