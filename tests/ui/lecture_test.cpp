// The lecture hall by hand: clicker, votes, menu, black screen, and what the last row can read.
#include <algorithm>
#include <vector>

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "ui/allocation_counter.h"
#include "ui/beam.h"
#include "ui/layout.h"
#include "ui/plot_export.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

// The beat of the first script that asks first.
int firstQuestion(const Script& script) {
  int index = 0;
  while (script.beats[static_cast<std::size_t>(index)].prediction.question.empty()) ++index;
  return index;
}

void openQuestion(UiDriver& ui) {
  const Script& script = scripts().front();
  apply(ui.app, OpenScript{script.id, firstQuestion(script)});
  ui.frames(2);
}

}  // namespace

TEST_CASE("in presenter mode every face is at least 20 px on 720 lines, 30 on 1080") {
  for (const auto& [size, least] :
       {std::pair{ImVec2{1280, 720}, 20.0f}, std::pair{ImVec2{1920, 1080}, 30.0f}}) {
    UiDriver ui(size);
    apply(ui.app, SetControl{ControlId::presenter, 1});
    ui.frames(3);
    for (int face = 0; face < static_cast<int>(Face::count); ++face) {
      CHECK(fontSize(static_cast<Face>(face)) >= least - 0.01f);
    }
  }
}

TEST_CASE("panels of the lecture hall do not overlap and stay on the screen") {
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}, ImVec2{1024, 768},
                            ImVec2{390, 844}, ImVec2{844, 390}}) {
    for (int room = 0; room < static_cast<int>(Room::count); ++room) {
      for (const bool vote : {false, true}) {
        CAPTURE(size.x);
        CAPTURE(room);
        CAPTURE(vote);
        const Layout l =
            lectureLayout(size.x, size.y, static_cast<Room>(room), BeatPanel::none, vote);
        const std::vector<Rect> rects = {l.topBar, l.panels[0], l.panels[1], l.panels[2],
                                         l.plot,   l.vote,      l.caption};
        for (std::size_t i = 0; i < rects.size(); ++i) {
          const Rect& a = rects[i];
          if (a.h <= 0) continue;
          CHECK(a.x >= -0.5f);
          CHECK(a.y >= -0.5f);
          CHECK(a.right() <= size.x + 0.5f);
          CHECK(a.bottom() <= size.y + 0.5f);
          for (std::size_t k = i + 1; k < rects.size(); ++k) {
            const Rect& b = rects[k];
            if (b.h <= 0) continue;
            CHECK((a.right() <= b.x + 0.5f || b.right() <= a.x + 0.5f || a.bottom() <= b.y + 0.5f ||
                   b.bottom() <= a.y + 0.5f));
          }
        }
        if (l.plot.h > 0) CHECK(l.plot.h > 90);
      }
    }
  }
}

TEST_CASE("captions, questions and sources fit their places on 720 lines") {
  UiDriver ui({1280, 720});
  for (const Script& script : scripts()) {
    for (int i = 0; i < static_cast<int>(script.beats.size()); ++i) {
      apply(ui.app, OpenScript{script.id, i});
      apply(ui.app, Pause{});
      ui.frame();
      const Layout layout = layoutOf(ui.app, 1280, 720);
      const Beat& beat = *ui.app.presenter.now();
      CAPTURE(script.id);
      CAPTURE(beat.id);
      const float width = layout.caption.w - 24 * layout.scale;
      for (const std::string& words : {beat.caption, beat.outcome}) {
        CHECK(drawParagraph(nullptr, Face::body, {}, width, 0, 0, words) <=
              layout.caption.h - 29 * layout.scale);
      }
      if (layout.vote.h > 0) {
        const float inner = layout.vote.w - 18 * layout.scale;
        const float question =
            drawParagraph(nullptr, Face::strong, {}, inner, 0, 0, beat.prediction.question);
        const auto count = static_cast<float>(beat.prediction.choices.size());
        CHECK(question + count * 44 * layout.scale <= layout.vote.h - 20 * layout.scale);
        for (const std::string& choice : beat.prediction.choices) {
          CAPTURE(choice);
          CHECK(textWidth(Face::strong, "1  " + choice + "  \u2713") <= inner);
        }
      }
    }
  }
}

TEST_CASE("hands are counted by click and by key, and the clicker goes on") {
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{390, 844}}) {
    CAPTURE(size.x);
    UiDriver ui(size);
    openQuestion(ui);
    REQUIRE(futureHidden(ui.app));
    CHECK(ui.widget("fewerHands/0").disabled);
    ui.click("moreHands/0");
    ui.click("moreHands/0");
    ui.click("fewerHands/0");
    ui.click("moreHands/2");
    ui.key(ImGuiKey_2);
    ui.key(ImGuiKey_2, false, true);
    ui.key(ImGuiKey_3);
    CHECK(ui.app.presenter.ballot()->hands == std::array<int, kMostChoices>{1, 0, 2, 0, 0});
    ui.key(ImGuiKey_PageDown);
    CHECK_FALSE(futureHidden(ui.app));
    CHECK(ui.app.view.playing);
    ui.key(ImGuiKey_Space);  // to the end of the beat
    CHECK(beatIsDone(ui.app));
    CHECK(ui.shows("moreHands/0"));  // the vote stays beside the result
    const int beat = ui.app.presenter.beat;
    ui.key(ImGuiKey_RightArrow);
    CHECK(ui.app.presenter.beat == beat + 1);
    ui.key(ImGuiKey_PageUp);
    CHECK(ui.app.presenter.beat == beat);
    ui.click("nextBeat");
    ui.click("previousBeat");
    CHECK(ui.app.presenter.beat <= beat);
  }
}

TEST_CASE("hands are typed as a number, and the digits count no hands by themselves") {
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{390, 844}}) {
    CAPTURE(size.x);
    UiDriver ui(size);
    openQuestion(ui);
    ui.click("hands/1");
    ImGui::GetIO().AddInputCharactersUTF8("42");
    ui.frames(3);
    ui.key(ImGuiKey_Enter);
    CHECK(ui.app.presenter.ballot()->hands == std::array<int, kMostChoices>{0, 42, 0, 0, 0});
    CHECK(futureHidden(ui.app));  // Enter in the field is no step
  }
}

TEST_CASE("a sweep keeps quiet until the class has voted") {
  UiDriver ui;
  openQuestion(ui);
  apply(ui.app, SetControl{ControlId::stage, static_cast<double>(Stage::sweep)});
  const auto vertices = [&] {
    ui.frames(30);
    return ImGui::FindWindowByName("###window.lab")->DrawList->VtxBuffer.Size;
  };
  const int hidden = vertices();
  apply(ui.app, CountHands{0, 1});
  apply(ui.app, StepBeat{1});
  apply(ui.app, StepBeat{1});
  CHECK(vertices() > hidden + 500);
}

TEST_CASE("what is drawn does not depend on a future that is hidden") {
  // Two courses that are alike until the day of the beat: their pictures must be too.
  UiDriver ui;
  openQuestion(ui);
  const auto picture = [&] {
    ui.frames(3);
    const ImDrawList& list = *ImGui::FindWindowByName("###window.lab")->DrawList;
    std::vector<float> places;
    places.reserve(2 * static_cast<std::size_t>(list.VtxBuffer.Size));
    for (const ImDrawVert& v : list.VtxBuffer) {
      places.push_back(v.pos.x);
      places.push_back(v.pos.y);
    }
    return places;
  };
  apply(ui.app, SetControl{ControlId::room, static_cast<double>(Room::plot)});
  const std::vector<float> before = picture();
  const auto curve = ui.app.derived.series.volumeMm3[0];
  // Deaf to interferon: nothing on day 0 differs, all that follows does.
  apply(ui.app, SetControl{ControlId::ifnarLoss, 100});
  REQUIRE(ui.app.derived.series.volumeMm3[0] != curve);
  REQUIRE(ui.app.derived.series.volumeMm3[0].front() == curve.front());
  CHECK(picture() == before);
  // The opposite, so that the test can fail.
  apply(ui.app, CountHands{0, 1});
  apply(ui.app, StepBeat{1});
  apply(ui.app, StepBeat{1});
  const std::vector<float> shown = picture();
  apply(ui.app, SetControl{ControlId::ifnarLoss, 0});
  CHECK(picture() != shown);
}

TEST_CASE("the menu opens lectures, switches and exports, and closes") {
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}}) {
    UiDriver ui(size);
    ui.click("menu");
    CHECK(ui.app.view.overlay == Overlay::menu);
    ui.click("theme/2");
    CHECK(ui.app.view.theme == Theme::contrast);
    ui.click("reducedMotion");
    CHECK(ui.app.view.reducedMotion);
    ui.click("exportCsv");
    CHECK(ui.app.view.overlay == Overlay::none);
    CHECK(ui.app.pageDeeds == std::vector<PageDeed>{PageDeed::saveCsv});
    CHECK(needsFrame(ui.app));
    apply(ui.app, PageAsked{});
    ui.key(ImGuiKey_N);
    ui.click("openScript/1");
    CHECK(ui.app.presenter.script == &scripts()[1]);
    CHECK(ui.app.view.presenter);
    ui.click("presenter");
    CHECK_FALSE(ui.app.view.presenter);
    CHECK(ui.app.presenter.script == nullptr);
  }
}

TEST_CASE("black screen by B and by full stop; a click, Escape and the clicker bring it back") {
  UiDriver ui;
  apply(ui.app, OpenScript{scripts().front().id});
  for (const ImGuiKey on : {ImGuiKey_B, ImGuiKey_Period}) {
    ui.key(on);
    CHECK(ui.app.view.blackout);
    ui.frames(2);
    ui.key(ImGuiKey_Escape);
    CHECK_FALSE(ui.app.view.blackout);
  }
  ui.key(ImGuiKey_B);
  ui.frames(2);
  ui.clickAt({640, 300});
  CHECK_FALSE(ui.app.view.blackout);
  ui.key(ImGuiKey_B);
  ui.key(ImGuiKey_PageDown);
  CHECK_FALSE(ui.app.view.blackout);
  ui.key(ImGuiKey_O);
  CHECK(ui.app.view.spotlight);
  ui.key(ImGuiKey_Q);
  CHECK(ui.app.view.overlay == Overlay::qr);
  ui.key(ImGuiKey_Escape);
  ui.key(ImGuiKey_F);
  CHECK(ui.app.pageDeeds == std::vector<PageDeed>{PageDeed::fullScreen});
}

TEST_CASE("steady frames of a lecture allocate nothing") {
  countImGuiAllocations();
  UiDriver ui;
  openQuestion(ui);
  const auto inFrames = [&](int count) {
    const long before = allocations();
    for (int i = 0; i < count; ++i) ui.bareFrame(1.0 / 60);
    return allocations() - before;
  };
  inFrames(20);
  CHECK(inFrames(60) == 0);
  for (int pass = 0; pass < 2; ++pass) {
    apply(ui.app, OpenScript{"double-edged-sword"});
    const long taken = inFrames(200);
    if (pass == 1) CHECK(taken == 0);
  }
}

}  // namespace abscope
