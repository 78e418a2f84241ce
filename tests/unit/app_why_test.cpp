// The sentence of a day agrees with the fluxes that it names.
#include <algorithm>
#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "app/apply.h"
#include "app/balance.h"
#include "app/why_text.h"
#include "library/cases.h"
#include "library/text.h"
#include "model/model.h"

namespace abscope {
namespace {

// Exact where no flux is an impulse; the recorded integrals carry the solver's error.
constexpr double kTolerance = 1e-4;

}  // namespace

TEST_CASE("gains and losses of the explained state add up to its change") {
  int told = 0;
  for (const Case& item : cases()) {
    const Scenario* arm = findArm(item, item.defaultArm);
    REQUIRE(arm);
    const Course course = solve(arm->patient, arm->plan);
    for (double day = 0; day <= course.days(); day += course.days() / 37) {
      const Explanation why = explain(course, day);
      if (!why.any) continue;
      ++told;
      CAPTURE(item.id);
      CAPTURE(day);
      const double size = 1e-3 + why.before + why.gained;
      CHECK(std::fabs(why.before + why.gained - why.lost - why.after) < kTolerance * size);
      REQUIRE(why.cause.flux != TumourFlux::count);
      const TumourState state = tumourStateOf(why.subject);
      const bool rose = why.after > why.before;
      CHECK(signFor(why.cause.flux, state) == (rose ? 1 : -1));
      CHECK(why.cause.amount <= (rose ? why.gained : why.lost) * (1 + 1e-9));
      if (why.against.flux != TumourFlux::count) {
        CHECK(signFor(why.against.flux, state) == (rose ? -1 : 1));
      }
      TextBuffer<512> text;
      addExplanation(why, text);
      const std::string sentence(text.view());
      CHECK(sentence.find(rose ? "fell" : "rose") == std::string::npos);
      CHECK(sentence.find('{') == std::string::npos);
      CHECK(sentence.find("flux.") == std::string::npos);
    }
  }
  CHECK(told > 200);
}

TEST_CASE("the sentence after a fraction of 20 Gy names radiation") {
  AppState app;
  app.maxCells = 300;
  start(app);
  apply(app, OpenCase{"dewan-2009", "20x1"});
  const double day = app.derived.course.events().front().day;
  const Explanation why = explain(app.derived.course, day + 0.1);
  REQUIRE(why.any);
  CHECK(why.site == Site::irradiated);
  CHECK(why.after < why.before);
  TextBuffer<512> text;
  addExplanation(why, text);
  CAPTURE(text.view());
  CHECK(std::string(text.view()).find("radiation") != std::string::npos);
}

TEST_CASE("a course in which nothing happens is not explained away") {
  Patient patient;
  Plan plan;
  plan.days = 10;
  const Course course = solve(patient, plan);
  CHECK_FALSE(explain(course, 0).any);
}

TEST_CASE("every flux that can be told has its words") {
  const auto told = [](std::string_view name) { return hasText("flux." + std::string(name)); };
  for (const FluxInfo& flux : kTumourFluxInfo) CHECK_MESSAGE(told(flux.name), flux.name);
  for (const FluxInfo& flux : kSystemFluxInfo) CHECK_MESSAGE(told(flux.name), flux.name);
  CHECK_FALSE(told("noSuchFlux"));
}

TEST_CASE("the factors of the balance multiply to the kill of the course") {
  const Case* item = findCase("dewan-2009");
  REQUIRE(item);
  const Scenario* arm = findArm(*item, "8x3-anti-ctla-4");
  REQUIRE(arm);
  const Course course = solve(arm->patient, arm->plan);
  // Where nothing but the factors changes, the kill by one effector follows their product: the same
  // state with and without PD-L1 blocked.
  for (const double day : {1.0, 8.0, 20.0}) {
    for (const Site site : {Site::irradiated, Site::distant}) {
      const Balance balance = balanceOf(course, day, site);
      double product = 1;
      for (const Balance::Factor& factor : balance.factors) {
        CHECK(factor.value > 0);
        CHECK(hasText(factor.key));
        product *= factor.value;
      }
      CHECK(balance.product == doctest::Approx(product));
      const State y = course.at(day);
      const HookLevels none = occupancy(course.drugLevelsAt(day));
      HookLevels blocked = none;
      blocked[static_cast<std::size_t>(Hook::antiPd1)] = 0.9;
      Fluxes a, b;
      State slope;
      course.model().rates(y, none, a, slope);
      course.model().rates(y, blocked, b, slope);
      const int lane = static_cast<int>(site);
      const double kill = b[TumourFlux::cd8Kill][lane] / a[TumourFlux::cd8Kill][lane];
      const KillFactors k = course.model().killFactors(y, none);
      const KillFactors m = course.model().killFactors(y, blocked);
      CHECK(kill == doctest::Approx(m.checkpoint[lane] / k.checkpoint[lane] *
                                    m.interferonGamma[lane] / k.interferonGamma[lane])
                        .epsilon(1e-6));
    }
  }
}

TEST_CASE("a phrase names a flux's mechanisms, the first four of many, none of turnover or age") {
  const auto phraseOf = [](TumourFlux flux) {
    TextBuffer<160> text;
    addFluxPhrase(kTumourFluxInfo[static_cast<std::size_t>(flux)], text);
    return std::string(text.view());
  };
  const auto endsIn = [](const std::string& text, const std::string& end) {
    return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
  };
  CHECK(endsIn(phraseOf(TumourFlux::mhc1ByRadiation), " (R03)"));
  const std::string kill = phraseOf(TumourFlux::cd8Kill);
  CAPTURE(kill);
  CHECK(endsIn(kill, ", …)"));
  CHECK(std::count(kill.begin(), kill.end(), ',') == 4);
  for (const TumourFlux flux : {TumourFlux::nkRecruitment, TumourFlux::cd8Death}) {
    CHECK(phraseOf(flux).find('(') == std::string::npos);
  }
}

TEST_CASE("samples agree with the course, before and after every fraction") {
  const Case* item = findCase("dewan-2009");
  REQUIRE(item);
  const Scenario* arm = findArm(*item, "8x3");
  REQUIRE(arm);
  const Course course = solve(arm->patient, arm->plan);
  Series series;
  sample(course, series);
  REQUIRE(series.size() > 400);
  for (std::size_t i = 0; i + 1 < series.size(); ++i) CHECK(series.days[i] <= series.days[i + 1]);
  for (double day = 0; day <= course.days(); day += 0.73) {
    const State y = course.at(day);
    const double volume = volumeMm3(y)[0];
    CHECK(static_cast<double>(valueAt(series, series.volumeMm3[0], day)) ==
          doctest::Approx(volume).epsilon(0.02));
  }
  for (const Event& e : course.events()) {
    if (e.kind != EventKind::fraction) continue;
    const auto cd8 = series.cells[0][static_cast<std::size_t>(Immune::cd8Effector)];
    CHECK(static_cast<double>(valueAt(series, cd8, e.day)) ==
          doctest::Approx(course.at(e.day)[TumourState::cd8Effector][0]).epsilon(1e-3));
  }
  const std::size_t size = series.size();
  const float* memory = series.days.data();
  sample(course, series);  // again: the same, in the same memory
  CHECK(series.size() == size);
  CHECK(series.days.data() == memory);
}

}  // namespace abscope
