#pragma once
// Everything that can be done to the lab. A button, a shortcut, a link and a test all say it so.
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "app/controls.h"
#include "app/document.h"
#include "model/scenario.h"

namespace abscope {

// Sets a control to a value. `item`: which series or drug (or kind of cell); -1 is the selected
// one.
struct SetControl {
  ControlId id;
  double value;
  int item = -1;
};
// The hand is off the slider: the next SetControl starts a new step of undo.
struct EndGesture {};

struct AddRadiation {};
struct AddDrug {
  Drug drug = Drug::antiPd1;
};
enum class ItemKind : int { radiation, drug };
struct SelectItem {
  ItemKind kind;
  int index;
};
struct RemoveItem {
  ItemKind kind;
  int index;
};
// Puts the same again after it.
struct CopyItem {
  ItemKind kind;
  int index;
};
struct MoveItem {
  ItemKind kind;
  int from;
  int to;
};

struct OpenCase {
  std::string id;
  std::string arm;  // empty: the case's first
};
struct LoadScenario {
  Scenario scenario;
  std::string caseId = {};  // the case and arm that it was made from, if any
  std::string armId = {};
};

// So much wall time has passed.
struct Tick {
  double seconds;
};
// How many discs fit the window; a number that a person chose stays.
struct FitCells {
  int discs;
};
struct Play {};
struct Pause {};
struct StepDays {
  double days;
};
struct GoToEnd {};
struct Undo {};
struct Redo {};

// Keeps the present scenario beside the one that changes; ends that; exchanges the two.
struct Pin {};
struct Unpin {};
struct SwapPinned {};
// Pins, and parts the plan at the day shown: what was given by then can no longer be changed.
struct Branch {};
// From a link: what the present scenario is compared with.
struct LoadPinned {
  Pinned pinned;
  bool sameHost = false;  // the patient of the present scenario
};
// Sets the dose per fraction of the selected series to the pinned BED.
struct MatchBed {};

enum class Overlay : int { none, cases, study, evidence, menu, qr, lessons, count };
struct ShowOverlay {
  Overlay overlay;
};
// A lecture script, at one of its beats, counted from 0.
struct OpenScript {
  std::string id;
  int beat = 0;
};
// What a clicker does: on (+1) or back (-1). On goes through a beat (show the future, play on,
// finish playing) before it goes to the next one.
struct StepBeat {
  int by;
};
// Hands that went up (or did not) for a choice of the question.
struct CountHands {
  int choice;
  int by;
};

// A lesson by its id, or by an address of the same site that ends in ".json"; at one of its beats,
// counted from 0.
struct OpenLesson {
  std::string id;
  int beat = 0;
};
// next: on, through a beat first. solve: gives the task up and shows a solution.
enum class LessonAct : int { choose, reason, next, back, hint, solve, again, close };
struct LessonDeed {
  LessonAct act;
  int index = -1;
};
// The explanation in own words, as it stands now.
struct LessonWords {
  std::string text;
};
// A file that the lab asked the page for; not ok: why it could not be had.
struct PageFile {
  std::string name;
  std::string text;
  bool ok = true;
};

// What only the page can do, after this frame.
enum class PageDeed : int { fullScreen, savePng, saveSvg, saveCsv };
struct AskPage {
  PageDeed deed;
};
// Where the page is, without query and hash: links start with it.
struct PageAddress {
  std::string base;
};
struct PageAsked {};  // it has done all of it
// Puts the link into the address bar and the clipboard (by the platform, after this frame).
struct Share {};
// The platform has done so, where it could; with the language key of what it could.
struct Shared {
  std::string_view told = "message.shared";
};
struct Notify {
  std::string place;
  std::string text;
};
// A cell of the tissue, by its number; 0xffffffff: none.
struct SelectCell {
  std::uint32_t cell;
};
// The whole of both tumours again.
struct ResetZoom {};
struct DismissMessage {
  int index;
};

using Command =
    std::variant<SetControl, EndGesture, AddRadiation, AddDrug, SelectItem, RemoveItem, CopyItem,
                 MoveItem, OpenCase, LoadScenario, Tick, FitCells, Play, Pause, StepDays, GoToEnd,
                 Undo, Redo, ShowOverlay, Share, Shared, Notify, SelectCell, ResetZoom,
                 DismissMessage, OpenScript, StepBeat, CountHands, AskPage, PageAsked, PageAddress,
                 Pin, Unpin, SwapPinned, Branch, LoadPinned, MatchBed, OpenLesson, LessonDeed,
                 LessonWords, PageFile>;

}  // namespace abscope
