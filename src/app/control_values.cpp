// Reading a control: the getters of the registry.
#include <algorithm>

#include "app/items.h"
#include "app/sequence.h"
#include "app/state.h"
#include "library/languages.h"

namespace abscope {
namespace {

template <class T>
const T* itemAt(const std::vector<T>& items, int index) {
  return index >= 0 && static_cast<std::size_t>(index) < items.size()
             ? &items[static_cast<std::size_t>(index)]
             : nullptr;
}

double radiationValue(const RadiationItem& item, const Plan& plan, ControlId id) {
  switch (id) {
    case ControlId::rtDose:
      return mainDoseGy(item);
    case ControlId::rtTarget:
      return static_cast<double>(targetOf(item));
    case ControlId::rtOtherDose:
      return otherDoseGy(item);
    case ControlId::rtFractions:
      return item.fractions;
    case ControlId::rtInterval:
      return item.intervalDays;
    case ControlId::rtSkipWeekends:
      return item.skipWeekends;
    case ControlId::rtAnchor:
      return static_cast<double>(item.start.anchor);
    case ControlId::rtStart:
      return item.start.days;
    case ControlId::rtAfter:
      return itemIndex(plan, item.start.item);
    case ControlId::rtNodeAuto:
      return !item.nodeGy.has_value();
    case ControlId::rtNodeDose:
      return item.nodeGy.value_or(0);
    case ControlId::rtBloodAuto:
      return !item.bloodGy.has_value();
    case ControlId::rtBloodDose:
      return item.bloodGy.value_or(0);
    default:
      return 0;
  }
}

double drugValue(const DrugItem& item, const Plan& plan, ControlId id) {
  switch (id) {
    case ControlId::drugKind:
      return static_cast<double>(item.drug);
    case ControlId::drugDoses:
      return item.doses;
    case ControlId::drugInterval:
      return item.intervalDays;
    case ControlId::drugAmount:
      return item.amount;
    case ControlId::drugAnchor:
      return static_cast<double>(item.start.anchor);
    case ControlId::drugStart:
      return item.start.days;
    case ControlId::drugAfter:
      return itemIndex(plan, item.start.item);
    default:
      return 0;
  }
}

// 0: none; else one more than the resistance that is the strongest.
int subcloneKind(const Subclone& subclone) {
  const auto strongest = std::max_element(subclone.resistance.begin(), subclone.resistance.end());
  return *strongest > 0 ? static_cast<int>(strongest - subclone.resistance.begin()) + 1 : 0;
}

double patientValue(const Document& document, ControlId id) {
  const Patient& patient = document.scenario.patient;
  switch (id) {
    case ControlId::preset:
      return static_cast<double>(patient.preset);
    case ControlId::irradiatedVolume:
      return patient.irradiatedMm3;
    case ControlId::distantVolume:
      return patient.distantMm3;
    case ControlId::bloodEffectors:
      return patient.bloodEffectors;
    case ControlId::courseDays:
      return document.scenario.plan.days;
    case ControlId::subcloneKind:
      return subcloneKind(patient.subclone);
    case ControlId::subcloneShare:
      return 100 * patient.subclone.share;
    case ControlId::subcloneMutations:
      return 100 * patient.subclone.mutationsPerDivision;
    case ControlId::seed:
      return document.seed;
    default:
      return 0;
  }
}

double viewValue(const AppState& app, ControlId id, int item) {
  const View& view = app.view;
  switch (id) {
    case ControlId::day:
      return view.day;
    case ControlId::speed:
      return view.daysPerSecond;
    case ControlId::stage:
      return static_cast<double>(view.stage);
    case ControlId::whyCurve:
      return view.whyCurve + 1;
    case ControlId::mapFilter:
      return static_cast<double>(view.mapFilter);
    case ControlId::mapArrow:
      return view.mapArrow + 1;
    case ControlId::mapNode:
      return view.mapNode + 1;
    case ControlId::sideTab:
      return static_cast<double>(view.sideTab);
    case ControlId::narrowTab:
      return static_cast<double>(view.narrowTab);
    case ControlId::plotSite:
      return static_cast<double>(view.plotSite);
    case ControlId::plotMeasure:
      return static_cast<double>(view.plotMeasure);
    case ControlId::plotScale:
      return static_cast<double>(view.plotScale);
    case ControlId::haze:
      return static_cast<double>(view.haze);
    case ControlId::zoom:
      return view.zoomPercent;
    case ControlId::panX:
    case ControlId::panY:
      return view.panPercent[item == 1 ? 1 : 0][id == ControlId::panX ? 0 : 1];
    case ControlId::followCell:
      return view.followCell;
    case ControlId::lang:
      return view.language;
    case ControlId::theme:
      return static_cast<double>(view.theme);
    case ControlId::ensembleBand:
      return view.ensembleBand;
    case ControlId::panel:
      return static_cast<double>(view.overlay);
    case ControlId::evidenceShow:
      return static_cast<double>(view.evidenceShow);
    case ControlId::timelineItem:
      return view.timelineItem;
    case ControlId::doseDetails:
      return view.doseDetails;
    case ControlId::bedRatio:
      return static_cast<double>(view.bedRatio);
    case ControlId::compareKind:
      return static_cast<double>(view.compareKind);
    case ControlId::sweepControl:
      return static_cast<double>(view.sweepControl);
    case ControlId::sweepOutcome:
      return static_cast<double>(view.sweepOutcome);
    case ControlId::sweepDay:
      return std::min(view.sweepDay, app.document.scenario.plan.days);
    case ControlId::ghosts:
      return view.ghosts;
    case ControlId::textSize:
      return view.textSizePercent;
    case ControlId::reducedMotion:
      return view.reducedMotion;
    case ControlId::narration:
      return static_cast<double>(view.narration);
    case ControlId::sound:
      return view.sound;
    case ControlId::soundLeft:
      return view.soundLeft;
    case ControlId::soundRight:
      return view.soundRight;
    case ControlId::presenter:
      return view.presenter;
    case ControlId::room:
      return static_cast<double>(view.room);
    case ControlId::lessonLevel:
      return static_cast<double>(view.lessonLevel);
    case ControlId::lessonSide:
      return static_cast<double>(view.lessonSide);
    case ControlId::sketch1:
    case ControlId::sketch2:
    case ControlId::sketch3:
    case ControlId::sketch4:
    case ControlId::sketch5:
      return sketchedNow(app, sketchPoint(id));
    case ControlId::spotlight:
      return view.spotlight;
    case ControlId::blackout:
      return view.blackout;
    case ControlId::cells:
      return app.maxCells;
    case ControlId::showKind:
      return item >= 0 && item < kCellKindCount && !view.hidden[static_cast<std::size_t>(item)];
    default:
      return 0;
  }
}

double armIndex(const AppState& app) {
  const Case* item = app.derived.openCase;
  if (!item) return -1;
  for (std::size_t i = 0; i < item->arms.size(); ++i) {
    if (item->arms[i].id == app.document.armId) return static_cast<double>(i);
  }
  return -1;
}

int handsFor(const AppState& app, int choice) {
  const bool known = app.presenter.script && choice >= 0 && choice < kMostChoices;
  return known ? app.presenter.ballot()->hands[static_cast<std::size_t>(choice)] : 0;
}

}  // namespace

double controlValue(const AppState& app, ControlId id, int item) {
  const Plan& plan = app.document.scenario.plan;
  switch (controlInfo(id).group) {
    case ControlGroup::radiation: {
      const int index = item < 0 ? app.view.radiation : item;
      if (id == ControlId::rtPreset) {
        return rtPresetOf(plan, index, app.document.scenario.patient.preset);
      }
      const auto* it = itemAt(plan.radiation, index);
      return it ? radiationValue(*it, plan, id) : 0;
    }
    case ControlGroup::drug: {
      const int index = item < 0 ? app.view.drug : item;
      if (id == ControlId::drugSequence) {
        return static_cast<double>(sequenceOf(app.derived.course.events(), index));
      }
      const auto* it = itemAt(plan.drugs, index);
      return it ? drugValue(*it, plan, id) : 0;
    }
    case ControlGroup::plan:
      return std::max(0.0, firstPlannedDay(plan));
    case ControlGroup::patient:
      return patientValue(app.document, id);
    case ControlGroup::resistance: {
      const auto i = static_cast<std::size_t>(id) - static_cast<std::size_t>(ControlId::b2mLoss);
      return 100 * app.document.scenario.patient.resistance[i];
    }
    case ControlGroup::mechanism:
      return 100 * app.document.scenario.patient.strengths[mechanismOf(id)];
    case ControlGroup::transport:
    case ControlGroup::view:
      return viewValue(app, id, item);
    case ControlGroup::action:
      return id == ControlId::arm     ? armIndex(app)
             : id == ControlId::hands ? handsFor(app, item)
                                      : 0;
  }
  return 0;
}

bool controlEnabled(const AppState& app, ControlId id, int item) {
  const Plan& plan = app.document.scenario.plan;
  const View& view = app.view;
  switch (id) {
    case ControlId::undo:
      return app.history.canUndo();
    case ControlId::redo:
      return app.history.canRedo();
    case ControlId::stepBack:
    case ControlId::toStart:
      return view.day > 0;
    case ControlId::stepForward:
    case ControlId::toEnd:
      return view.day < plan.days;
    case ControlId::unpin:
    case ControlId::swapPinned:
      return app.document.pinned.has_value();
    case ControlId::followCell:
      return view.cell != kNoCell;
    case ControlId::zoomReset:
      return view.zoomPercent > 100;
    case ControlId::sweepPick:
      return !app.sweep.empty();
    case ControlId::matchBed:
      return app.document.pinned && !plan.radiation.empty();
    case ControlId::fewerHands:
      return handsFor(app, item) > 0;
    case ControlId::lessonNext:
      return lessonGoesOn(app);
    case ControlId::lessonBack:
      return !app.lesson.trail.empty();
    case ControlId::lessonChoice:
      return app.lesson.open() && lessonPhase(app) == LessonPhase::ask;
    case ControlId::lessonReason:
      return app.lesson.open() && lessonPhase(app) == LessonPhase::reason;
    case ControlId::sketch1:
    case ControlId::sketch2:
    case ControlId::sketch3:
    case ControlId::sketch4:
    case ControlId::sketch5:
      return canSketch(app, sketchPoint(id));
    case ControlId::rtPreset:
      return true;  // an empty plan gets a series by it
    case ControlId::drugSequence:
      return !plan.radiation.empty() && itemAt(plan.drugs, item < 0 ? view.drug : item);
    case ControlId::planStart:
      return firstPlannedDay(plan) >= 0;
    case ControlId::copyItem:
    case ControlId::addRadiation:
    case ControlId::addDrug:
      return itemCount(plan) < kMaxItems;
    case ControlId::study:
      return app.derived.openCase != nullptr;
    case ControlId::rtOtherDose: {
      const auto* it = itemAt(plan.radiation, item < 0 ? view.radiation : item);
      return it && (targetOf(*it) == RtTarget::irradiated || targetOf(*it) == RtTarget::distant);
    }
    default:
      break;
  }
  if (controlInfo(id).group == ControlGroup::radiation || id == ControlId::removeRadiation) {
    return itemAt(plan.radiation, item < 0 ? view.radiation : item) != nullptr;
  }
  if (controlInfo(id).group == ControlGroup::drug || id == ControlId::removeDrug) {
    return itemAt(plan.drugs, item < 0 ? view.drug : item) != nullptr;
  }
  return true;
}

Sweep::Question sweepQuestion(const AppState& app) {
  const View& view = app.view;
  const bool drug = view.sweepControl == SweepControl::drugStart;
  return {app.derived.version, view.sweepControl, drug ? view.drug : view.radiation,
          controlValue(app, ControlId::sweepDay)};
}

Range sliderRange(const AppState& app, ControlId id) {
  const ControlInfo& info = controlInfo(id);
  const double courseDays = app.document.scenario.plan.days;
  const bool human = app.document.scenario.patient.preset == Preset::human;
  // The slider covers what is common; a value beyond stretches it.
  const auto upTo = [&](double low, double usual) {
    const double high = std::max(usual, controlValue(app, id));
    return Range{std::max(info.low, low), std::min(info.high, high)};
  };
  switch (id) {
    case ControlId::rtDose:
      return upTo(info.low, 30);
    case ControlId::rtOtherDose: {
      const double most = controlValue(app, ControlId::rtDose);
      return {0, std::max(0.1, most - 0.1)};
    }
    case ControlId::rtNodeDose:
    case ControlId::rtBloodDose:
      return upTo(0, 12);
    case ControlId::rtFractions:
      return upTo(1, 40);
    case ControlId::drugDoses:
      return upTo(1, 40);
    case ControlId::rtInterval:
      return upTo(0.125, 28);
    case ControlId::drugInterval:
      return upTo(0.5, 42);
    case ControlId::drugAmount:
      return upTo(0, 3);
    case ControlId::rtStart:
    case ControlId::drugStart:
    case ControlId::planStart:
      return {0, std::max(courseDays, controlValue(app, id))};
    case ControlId::irradiatedVolume:
    case ControlId::distantVolume: {
      const double value = controlValue(app, id);
      return {std::min(1.0, value), std::max(human ? 1e5 : 1e3, value)};
    }
    case ControlId::courseDays:
      return upTo(7, 365);
    case ControlId::day:
      return {0, courseDays};
    case ControlId::sketch1:
    case ControlId::sketch2:
    case ControlId::sketch3:
    case ControlId::sketch4:
    case ControlId::sketch5:
      return {1, 3000};
    case ControlId::sweepDay:
      return {1, std::max(1.0, courseDays)};
    default:
      return {info.low, info.high};
  }
}

int choiceCount(const AppState& app, ControlId id) {
  if (id == ControlId::rtAfter || id == ControlId::drugAfter) {
    return itemCount(app.document.scenario.plan);
  }
  if (id == ControlId::arm) {
    const Case* item = app.derived.openCase;
    return item ? static_cast<int>(item->arms.size()) : 0;
  }
  if (id == ControlId::lang) return kOfferedLanguages;
  const bool hidesLast = id == ControlId::narrowTab && !app.lesson.open();
  return static_cast<int>(controlInfo(id).high) + (hidesLast ? 0 : 1);
}

}  // namespace abscope
