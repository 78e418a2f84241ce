#pragma once
// Two fingers on a touch screen, as steps of the wheel: SDL tells of fingers only.
#include <SDL_events.h>

namespace abscope {

class Pinch {
 public:
  // How far the wheel has turned by this event; 0 for all that is no pinch.
  float wheelOf(const SDL_Event& event, float width, float height);

 private:
  struct Finger {
    SDL_FingerID id = 0;
    float x = 0, y = 0;  // px
    bool down = false;
  };
  float apart() const;

  Finger fingers_[2];
};

}  // namespace abscope
