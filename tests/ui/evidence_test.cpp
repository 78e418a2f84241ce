// The evidence, the study and the band: solved while they are looked at, and every row leads to
// what shows it.
#include <algorithm>
#include <ctime>
#include <string_view>

#include <doctest/doctest.h>

#include "app/address.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

void untilDone(UiDriver& ui) {
  for (int i = 0; i < 4000 && needsFrame(ui.app); ++i) ui.frame(0.016);
  REQUIRE_FALSE(needsFrame(ui.app));
}

// Of the rows that are not scrolled away; which section and which row of it.
std::vector<int> rowsShown(const UiDriver& ui) {
  constexpr std::string_view kStart = "openEvidence/";
  std::vector<int> rows;
  for (const auto& [name, widget] : ui.widgets()) {
    if (name.find(kStart) == 0) rows.push_back(std::stoi(name.substr(kStart.size())));
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

TEST_CASE("nothing of the evidence is solved before it is opened, and then in slices") {
  UiDriver ui;
  ui.frames(3);
  CHECK_FALSE(ui.app.background.evidence.has_value());
  CHECK_FALSE(needsFrame(ui.app));
  ui.click("evidence");
  CHECK(ui.app.view.overlay == Overlay::evidence);
  REQUIRE(ui.app.background.evidence.has_value());
  CHECK_FALSE(ui.app.background.evidence->done());
  CHECK(needsFrame(ui.app));
  double longest = 0, share = 0;
  int frames = 0;
  while (needsFrame(ui.app)) {
    REQUIRE(++frames < 4000);
    const std::clock_t start = std::clock();  // of this process: a busy machine does not count
    apply(ui.app, Tick{0.016});
    longest = std::max(longest, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    CHECK(ui.app.background.evidence->share() >= share);
    share = ui.app.background.evidence->share();
  }
  CHECK(frames > 5);
  CHECK(longest < 0.06);  // 10 ms and one step, of which reading a case is the longest
  ui.frames(2);
  CHECK(rowsShown(ui).size() > 5);
  CHECK(rowsShown(ui).front() == 0);
}

TEST_CASE("closed, the evidence stops, and goes on where it was") {
  UiDriver ui;
  ui.click("evidence");
  for (int i = 0; i < 3; ++i) apply(ui.app, Tick{0.016});
  const double share = ui.app.background.evidence->share();
  ui.key(ImGuiKey_Escape);
  CHECK_FALSE(needsFrame(ui.app));
  ui.frames(5);
  CHECK(ui.app.background.evidence->share() >= share);
  const double kept = ui.app.background.evidence->share();
  ui.frames(5);
  CHECK(ui.app.background.evidence->share() == kept);
  ui.key(ImGuiKey_V);
  CHECK(ui.app.view.overlay == Overlay::evidence);
  CHECK(needsFrame(ui.app));
}

TEST_CASE("a row of the evidence opens the arm and the day that show it") {
  UiDriver ui;
  ui.click("evidence");
  untilDone(ui);
  const Evidence& evidence = ui.app.background.evidence->evidence();
  const TargetRow& first = evidence.targets.front();
  REQUIRE(first.item != nullptr);
  ui.click("openEvidence/0");
  CHECK(ui.app.view.overlay == Overlay::none);
  CHECK(ui.app.document.caseId == first.item->id);
  CHECK(ui.app.document.armId == first.readout->arm);
  CHECK(ui.app.view.day == first.readout->day);
  for (const TargetRow& row : evidence.targets) {
    CAPTURE(row.target->id);
    REQUIRE(row.item != nullptr);
    CHECK(findArm(*row.item, row.readout->arm) != nullptr);
  }
}

TEST_CASE("a mechanism's row opens its experiment without it") {
  UiDriver ui;
  ui.click("evidence");
  untilDone(ui);
  ui.click("evidenceShow/4");
  ui.frames(2);
  REQUIRE(ui.shows("openEvidence/3000"));
  const AblationRow& row = ui.app.background.evidence->evidence().ablations.front();
  ui.click("openEvidence/3000");
  CHECK(ui.app.view.overlay == Overlay::none);
  CHECK(ui.app.document.scenario.patient.strengths[row.experiment.mechanism] == 0);
  ui.click("undo");
  CHECK(ui.app.document.caseId == "barsoumian-2020");
}

TEST_CASE("the chips choose rows") {
  UiDriver ui;
  ui.click("evidence");
  untilDone(ui);
  const auto rowsOf = [&](const char* chip) {
    ui.click(chip);
    ui.frames(2);
    return rowsShown(ui);
  };
  const Evidence& evidence = ui.app.background.evidence->evidence();
  const std::vector<int> unmet = rowsOf("evidenceShow/1");
  REQUIRE_FALSE(unmet.empty());
  for (const int row : unmet) {
    CAPTURE(row);
    const auto i = static_cast<std::size_t>(row % 1000);
    if (row < 1000) CHECK_FALSE(evidence.targets[i].result.met);
    if (row >= 1000 && row < 2000) CHECK_FALSE(evidence.readouts[i].met);
    if (row >= 2000 && row < 3000) CHECK_FALSE(evidence.cohorts[i].result.met);
    if (row >= 3000) CHECK_FALSE(evidence.ablations[i].met);
  }
  CHECK(rowsOf("evidenceShow/2").back() < 1000);
  CHECK(rowsOf("evidenceShow/3").front() == 1000);
  CHECK(rowsOf("evidenceShow/4").front() == 3000);
  const std::vector<int> open = rowsOf("evidenceShow/5");
  REQUIRE_FALSE(open.empty());
  for (const int row : open) {
    CAPTURE(row);
    REQUIRE(row < 3000);
    const auto i = static_cast<std::size_t>(row % 1000);
    const Case* item = row < 1000   ? evidence.targets[i].item
                       : row < 2000 ? evidence.readouts[i].item
                                    : evidence.cohorts[i].item;
    CHECK(item->id == "barsoumian-2020");
  }
}

TEST_CASE("the study shows its readouts at once, its cohorts when they are counted") {
  UiDriver ui;
  ui.click("study");
  CHECK(ui.app.view.overlay == Overlay::study);
  ui.frames(2);
  const StudyWork& work = ui.app.background.study;
  REQUIRE(work.item != nullptr);
  CHECK(work.item->id == "barsoumian-2020");
  CHECK(work.readouts.size() == work.item->readouts.size());
  untilDone(ui);
  ui.frames(2);
  REQUIRE(work.results.size() == work.item->cohorts.size());
  CHECK(ui.shows("openEvidence/1000"));
  ui.click("openEvidence/1000");
  CHECK(ui.app.document.armId == "hdr-ldrt-ici");
  CHECK(ui.app.view.day == 50);
  // Another case has its own.
  apply(ui.app, OpenCase{"dewan-2009", {}});
  ui.key(ImGuiKey_I);
  untilDone(ui);
  CHECK(ui.app.background.study.item->id == "dewan-2009");
  CHECK(ui.app.background.study.results.empty());
}

TEST_CASE("tabs lead from panel to panel, and an address opens one") {
  UiDriver ui;
  ui.click("cases");
  ui.click("panel/3");
  CHECK(ui.app.view.overlay == Overlay::evidence);
  ui.click("panel/2");
  CHECK(ui.app.view.overlay == Overlay::study);
  ui.click("panel/1");
  CHECK(ui.shows("openCase/2"));
  AppState app;
  start(app, "?panel=evidence&ensembleBand=1", "");
  CHECK(app.view.overlay == Overlay::evidence);
  CHECK(app.view.ensembleBand);
  AppState plain;
  start(plain, "", "");
  CHECK(plain.view.overlay == Overlay::none);
  CHECK_FALSE(plain.view.ensembleBand);
}

TEST_CASE("without an open study its panel says so") {
  UiDriver ui;
  apply(ui.app, LoadScenario{ui.app.document.scenario});
  ui.frames(2);
  CHECK_FALSE(ui.shows("study"));
  apply(ui.app, ShowOverlay{Overlay::study});
  ui.frames(3);
  CHECK_FALSE(needsFrame(ui.app));
  CHECK(ui.app.background.study.item == nullptr);
}

TEST_CASE("the band holds every set of the ensemble, for this plan, once the hand is off") {
  UiDriver ui;
  CHECK(ui.app.background.band.version == 0);
  ui.click("ensembleBand");
  untilDone(ui);
  const Ensemble& ensemble = *ensembleOf(Preset::mouse);
  const EnsembleBand& band = ui.app.background.band;
  CHECK(band.version == ui.app.derived.version);
  CHECK(band.setsDone == ensemble.sets.size());
  const std::size_t middle = band.days.size() / 2;
  for (const EnsembleSet& set : ensemble.sets) {
    Patient patient = ui.app.document.scenario.patient;
    patient.changes = set.changes;
    const Course course = solve(patient, ui.app.document.scenario.plan);
    const double day = static_cast<double>(band.days[middle]);
    const double volume = volumeMm3(course.at(day))[1];
    CHECK(volume >= static_cast<double>(band.volumeMm3[1].low[middle]) * (1 - 1e-4));
    CHECK(volume <= static_cast<double>(band.volumeMm3[1].high[middle]) * (1 + 1e-4));
  }
  CHECK(band.volumeMm3[1].low[middle] < band.volumeMm3[1].high[middle]);
  // While a hand drags, the old band is not of this course and is not drawn; then it is made anew.
  ui.dragTo("rtDose", 0.3f);
  ui.frames(5);
  CHECK(band.version != ui.app.derived.version);
  ui.release();
  untilDone(ui);
  CHECK(band.version == ui.app.derived.version);
}

TEST_CASE("there is no band of the human preset") {
  UiDriver ui;
  apply(ui.app, OpenCase{"theelen-2021", {}});
  apply(ui.app, SetControl{ControlId::ensembleBand, 1});
  ui.frames(3);
  CHECK_FALSE(needsFrame(ui.app));
  CHECK_FALSE(isComplete(ui.app.background.band, Preset::human));
}

}  // namespace
}  // namespace abscope
