#include "library/script_fields.h"

#include <array>

#include "library/scenario_fields.h"
#include "model/states.h"

namespace abscope {
namespace {

constexpr TextRule kName{64, true};
constexpr TextRule kLine{100};
constexpr TextRule kChoice{48};
constexpr TextRule kQuestion{140};
constexpr TextRule kCaption{260};  // three lines of a lecture hall's screen
constexpr TextRule kAim{400};
constexpr std::size_t kMostBeats = 40, kMostClaims = 12, kMostReferences = 4, kMostKinds = 14;
constexpr int kLongestMinutes = 180;

constexpr std::array<std::string_view, 3> kRooms = {"both", "picture", "plot"};
constexpr std::array<std::string_view, 2> kPictures = {"tissue", "map"};
constexpr std::array<std::string_view, 2> kPanels = {"none", "why"};
constexpr std::array<std::string_view, 2> kMeasures = {"cells", "density"};
constexpr std::array<std::string_view, 2> kScales = {"log", "linear"};

constexpr auto kQuantities = [] {
  std::array<std::string_view, kQuantityCount> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kQuantityInfo[i].name;
  return names;
}();

// An enumeration whose first value is the usual one.
template <class E>
void describeChoice(FieldVisitor& visitor, const Field& field,
                    std::span<const std::string_view> names, E& value, E usual) {
  int index = static_cast<int>(value);
  visitor.choice(field, names, index, static_cast<int>(usual));
  value = static_cast<E>(index);
}

void describeChange(FieldVisitor& visitor, SceneChange& change) {
  visitor.number({"days", "length of the course; left out: as it was"},
                 {kMinCourseDays, kMaxCourseDays, "days", true}, change.days, 0);
  visitor.flag({"noRadiation", "takes the fractions away first"}, change.noRadiation, false);
  visitor.flag({"noDrugs", "takes the drugs away first"}, change.noDrugs, false);
  describeItems(visitor, change.added);
  describeResistance(visitor, change.resistance);
  describeStrengths(visitor, change.strengths);
}

void describeShown(FieldVisitor& visitor, Shown& shown) {
  describeChoice(visitor, {"room", "what fills the screen"}, kRooms, shown.room, Room::both);
  describeChoice(visitor, {"picture", "which picture"}, kPictures, shown.picture,
                 ShownPicture::tissue);
  describeChoice(visitor, {"panel", "what stands beside it"}, kPanels, shown.panel,
                 BeatPanel::none);
  describeChoice(visitor, {"site", "whose cells the curves are"}, kSiteNames, shown.site,
                 Site::distant);
  describeChoice(visitor, {"measure", "cells counted or per volume"}, kMeasures, shown.measure,
                 ShownMeasure::cells);
  describeChoice(visitor, {"scale", "of both axes"}, kScales, shown.scale, ShownScale::log);
  visitor.texts({"kinds", "cells with a curve and in the tissue; none named: all"}, kName,
                kMostKinds, shown.kinds);
}

void describePauses(FieldVisitor& visitor, PausesAt& pauses) {
  visitor.flag({"fraction", "at every fraction"}, pauses.fraction, false);
  visitor.flag({"drugDose", "at every dose of a drug"}, pauses.drugDose, false);
  visitor.flag({"progression", "when the tumours have grown by a fifth"}, pauses.progression,
               false);
  visitor.flag({"response", "when they have shrunk by three tenths"}, pauses.response, false);
  visitor.flag({"cure", "when a tumour is gone"}, pauses.cure, false);
}

void describePrediction(FieldVisitor& visitor, Prediction& prediction) {
  visitor.text({"question", "to the class, before the future is shown"}, kQuestion,
               prediction.question);
  visitor.texts({"choices", "to vote on by show of hands, 2 to 5"}, kChoice, kMostChoices,
                prediction.choices);
  visitor.integer({"answer", "which choice the model agrees with, counted from 1; 0: open"}, 0,
                  kMostChoices, prediction.answer, 0);
}

void describeClaim(FieldVisitor& visitor, Claim& claim) {
  describeChoice(visitor, {"quantity", "what is read off the course", true}, kQuantities,
                 claim.quantity, Quantity::irradiatedVolume);
  visitor.number({"day", "day of the course", true}, {0, kMaxCourseDays, "days"}, claim.day, 0);
  const NumberRule anything{-1e9, 1e9, "in the unit of the quantity"};
  visitor.optionalNumber({"low", "at least this; of the ratio, where it is held against something"},
                         anything, claim.low);
  visitor.optionalNumber({"high", "at most this"}, anything, claim.high);
  visitor.text({"against", "id of the beat whose course it is held against"}, kName, claim.against);
  visitor.text({"againstArm", "id of the arm of the beat's case that it is held against"}, kName,
               claim.againstArm);
  visitor.optionalNumber({"againstDay", "day of that course; left out: the same day"},
                         {0, kMaxCourseDays, "days"}, claim.againstDay);
  describeChoice(visitor, {"direction", "how it lies from there"}, kDirectionIds, claim.direction,
                 Direction::unstated);
}

void describeBeat(FieldVisitor& visitor, Beat& beat) {
  describeSetUp(visitor, beat);
  visitor.object({"prediction", "a question to vote on; the future is hidden until then"},
                 [&](FieldVisitor& v) { describePrediction(v, beat.prediction); });
  visitor.text({"caption", "one or two sentences", true}, kCaption, beat.caption);
  visitor.text({"outcome", "in place of the caption once the future is seen"}, kCaption,
               beat.outcome);
  describeSupport(visitor, beat);
}

}  // namespace

void describeSceneChange(FieldVisitor& visitor, SceneChange& change) {
  describeChange(visitor, change);
}

void describeSetUp(FieldVisitor& visitor, Beat& beat) {
  visitor.text({"id", "name of the beat, unique in the script", true}, kName, beat.id);
  visitor.text({"title", "a few words above the picture", true}, kLine, beat.title);
  visitor.text({"case", "id of a case; left out: that of the beat before"}, kName, beat.caseId);
  visitor.text({"arm", "id of its arm; left out: the set-up of the beat before"}, kName, beat.arm);
  visitor.object({"change", "what is different from that"},
                 [&](FieldVisitor& v) { describeChange(v, beat.change); });
  visitor.number({"day", "where the clock stands"}, {0, kMaxCourseDays, "days"}, beat.day, 0);
  visitor.optionalNumber({"playTo", "day to which the course runs by itself"},
                         {0, kMaxCourseDays, "days"}, beat.playTo);
  visitor.number({"daysPerSecond", "how fast it runs"}, {0.5, 30, "days a second"},
                 beat.daysPerSecond, 4);
  visitor.object({"pausesAt", "events at which it waits for the next step"},
                 [&](FieldVisitor& v) { describePauses(v, beat.pausesAt); });
  visitor.object({"shown", "what is on the screen"},
                 [&](FieldVisitor& v) { describeShown(v, beat.shown); });
}

void describeSupport(FieldVisitor& visitor, Beat& beat) {
  visitor.texts({"references", "ids of cases or of the catalogue's references"}, kName,
                kMostReferences, beat.references);
  visitor.list({"claims", "what the caption says of the model, for the test"},
               listOf(beat.claims, 0, kMostClaims, describeClaim));
}

void describeScript(FieldVisitor& visitor, Script& script) {
  visitor.constant({"format", "what kind of file this is", true}, kScriptFormat);
  visitor.text({"id", "name for links; the name of the file", true}, kName, script.id);
  visitor.text({"title", "name for people", true}, kLine, script.title);
  visitor.text({"aim", "what the class shall take home", true}, kAim, script.aim);
  visitor.integer({"minutes", "how long it takes", true}, 1, kLongestMinutes, script.minutes, 1);
  visitor.list({"beats", "the steps", true}, listOf(script.beats, 1, kMostBeats, describeBeat));
}

}  // namespace abscope
