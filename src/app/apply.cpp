#include "app/apply.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/address.h"
#include "app/background.h"
#include "app/branch.h"
#include "app/derive.h"
#include "app/items.h"
#include "app/lecture.h"
#include "app/lesson.h"
#include "app/notify.h"
#include "app/rt_presets.h"
#include "app/sequence.h"
#include "app/set_control.h"
#include "core/locale.h"
#include "core/text.h"
#include "library/cases.h"
#include "library/scenario_check.h"
#include "library/text.h"

namespace abscope {
namespace {

constexpr double kStepsPerSecond = 120;  // of the clock
constexpr double kLongestTick = 0.1;     // seconds: a stall does not make the course jump

Message noSuchCase(const std::string& id, const std::string& arm) {
  if (!arm.empty()) return {"?arm=" + arm, std::string(tr("message.noSuchArm"))};
  return {"?case=" + id, std::string(tr("message.noSuchCase"))};
}

void keepViewInside(AppState& app) {
  const Plan& plan = app.document.scenario.plan;
  View& view = app.view;
  const auto last = [](std::size_t size) { return std::max(0, static_cast<int>(size) - 1); };
  view.radiation = std::clamp(view.radiation, 0, last(plan.radiation.size()));
  view.drug = std::clamp(view.drug, 0, last(plan.drugs.size()));
  if (view.timelineItem > itemCount(plan)) view.timelineItem = 0;
  view.day = std::clamp(view.day, 0.0, plan.days);
}

// A branch shares its past with the pinned course; false and a message where a change would not.
bool keepsPast(AppState& app, const Document& next) {
  if (!next.pinned || next.pinned->branchDay < 0 || !app.derived.pinned) return true;
  const bool samePin = app.document.pinned && same(*app.document.pinned, *next.pinned);
  if (!samePin || same(next.scenario, app.document.scenario)) return true;
  const Pinned& pinned = *next.pinned;
  if (same(pinned.scenario.patient, next.scenario.patient)) {
    SolveOptions options;
    options.fluxIntegrals = false;
    const Course course = solve(next.scenario.patient, next.scenario.plan, options);
    if (samePast(course.events(), app.derived.pinned->course.events(), pinned.branchDay)) {
      return true;
    }
  }
  notify(app, {std::string(tr("message.pastIsShared.place")),
               fill(tr("message.pastIsShared"), {{"day", localNumber(pinned.branchDay, 4)}})});
  return false;
}

// Another case or plan altogether has a past of its own: what was a branch is then merely pinned.
void endBranch(Document& document) {
  if (document.pinned) document.pinned->branchDay = -1;
}

// Changes a copy of the document; a change that breaks a rule is told and not made.
template <class Change>
void edit(AppState& app, int gesture, Change change) {
  Document next = app.document;
  change(next);
  if (same(next, app.document)) return;
  std::vector<Message> messages = checkScenario(next.scenario, "$").errors;
  if (!messages.empty()) {
    notify(app, std::move(messages.front()));
    return;
  }
  if (!keepsPast(app, next)) return;
  const bool newCourse = !same(next.scenario, app.document.scenario);
  if (app.history.record(app.document, gesture) && newCourse) {
    app.ghosts.keep(app.derived.series);
  }
  app.document = std::move(next);
  keepViewInside(app);
  derive(app);
}

void setDay(AppState& app, double day) {
  setViewControl(app, {ControlId::day, day});
  refreshWhy(app);
  refreshComparison(app);
  refreshMap(app);
}

void endGesture(AppState& app) {
  app.gesture = 0;
  app.history.endGesture();
  refreshTissue(app);
}

// One overload a command.
struct Applier {
  AppState& app;

  void operator()(const SetControl& set) const {
    const ControlInfo& info = controlInfo(set.id);
    if (!std::isfinite(set.value)) return;
    if (set.id == ControlId::day) return setDay(app, set.value);
    if (set.id == ControlId::cells) {
      app.cellsChosen = true;
      app.cellLimit = static_cast<int>(info.high);
      app.gesture = 1 + static_cast<int>(set.id);
      return setCells(static_cast<int>(set.value));
    }
    if (set.id == ControlId::arm) return setArm(static_cast<int>(set.value));
    if (set.id == ControlId::hands) return setHands(app, set.item, static_cast<int>(set.value));
    if (info.keeps == ControlKeeps::view) {
      setViewControl(app, set);
      if (set.id == ControlId::stage) refreshMap(app);
      if (set.id == ControlId::whyCurve) refreshWhy(app);
      return;
    }
    if (info.keeps != ControlKeeps::document) return;
    // A gesture is one control of one item, until the hand is off.
    const int item = set.item < 0
                         ? (info.group == ControlGroup::drug ? app.view.drug : app.view.radiation)
                         : set.item;
    app.gesture = 1 + static_cast<int>(set.id) + kControlCount * item;
    if (set.id == ControlId::preset) return setPreset(set);
    if (set.id == ControlId::rtPreset) return setRtPreset(static_cast<int>(set.value), item);
    if (set.id == ControlId::drugSequence) {
      return placeDrug(static_cast<Sequence>(static_cast<int>(set.value)), item);
    }
    edit(app, app.gesture, [&](Document& next) { setDocumentControl(next, app.view, set); });
  }
  void operator()(const EndGesture&) const { endGesture(app); }
  void operator()(const AddRadiation&) const {
    edit(app, 0, [&](Document& next) { addRadiation(next.scenario.plan, app.view.day); });
    app.view.radiation = static_cast<int>(app.document.scenario.plan.radiation.size()) - 1;
    keepViewInside(app);
  }
  void operator()(const AddDrug& add) const {
    edit(app, 0, [&](Document& next) {
      addDrug(next.scenario.plan, add.drug, next.scenario.patient.preset, app.view.day);
    });
    app.view.drug = static_cast<int>(app.document.scenario.plan.drugs.size()) - 1;
    keepViewInside(app);
  }
  void operator()(const SelectItem& select) const {
    (select.kind == ItemKind::radiation ? app.view.radiation : app.view.drug) = select.index;
    if (app.view.timelineItem != 0) pickOnTimeline(select.kind, select.index);
    keepViewInside(app);
  }
  void operator()(const RemoveItem& remove) const {
    edit(app, 0, [&](Document& next) {
      removeItem(next.scenario.plan, remove.kind, remove.index, app.derived.course.events());
    });
    app.view.timelineItem = 0;
  }
  void operator()(const CopyItem& copy) const {
    int made = -1;
    edit(app, 0,
         [&](Document& next) { made = copyItem(next.scenario.plan, copy.kind, copy.index); });
    if (made < 0) return;
    (copy.kind == ItemKind::radiation ? app.view.radiation : app.view.drug) = made;
    if (app.view.timelineItem != 0) pickOnTimeline(copy.kind, made);
    keepViewInside(app);
  }
  void operator()(const MoveItem& move) const {
    edit(app, 0,
         [&](Document& next) { moveItem(next.scenario.plan, move.kind, move.from, move.to); });
  }

  void operator()(const OpenCase& open) const {
    const Case* found = findCase(open.id);
    const Scenario* arm =
        found ? findArm(*found, open.arm.empty() ? found->defaultArm : open.arm) : nullptr;
    if (!arm) return notify(app, noSuchCase(open.id, found ? open.arm : std::string()));
    edit(app, 0, [&](Document& next) {
      next.scenario = *arm;
      next.caseId = found->id;
      next.armId = arm->id;
      endBranch(next);
    });
    app.ghosts.clear();
    app.view.overlay = Overlay::none;
    app.view.radiation = app.view.drug = 0;
    app.view.playing = false;
    setDay(app, 0);
  }
  void operator()(const LoadScenario& load) const {
    edit(app, 0, [&](Document& next) {
      next.scenario = load.scenario;
      next.caseId = load.caseId;
      next.armId = load.armId;
      endBranch(next);
    });
    app.ghosts.clear();
    keepViewInside(app);
  }

  void operator()(const Tick& passed) const { tick(passed.seconds); }
  void operator()(const FitCells& fit) const {
    if (!app.cellsChosen) setCells(fit.discs);
    app.tissueWaits = false;
    refreshTissue(app);
  }
  void operator()(const Play&) const {
    if (app.view.day >= app.derived.course.days()) setDay(app, 0);
    app.view.playing = app.view.day < knownUntil(app);
  }
  void operator()(const Pause&) const { app.view.playing = false; }
  void operator()(const StepDays& step) const {
    app.view.playing = false;
    setDay(app, app.view.day + step.days);
  }
  void operator()(const GoToEnd&) const {
    app.view.playing = false;
    setDay(app, app.derived.course.days());
  }

  void operator()(const Undo&) const {
    if (app.history.undo(app.document)) afterTravel();
  }
  void operator()(const Redo&) const {
    if (app.history.redo(app.document)) afterTravel();
  }

  void operator()(const Pin&) const {
    edit(app, 0, [](Document& next) { next.pinned = pinnedOf(next); });
  }
  void operator()(const Unpin&) const {
    edit(app, 0, [](Document& next) { next.pinned.reset(); });
  }
  void operator()(const SwapPinned&) const {
    if (!app.document.pinned) return;
    edit(app, 0, [](Document& next) {
      Pinned now = pinnedOf(next);
      now.branchDay = next.pinned->branchDay;
      next.scenario = std::move(next.pinned->scenario);
      next.caseId = std::move(next.pinned->caseId);
      next.armId = std::move(next.pinned->armId);
      next.pinned = std::move(now);
    });
  }
  void operator()(const Branch&) const {
    const Plan plan =
        partedAt(app.document.scenario.plan, app.derived.course.events(), app.view.day);
    if (itemCount(plan) > kMaxItems) {
      return notify(app, {std::string(tr("message.pastIsShared.place")),
                          std::string(tr("message.tooManyItems"))});
    }
    edit(app, 0, [&](Document& next) {
      next.pinned = pinnedOf(next);
      next.pinned->branchDay = app.view.day;
      next.scenario.plan = plan;
    });
    selectFuture();
  }
  void operator()(const LoadPinned& load) const {
    Pinned pinned = load.pinned;
    if (load.sameHost) pinned.scenario.patient = app.document.scenario.patient;
    std::vector<Message> messages = checkScenario(pinned.scenario, "pin").errors;
    if (!messages.empty()) return notify(app, std::move(messages.front()));
    edit(app, 0, [&](Document& next) { next.pinned = pinned; });
  }
  void operator()(const MatchBed&) const { matchPinnedBed(); }
  void operator()(const ShowOverlay& show) const {
    if (show.overlay == Overlay::lessons) wantLessons(app);
    app.view.overlay = show.overlay;
    app.qr = show.overlay == Overlay::qr ? qrCodeOf(app.pageAddress + shareHash(app)) : QrCode{};
  }

  void operator()(const OpenLesson& open) const { openLesson(app, open.id, open.beat); }
  void operator()(const LessonDeed& deed) const { doInLesson(app, deed); }
  void operator()(const LessonWords& words) const { writeInLesson(app, words.text); }
  void operator()(const PageFile& file) const { takeLessonFile(app, file); }
  void operator()(const OpenScript& open) const { openScript(app, open.id, open.beat); }
  void operator()(const StepBeat& step) const { stepBeat(app, step.by); }
  void operator()(const CountHands& count) const { countHands(app, count.choice, count.by); }
  void operator()(const AskPage& ask) const {
    app.view.overlay = Overlay::none;  // a picture is of the lab, not of the menu
    app.pageDeeds.push_back(ask.deed);
  }
  void operator()(const PageAddress& address) const { app.pageAddress = address.base; }
  void operator()(const PageAsked&) const { app.pageDeeds.clear(); }
  void operator()(const Share&) const { app.shareRequested = true; }
  void operator()(const Shared& shared) const {
    app.shareRequested = false;
    notify(app, {std::string(tr("message.link")), std::string(tr(shared.told))});
  }
  void operator()(const Notify& note) const { notify(app, {note.place, note.text}); }
  void operator()(const SelectCell& select) const { selectCell(app, select.cell); }
  void operator()(const ResetZoom&) const { resetZoom(app.view); }
  void operator()(const DismissMessage& dismiss) const {
    if (dismiss.index >= 0 && static_cast<std::size_t>(dismiss.index) < app.toasts.size()) {
      app.toasts.erase(app.toasts.begin() + dismiss.index);
    }
  }

 private:
  void pickOnTimeline(ItemKind kind, int index) const {
    const auto radiation = static_cast<int>(app.document.scenario.plan.radiation.size());
    app.view.timelineItem = index + 1 + (kind == ItemKind::radiation ? 0 : radiation);
  }

  void setPreset(const SetControl& set) const {
    Drug replaced = Drug::count;
    edit(app, app.gesture, [&](Document& next) {
      setDocumentControl(next, app.view, set);
      replaced = fitDrugs(next.scenario.plan, next.scenario.patient.preset);
    });
    const Preset preset = app.document.scenario.patient.preset;
    if (replaced == Drug::count || drugUse(replaced, preset).isUsed()) return;  // or refused
    const Drug generic = genericOf(drugInfo(replaced).hook);
    notify(app, {std::string(translated(drugInfo(replaced).name)),
                 fill(tr(preset == Preset::human ? "message.notInHumans" : "message.notInMice"),
                      {{"drug", translated(drugInfo(generic).name)}})});
  }

  // After a branch the first items that can still be changed are selected.
  void selectFuture() const {
    const std::vector<Event>& events = app.derived.course.events();
    const auto select = [&](int count, ItemKind kind, int& selected) {
      for (int i = 0; i < count; ++i) {
        const double first = daysOf(events, kind, i).first;
        if (first >= 0 && first <= app.view.day) continue;
        selected = i;
        return;
      }
    };
    const Plan& plan = app.document.scenario.plan;
    select(static_cast<int>(plan.radiation.size()), ItemKind::radiation, app.view.radiation);
    select(static_cast<int>(plan.drugs.size()), ItemKind::drug, app.view.drug);
  }

  void matchPinnedBed() const {
    const Derived& derived = app.derived;
    if (!derived.pinned) return;
    const Scenario& scenario = app.document.scenario;
    const BedMatch match =
        matchBed(scenario.plan, app.view.radiation, derived.course, derived.pinned->course,
                 alphaBetaGy(app.view.bedRatio, scenario.patient));
    constexpr std::string_view kFaults[] = {"", "noRadiation", "noBed", "othersTooMuch",
                                            "outOfRange"};
    if (match.fault != MatchFault::none) {
      const std::string key =
          "message.matchBed." + std::string(kFaults[static_cast<int>(match.fault)]);
      return notify(app, {std::string(tr("message.matchBed.place")),
                          fill(tr(key), {{"dose", localNumber(match.doseGy, 3)}})});
    }
    edit(app, 0, [&](Document& next) {
      setDocumentControl(next, app.view, {ControlId::rtDose, match.doseGy});
    });
  }

  // The note says what it changed, until the next change.
  void setRtPreset(int preset, int item) const {
    const Plan& plan = app.document.scenario.plan;
    PresetNote note;
    if (item >= 0 && static_cast<std::size_t>(item) < plan.radiation.size()) {
      const RadiationItem& series = plan.radiation[static_cast<std::size_t>(item)];
      note.doseGy = mainDoseGy(series);
      note.fractions = series.fractions;
    }
    for (std::size_t lane = 0; lane < 2; ++lane) {
      note.bed10Gy[lane] = app.derived.summary.tumours[lane].bed10Gy;
      note.endMm3[lane] = app.derived.summary.tumours[lane].endMm3;
    }
    const std::uint64_t version = app.derived.version;
    edit(app, app.gesture, [&](Document& next) {
      takeRtPreset(next.scenario.plan, item, preset, next.scenario.patient.preset,
                   app.derived.course.events(), app.view.day);
    });
    if (app.derived.version == version) return;
    note.version = app.derived.version;
    app.presetNote = note;
  }

  void placeDrug(Sequence sequence, int item) const {
    bool possible = true;
    edit(app, app.gesture,
         [&](Document& next) { possible = setSequence(next.scenario.plan, item, sequence); });
    if (possible) return;
    const auto& drugs = app.document.scenario.plan.drugs;
    notify(app, {std::string(translated(drugInfo(drugs[static_cast<std::size_t>(item)].drug).name)),
                 std::string(tr("message.noRoomBefore"))});
  }

  void setCells(int discs) const {
    const ControlInfo& info = controlInfo(ControlId::cells);
    const int wanted = std::clamp(std::min(discs, app.cellLimit), static_cast<int>(info.low),
                                  static_cast<int>(info.high));
    if (wanted == app.maxCells) return;
    app.maxCells = wanted;
    app.derived.tissueStale = true;
    refreshTissue(app);
  }

  // Where frames fall under 20 a second for two seconds, fewer discs are drawn, each for more
  // cells.
  void watchFrames(double seconds) const {
    constexpr double kSlow = 0.055;
    constexpr int kTooMany = 40, kFewest = 400;
    app.slowFrames = seconds > kSlow ? app.slowFrames + 1 : std::max(0, app.slowFrames - 2);
    if (app.slowFrames < kTooMany || app.cellsChosen || app.maxCells <= kFewest) return;
    app.slowFrames = 0;
    app.cellLimit = std::max(kFewest, app.maxCells * 6 / 10);
    setCells(app.cellLimit);
  }

  // Another arm of the open case on the same day, so that arms can be compared.
  void setArm(int index) const {
    const Case* item = app.derived.openCase;
    if (!item || index < 0 || static_cast<std::size_t>(index) >= item->arms.size()) return;
    edit(app, 0, [&](Document& next) {
      next.scenario = item->arms[static_cast<std::size_t>(index)];
      next.armId = next.scenario.id;
      endBranch(next);
    });
  }

  void afterTravel() const {
    app.gesture = 0;
    keepViewInside(app);
    derive(app);
  }

  // The next slice of a sweep; nothing where none is on the stage.
  void sweepOn() const {
    if (app.view.stage != Stage::sweep) {
      if (!app.sweep.empty()) app.sweep = {};
      return;
    }
    app.sweep.prepare(app.document, sweepQuestion(app));
    app.sweep.advance(kSweepEvaluationsAFrame);
  }

  void tick(double wallSeconds) const {
    const double seconds = std::clamp(wallSeconds, 0.0, kLongestTick);
    for (Toast& toast : app.toasts) toast.secondsLeft -= seconds;
    refreshLesson(app);
    std::erase_if(app.toasts, [](const Toast& toast) { return toast.secondsLeft <= 0; });
    app.secondsSinceTissue += seconds;
    if (app.derived.tissueStale) refreshTissue(app);
    sweepOn();
    doBackgroundWork(app);
    View& view = app.view;
    if (!view.playing) return;
    watchFrames(wallSeconds);
    const double whole = view.unusedSeconds + seconds;
    const double steps = std::floor(whole * kStepsPerSecond);
    const double rest = whole - steps / kStepsPerSecond;
    const double end = app.derived.course.days();
    const double wanted = std::min(end, view.day + steps / kStepsPerSecond * view.daysPerSecond);
    constexpr double kTiny = 1e-9;  // a stop at the very end of this step counts
    const double stop = stopBetween(app, view.day, wanted + kTiny);
    const bool stops = stop < wanted + kTiny;
    setDay(app, stops ? stop : wanted);
    view.unusedSeconds = rest;
    if (stops) view.playing = false;
    tellBeat(app);
    refreshLesson(app);
  }
};

}  // namespace

void apply(AppState& app, const Command& command) {
  // Any other deed ends the drag before it.
  const bool same = std::holds_alternative<SetControl>(command) ||
                    std::holds_alternative<EndGesture>(command) ||
                    std::holds_alternative<Tick>(command);
  if (!same && app.gesture != 0) endGesture(app);
  std::visit(Applier{app}, command);
}

void applyAll(AppState& app, std::vector<Command>& queue) {
  for (const Command& command : queue) abscope::apply(app, command);
  queue.clear();
}

bool needsFrame(const AppState& app) {
  const bool sweeps = app.view.stage == Stage::sweep &&
                      (app.sweep.pending() || !app.sweep.answers(sweepQuestion(app)));
  return app.view.playing || !app.toasts.empty() || app.derived.tissueStale || sweeps ||
         hasBackgroundWork(app) || !app.pageDeeds.empty();
}

}  // namespace abscope
