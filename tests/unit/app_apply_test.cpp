// Commands: merging into steps of undo, rules that a change may not break, and 2,000 at random.
#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "app/apply.h"
#include "app/items.h"
#include "app/regimen.h"
#include "library/cases.h"
#include "library/scenario_check.h"

namespace abscope {
namespace {

AppState lab(const char* id, const char* arm) {
  AppState app;
  app.maxCells = 300;  // the tests are about commands
  start(app);
  apply(app, OpenCase{id, arm});
  app.history = {};
  return app;
}

}  // namespace

TEST_CASE("the numbers of a regimen are those of the textbook") {
  RadiationItem item;
  item.irradiatedGy = 8;
  item.fractions = 3;
  RegimenNumbers n = numbersOf(item, Patient{});
  CHECK(n.totalGy == 24);
  CHECK(n.bed10Gy == doctest::Approx(43.2));
  CHECK(n.bed3Gy == doctest::Approx(88));
  CHECK(n.eqd2At10Gy == doctest::Approx(36));
  CHECK(n.bedOwnGy == doctest::Approx(24 * (1 + 8 / n.ownAlphaBetaGy)));
  item.irradiatedGy = 2;
  item.fractions = 30;
  n = numbersOf(item, Patient{});
  CHECK(n.bed10Gy == doctest::Approx(72));
  CHECK(n.eqd2At10Gy == doctest::Approx(60));
  CHECK(n.eqd2OwnGy == doctest::Approx(60));
  CHECK_FALSE(n.uncertain);
  item.irradiatedGy = 20;
  CHECK(numbersOf(item, Patient{}).uncertain);
}

TEST_CASE("another drug comes with its usual schedule, the same one keeps what was set") {
  AppState app = lab("theelen-2021", "pembrolizumab");
  apply(app, AddDrug{Drug::ipilimumab});
  const auto added = [&] { return app.document.scenario.plan.drugs.back(); };
  CHECK(added().doses == 4);
  CHECK(added().intervalDays == 21);
  apply(app, SetControl{ControlId::drugDoses, 9});
  apply(app, SetControl{ControlId::drugKind, static_cast<double>(Drug::ipilimumab)});
  CHECK(added().doses == 9);
  apply(app, SetControl{ControlId::drugKind, static_cast<double>(Drug::nivolumab)});
  CHECK(added().drug == Drug::nivolumab);
  CHECK(added().doses == drugInfo(Drug::nivolumab).human.doses);
  CHECK(added().intervalDays == 14);
  CHECK(app.toasts.empty());
  // A mouse clone is not for a patient.
  apply(app, SetControl{ControlId::drugKind, static_cast<double>(Drug::rmp114)});
  CHECK(added().drug == Drug::nivolumab);
  REQUIRE(app.toasts.size() == 1);
  CHECK(app.toasts[0].message.place == "$.plan.drugs[1].drug");
  CHECK(app.toasts[0].message.text.find("take antiPd1 or pembrolizumab") != std::string::npos);
}

TEST_CASE("another species gets the generic agent for what it is not given, or keeps its own") {
  AppState app = lab("theelen-2021", "8x3-pembrolizumab");
  apply(app, SetControl{ControlId::preset, 0});
  REQUIRE(app.document.scenario.patient.preset == Preset::mouse);
  CHECK(app.document.scenario.plan.drugs[0].drug == Drug::antiPd1);
  CHECK(app.document.scenario.plan.drugs[0].intervalDays == 21);
  REQUIRE(app.toasts.size() == 1);
  CHECK(app.toasts[0].message.place == "pembrolizumab");
  CHECK(app.toasts[0].message.text == "Not used in mice: anti-PD-1 takes its place.");
  apply(app, Undo{});
  CHECK(app.document.scenario.patient.preset == Preset::human);
  CHECK(app.document.scenario.plan.drugs[0].drug == Drug::pembrolizumab);
  // No product against GPX4 is for people: the species stays.
  AppState mouse = lab("dewan-2009", "8x3");
  apply(mouse, AddDrug{Drug::ml210});
  apply(mouse, SetControl{ControlId::preset, 1});
  CHECK(mouse.document.scenario.patient.preset == Preset::mouse);
  REQUIRE(mouse.toasts.size() == 1);
  CHECK(mouse.toasts[0].message.text.find("ml210 is not used in humans") != std::string::npos);
}

TEST_CASE("steps of one control merge until the hand is off") {
  AppState app = lab("dewan-2009", "8x3");
  const double before = controlValue(app, ControlId::rtDose);
  for (int i = 1; i <= 10; ++i) apply(app, SetControl{ControlId::rtDose, 2.0 * i});
  apply(app, EndGesture{});
  apply(app, SetControl{ControlId::rtDose, 5});
  apply(app, EndGesture{});
  apply(app, Undo{});
  CHECK(controlValue(app, ControlId::rtDose) == 20);
  apply(app, Undo{});
  CHECK(controlValue(app, ControlId::rtDose) == before);
  apply(app, Undo{});
  CHECK(controlValue(app, ControlId::rtDose) == before);
  apply(app, Redo{});
  apply(app, Redo{});
  CHECK(controlValue(app, ControlId::rtDose) == 5);
}

TEST_CASE("two controls are two steps even within one gesture") {
  AppState app = lab("dewan-2009", "8x3");
  apply(app, SetControl{ControlId::rtDose, 5});
  apply(app, SetControl{ControlId::rtFractions, 4});
  apply(app, Undo{});
  CHECK(controlValue(app, ControlId::rtFractions) == 3);
  CHECK(controlValue(app, ControlId::rtDose) == 5);
}

TEST_CASE("a value out of range is kept within it") {
  AppState app = lab("dewan-2009", "8x3");
  apply(app, SetControl{ControlId::rtDose, 1e9});
  CHECK(controlValue(app, ControlId::rtDose) == kMaxDoseGy);
  apply(app, SetControl{ControlId::rtFractions, -4});
  CHECK(controlValue(app, ControlId::rtFractions) == 1);
  apply(app, SetControl{ControlId::rtDose, std::nan("")});
  CHECK(controlValue(app, ControlId::rtDose) == kMaxDoseGy);
}

TEST_CASE("targets set the doses of tumours, node and blood") {
  AppState app = lab("dewan-2009", "8x3");
  const auto item = [&]() -> const RadiationItem& {
    return app.document.scenario.plan.radiation[0];
  };
  CHECK(targetOf(item()) == RtTarget::irradiated);
  apply(app, SetControl{ControlId::rtOtherDose, 1});
  CHECK(item().irradiatedGy == 8);
  CHECK(item().distantGy == 1);
  apply(app, SetControl{ControlId::rtTarget, static_cast<double>(RtTarget::distant)});
  CHECK(item().irradiatedGy == 1);
  CHECK(item().distantGy == 8);
  apply(app, SetControl{ControlId::rtTarget, static_cast<double>(RtTarget::wholeBody)});
  CHECK(item().irradiatedGy == 8);
  CHECK(item().nodeGy == 8.0);
  CHECK(item().bloodGy == 8.0);
  apply(app, SetControl{ControlId::rtDose, 2});
  CHECK(item().bloodGy == 2.0);
  apply(app, SetControl{ControlId::rtTarget, static_cast<double>(RtTarget::irradiated)});
  CHECK(item().distantGy == 0);
  CHECK_FALSE(item().nodeGy.has_value());
}

TEST_CASE("a change that would go in a circle is told and not made") {
  AppState app = lab("barsoumian-2020", "hdr-ldrt-ici");
  Plan plan = app.document.scenario.plan;
  REQUIRE(plan.radiation.size() == 2);
  apply(app, SetControl{ControlId::rtAnchor, static_cast<double>(Anchor::afterItem), 1});
  apply(app, SetControl{ControlId::rtAfter, 0, 1});
  REQUIRE(app.document.scenario.plan.radiation[1].start.item ==
          app.document.scenario.plan.radiation[0].id);
  plan = app.document.scenario.plan;
  apply(app, SetControl{ControlId::rtAnchor, static_cast<double>(Anchor::afterItem), 0});
  const bool refused = same(plan, app.document.scenario.plan);
  CHECK(refused);
  CHECK(app.toasts.size() == 1);
}

TEST_CASE("what waited for a removed item starts on the day on which it did") {
  AppState app = lab("barsoumian-2020", "hdr-ldrt-ici");
  apply(app, SetControl{ControlId::rtAnchor, static_cast<double>(Anchor::afterItem), 1});
  apply(app, SetControl{ControlId::rtAfter, 0, 1});
  const double day = daysOf(app.derived.course.events(), ItemKind::radiation, 1).first;
  REQUIRE(day > 0);
  apply(app, RemoveItem{ItemKind::radiation, 0});
  const Start& start = app.document.scenario.plan.radiation[0].start;
  CHECK(start.anchor == Anchor::day);
  CHECK(start.days == day);
}

TEST_CASE("items move within their list") {
  AppState app = lab("barsoumian-2020", "hdr-ldrt-ici");
  const std::string first = app.document.scenario.plan.drugs[0].id;
  const std::string second = app.document.scenario.plan.drugs[1].id;
  apply(app, MoveItem{ItemKind::drug, 0, 1});
  CHECK(app.document.scenario.plan.drugs[0].id == second);
  CHECK(app.document.scenario.plan.drugs[1].id == first);
  apply(app, MoveItem{ItemKind::drug, 0, 7});
  CHECK(app.document.scenario.plan.drugs[0].id == second);
}

TEST_CASE("the clock does not jump after a stall, and days do not depend on the frame rate") {
  AppState slow = lab("dewan-2009", "8x3");
  AppState fast = slow.document.caseId.empty() ? AppState() : lab("dewan-2009", "8x3");
  apply(slow, Play{});
  apply(fast, Play{});
  apply(slow, Tick{30});
  CHECK(slow.view.day <= 0.1 * slow.view.daysPerSecond + 1e-9);
  apply(slow, SetControl{ControlId::day, 0});
  for (int i = 0; i < 20; ++i) apply(slow, Tick{0.05});
  for (int i = 0; i < 100; ++i) apply(fast, Tick{0.01});
  CHECK(slow.view.day == doctest::Approx(4).epsilon(0.01));
  CHECK(fast.view.day == doctest::Approx(slow.view.day).epsilon(0.01));
}

TEST_CASE("fewer discs are drawn where frames are slow, unless a person chose how many") {
  AppState app = lab("dewan-2009", "8x3");
  apply(app, FitCells{2000});
  CHECK(app.maxCells == 2000);
  apply(app, Play{});
  for (int i = 0; i < 100; ++i) abscope::apply(app, Tick{0.03});
  CHECK(app.maxCells == 2000);
  apply(app, SetControl{ControlId::day, 0});
  for (int i = 0; i < 45; ++i) abscope::apply(app, Tick{0.08});
  CHECK(app.maxCells == 1200);
  apply(app, FitCells{2000});  // the window still asks for more: the limit holds
  CHECK(app.maxCells == 1200);
  apply(app, SetControl{ControlId::cells, 5000});
  apply(app, SetControl{ControlId::day, 0});
  apply(app, Play{});
  for (int i = 0; i < 100; ++i) abscope::apply(app, Tick{0.08});
  CHECK(app.maxCells == 5000);
  CHECK_FALSE(app.history.canUndo());
  apply(app, EndGesture{});
  const Course* const course = &app.derived.course;
  CHECK(app.derived.scales.millionsPerDisc == scalesFor({&course, 1}, 5000).millionsPerDisc);
}

TEST_CASE("2,000 commands at random break nothing, and undo leads back to the start") {
  AppState app = lab("conventional-2x30", "8x3");
  const Document before = app.document;
  std::mt19937 random(20260);
  const auto upTo = [&](int count) {
    return static_cast<int>(random() % static_cast<unsigned>(count));
  };
  const auto share = [&] { return static_cast<double>(random() % 1000001u) / 1e6; };
  int steps = 0;
  for (int i = 0; i < 2000; ++i) {
    Command command = EndGesture{};
    switch (upTo(16)) {
      case 0:
        command = AddRadiation{};
        break;
      case 1:
        command = AddDrug{static_cast<Drug>(upTo(kDrugCount))};
        break;
      case 2:
        command = RemoveItem{static_cast<ItemKind>(upTo(2)), upTo(6) - 1};
        break;
      case 3:
        command = MoveItem{static_cast<ItemKind>(upTo(2)), upTo(5) - 1, upTo(5) - 1};
        break;
      case 4:
        command = SelectItem{static_cast<ItemKind>(upTo(2)), upTo(9) - 2};
        break;
      case 5:
        command = Play{};
        break;
      case 6:
        command = Tick{share() * 0.3};
        break;
      case 7:
        command = StepDays{share() * 40 - 20};
        break;
      case 8:
        command = upTo(3) ? Command(Undo{}) : Command(Redo{});
        break;
      case 9:
        command = OpenCase{
            upTo(4) ? cases()[static_cast<std::size_t>(upTo(static_cast<int>(cases().size())))].id
                    : "x",
            ""};
        break;
      case 10:
        command = EndGesture{};
        break;
      default: {
        const auto id = static_cast<ControlId>(upTo(kControlCount));
        const ControlInfo& info = controlInfo(id);
        double value = info.low + (info.high - info.low) * share() * share() * share();
        if (upTo(20) == 0) value = info.high * 3 - 7;
        // Long courses take long: they have their own tests.
        if (id == ControlId::courseDays) value = 5 + 60 * share();
        if (id == ControlId::cells) value = 300;
        command = SetControl{id, value, upTo(5) - 1};
      }
    }
    CAPTURE(i);
    abscope::apply(app, command);
    ++steps;
    const Plan& plan = app.document.scenario.plan;
    REQUIRE(checkScenario(app.document.scenario, "$").errors.empty());
    REQUIRE(app.view.day >= 0);
    REQUIRE(app.view.day <= plan.days);
    REQUIRE(app.view.radiation <= std::max(0, static_cast<int>(plan.radiation.size()) - 1));
    REQUIRE(app.derived.course.days() == plan.days);
    REQUIRE(app.toasts.size() <= 4);
  }
  CHECK(steps == 2000);
  // More than the history holds may have been done: then its oldest step is as far as it goes.
  AppState again = lab("conventional-2x30", "8x3");
  for (int i = 0; i < 150; ++i) {
    if (i % 3 == 0) apply(again, AddRadiation{});
    if (i % 3 == 1) apply(again, SetControl{ControlId::rtDose, 1 + i * 0.1});
    if (i % 3 == 2) apply(again, RemoveItem{ItemKind::radiation, 0});
  }
  while (again.history.canUndo()) apply(again, Undo{});
  CHECK(same(again.document, before));
}

}  // namespace abscope
