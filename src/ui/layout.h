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
  Rect stage;        // what stands above the plot: tissue, or another picture in its place
  Rect stageChoice;  // narrow only; else it is in the top bar
  std::array<Rect, kPanelCount> panels;  // irradiated, node, distant, by enum Panel
  Rect transport;
  Rect tabs;  // narrow only
  Rect plot;  // empty when its tab is closed, as all below
  Rect legend;
  Rect side;  // the plan's panels
  Rect why;
  Rect disclaimer;
};

// The narrow plot has a row of choices above it.
Rect plotChoicesRect(const Layout& layout);
Rect plotRect(const Layout& layout);

// The map of mechanisms: on a wide screen it takes the legend's room too, since it says what its
// signs mean.
Rect mapRect(const Layout& layout);

Layout layoutFor(float width, float height, NarrowTab tab);

}  // namespace abscope
