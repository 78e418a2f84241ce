#pragma once
// Where everything is for a window size. Wide: tissue above the plot, controls at the right. Narrow
// (a phone): tissue on top, then the clock, then tabs. All in CSS pixels.
#include <array>

#include "app/state.h"
#include "ui/draw.h"

namespace abscope {

struct Layout {
  bool narrow = false;
  float scale = 1;
  Rect topBar;
  Rect stage;             // what stands above the plot: tissue, or another picture in its place
  bool compares = false;  // the stage is parted between the present course and the pinned one
  std::array<Rect, kPanelCount> pinnedPanels;  // empty where nothing is compared, as is the node
  Rect compare;                          // the buttons of comparison; narrow: in a tab of its own
  Rect compareLine;                      // what differs, where something is pinned
  Rect stageChoice;                      // narrow only; else it is in the top bar
  std::array<Rect, kPanelCount> panels;  // irradiated, node, distant, by enum Panel
  Rect transport;
  Rect tabs;  // narrow only
  Rect plot;  // empty when its tab is closed, as all below
  Rect legend;
  Rect side;  // the plan's panels
  Rect why;
  Rect disclaimer;
  // The lecture hall has its own: the others but topBar, panels, plot and why are empty there.
  bool lecture = false;
  Rect caption;
  Rect vote;
  // A lesson: at the side, or on a phone in a tab of its own.
  Rect lessonTabs;  // wide only: the lesson or the plan
  Rect lesson;
  bool plotAlone = false;  // narrow: the plot in the tissue's place, without its choices
};

// The sweep: the stage, and on a wide screen the legend's room too.
Rect sweepRect(const Layout& layout);
inline constexpr float kNarrowSweepControls = 142;  // px, above the buttons of comparison

// The narrow plot has a row of choices above it.
Rect plotChoicesRect(const Layout& layout);
Rect plotRect(const Layout& layout);

// The map of mechanisms: on a wide screen it takes the legend's room too, since it says what its
// signs mean.
Rect mapRect(const Layout& layout);

// `zoom` enlarges all that is written, as a browser's zoom does.
Layout layoutFor(float width, float height, NarrowTab tab, bool compares = false, float zoom = 1);
Layout lectureLayout(float width, float height, Room room, BeatPanel panel, bool vote);
// Of the view: presenter mode, size of the text.
Layout layoutOf(const AppState& app, float width, float height);

}  // namespace abscope
