#include "app/set_control.h"

#include <algorithm>
#include <cmath>

#include "app/items.h"
#include "app/lecture.h"
#include "app/lesson.h"

namespace abscope {
namespace {

template <class T>
T* itemAt(std::vector<T>& items, int index) {
  return index >= 0 && static_cast<std::size_t>(index) < items.size()
             ? &items[static_cast<std::size_t>(index)]
             : nullptr;
}

// An item that newly waits for something starts at once after it; on a day, on the day it had.
void setAnchor(Start& start, const Plan& plan, const std::string& own, int value) {
  const auto anchor =
      static_cast<Anchor>(std::clamp(value, 0, static_cast<int>(Anchor::count) - 1));
  if (anchor == start.anchor) return;
  if (start.anchor == Anchor::day) start.days = anchor == Anchor::afterItem ? 1 : 0;
  start.anchor = anchor;
  start.item.clear();
  if (anchor != Anchor::afterItem) return;
  for (int i = 0; i < itemCount(plan); ++i) {
    if (itemId(plan, i) == own) continue;
    start.item = itemId(plan, i);
    return;
  }
  start.anchor = Anchor::day;  // nothing to wait for
}

void setAfter(Start& start, const Plan& plan, const std::string& own, int index) {
  if (index < 0 || index >= itemCount(plan) || itemId(plan, index) == own) return;
  start.item = itemId(plan, index);
}

void setRadiation(RadiationItem& item, const Plan& plan, ControlId id, double value) {
  const RtTarget target = targetOf(item);
  const int whole = static_cast<int>(std::lround(value));
  switch (id) {
    case ControlId::rtDose:
      setDoses(item, target, value, otherDoseGy(item));
      break;
    case ControlId::rtTarget:
      setDoses(item, static_cast<RtTarget>(whole), mainDoseGy(item), otherDoseGy(item));
      break;
    case ControlId::rtOtherDose:
      setDoses(item, target, mainDoseGy(item), value);
      break;
    case ControlId::rtFractions:
      item.fractions = whole;
      break;
    case ControlId::rtInterval:
      item.intervalDays = value;
      break;
    case ControlId::rtSkipWeekends:
      item.skipWeekends = value != 0;
      break;
    case ControlId::rtAnchor:
      setAnchor(item.start, plan, item.id, whole);
      break;
    case ControlId::rtStart:
      item.start.days = value;
      break;
    case ControlId::rtAfter:
      setAfter(item.start, plan, item.id, whole);
      break;
    case ControlId::rtNodeAuto:
      if (value != 0)
        item.nodeGy.reset();
      else if (!item.nodeGy)
        item.nodeGy = 0;
      break;
    case ControlId::rtNodeDose:
      item.nodeGy = value;
      break;
    case ControlId::rtBloodAuto:
      if (value != 0)
        item.bloodGy.reset();
      else if (!item.bloodGy)
        item.bloodGy = 0;
      break;
    case ControlId::rtBloodDose:
      item.bloodGy = value;
      break;
    default:
      break;
  }
}

void setDrug(DrugItem& item, const Scenario& scenario, ControlId id, double value) {
  const Plan& plan = scenario.plan;
  const int whole = static_cast<int>(std::lround(value));
  switch (id) {
    case ControlId::drugKind:
      // Another drug comes with its own usual schedule.
      if (static_cast<Drug>(whole) == item.drug) break;
      takeDrug(item, static_cast<Drug>(whole), scenario.patient.preset);
      break;
    case ControlId::drugDoses:
      item.doses = whole;
      break;
    case ControlId::drugInterval:
      item.intervalDays = value;
      break;
    case ControlId::drugAmount:
      item.amount = value;
      break;
    case ControlId::drugAnchor:
      setAnchor(item.start, plan, item.id, whole);
      break;
    case ControlId::drugStart:
      item.start.days = value;
      break;
    case ControlId::drugAfter:
      setAfter(item.start, plan, item.id, whole);
      break;
    default:
      break;
  }
}

// One resistance in full. A clone that would never be there starts as one cell in twenty.
void setSubcloneKind(Subclone& subclone, int kind) {
  constexpr double kUsualShare = 0.05;
  subclone.resistance = {};
  if (kind == 0) {
    subclone.share = subclone.mutationsPerDivision = 0;
    return;
  }
  subclone.resistance[static_cast<std::size_t>(kind - 1)] = 1;
  if (subclone.share == 0 && subclone.mutationsPerDivision == 0) subclone.share = kUsualShare;
}

void setPatient(Document& document, ControlId id, double value) {
  Patient& patient = document.scenario.patient;
  switch (id) {
    case ControlId::preset:
      patient.preset = static_cast<Preset>(std::lround(value));
      break;
    case ControlId::irradiatedVolume:
      patient.irradiatedMm3 = value;
      break;
    case ControlId::distantVolume:
      patient.distantMm3 = value;
      break;
    case ControlId::bloodEffectors:
      patient.bloodEffectors = value;
      break;
    case ControlId::courseDays:
      document.scenario.plan.days = value;
      break;
    case ControlId::subcloneKind:
      setSubcloneKind(patient.subclone, static_cast<int>(std::lround(value)));
      break;
    case ControlId::subcloneShare:
      patient.subclone.share = value / 100;
      break;
    case ControlId::subcloneMutations:
      patient.subclone.mutationsPerDivision = value / 100;
      break;
    case ControlId::seed:
      document.seed = static_cast<int>(std::lround(value));
      break;
    default:
      break;
  }
}

// The panel shows what was picked on the timeline. 0: nothing is.
void selectOnTimeline(AppState& app, int number) {
  const int radiation = static_cast<int>(app.document.scenario.plan.radiation.size());
  View& view = app.view;
  view.timelineItem = std::clamp(number, 0, itemCount(app.document.scenario.plan));
  if (view.timelineItem == 0) return;
  const int index = view.timelineItem - 1;
  if (index < radiation) {
    view.radiation = index;
    view.sideTab = SideTab::radiation;
  } else {
    view.drug = index - radiation;
    view.sideTab = SideTab::drugs;
  }
}

}  // namespace

bool setDocumentControl(Document& document, const View& view, const SetControl& set) {
  const ControlInfo& info = controlInfo(set.id);
  const double value = std::clamp(set.value, info.low, info.high);
  Plan& plan = document.scenario.plan;
  switch (info.group) {
    case ControlGroup::radiation: {
      RadiationItem* item = itemAt(plan.radiation, set.item < 0 ? view.radiation : set.item);
      if (item) setRadiation(*item, plan, set.id, value);
      return item != nullptr;
    }
    case ControlGroup::drug: {
      DrugItem* item = itemAt(plan.drugs, set.item < 0 ? view.drug : set.item);
      if (item) setDrug(*item, document.scenario, set.id, value);
      return item != nullptr;
    }
    case ControlGroup::plan:
      movePlan(plan, value);
      return true;
    case ControlGroup::patient:
      setPatient(document, set.id, value);
      return true;
    case ControlGroup::resistance: {
      const auto i =
          static_cast<std::size_t>(set.id) - static_cast<std::size_t>(ControlId::b2mLoss);
      document.scenario.patient.resistance[i] = value / 100;
      return true;
    }
    case ControlGroup::mechanism:
      document.scenario.patient.strengths[mechanismOf(set.id)] = value / 100;
      return true;
    default:
      return false;
  }
}

void setViewControl(AppState& app, const SetControl& set) {
  const ControlInfo& info = controlInfo(set.id);
  const double value = std::clamp(set.value, info.low, info.high);
  const int whole = static_cast<int>(std::lround(value));
  View& view = app.view;
  switch (set.id) {
    case ControlId::day:
      view.day = std::min({value, app.document.scenario.plan.days, knownUntil(app)});
      view.unusedSeconds = 0;
      break;
    case ControlId::speed:
      view.daysPerSecond = value;
      break;
    case ControlId::stage:
      view.stage = static_cast<Stage>(whole);
      break;
    case ControlId::whyCurve: {
      const auto kind = static_cast<CellKind>((whole - 1) / 2);
      view.whyCurve = whole > 0 && tumourStateOf(kind) != TumourState::count ? whole - 1 : -1;
      break;
    }
    case ControlId::mapFilter:
      view.mapFilter = static_cast<MapFilter>(whole);
      break;
    case ControlId::mapArrow:
      view.mapArrow = whole - 1;
      view.mapNode = -1;
      break;
    case ControlId::mapNode:
      view.mapNode = whole - 1;
      view.mapArrow = -1;
      break;
    case ControlId::sideTab:
      view.sideTab = static_cast<SideTab>(whole);
      break;
    case ControlId::narrowTab:
      view.narrowTab = static_cast<NarrowTab>(whole);
      break;
    case ControlId::plotSite:
      view.plotSite = static_cast<Site>(whole);
      break;
    case ControlId::plotMeasure:
      view.plotMeasure = static_cast<Measure>(whole);
      break;
    case ControlId::plotScale:
      view.plotScale = static_cast<Scale>(whole);
      break;
    case ControlId::haze:
      view.haze = static_cast<Signal>(whole);
      break;
    case ControlId::zoom:
      view.zoomPercent = value;
      break;
    case ControlId::panX:
    case ControlId::panY: {
      const std::size_t axis = set.id == ControlId::panX ? 0 : 1;
      for (int site = 0; site < 2; ++site) {
        if (set.item < 0 || set.item == site)
          view.panPercent[static_cast<std::size_t>(site)][axis] = value;
      }
      break;
    }
    case ControlId::followCell:
      view.followCell = whole != 0;
      break;
    case ControlId::lang:
      view.language = whole;
      break;
    case ControlId::theme:
      view.theme = static_cast<Theme>(whole);
      break;
    case ControlId::ensembleBand:
      view.ensembleBand = whole != 0;
      break;
    case ControlId::panel:
      view.overlay = static_cast<Overlay>(whole);
      break;
    case ControlId::evidenceShow:
      view.evidenceShow = static_cast<EvidenceShow>(whole);
      break;
    case ControlId::timelineItem:
      selectOnTimeline(app, whole);
      break;
    case ControlId::textSize:
      view.textSizePercent = value;
      break;
    case ControlId::reducedMotion:
      view.reducedMotion = whole != 0;
      break;
    case ControlId::narration:
      view.narration = static_cast<Narration>(whole);
      break;
    case ControlId::sound:
      view.sound = whole != 0;
      break;
    case ControlId::soundLeft:
      view.soundLeft = whole;
      break;
    case ControlId::soundRight:
      view.soundRight = whole;
      break;
    case ControlId::presenter:
      view.presenter = whole != 0;
      if (view.presenter) closeLesson(app);
      if (!view.presenter) leaveLecture(app);
      break;
    case ControlId::room:
      view.room = static_cast<Room>(whole);
      break;
    case ControlId::lessonLevel:
      view.lessonLevel = static_cast<LessonLevel>(whole);
      break;
    case ControlId::lessonSide:
      view.lessonSide = static_cast<LessonSide>(whole);
      break;
    case ControlId::sketch1:
    case ControlId::sketch2:
    case ControlId::sketch3:
    case ControlId::sketch4:
    case ControlId::sketch5:
      setSketch(app, sketchPoint(set.id), value);
      break;
    case ControlId::spotlight:
      view.spotlight = whole != 0;
      break;
    case ControlId::blackout:
      view.blackout = whole != 0;
      if (view.blackout) view.playing = false;
      break;
    case ControlId::doseDetails:
      view.doseDetails = whole != 0;
      break;
    case ControlId::bedRatio:
      view.bedRatio = static_cast<BedRatio>(whole);
      break;
    case ControlId::compareKind:
      view.compareKind = static_cast<Immune>(whole);
      break;
    case ControlId::sweepControl:
      view.sweepControl = static_cast<SweepControl>(whole);
      break;
    case ControlId::sweepOutcome:
      view.sweepOutcome = static_cast<SweepOutcome>(whole);
      break;
    case ControlId::sweepDay:
      view.sweepDay = value;
      break;
    case ControlId::ghosts:
      view.ghosts = whole != 0;
      break;
    case ControlId::showKind:
      if (set.item >= 0 && set.item < kCellKindCount) {
        view.hidden[static_cast<std::size_t>(set.item)] = whole == 0;
      }
      break;
    default:
      break;
  }
}

void selectCell(AppState& app, CellId cell) {
  const bool known = cell < app.derived.tissue.cellCount();
  app.view.cell = known ? cell : kNoCell;
  if (!known) app.view.followCell = false;
}

void resetZoom(View& view) {
  view.zoomPercent = controlInfo(ControlId::zoom).low;
  view.panPercent = {};
  view.followCell = false;
}

}  // namespace abscope
