// The lab's one window: SDL2 events, a WebGL 2 canvas and ImGui's frame, drawn only when something
// changed. Sizes are CSS pixels.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "platform/fonts.h"
#include "platform/gl_pass.h"
#include "platform/pinch.h"

struct SDL_Window;

namespace abscope {

class Window {
 public:
  // False when the browser cannot show it; the page has then said why.
  bool open(std::span<const FontFace> faces);

  // A font for letters that the faces lack; must outlive the window, or the next call. `now`: the
  // next frame needs more letters than English has.
  void setLetters(std::string_view trueType, bool now);

  // A pass whose device objects follow the life of the GL context, from the first frame on.
  void addPass(GlPass& pass);

  // Takes events and starts an ImGui frame. False: nothing changed (or nothing can be seen), so
  // draw nothing and do not call endFrame().
  bool beginFrame();
  void endFrame();

  // Keep drawing: ImGui needs a few frames after any change to come to rest. While something
  // moves, call it in every frame.
  void requestFrames(int count = 3);

  // Time for animation since the last frame drawn; at most 0.1 s, so a stall is no jump, and one
  // sixtieth after a rest.
  double frameSeconds() const { return frameSeconds_; }

  bool takeHashChanged();
  bool takeMotionChanged();

 private:
  bool takeEvents();
  void followDensity();
  void buildFonts();
  void createDeviceObjects();
  void restoreDeviceObjects();

  SDL_Window* window_ = nullptr;
  std::vector<FontFace> faces_;
  ExtraLetters extra_;
  bool fontsStale_ = false;
  std::vector<GlPass*> passes_;
  float fontDensity_ = 0.0f;
  Glyphs glyphs_ = Glyphs::first;
  bool deviceReady_ = false;
  bool rested_ = true;  // the last chance to draw was not taken
  int framesWanted_ = 3;
  bool touchEnded_ = false;
  Pinch pinch_;
  bool hashChanged_ = false;
  bool motionChanged_ = false;
  double frameSeconds_ = 0.0;
};

}  // namespace abscope
