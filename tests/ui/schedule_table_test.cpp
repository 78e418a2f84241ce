// The schedule as a table of fields: what each asks for is what the panel's control would do.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "app/apply.h"
#include "ui/mirror_schedule.h"
#include "ui/mirror_text.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

using Json = nlohmann::json;

Json tableOf(const AppState& app, int which) {
  return Json::parse(scheduleText(app))[1][static_cast<std::size_t>(which)];
}

// The field of a control in a row; null where there is none.
Json fieldOf(const Json& table, int row, ControlId id) {
  for (const Json& cell : table[2][static_cast<std::size_t>(row)][1]) {
    if (cell.is_array() && cell[0] == static_cast<int>(id)) return cell;
  }
  return nullptr;
}

void edit(AppState& app, const Json& field, double value) {
  REQUIRE(field.is_array());
  for (const Command& command : scheduleCommands(app, field[0], field[1], value))
    abscope::apply(app, command);
}

}  // namespace

TEST_CASE("every item has its fields, with values, ranges and names") {
  UiDriver ui;
  apply(ui.app, OpenCase{"barsoumian-2020", "hdr-ldrt-ici"});
  const Plan& plan = ui.app.document.scenario.plan;
  const Json radiation = tableOf(ui.app, 0), drugs = tableOf(ui.app, 1);
  REQUIRE(radiation[2].size() == plan.radiation.size());
  REQUIRE(drugs[2].size() == plan.drugs.size());
  const Json dose = fieldOf(radiation, 1, ControlId::rtDose);
  CHECK(dose[5] == 1.0);
  CHECK(dose[6] == kMinDoseGy);
  CHECK(dose[7] == kMaxDoseGy);
  CHECK(dose[3].get<std::string>().find("Gy") != std::string::npos);
  CHECK(dose[3].get<std::string>().find("1 Gy × 2") != std::string::npos);
  CHECK(fieldOf(radiation, 0, ControlId::rtAfter).is_null());  // it waits for nothing
  // A mouse is offered its own drugs only.
  const Json kinds = fieldOf(drugs, 0, ControlId::drugKind)[9];
  CHECK(kinds.size() > 5);
  CHECK(kinds.size() < static_cast<std::size_t>(kDrugCount));
}

TEST_CASE("a field sets its own item, as the panel does, and can be undone") {
  UiDriver ui;
  apply(ui.app, OpenCase{"barsoumian-2020", "hdr-ldrt-ici"});
  const auto value = [&](ControlId id, int item) { return controlValue(ui.app, id, item); };
  const double first = value(ControlId::rtDose, 0);
  edit(ui.app, fieldOf(tableOf(ui.app, 0), 1, ControlId::rtDose), 3.5);
  CHECK(value(ControlId::rtDose, 1) == 3.5);
  CHECK(value(ControlId::rtDose, 0) == first);
  edit(ui.app, fieldOf(tableOf(ui.app, 0), 1, ControlId::rtFractions), 4);
  edit(ui.app, fieldOf(tableOf(ui.app, 1), 1, ControlId::drugInterval), 7);
  edit(ui.app, fieldOf(tableOf(ui.app, 1), 1, ControlId::drugStart), 9);
  CHECK(value(ControlId::drugStart, 1) == 9);
  apply(ui.app, Undo{});
  CHECK(value(ControlId::drugStart, 1) != 9);
  CHECK(value(ControlId::drugInterval, 1) == 7);
  apply(ui.app, Undo{});
  apply(ui.app, Undo{});
  CHECK(value(ControlId::rtFractions, 1) == 2);
  CHECK(value(ControlId::rtDose, 1) == 3.5);
  // An item that waits for another says for which.
  edit(ui.app, fieldOf(tableOf(ui.app, 1), 0, ControlId::drugAnchor), 4);
  const Json after = fieldOf(tableOf(ui.app, 1), 0, ControlId::drugAfter);
  REQUIRE(after.is_array());
  edit(ui.app, after, 1);
  CHECK(value(ControlId::drugAfter, 0) == 1);
}

TEST_CASE("items are added, copied and deleted from the table") {
  UiDriver ui;
  apply(ui.app, OpenCase{"dewan-2009", "8x3-anti-ctla-4"});
  const Plan& plan = ui.app.document.scenario.plan;
  edit(ui.app, tableOf(ui.app, 0)[3], 0);
  edit(ui.app, tableOf(ui.app, 1)[3], 0);
  REQUIRE(plan.radiation.size() == 2);
  REQUIRE(plan.drugs.size() == 2);
  edit(ui.app, fieldOf(tableOf(ui.app, 1), 0, ControlId::copyItem), 0);
  REQUIRE(plan.drugs.size() == 3);
  CHECK(plan.drugs[1].drug == plan.drugs[0].drug);
  edit(ui.app, fieldOf(tableOf(ui.app, 1), 2, ControlId::removeDrug), 0);
  edit(ui.app, fieldOf(tableOf(ui.app, 0), 0, ControlId::removeRadiation), 0);
  CHECK(plan.radiation.size() == 1);
  CHECK(plan.drugs.size() == 2);
}

TEST_CASE("a value outside its range is told with the range, and the table shows what is") {
  UiDriver ui;
  apply(ui.app, OpenCase{"dewan-2009", "8x3"});
  MirrorWatch watch;
  ui.frames(3);
  std::string told = watch.news(ui.app).schedule;  // nothing, where the list only begins to listen
  told += watch.news(ui.app).schedule;
  CHECK_FALSE(told.empty());
  CHECK(watch.news(ui.app).schedule.empty());
  edit(ui.app, fieldOf(tableOf(ui.app, 0), 0, ControlId::rtDose), 900);
  CHECK(controlValue(ui.app, ControlId::rtDose, 0) == 8);
  REQUIRE(ui.app.toasts.size() == 1);
  CHECK(ui.app.toasts[0].message.text.find("60") != std::string::npos);
  tellScheduleAgain();
  CHECK(watch.news(ui.app).schedule.find("8.0") == std::string::npos);
  CHECK(scheduleCommands(ui.app, -1, 0, 1).empty());
  CHECK(scheduleCommands(ui.app, static_cast<int>(ControlId::rtDose), 99, 1).empty());
  CHECK(scheduleCommands(ui.app, static_cast<int>(ControlId::theme), 0, 1).empty());
}

}  // namespace abscope
