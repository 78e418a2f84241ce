#include "platform/pinch.h"

#include <algorithm>
#include <cmath>

namespace abscope {

namespace {

constexpr float kFactorOfStep = 1.25F;  // as the wheel on the tissue
constexpr float kNearest = 24;          // px: closer fingers tell nothing

}  // namespace

float Pinch::apart() const {
  const float dx = fingers_[0].x - fingers_[1].x, dy = fingers_[0].y - fingers_[1].y;
  return std::max(kNearest, std::sqrt(dx * dx + dy * dy));
}

float Pinch::wheelOf(const SDL_Event& event, float width, float height) {
  const bool down = event.type == SDL_FINGERDOWN, up = event.type == SDL_FINGERUP;
  if (!down && !up && event.type != SDL_FINGERMOTION) return 0;
  const SDL_TouchFingerEvent& touch = event.tfinger;
  const float x = touch.x * width, y = touch.y * height;
  if (down) {
    for (Finger& finger : fingers_) {
      if (finger.down) continue;
      finger = {touch.fingerId, x, y, true};
      break;
    }
    return 0;
  }
  for (Finger& finger : fingers_) {
    if (!finger.down || finger.id != touch.fingerId) continue;
    if (up) {
      finger.down = false;
      return 0;
    }
    const bool both = fingers_[0].down && fingers_[1].down;
    const float before = apart();
    finger.x = x, finger.y = y;
    return both ? std::log(apart() / before) / std::log(kFactorOfStep) : 0;
  }
  return 0;
}

}  // namespace abscope
