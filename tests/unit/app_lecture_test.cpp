// A lecture by its commands: stepping, pausing at events, the vote and the hidden future.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/address.h"
#include "app/apply.h"
#include "app/qr.h"

namespace abscope {
namespace {

void play(AppState& app, double seconds) {
  for (double t = 0; t < seconds; t += 1.0 / 60) apply(app, Tick{1.0 / 60});
}

AppState opened(const std::string& id, int beat = 0) {
  AppState app;
  start(app);
  apply(app, OpenScript{id, beat});
  return app;
}

int beatCalled(const Script& script, std::string_view id) {
  const auto found = std::find_if(script.beats.begin(), script.beats.end(),
                                  [id](const Beat& beat) { return beat.id == id; });
  return static_cast<int>(found - script.beats.begin());
}

AppState openedAt(const std::string& id, std::string_view beat) {
  return opened(id, beatCalled(*findScript(id), beat));
}

}  // namespace

TEST_CASE("a script opens its first beat and plays to the day it names") {
  AppState app = opened("double-edged-sword");
  CHECK(app.view.presenter);
  CHECK(app.document.caseId == "dewan-2009");
  CHECK(app.document.armId == "control");
  CHECK(app.view.room == Room::picture);
  CHECK(app.view.playing);
  play(app, 10);
  CHECK_FALSE(app.view.playing);
  CHECK(app.view.day == doctest::Approx(20));
  CHECK(beatIsDone(app));
  apply(app, StepBeat{1});
  CHECK(app.presenter.beat == 1);
  CHECK(app.document.armId == "8x3");
}

TEST_CASE("playing pauses at the fractions where the beat says so, and a step goes on") {
  AppState app = openedAt("double-edged-sword", "alarm");
  std::vector<double> pauses;
  for (int i = 0; i < 3; ++i) {
    play(app, 6);
    REQUIRE_FALSE(app.view.playing);
    pauses.push_back(app.view.day);
    apply(app, StepBeat{1});
    CHECK(app.view.playing);
  }
  CHECK(pauses == std::vector<double>{1, 2, 3});
  play(app, 6);
  CHECK(app.view.day == doctest::Approx(6));
}

TEST_CASE("a step while it plays goes to the end of the beat") {
  AppState app = opened("double-edged-sword");
  play(app, 0.5);
  CHECK(app.view.playing);
  apply(app, StepBeat{1});
  CHECK(app.view.day == 20);
  CHECK_FALSE(app.view.playing);
  CHECK(app.presenter.beat == 0);
}

TEST_CASE("back goes to the beat before, with its own set-up") {
  AppState app = openedAt("double-edged-sword", "sheath");
  apply(app, SetControl{ControlId::irradiatedVolume, 200});  // somebody plays with it
  apply(app, StepBeat{-1});
  CHECK(app.document.armId == "20x1");
  CHECK(same(app.document.scenario.patient,
             sceneOf(*app.presenter.script, app.presenter.beat).scenario.patient));
  for (int i = 0; i < 20; ++i) apply(app, StepBeat{-1});
  CHECK(app.presenter.beat == 0);
}

TEST_CASE("the future is hidden until the class has voted") {
  AppState app = openedAt("double-edged-sword", "shield");
  REQUIRE(futureHidden(app));
  CHECK(knownUntil(app) == 0);
  CHECK(shownUntil(app) == 0);
  // No way to see it early.
  apply(app, Play{});
  play(app, 1);
  apply(app, GoToEnd{});
  apply(app, SetControl{ControlId::day, 10});
  apply(app, StepDays{5});
  CHECK(app.view.day == 0);
  // A slip of the thumb does not open it.
  apply(app, StepBeat{1});
  CHECK(futureHidden(app));
  CHECK(app.presenter.skipAsked);

  for (int i = 0; i < 12; ++i) apply(app, CountHands{0, 1});
  for (int i = 0; i < 30; ++i) apply(app, CountHands{2, 1});
  apply(app, CountHands{0, -1});
  apply(app, CountHands{1, -1});
  apply(app, CountHands{7, 1});
  const Ballot& ballot = *app.presenter.ballot();
  CHECK(ballot.hands[0] == 11);
  CHECK(ballot.hands[1] == 0);
  CHECK(ballot.hands[2] == 30);
  CHECK(ballot.total() == 41);

  apply(app, StepBeat{1});
  CHECK_FALSE(futureHidden(app));
  CHECK(app.view.playing);
  play(app, 1);
  CHECK(shownUntil(app) == app.view.day);  // it appears with the clock
  CHECK_FALSE(beatIsDone(app));
  play(app, 10);
  CHECK(beatIsDone(app));
  CHECK(shownUntil(app) == app.derived.course.days());
  CHECK(app.presenter.ballot()->total() == 41);  // the vote stays

  // And is still there when the beat is shown again.
  apply(app, StepBeat{-1});
  apply(app, OpenScript{"double-edged-sword", 0});
  CHECK(app.presenter.ballot()->total() == 0);  // a new lecture, a new class
}

TEST_CASE("a lecturer without a vote steps twice") {
  AppState app = openedAt("double-edged-sword", "shield");
  apply(app, StepBeat{1});
  apply(app, StepBeat{1});
  CHECK_FALSE(futureHidden(app));
}

TEST_CASE("the black screen stops the clock, and the clicker only brings the picture back") {
  AppState app = opened("double-edged-sword");
  apply(app, SetControl{ControlId::blackout, 1});
  CHECK_FALSE(app.view.playing);
  const int beat = app.presenter.beat;
  apply(app, StepBeat{1});
  CHECK_FALSE(app.view.blackout);
  CHECK(app.presenter.beat == beat);
}

TEST_CASE("leaving presenter mode closes the script and shows all cells again") {
  AppState app = openedAt("fraction-size", "two");
  CHECK(app.view.hidden[static_cast<std::size_t>(CellKind::mdsc)]);
  apply(app, SetControl{ControlId::presenter, 0});
  CHECK(app.presenter.script == nullptr);
  CHECK_FALSE(app.view.hidden[static_cast<std::size_t>(CellKind::mdsc)]);
  CHECK(app.document.caseId == "lugade-2008");
}

TEST_CASE("an address opens a script at a beat, and a wrong one is told") {
  AppState app;
  start(app, "?present=sequence&beat=3", "");
  REQUIRE(app.presenter.script != nullptr);
  CHECK(app.presenter.script->id == "sequence");
  CHECK(app.presenter.beat == 2);
  AppState other;
  start(other, "?present=sequenz", "");
  CHECK(other.presenter.script == nullptr);
  REQUIRE(other.toasts.size() == 1);
  CHECK(other.toasts[0].message.place == "?present=sequenz");
  CHECK(other.toasts[0].message.text.find("double-edged-sword") != std::string::npos);
  AppState plain;
  start(plain, "?presenter=1", "");
  CHECK(plain.view.presenter);
  CHECK(plain.presenter.script == nullptr);
}

#ifdef ABSCOPE_HAS_QRCODEGEN
TEST_CASE("the QR code has the three finders and the size of its text, and says when it cannot") {
  AppState app;
  start(app, "?case=dewan-2009", "");
  apply(app, PageAddress{"https://example.org/abscope/"});
  apply(app, ShowOverlay{Overlay::qr});
  const QrCode& code = app.qr;
  REQUIRE(code.side >= 21);
  CHECK((code.side - 17) % 4 == 0);
  for (const auto& [x, y] :
       {std::pair{0, 0}, std::pair{code.side - 7, 0}, std::pair{0, code.side - 7}}) {
    for (int i = 0; i < 7; ++i) {
      CHECK(code.at(x + i, y));
      CHECK(code.at(x, y + i));
    }
    CHECK_FALSE(code.at(x + 1, y + 1));
    CHECK(code.at(x + 3, y + 3));
  }
  apply(app, ShowOverlay{Overlay::none});
  CHECK(app.qr.side == 0);
  CHECK(qrCodeOf(std::string(3000, 'x')).side == 0);
  // Another day is another code.
  const QrCode one = qrCodeOf("https://example.org/#day=1"),
               two = qrCodeOf("https://example.org/#day=2");
  CHECK(one.dark != two.dark);
}
#endif

}  // namespace abscope
