// A pressed curve is explained by the fluxes of the course: all of them add up, and the largest
// come first, with the right sign.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "app/cell_words.h"
#include "app/why.h"
#include "app/why_text.h"
#include "library/cases.h"
#include "tissue/tissue.h"

namespace abscope {
namespace {

const Scenario& usual() {
  const Case* found = findCase("barsoumian-2020");
  REQUIRE(found);
  const Scenario* arm = findArm(*found, "hdr-ldrt-ici");
  REQUIRE(arm);
  return *arm;
}

constexpr std::array<CellKind, 6> kAsked = {CellKind::tumour,       CellKind::cd8Effector,
                                            CellKind::treg,         CellKind::mdsc,
                                            CellKind::m1Macrophage, CellKind::nk};

}  // namespace

TEST_CASE("what came and went explains the change of a curve") {
  const Course course = solve(usual().patient, usual().plan);
  for (const double day : {0.0, 0.5, 2.0, 7.3, 12.0, 30.0, 59.9}) {
    for (const CellKind kind : kAsked) {
      for (const Site site : {Site::irradiated, Site::distant}) {
        CAPTURE(day);
        CAPTURE(static_cast<int>(kind));
        const Explanation e = explainCurve(course, day, kind, site);
        REQUIRE(e.asked);
        CHECK(e.toDay - e.fromDay == doctest::Approx(2));
        CHECK(e.fromDay <= std::max(day, 0.0));
        CHECK(e.toDay >= std::min(day, course.days()));
        const double scale = std::max({e.before, e.after, e.gained, e.lost, 1e-9});
        CHECK(std::fabs(e.before + e.gained - e.lost - e.after) / scale < 1e-4);
      }
    }
  }
}

TEST_CASE("the causes are the three largest fluxes of the state, with their direction") {
  const Course course = solve(usual().patient, usual().plan);
  for (const double day : {2.0, 9.0, 20.0}) {
    for (const CellKind kind : kAsked) {
      CAPTURE(day);
      CAPTURE(static_cast<int>(kind));
      const Explanation e = explainCurve(course, day, kind, Site::distant);
      const TumourState state = tumourStateOf(kind);
      const Fluxes from = course.integralsBefore(e.fromDay), to = course.integralsAt(e.toDay);
      std::vector<double> all;
      for (int f = 0; f < kTumourFluxCount; ++f) {
        const auto flux = static_cast<TumourFlux>(f);
        if (signFor(flux, state) != 0) all.push_back(std::fabs(to[flux][1] - from[flux][1]));
      }
      std::sort(all.rbegin(), all.rend());
      for (std::size_t i = 0; i < e.causes.size(); ++i) {
        const Cause& cause = e.causes[i];
        if (all[i] <= 0) continue;
        REQUIRE(cause.flux != TumourFlux::count);
        CHECK(std::fabs(cause.amount) == doctest::Approx(all[i]));
        const int sign = signFor(cause.flux, state);
        CHECK((cause.amount > 0) == (sign > 0));
      }
    }
  }
}

TEST_CASE("the sentence of a curve has its direction and the numbers of its causes") {
  const Course course = solve(usual().patient, usual().plan);
  for (const double day : {2.0, 9.0, 20.0}) {
    for (const CellKind kind : kAsked) {
      const Explanation e = explainCurve(course, day, kind, Site::irradiated);
      TextBuffer<640> text;
      addExplanation(e, text);
      CAPTURE(text.c_str());
      const auto has = [&](std::string_view part) {
        return text.view().find(part) != std::string_view::npos;
      };
      if (e.after > 1.02 * e.before) CHECK((has("rose") || has("came in")));
      if (e.after < 0.98 * e.before) CHECK(has("fell"));
      for (const Cause& cause : e.causes) {
        if (cause.flux == TumourFlux::count || cause.amount == 0) continue;
        TextBuffer<24> number;
        number.add(cause.amount < 0 ? "\u2212" : "+").addNumber(std::fabs(cause.amount), 2);
        CHECK(has(number));
      }
      CHECK_FALSE(has("{"));
    }
  }
}

TEST_CASE("the cells that are lit were moved by those fluxes in that time, and no others") {
  const Course course = solve(usual().patient, usual().plan);
  const Course* const one = &course;
  const Tissue tissue = Tissue::realise(course, scalesFor({&one, 1}, 1600), 1);
  const Explanation e = explainCurve(course, 9, CellKind::cd8Effector, Site::distant);
  std::array<TumourFlux, kMostCauses> fluxes{};
  for (std::size_t i = 0; i < fluxes.size(); ++i) fluxes[i] = e.causes[i].flux;
  std::vector<std::uint8_t> moved;
  tissue.movedBy(fluxes, e.site, e.fromDay, e.toDay, moved);
  REQUIRE(moved.size() == tissue.cellCount());
  const auto isOne = [&](FluxRef ref) {
    return ref.scope == FluxRef::Scope::tumour && ref.site == e.site &&
           std::find(fluxes.begin(), fluxes.end(), static_cast<TumourFlux>(ref.index)) !=
               fluxes.end();
  };
  int lit = 0;
  for (CellId id = 0; id < tissue.cellCount(); ++id) {
    const CellStory story = tissue.storyOf(id);
    const auto within = [&](double day) {
      return day >= e.fromDay - 1e-6 && day <= e.toDay + 1e-6;
    };
    bool expected = story.ends && within(story.endDay) && isOne(story.endFlux);
    for (const CellChange& change : story.changes) {
      expected = expected || (within(change.day) && isOne(change.flux));
    }
    CHECK((moved[id] != 0) == expected);
    lit += moved[id];
  }
  CHECK(lit > 3);
}

TEST_CASE("a cell tells the fraction that killed it, and the drugs behind its coming") {
  const Course course = solve(usual().patient, usual().plan);
  const CellChange killed{1.0, CellKind::dying, Panel::irradiated,
                          fluxRef(TumourFlux::radiationKill, Site::irradiated)};
  TextBuffer<160> text;
  addFractionBehind(killed, course, text);
  CHECK(text.view().find("12 Gy") != std::string_view::npos);
  CHECK(text.view().find("day 1") != std::string_view::npos);
  text.clear();
  const CellChange before{0.2, CellKind::cd8Effector, Panel::irradiated,
                          fluxRef(TumourFlux::cd8Homing, Site::irradiated)};
  addFractionBehind(before, course, text);
  CHECK(text.empty());  // none came before
  const CellChange gone{9.0, CellKind::treg, Panel::distant,
                        fluxRef(TumourFlux::tregDepletionByAntiCtla4, Site::distant)};
  addDrugsBehind(gone, usual().plan, course, text);
  CHECK(text.view().find("CTLA") != std::string_view::npos);
  text.clear();
  const CellChange grown{9.0, CellKind::tumour, Panel::distant,
                         fluxRef(TumourFlux::tumourGrowth, Site::distant)};
  addDrugsBehind(grown, usual().plan, course, text);
  CHECK(text.empty());
  const CellChange came{9.0, CellKind::cd8Effector, Panel::distant,
                        fluxRef(TumourFlux::cd8Homing, Site::distant)};
  addSourcesOf(came, text);
  CHECK(text.view().find("P05") != std::string_view::npos);
  CHECK(text.view().find("P04") != std::string_view::npos);
}

}  // namespace abscope
