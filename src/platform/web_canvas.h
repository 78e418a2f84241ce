// How the canvas behaves as one element of a page that is not ours: it takes keys and the wheel
// only while focused, lets Tab and the browser's own keys through, and follows its box.
#pragma once

namespace abscope {

// Before SDL creates its window: its listeners must come after ours.
void installCanvasBehaviour();

// What the page did since the last call.
struct CanvasChanges {
  bool redraw = false;         // something that SDL does not tell of: focus, back in view, restored
  bool pasted = false;         // lastPaste() is new
  bool hashChanged = false;    // someone followed another share link
  bool inView = true;          // some of the canvas can be seen
  bool motionChanged = false;  // what the system asks for: prefersReducedMotion() is new
};
CanvasChanges takeCanvasChanges();

// The canvas's box in CSS pixels.
void canvasCssSize(double& width, double& height);

}  // namespace abscope
