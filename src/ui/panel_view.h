#pragma once
// From a panel's world (radii of a tumour cell) to the screen.
#include "tissue/tissue.h"
#include "ui/draw.h"

namespace abscope {

// Round things stay round; where the panel is longer than the world, what lies between the tumour
// and the edge is drawn out. Zoomed, the screen of the whole panel is enlarged about its focus.
struct PanelView {
  Rect rect;
  Rect picture;             // of the panel, below its title
  ImVec2 origin{};          // of the world; the picture's middle
  float fit = 1;            // pixels per radius of a tumour cell, of the whole panel
  float scale = 1;          // the same as it is seen
  ImVec2 middle{};          // of the tumour, in the world
  float rim = 0, edge = 1;  // distances from it between which the world is drawn out
  ImVec2 stretch{};         // by this share at the edge
  float zoom = 1;
  ImVec2 focus{};  // what of the whole panel's screen is in the middle

  ImVec2 toScreen(float x, float y) const {
    const ImVec2 p = onWhole(x, y);
    return {origin.x + zoom * (p.x - focus.x), origin.y + zoom * (p.y - focus.y)};
  }
  // Where it would be at zoom 1.
  ImVec2 onWhole(float x, float y) const;
  // How far the focus can go from the middle.
  ImVec2 roomToPan() const;
  // The focus that keeps the picture inside the panel.
  ImVec2 clamped(ImVec2 wanted) const;
};

// Pixels per radius of a tumour cell with which the panel's world fits below its title.
float fittingScale(const PanelExtent& extent, const Rect& rect, float titleHeight);
// How far a tumour reaches from its middle, with the cells about it.
float rimOf(const Tissue& tissue, Panel panel, double day);
// The whole of a panel. Scale 0: the one that fits.
PanelView wholeView(const Tissue& tissue, Panel panel, const Rect& rect, double day,
                    float titleHeight, float scale);
// The same from nearer; pan in per cent of the room there is, x and y.
void zoomIn(PanelView& view, double zoomPercent, const std::array<double, 2>& panPercent);

// What SetControl must say so that the point under the hand stays there.
struct PanAsked {
  double x, y;  // per cent
};
PanAsked panFor(const PanelView& view, ImVec2 hand, float zoom);

}  // namespace abscope
