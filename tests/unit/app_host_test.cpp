// What the page around the lab may ask for, and what it is told.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "app/apply.h"
#include "app/host_api.h"
#include "library/scripts.h"

namespace abscope {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

AppState started() {
  AppState app;
  start(app);
  return app;
}

// Asks and does it.
HostAnswer ask(AppState& app, std::string_view json) {
  HostAnswer answer = answerHost(app, json);
  std::vector<Command> commands = answer.commands;
  applyAll(app, commands);
  return answer;
}

}  // namespace

TEST_CASE("a host loads a case, goes to a day, plays and pauses") {
  AppState app = started();
  HostAnswer answer =
      ask(app, R"({"abscope":1,"type":"loadCase","case":"dewan-2009","arm":"8x3","requestId":7})");
  CHECK(answer.reply == R"({"abscope":1,"type":"done","requestId":7,"request":"loadCase"})");
  CHECK(app.document.caseId == "dewan-2009");
  CHECK(app.document.armId == "8x3");
  ask(app, R"({"abscope":1,"type":"runTo","day":12.5})");
  CHECK(app.view.day == 12.5);
  CHECK_FALSE(app.view.playing);
  ask(app, R"({"abscope":1,"type":"resume"})");
  CHECK(app.view.playing);
  ask(app, R"({"abscope":1,"type":"pause"})");
  CHECK_FALSE(app.view.playing);
}

TEST_CASE("a host sets controls by their names and reads the state") {
  AppState app = started();
  ask(app, R"({"abscope":1,"type":"loadCase","case":"dewan-2009","arm":"8x3"})");
  const HostAnswer answer = ask(app, R"({"abscope":1,"type":"setState","requestId":"a \"b\"",)"
                                     R"("settings":{"rtDose":6,"rtFractions":5,"theme":"light"}})");
  CHECK(answer.reply ==
        R"({"abscope":1,"type":"done","requestId":"a \"b\"","request":"setState"})");
  CHECK(controlValue(app, ControlId::rtDose) == 6);
  CHECK(controlValue(app, ControlId::rtFractions) == 5);
  const HostAnswer state = ask(app, R"({"abscope":1,"type":"getState","requestId":1})");
  CHECK(has(state.reply, R"("type":"state","requestId":1)"));
  CHECK(has(state.reply, R"("case":"dewan-2009","arm":"8x3","day":0)"));
  CHECK(has(state.reply, R"("doseGy":30)"));  // 5 x 6
  CHECK(has(state.reply, R"("format":"abscope-scenario/1")"));

  // What was read can be set again, in another lab.
  const std::size_t begin = state.reply.find("\"scenario\":");
  const std::string scenario = state.reply.substr(begin, state.reply.size() - 1 - begin);
  AppState other = started();
  const HostAnswer set = ask(other, R"({"abscope":1,"type":"setState",)" + scenario + "}");
  CHECK(has(set.reply, R"("type":"done")"));
  CHECK(controlValue(other, ControlId::rtDose) == 6);
}

TEST_CASE("a message that is wrong anywhere is answered with an error and changes nothing") {
  struct Bad {
    const char* json;
    const char* place;
    const char* text;
  };
  const Bad bad[] = {
      {"{", "line 1", ""},
      {"[]", "$", "must be an object"},
      {R"({"type":"pause"})", "$.abscope", "version"},
      {R"({"abscope":2,"type":"pause"})", "$.abscope", "version"},
      {R"({"abscope":1})", "$.type", "one of pause, resume"},
      {R"({"abscope":1,"type":"puase"})", "$.type", "did you mean \\\"pause\\\""},
      {R"({"abscope":1,"type":"pause","day":3})", "$.day", "no field of pause"},
      {R"({"abscope":1,"type":"runTo"})", "$.day", "0 to 1095 d"},
      {R"({"abscope":1,"type":"runTo","day":-1})", "$.day", "0 to 1095 d"},
      {R"({"abscope":1,"type":"runTo","day":"3"})", "$.day", "0 to 1095 d"},
      {R"({"abscope":1,"type":"loadCase"})", "$.case", "must be a text"},
      {R"({"abscope":1,"type":"loadCase","case":"nobody-1900"})", "$.case", "no such case"},
      {R"({"abscope":1,"type":"loadCase","case":"dewan-2009","arm":"x"})", "$.arm", "no such arm"},
      {R"({"abscope":1,"type":"setState"})", "$", "settings, hash or scenario"},
      {R"({"abscope":1,"type":"setState","settings":[1]})", "$.settings", "object"},
      {R"({"abscope":1,"type":"setState","settings":{"rtDose":[8]}})", "$.settings.rtDose",
       "number, a word"},
      {R"({"abscope":1,"type":"setState","settings":{"rtDose":8,"rtFractions":1000}})",
       "rtFractions=1000", "not a number from 1"},
      {R"({"abscope":1,"type":"setState","settings":{"rtDose":8,"undo":1}})", "$.settings.undo",
       "no setting"},
      {R"({"abscope":1,"type":"setState","settings":{"rtDose":8,"rtDsoe":1}})", "$.settings.rtDsoe",
       "no setting"},
      {R"({"abscope":1,"type":"setState","settings":{"rtDose":8},"scenario":{"format":"x"}})",
       "$.scenario.format", ""},
      {R"({"abscope":1,"type":"setState","hash":"#s=%%%"})", "Share link", "cut or changed"},
      {R"({"abscope":1,"type":"announce"})", "$.text", "must be a text"},
      {R"({"abscope":1,"type":"pause","requestId":{}})", "$.requestId", "number or a string"},
  };
  for (const Bad& one : bad) {
    const std::string json = one.json;
    CAPTURE(json);
    AppState app = started();
    const double dose = controlValue(app, ControlId::rtDose);
    app.view.playing = true;
    const HostAnswer answer = ask(app, one.json);
    CHECK(answer.commands.empty());
    CHECK(has(answer.reply, R"("type":"error")"));
    CAPTURE(answer.reply);
    CHECK(has(answer.reply, one.place));
    CHECK(has(answer.reply, one.text));
    CHECK(app.view.playing);
    CHECK(controlValue(app, ControlId::rtDose) == dose);
    CHECK(app.document.caseId == "barsoumian-2020");
  }
}

TEST_CASE("a host hears of fractions, cleared tumours and the end while the course plays") {
  AppState app = started();
  HostWatch watch;
  std::vector<std::string> heard = watch.news(app);
  REQUIRE(heard.size() == 1);
  CHECK(has(heard[0], R"("type":"ready")"));
  CHECK(watch.news(app).empty());

  apply(app, SetControl{ControlId::speed, 30});
  apply(app, Play{});
  int fractions = 0, cleared = 0, finished = 0, states = 0;
  for (int i = 0; i < 100; ++i) {
    apply(app, Tick{0.05});
    for (const std::string& message : watch.news(app)) {
      fractions += has(message, R"("event":"fraction")") ? 1 : 0;
      cleared += has(message, R"("event":"tumourCleared")") ? 1 : 0;
      finished += has(message, R"("event":"runFinished")") ? 1 : 0;
      states += has(message, R"("type":"state")") ? 1 : 0;
    }
  }
  int given = 0, cures = 0;
  for (const Event& event : app.derived.course.events()) {
    given += event.kind == EventKind::fraction && event.day > 0 ? 1 : 0;
    cures += event.kind == EventKind::cure ? 1 : 0;
  }
  CHECK(given == 5);
  CHECK(fractions == given);
  CHECK(cleared == cures);
  CHECK(finished == 1);
  CHECK(states == 2);  // it plays, and it has stopped

  // A jump passes nothing, but is told.
  apply(app, SetControl{ControlId::day, 30});
  heard = watch.news(app);
  REQUIRE(heard.size() == 1);
  CHECK(has(heard[0], R"("day":30)"));
}

TEST_CASE("a host is told of runs, lectures and lessons that were done") {
  AppState app = started();
  HostWatch watch;
  watch.news(app);
  const auto reports = [&] {
    std::vector<std::string> found;
    for (std::string& message : watch.news(app)) {
      if (has(message, R"("type":"report")")) found.push_back(std::move(message));
    }
    return found;
  };

  apply(app, SetControl{ControlId::speed, 30});
  apply(app, Play{});
  std::vector<std::string> heard;
  for (int i = 0; i < 100; ++i) {
    apply(app, Tick{0.05});
    for (std::string& report : reports()) heard.push_back(std::move(report));
  }
  REQUIRE(heard.size() == 1);
  CHECK(has(heard[0], R"("activity":"run")"));
  CHECK(has(heard[0], "barsoumian-2020/"));
  CHECK(has(heard[0], R"("completion":1)"));

  Report lesson;
  lesson.activity = Activity::lesson;
  lesson.id = "eight-by-three";
  lesson.completion = 0.5;
  lesson.score = 0.75;
  lesson.answers.push_back({"first", AnswerKind::choice, "a \"quoted\" one", false});
  app.reports.push_back(lesson);
  heard = reports();
  REQUIRE(heard.size() == 1);
  CHECK(
      heard[0] ==
      R"({"abscope":1,"type":"report","activity":"lesson","id":"eight-by-three","completion":0.5,)"
      R"("score":0.75,"answers":[{"question":"first","kind":"choice",)"
      R"("response":"a \"quoted\" one","correct":false}]})");
  CHECK(reports().empty());

  // A lecture: more with each beat, never less, and all of it at the end.
  const Script& script = scripts().front();
  apply(app, OpenScript{script.id, 0});
  double shown = 0;
  for (std::size_t i = 0; i < 100 && shown < 1; ++i) {
    apply(app, StepBeat{+1});
    apply(app, GoToEnd{});
    for (const std::string& report : reports()) {
      REQUIRE(has(report, "\"activity\":\"lecture\",\"id\":\"" + script.id));
      const double now = std::stod(report.substr(report.find("completion\":") + 12));
      CHECK(now > shown);
      shown = now;
    }
  }
  CHECK(shown == 1);
}

}  // namespace abscope
