// Two courses compared: pin, swap, undo, link, match BED, branch, and a line that agrees with the
// fluxes of both.
#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "app/address.h"
#include "app/apply.h"
#include "app/branch.h"
#include "app/compare_text.h"
#include "library/cases.h"
#include "library/text.h"

namespace abscope {
namespace {

AppState lab(const char* id, const char* arm) {
  AppState app;
  app.maxCells = 300;
  start(app);
  apply(app, OpenCase{id, arm});
  app.history = {};
  return app;
}

std::string lineOf(const AppState& app) {
  TextBuffer<640> text;
  if (!app.derived.pinned) return {};
  addComparison(app.document, app.derived.course, app.derived.pinned->course, app.comparison, text);
  return std::string(text.view());
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

double volumeAt(const Course& course, Site site, double day) {
  return volumeMm3(course.at(day))[static_cast<int>(site)];
}

}  // namespace

TEST_CASE("a pin keeps the course while the present one changes, and is a step of undo") {
  AppState app = lab("dewan-2009", "20x1-anti-ctla-4");
  CHECK_FALSE(app.comparison.any);
  CHECK_FALSE(controlEnabled(app, ControlId::swapPinned));
  apply(app, Pin{});
  REQUIRE(app.derived.pinned);
  const double pinnedEnd = volumeAt(app.derived.course, Site::distant, 45);
  apply(app, SetControl{ControlId::rtDose, 8});
  apply(app, SetControl{ControlId::rtFractions, 3});
  apply(app, EndGesture{});
  CHECK(volumeAt(app.derived.pinned->course, Site::distant, 45) == pinnedEnd);
  CHECK(volumeAt(app.derived.course, Site::distant, 45) < 0.1 * pinnedEnd);
  // Same discs on both sides.
  CHECK(app.derived.pinned->tissue.scales().millionsPerDisc ==
        app.derived.tissue.scales().millionsPerDisc);

  const Document present = app.document;
  apply(app, SwapPinned{});
  CHECK(app.document.scenario.plan.radiation[0].irradiatedGy == 20);
  CHECK(volumeAt(app.derived.course, Site::distant, 45) == pinnedEnd);
  CHECK(app.document.pinned->scenario.plan.radiation[0].irradiatedGy == 8);
  apply(app, SwapPinned{});
  CHECK(same(app.document, present));
  apply(app, Unpin{});
  CHECK_FALSE(app.derived.pinned);
  CHECK_FALSE(app.comparison.any);
  apply(app, Undo{});
  REQUIRE(app.derived.pinned);
  CHECK(same(app.document, present));
  while (app.history.canUndo()) apply(app, Undo{});
  CHECK_FALSE(app.document.pinned);
}

TEST_CASE("the line of the Dewan pair names TREX1, in direction and number") {
  AppState app = lab("dewan-2009", "20x1-anti-ctla-4");
  apply(app, Pin{});
  apply(app, OpenCase{"dewan-2009", "8x3-anti-ctla-4"});
  apply(app, SetControl{ControlId::day, 30});
  const Course& present = app.derived.course;
  const Course& pinned = app.derived.pinned->course;
  const double made = present.integralsAt(30)[TumourFlux::trex1Induction][0];
  const double madePinned = pinned.integralsAt(30)[TumourFlux::trex1Induction][0];
  CHECK(made < 0.01 * madePinned);
  const std::string line = lineOf(app);
  CAPTURE(line);
  CHECK(has(line, "8 Gy × 3 instead of 20 Gy × 1"));
  CHECK(has(line, "TREX1 stayed low (under 1 % of the pinned)"));
  const double percent =
      100 * (1 - volumeAt(present, Site::distant, 30) / volumeAt(pinned, Site::distant, 30));
  CHECK(has(line, "distant tumour " + std::to_string(std::lround(percent)) + " % smaller"));
  // The other way round it is told the other way round.
  apply(app, SwapPinned{});
  const std::string back = lineOf(app);
  CAPTURE(back);
  CHECK(has(back, "20 Gy × 1 instead of 8 Gy × 3"));
  CHECK(has(back, "TREX1 rose (hardly any in the pinned)"));
  CHECK(has(back, "times as large"));
}

TEST_CASE("every cause that is told has the direction and the amounts of the fluxes") {
  int told = 0;
  for (const Case& item : cases()) {
    const Course pinned = solve(item.arms[0].patient, item.arms[0].plan);
    for (std::size_t arm = 1; arm < item.arms.size(); ++arm) {
      CAPTURE(item.id);
      CAPTURE(item.arms[arm].id);
      const Course present = solve(item.arms[arm].patient, item.arms[arm].plan);
      const Comparison c = compare(present, pinned, 0.6 * present.days());
      const auto lane = static_cast<std::size_t>(c.site);
      CHECK(c.presentMm3[lane] == volumeAt(present, c.site, c.day));
      CHECK(c.pinnedMm3[lane] == volumeAt(pinned, c.site, c.day));
      if (c.cause.cause < 0) continue;
      ++told;
      const CauseInfo& cause = causes()[static_cast<std::size_t>(c.cause.cause)];
      CAPTURE(cause.key);
      // More of what helps goes with the smaller tumour.
      const bool smaller = c.presentMm3[lane] < c.pinnedMm3[lane];
      CHECK((c.cause.present > c.cause.pinned) == (cause.helps == smaller));
      if (cause.factor < 0) {
        double sum = 0, sumPinned = 0;
        for (const int f : cause.fluxes) {
          if (f < 0) continue;
          const auto of = [&](const Course& course) {
            const Fluxes x = course.integralsAt(c.day);
            if (cause.where == CauseInfo::Where::system) return x[static_cast<SystemFlux>(f)];
            const bool there = cause.where == CauseInfo::Where::outcome;
            return x[static_cast<TumourFlux>(f)][there ? static_cast<int>(c.site) : 0];
          };
          sum += of(present);
          sumPinned += of(pinned);
        }
        CHECK(c.cause.present == doctest::Approx(sum));
        CHECK(c.cause.pinned == doctest::Approx(sumPinned));
      }
      // No other cause that agrees would tell more.
      TextBuffer<160> words;
      addCause(c, words);
      CHECK_FALSE(has(std::string(words.view()), "compare."));
      CHECK_FALSE(has(std::string(words.view()), "{"));
    }
  }
  CHECK(told > 150);
}

TEST_CASE("every cause has words for both directions, and names fluxes of its own") {
  for (const CauseInfo& cause : causes()) {
    CAPTURE(cause.key);
    CHECK(hasText("compare.cause." + std::string(cause.key) + ".more"));
    CHECK(hasText("compare.cause." + std::string(cause.key) + ".less"));
    CHECK((cause.fluxes[0] >= 0) != (cause.factor >= 0));
  }
}

TEST_CASE("differences in plan are told") {
  const auto difference = [](const char* arm, const Command& change) {
    AppState app = lab("dewan-2009", arm);
    apply(app, Pin{});
    apply(app, change);
    TextBuffer<320> text;
    addPlanDifference(app.document, app.derived.course, app.derived.pinned->course, text);
    return std::string(text.view());
  };
  CHECK(difference("8x3", Unpin{}) == "");
  CHECK(difference("8x3", SetControl{ControlId::plotSite, 0}) == "same plan");
  CHECK(difference("8x3", SetControl{ControlId::rtStart, 4}) == "8 Gy × 3 3 d later");
  CHECK(difference("8x3", SetControl{ControlId::rtInterval, 2}) ==
        "8 Gy × 3 over 4 d instead of 2 d");
  CHECK(difference("8x3", OpenCase{"dewan-2009", "8x3-anti-ctla-4"}) == "with anti-CTLA-4");
  CHECK(difference("8x3-anti-ctla-4", OpenCase{"dewan-2009", "8x3"}) == "without anti-CTLA-4");
  CHECK(difference("8x3-anti-ctla-4", SetControl{ControlId::drugStart, 8}) ==
        "anti-CTLA-4 5 d later");
  CHECK(difference("8x3", SetControl{ControlId::X05, 0}) == "X05 at 0 % instead of 100 %");
  CHECK(difference("8x3", SetControl{ControlId::distantVolume, 50}) == "other tumour sizes");
  CHECK(difference("8x3", OpenCase{"dewan-2009", "control"}) ==
        "no radiotherapy instead of 8 Gy × 3");
}

TEST_CASE("match BED solves for the dose per fraction exactly, and undo takes it back") {
  for (const BedRatio ratio : {BedRatio::ten, BedRatio::three, BedRatio::own}) {
    AppState app = lab("dewan-2009", "20x1");
    apply(app, SetControl{ControlId::bedRatio, static_cast<double>(ratio)});
    apply(app, Pin{});
    apply(app, OpenCase{"dewan-2009", "8x3"});
    const Document before = app.document;
    apply(app, MatchBed{});
    const RadiationItem& item = app.document.scenario.plan.radiation[0];
    CHECK(item.fractions == 3);
    const double r = alphaBetaGy(ratio, app.document.scenario.patient);
    const double d = item.irradiatedGy;
    CAPTURE(r);
    CAPTURE(d);
    CHECK(3 * d * (1 + d / r) == doctest::Approx(20 * (1 + 20 / r)).epsilon(1e-12));
    if (ratio == BedRatio::ten) {
      CHECK(d == doctest::Approx(10.0));  // 3 x 10 (1 + 1) = 60 = 20 (1 + 2)
      CHECK(has(lineOf(app), "same BED10 (60 Gy), 10 Gy × 3 instead of 20 Gy × 1"));
    }
    apply(app, Undo{});
    CHECK(same(app.document, before));
  }
}

TEST_CASE("match BED says why where it cannot") {
  const auto told = [](AppState& app) {
    apply(app, MatchBed{});
    return app.toasts.empty() ? std::string() : app.toasts.back().message.text;
  };
  AppState app = lab("dewan-2009", "control");
  apply(app, Pin{});
  CHECK(has(told(app), "no radiotherapy"));
  apply(app, OpenCase{"dewan-2009", "8x3"});
  CHECK(has(told(app), "no dose"));
  CHECK(app.document.armId == "8x3");
  apply(app, SetControl{ControlId::rtDose, 1});
  apply(app, EndGesture{});
  apply(app, Pin{});  // 3 x 1 Gy
  apply(app, AddRadiation{});
  apply(app, SetControl{ControlId::rtDose, 2});
  apply(app, SelectItem{ItemKind::radiation, 0});
  CHECK(has(told(app), "other series"));
}

TEST_CASE("a link carries the pin, short where it can be, and the branch") {
  const auto roundTrip = [](const AppState& app) {
    AppState other;
    other.maxCells = 300;
    start(other, "", shareHash(app));
    CHECK(other.toasts.empty());
    REQUIRE(other.document.pinned);
    CHECK(same(other.document.pinned->scenario.plan, app.document.pinned->scenario.plan));
    CHECK(same(other.document.pinned->scenario.patient, app.document.pinned->scenario.patient));
    CHECK(same(other.document.scenario.plan, app.document.scenario.plan));
    CHECK(other.document.pinned->branchDay == app.document.pinned->branchDay);
    CHECK(lineOf(other) == lineOf(app));
    CHECK_FALSE(other.history.canUndo());
  };
  AppState app = lab("dewan-2009", "20x1-anti-ctla-4");
  apply(app, Pin{});
  apply(app, OpenCase{"dewan-2009", "8x3-anti-ctla-4"});
  CHECK(has(shareHash(app), "&pin=dewan-2009/20x1-anti-ctla-4"));
  CHECK(shareHash(app).size() < 100);
  roundTrip(app);
  apply(app, SwapPinned{});
  apply(app, SetControl{ControlId::rtDose, 18});
  apply(app, Pin{});
  apply(app, SetControl{ControlId::rtDose, 17});
  CHECK(has(shareHash(app), "&pinHost=1"));
  roundTrip(app);
  apply(app, SetControl{ControlId::distantVolume, 40});
  CHECK_FALSE(has(shareHash(app), "&pinHost=1"));
  roundTrip(app);
  AppState branched = lab("barsoumian-2020", "hdr-ldrt-ici");
  apply(branched, SetControl{ControlId::day, 6.5});
  apply(branched, Branch{});
  roundTrip(branched);
}

TEST_CASE("a link with a broken pin says so and opens the rest") {
  AppState app;
  start(app, "", "#case=dewan-2009&arm=8x3&pin=dewan-2009/none");
  CHECK(app.document.armId == "8x3");
  CHECK_FALSE(app.document.pinned);
  REQUIRE_FALSE(app.toasts.empty());
  CHECK(has(app.toasts.back().message.place, "pin="));
}

TEST_CASE("a branch leaves the course as it was until its future is changed") {
  for (const double day : {0.0, 2.0, 2.5, 6.0, 9.25, 30.0}) {
    CAPTURE(day);
    AppState app = lab("barsoumian-2020", "hdr-ldrt-ici");
    const Course before = app.derived.course;
    apply(app, SetControl{ControlId::day, day});
    apply(app, Branch{});
    REQUIRE(app.document.pinned);
    CHECK(app.document.pinned->branchDay == day);
    const std::vector<Event>& events = app.derived.course.events();
    CHECK(samePast(events, before.events(), before.days()));
    for (const double at : {1.0, 3.0, 7.0, 20.0, 60.0}) {
      for (const Site site : {Site::irradiated, Site::distant}) {
        CHECK(volumeAt(app.derived.course, site, at) ==
              doctest::Approx(volumeAt(before, site, at)).epsilon(1e-9));
      }
    }
    // No item spans the day.
    const Plan& plan = app.document.scenario.plan;
    for (std::size_t i = 0; i < plan.drugs.size(); ++i) {
      bool past = false, future = false;
      for (const Event& e : events) {
        if (e.kind != EventKind::drugDose || e.item != static_cast<int>(i)) continue;
        (e.day <= day ? past : future) = true;
      }
      CHECK_FALSE((past && future));
    }
    CHECK(has(lineOf(app), "Branched on day"));
  }
}

TEST_CASE("in a branch the future can be changed and the past cannot") {
  AppState app = lab("dewan-2009", "8x3");
  apply(app, SetControl{ControlId::day, 2.5});  // fractions on days 1, 2 and 3
  apply(app, Branch{});
  REQUIRE(app.document.scenario.plan.radiation.size() == 2);
  CHECK(app.view.radiation == 1);  // the rest of the series
  CHECK(app.document.scenario.plan.radiation[1].fractions == 1);
  apply(app, SetControl{ControlId::rtDose, 12});
  CHECK(app.toasts.empty());
  CHECK(app.document.scenario.plan.radiation[1].irradiatedGy == 12);
  CHECK(volumeAt(app.derived.course, Site::irradiated, 2.5) ==
        doctest::Approx(volumeAt(app.derived.pinned->course, Site::irradiated, 2.5)));
  CHECK(volumeAt(app.derived.course, Site::irradiated, 10) <
        volumeAt(app.derived.pinned->course, Site::irradiated, 10));
  apply(app, SelectItem{ItemKind::radiation, 0});
  apply(app, SetControl{ControlId::rtDose, 12});
  CHECK(app.document.scenario.plan.radiation[0].irradiatedGy == 8);
  REQUIRE(app.toasts.size() == 1);
  CHECK(has(app.toasts[0].message.text, "up to day 2.5"));
  apply(app, SetControl{ControlId::rtDose, 11});  // said once, not at every move of a hand
  CHECK(app.toasts.size() == 1);
  apply(app, SelectItem{ItemKind::radiation, 1});
  apply(app, SetControl{ControlId::rtStart, 1});  // into the past
  CHECK(app.document.scenario.plan.radiation[1].start.days == 3);
  apply(app, SetControl{ControlId::X05, 0});  // a mechanism would act from day 0
  CHECK(app.document.scenario.patient.strengths[MechanismId::X05] == 1);
  // Another case has a past of its own.
  apply(app, OpenCase{"dewan-2009", "20x1"});
  CHECK(app.document.armId == "20x1");
  CHECK(app.document.pinned->branchDay < 0);
}

TEST_CASE("the last five runs leave ghosts, one a gesture") {
  AppState app = lab("dewan-2009", "8x3");
  app.ghosts.clear();
  const std::vector<float> first = app.derived.series.volumeMm3[0];
  for (int i = 0; i < 4; ++i) apply(app, SetControl{ControlId::rtDose, 9.0 + i});
  apply(app, EndGesture{});
  CHECK(app.ghosts.count() == 1);
  CHECK(app.ghosts[0].volumeMm3[0] == first);
  apply(app, Pin{});  // no new course
  CHECK(app.ghosts.count() == 1);
  std::vector<float> last;
  for (int i = 0; i < 6; ++i) {
    last = app.derived.series.volumeMm3[0];
    apply(app, SetControl{ControlId::rtDose, 2.0 + i});
    apply(app, EndGesture{});
  }
  CHECK(app.ghosts.count() == Ghosts::kMost);
  CHECK(app.ghosts[0].volumeMm3[0] == last);
}

}  // namespace abscope
