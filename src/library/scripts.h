#pragma once
// A script for the lecture hall: beats that a clicker steps through, each with a set-up that the
// model runs, what is shown of it, a caption, and the claims that the caption makes of the model.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "model/quantity.h"
#include "model/scenario.h"
#include "model/states.h"

namespace abscope {

// What is different from the arm, or from the beat before.
struct SceneChange {
  double days = 0;                                    // length of the course; 0: as it was
  bool noRadiation = false, noDrugs = false;          // taken away before the items below are added
  Plan added;                                         // its items only
  std::array<double, kResistanceCount> resistance{};  // 0: as it was
  MechanismStrengths strengths;                       // 1: as it was
};

// What fills the screen: the picture (tissue or map), the curves, or both.
enum class Room : int { both, picture, plot, count };
enum class ShownPicture : int { tissue, map, count };
enum class BeatPanel : int { none, why, count };
enum class ShownMeasure : int { cells, density, count };
enum class ShownScale : int { log, linear, count };

struct Shown {
  Room room = Room::both;
  ShownPicture picture = ShownPicture::tissue;
  BeatPanel panel = BeatPanel::none;
  Site site = Site::distant;
  ShownMeasure measure = ShownMeasure::cells;
  ShownScale scale = ShownScale::log;
  std::vector<std::string> kinds;  // of cells; empty: all
};

// Where playing pauses by itself; the next step of the clicker goes on.
struct PausesAt {
  bool fraction = false, drugDose = false, progression = false, response = false, cure = false;
};

// A question to the class before the future is shown.
struct Prediction {
  std::string question;  // empty: none
  std::vector<std::string> choices;
  int answer = 0;  // which choice the model agrees with, from 1; 0: open
};
inline constexpr int kMostChoices = 5;

// What the caption says of the model, for machines. Read off the beat's own course; where it is
// held against something, [low, high] bounds the ratio (of changes in per cent, the difference).
struct Claim {
  Quantity quantity = Quantity::irradiatedVolume;
  double day = 0;
  std::optional<double> low, high;
  std::string against;               // id of a beat whose course it is held against
  std::string againstArm;            // or of an arm of the beat's case, as published
  std::optional<double> againstDay;  // of that course, or of this one; left out: the same day
  bool isCompared() const { return !against.empty() || !againstArm.empty() || againstDay; }
  Direction direction = Direction::unstated;
};

struct Beat {
  std::string id;
  std::string title;
  std::string caseId;  // empty: that of the beat before
  std::string arm;     // empty: the set-up of the beat before
  SceneChange change;
  double day = 0;                // where the clock stands
  std::optional<double> playTo;  // and where it runs to by itself
  double daysPerSecond = 4;
  PausesAt pausesAt;
  Shown shown;
  Prediction prediction;
  std::string caption;
  std::string outcome;  // takes the caption's place once the future is seen
  std::vector<std::string> references;
  std::vector<Claim> claims;
};

struct Script {
  std::string id;
  std::string title;
  std::string aim;  // what the class shall take home
  int minutes = 0;
  std::vector<Beat> beats;
};

// The scripts that travel inside the program, sorted by file. Read when first asked for.
const std::vector<Script>& scripts();
const Script* findScript(std::string_view id);  // null: none

// What a beat shows, made from its case, its arm and all changes since.
struct Scene {
  Scenario scenario;
  std::string caseId, armId;
};
Scene sceneOf(const Script& script, int beat);
void applyChange(const SceneChange& change, Scenario& scenario);

// "Dewan 2009, Clin Cancer Res 15:5379-88" of an id among the cases or the catalogue's references;
// empty for an unknown one.
std::string citation(std::string_view reference);

struct ReadScript {
  Script script;
  std::vector<Message> errors;
  std::vector<Message> warnings;
};
ReadScript readScript(std::string_view json);
std::string writeScript(const Script& script);
std::string scriptSchema();

}  // namespace abscope
