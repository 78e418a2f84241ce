// While a class has yet to vote, no way out of the lab tells what comes.
#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "app/address.h"
#include "app/apply.h"
#include "app/host_api.h"
#include "app/told.h"

namespace abscope {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

AppState asked() {
  AppState app;
  start(app);
  const Script& script = *findScript("double-edged-sword");
  const auto found = std::find_if(script.beats.begin(), script.beats.end(), [](const Beat& beat) {
    return !beat.prediction.question.empty() && beat.playTo;
  });
  REQUIRE(found != script.beats.end());
  apply(app, OpenScript{script.id, static_cast<int>(found - script.beats.begin())});
  REQUIRE(futureHidden(app));
  return app;
}

void voteAndPlay(AppState& app) {
  apply(app, CountHands{0, 1});
  apply(app, StepBeat{1});
  apply(app, StepBeat{1});
  REQUIRE_FALSE(futureHidden(app));
  REQUIRE(beatIsDone(app));
}

}  // namespace

TEST_CASE("the page around the lab hears no outcome before the class has voted") {
  AppState app = asked();
  CHECK(endIsHidden(app));
  const std::string before = hostState(app, {});
  const std::size_t from = before.find("\"tumours\"");
  const std::string tumours = before.substr(from, before.find("\"scenario\"") - from);
  for (const char* field : {"bestChangePercent", "response", "bed10Gy", "doseGy"}) {
    CAPTURE(field);
    CHECK_FALSE(has(tumours, field));
  }
  CHECK(has(tumours, "volumeMm3"));
  // A clock that is sent on stays.
  HostAnswer answer = answerHost(app, R"({"abscope":1,"type":"runTo","day":15})");
  applyAll(app, answer.commands);
  CHECK(app.view.day == app.presenter.now()->day);
  voteAndPlay(app);
  CHECK_FALSE(endIsHidden(app));
  const std::string after = hostState(app, {});
  CHECK(has(after, "bestChangePercent"));
  CHECK(has(after, "response"));
}

TEST_CASE("a link that is given before the vote leads to the vote") {
  AppState app = asked();
  const std::string hash = shareHash(app);
  CHECK(has(hash, "present=double-edged-sword"));
  CHECK_FALSE(has(hash, "case="));
  AppState other;
  start(other, {}, hash);
  CHECK(futureHidden(other));
  CHECK(other.presenter.beat == app.presenter.beat);
  voteAndPlay(app);
  CHECK_FALSE(has(shareHash(app), "present="));
}

TEST_CASE("an item that waits for a finding does not tell when that comes") {
  AppState app = asked();
  const auto told = [&] { return toldDays(app, ItemKind::radiation, 0); };
  CHECK(told().first >= 0);  // a planned day is known
  apply(app, SetControl{ControlId::rtAnchor, static_cast<double>(Anchor::progression), 0});
  const Days really = daysOf(app.derived.course.events(), ItemKind::radiation, 0);
  REQUIRE(really.first > app.view.day);
  CHECK(told().first < 0);
  const auto& events = app.derived.course.events();
  CHECK(std::none_of(events.begin(), events.end(), [&](const Event& e) {
    return e.kind == EventKind::fraction && isTold(app, e);
  }));
  // Nor does what comes after it.
  DrugItem drug;
  drug.id = "later";
  drug.drug = Drug::antiCtla4;
  drug.start = {Anchor::afterItem, 1, app.document.scenario.plan.radiation[0].id};
  Scenario scenario = app.document.scenario;
  scenario.plan.drugs = {drug};
  apply(app, LoadScenario{scenario});
  REQUIRE(daysOf(app.derived.course.events(), ItemKind::drug, 0).first > 0);
  CHECK(toldDays(app, ItemKind::drug, 0).first < 0);
  CHECK(drugWaits(app, Drug::antiCtla4));
  CHECK_FALSE(drugWaits(app, Drug::antiPd1));
  voteAndPlay(app);
  CHECK(told().first == really.first);
  CHECK_FALSE(drugWaits(app, Drug::antiCtla4));
}

TEST_CASE("a pressed curve is explained by what has been, not by the day after") {
  AppState app = asked();
  apply(app, SetControl{ControlId::whyCurve, 1});
  CHECK(app.why.toDay <= app.view.day);
  voteAndPlay(app);
  apply(app, SetControl{ControlId::day, 5});
  CHECK(app.why.toDay == doctest::Approx(6));
}

TEST_CASE("hands are set by a number too, for this choice of this question only") {
  AppState app = asked();
  apply(app, SetControl{ControlId::hands, 87, 1});
  CHECK(app.presenter.ballot()->hands[1] == 87);
  CHECK(controlValue(app, ControlId::hands, 1) == 87);
  apply(app, SetControl{ControlId::hands, 1e7, 1});
  CHECK(app.presenter.ballot()->hands[1] == kMostHands);
  apply(app, SetControl{ControlId::hands, -4, 0});
  CHECK(app.presenter.ballot()->hands[0] == 0);
  apply(app, SetControl{ControlId::hands, 5, 4});  // there is no such choice
  CHECK(app.presenter.ballot()->hands[4] == 0);
}

}  // namespace abscope
