// Links: what is shared opens the same plan; what is wrong is told.
#include <string>

#include <doctest/doctest.h>

#include "app/address.h"
#include "app/apply.h"
#include "library/cases.h"

namespace abscope {
namespace {

const Message* firstMessage(const AppState& app) {
  return app.toasts.empty() ? nullptr : &app.toasts.front().message;
}

}  // namespace

TEST_CASE("a query opens case, arm, day, theme and play") {
  AppState app;
  start(app, "?case=dewan-2009&arm=8x3-anti-ctla-4&day=12.5&theme=light&play=1", "");
  CHECK(app.document.caseId == "dewan-2009");
  CHECK(app.document.armId == "8x3-anti-ctla-4");
  CHECK(app.view.day == 12.5);
  CHECK(app.view.theme == Theme::print);
  CHECK(app.view.playing);
  CHECK(app.toasts.empty());
  CHECK_FALSE(app.history.canUndo());
}

TEST_CASE("controls can be set by their names") {
  AppState app;
  start(app, "?case=dewan-2009&arm=8x3&rtDose=6&rtFractions=5&courseDays=90&day=80&preset=human",
        "");
  CHECK(controlValue(app, ControlId::rtDose) == 6);
  CHECK(controlValue(app, ControlId::rtFractions) == 5);
  CHECK(app.document.scenario.plan.days == 90);
  CHECK(app.view.day == 80);
  CHECK(app.document.scenario.patient.preset == Preset::human);
  CHECK(app.toasts.empty());
}

TEST_CASE("presets and orders have words, and a preset comes before what changes it") {
  AppState app;
  start(app, "?case=dewan-2009&arm=20x1-anti-ctla-4&rtFractions=4&rtPreset=8x3&drugSequence=after",
        "");
  CHECK(app.toasts.empty());
  const RadiationItem& item = app.document.scenario.plan.radiation.front();
  CHECK(item.irradiatedGy == 8);
  CHECK(item.fractions == 4);
  CHECK(app.document.scenario.plan.drugs.front().start.item == item.id);
  start(app, "?case=dewan-2009&arm=8x3&planStart=9", "");
  CHECK(app.document.scenario.plan.radiation.front().start.days == 9);
  start(app, "?rtPreset=8x4", "");
  REQUIRE(firstMessage(app));
  CHECK(firstMessage(app)->place == "rtPreset=8x4");
}

TEST_CASE("a drug is set by its id or by its number of old, before what changes its schedule") {
  const auto drugOf = [](const char* query) {
    AppState app;
    start(app, query, "");
    CAPTURE(query);
    CHECK(app.toasts.empty());
    REQUIRE(app.document.scenario.plan.drugs.size() == 1);
    return app.document.scenario.plan.drugs.front();
  };
  const DrugItem old =
      drugOf("?case=dewan-2009&arm=8x3-anti-ctla-4&drugDoses=7&drugInterval=2&drugKind=0");
  CHECK(old.drug == Drug::antiPd1);
  CHECK(old.doses == 7);
  CHECK(old.intervalDays == 2);
  const DrugItem named = drugOf("?case=dewan-2009&arm=8x3-anti-ctla-4&drugKind=rmp114");
  CHECK(named.drug == Drug::rmp114);
  CHECK(named.doses == drugInfo(Drug::rmp114).mouse.doses);
  const DrugItem human =
      drugOf("?case=dewan-2009&arm=8x3-anti-ctla-4&drugKind=ipilimumab&preset=human");
  CHECK(human.drug == Drug::ipilimumab);
  CHECK(human.intervalDays == 21);
}

TEST_CASE("bad values are told with the place, and the lab runs with its defaults") {
  struct Bad {
    const char* query;
    const char* place;
    const char* says;
  };
  const Bad all[] = {
      {"?case=nonsense", "?case=nonsense", "Cases"},
      {"?case=dewan-2009&arm=nonsense", "?arm=nonsense", "list"},
      {"?rtDose=900", "rtDose=900", "60"},
      {"?rtDose=lots", "rtDose=lots", "number"},
      {"?theme=mauve", "theme=mauve", "dark, light, contrast, print"},
      {"?theme=pink", "theme=pink", "Did you mean print?"},
      {"?drugKind=nivolumap", "drugKind=nivolumap", "nivolumab"},
      {"?drugKind=99", "drugKind=99", "64"},
      {"?rtDoze=8", "rtDoze=8", "rtDose"},
      {"?day=-3", "day=-3", "0"},
  };
  for (const Bad& bad : all) {
    CAPTURE(bad.query);
    AppState app;
    start(app, bad.query, "");
    const Message* message = firstMessage(app);
    REQUIRE(message);
    CHECK(message->place == bad.place);
    CHECK(message->text.find(bad.says) != std::string::npos);
    CHECK(app.derived.series.size() > 100);
    CHECK(app.document.scenario.plan.radiation.size() > 0);
  }
}

TEST_CASE("parameters of a course site pass without a word") {
  AppState app;
  start(app, "?utm_source=moodle&token=abc&embed", "");
  CHECK(app.toasts.empty());
}

TEST_CASE("every arm of every case survives a share link") {
  int arms = 0;
  for (const Case& item : cases()) {
    for (const Scenario& arm : item.arms) {
      CAPTURE(item.id);
      CAPTURE(arm.id);
      AppState app;
      apply(app, OpenCase{item.id, arm.id});
      CHECK(shareHash(app) == "#case=" + item.id + "&arm=" + arm.id);
      // Changed a little, it travels whole.
      apply(app, SetControl{ControlId::irradiatedVolume, 77});
      apply(app, SetControl{ControlId::ptenLoss, 35});
      apply(app, SetControl{ControlId::seed, 5});
      apply(app, SetControl{ControlId::day, 12.25});
      const std::string link = shareHash(app);
      CHECK(link.substr(0, 3) == "#s=");
      CHECK(link.size() < 2000);
      AppState other;
      start(other, "", link);
      CHECK(other.toasts.empty());
      CHECK(same(other.document.scenario.plan, app.document.scenario.plan));
      CHECK(same(other.document.scenario.patient, app.document.scenario.patient));
      CHECK(other.document.caseId == item.id);
      CHECK(other.document.armId == arm.id);
      CHECK(other.document.seed == 5);
      CHECK(other.view.day == 12.25);
      ++arms;
      if (arms % 7 != 0) continue;  // a cut link is told, whatever the cut
      AppState cut;
      start(cut, "", link.substr(0, link.find('&') / 2));
      CHECK(cut.toasts.size() == 1);
      CHECK(cut.document.caseId == "barsoumian-2020");
    }
  }
  CHECK(arms > 40);
}

TEST_CASE("a link wins over the query") {
  AppState app;
  start(app, "?case=dewan-2009", "#case=klug-2013");
  CHECK(app.document.caseId == "klug-2013");
}

TEST_CASE("what the page around the lab writes into the address is no mistake") {
  AppState app;
  start(app, "?case=dewan-2009&host=https%3A%2F%2Fcourse.example&token=abc", "");
  CHECK(app.toasts.empty());
  AppState wrong;
  start(wrong, "?case=dewan-2009&hosts=x", "");
  CHECK(wrong.toasts.size() == 1);
}

}  // namespace abscope
