#pragma once
// The one state of the lab. Only apply() changes it; the screen reads it.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/background.h"
#include "app/commands.h"
#include "app/compare.h"
#include "app/document.h"
#include "app/ghosts.h"
#include "app/history.h"
#include "app/lesson_run.h"
#include "app/match_bed.h"
#include "app/mechanism_map.h"
#include "app/presenter.h"
#include "app/qr.h"
#include "app/report.h"
#include "app/series.h"
#include "app/sound.h"
#include "app/sweep.h"
#include "app/why.h"
#include "core/message.h"
#include "library/cases.h"
#include "model/course.h"
#include "model/summary.h"
#include "tissue/haze.h"
#include "tissue/tissue.h"

namespace abscope {

// lecture: dark. print: light. contrast: for eyes that need it. paper: for printers, no filled
// grounds.
enum class Theme : int { lecture, print, contrast, paper, count };
enum class SideTab : int { radiation, drugs, patient, mechanisms, count };
// What the side of the screen holds while a lesson is open.
enum class LessonSide : int { lesson, plan, count };
enum class NarrowTab : int { course, plan, why, legend, compare, lesson, count };
enum class Scale : int { linear, log };
// What stands above the plot: the tissue, the map of the mechanisms, or a sweep.
enum class Stage : int { tissue, map, sweep, count };
// Which rows of the evidence.
enum class EvidenceShow : int { all, unmet, directions, studies, mechanisms, openStudy, count };

// What screen readers are told by themselves: messages only; the course where it means something
// else; every day of it.
enum class Narration : int { messages, changes, days, count };

// How the document is looked at. Undo leaves it alone.
struct View {
  double day = 0;
  bool playing = false;
  double daysPerSecond = 4;
  double unusedSeconds = 0;  // wall time not yet turned into steps of the clock
  std::array<bool, kCellKindCount> hidden{};
  int radiation = 0;  // selected items
  int drug = 0;
  SideTab sideTab = SideTab::radiation;
  NarrowTab narrowTab = NarrowTab::course;
  Site plotSite = Site::distant;
  Measure plotMeasure = Measure::count;
  Scale plotScale = Scale::log;  // kinds differ a hundredfold
  int language = 0;              // wanted; spoken as soon as the page has loaded it
  Theme theme = Theme::lecture;
  Stage stage = Stage::tissue;
  MapFilter mapFilter = MapFilter::all;
  int whyCurve = -1;           // asked about: 2 x kind + site; -1: none
  CellId cell = kNoCell;       // chosen in the tissue
  bool followCell = false;     // the picture moves with it
  Signal haze = Signal::none;  // behind the cells
  double zoomPercent = 100;    // of both tumours alike
  // By tumour, then x and y: which part is seen, from one edge (-100) to the other (100).
  std::array<std::array<double, 2>, 2> panPercent{};
  int mapArrow = -1, mapNode = -1;  // chosen on the map; at most one of them
  int timelineItem = 0;             // picked on the timeline: index over all items, from 1; 0: none
  bool doseDetails = false;
  BedRatio bedRatio = BedRatio::ten;
  Immune compareKind = Immune::cd8Effector;
  bool ghosts = false;
  SweepControl sweepControl = SweepControl::dose;
  SweepOutcome sweepOutcome = SweepOutcome::volume;
  double sweepDay = 30;
  bool ensembleBand = false;
  EvidenceShow evidenceShow = EvidenceShow::all;
  double textSizePercent = 100;
  bool reducedMotion = false;
  Narration narration = Narration::changes;
  bool sound = false;
  int soundLeft = soundCurve(0, kSoundVolume), soundRight = soundCurve(1, kSoundVolume);
  bool presenter = false;  // large type, few controls
  Room room = Room::both;  // in presenter mode
  BeatPanel panel = BeatPanel::none;
  bool spotlight = false;
  bool blackout = false;
  LessonSide lessonSide = LessonSide::lesson;
  LessonLevel lessonLevel = LessonLevel::student;
  Overlay overlay = Overlay::none;
};

// All that follows from the pinned scenario.
struct PinnedCourse {
  Scenario scenario;
  Course course{Patient{}};
  Summary summary;
  Series series;
  Tissue tissue;
  bool tissueStale = true;
  int seed = 0;  // that the tissue was realised with
};

// All that follows from the document; solved anew when that changes.
struct Derived {
  Course course{Patient{}};
  Summary summary;
  Series series;
  TissueScales scales;  // of both courses where one is pinned
  Tissue tissue;
  std::optional<PinnedCourse> pinned;
  const Case* openCase = nullptr;  // of the document; looked up once
  bool tissueStale = false;        // the tissue still shows an earlier course of a drag
  std::uint64_t version = 0;       // counts solves
  MapModels map;                   // kept up while the map is open
  std::uint64_t mapVersion = 0;    // that it was made for
};

// What the last preset changed; shown as long as the course is the one that it led to.
struct PresetNote {
  std::uint64_t version = 0;  // of that course; 0: none
  double doseGy = 0;          // of the series before; 0: there was none
  int fractions = 0;
  std::array<double, 2> bed10Gy{}, endMm3{};  // before, by site
};

struct Toast {
  Message message;
  double secondsLeft;
};

struct AppState {
  Document document;
  View view;
  History<Document> history;
  int gesture = 0;  // open gesture; 0: none
  int lastGesture = 0;
  Derived derived;
  Explanation why;        // of view.day
  Comparison comparison;  // of view.day
  Ghosts ghosts;
  Sweep sweep;                    // while the stage shows one
  std::vector<std::uint8_t> lit;  // by cell: moved by the fluxes of `why`; empty: nothing asked
  std::array<MapFlow, kMapArrowCount> mapFlows{};  // of view.day, while the map is open
  Background background;
  PresetNote presetNote;
  Presenter presenter;
  LessonRun lesson;
  std::vector<Toast> toasts;
  std::vector<Report> reports;         // all since the start; who tells them counts what it told
  std::vector<PageDeed> pageDeeds;     // for the platform, which takes them and clears this
  std::vector<std::string> pageFiles;  // wanted from the page, which takes them as pageDeeds
  std::string pageAddress;             // of the page, without query and hash
  QrCode qr;                           // of the link, while its overlay is open
  bool shareRequested = false;         // the platform takes the link and clears this
  bool tissueWaits = false;  // until the screen has said how many discs fit; set at the start only
  int maxCells = 1600;       // discs at once
  bool cellsChosen = false;  // by a person; else the screen asks for what fits it
  int cellLimit = 20000;     // lowered where drawing is slow
  int slowFrames = 0;
  double secondsSinceTissue = 1e9;
};

// What a control shows. `item` as in SetControl.
double controlValue(const AppState& app, ControlId id, int item = -1);
// False where it would do nothing now (no item selected, nothing to undo).
bool controlEnabled(const AppState& app, ControlId id, int item = -1);
// The ends of the slider now; within what is allowed.
struct Range {
  double low, high;
};
Range sliderRange(const AppState& app, ControlId id);
// What the sweep on the stage is to answer now.
Sweep::Question sweepQuestion(const AppState& app);
// How many choices there are now.
int choiceCount(const AppState& app, ControlId id);

}  // namespace abscope
