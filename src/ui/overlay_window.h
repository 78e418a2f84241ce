#pragma once
// A card over everything else, with a title, a cross to close it, and a click beside it that does.
#include "ui/draw.h"

namespace abscope {

class OverlayWindow {
 public:
  OverlayWindow(const Ui& ui, const char* name, ImVec2 size, std::string_view title);
  ~OverlayWindow();
  OverlayWindow(const OverlayWindow&) = delete;
  OverlayWindow& operator=(const OverlayWindow&) = delete;

  Rect inner() const { return inner_; }  // below the title

 private:
  const Ui& ui_;
  Rect rect_, inner_;
  bool appearing_ = false;
};

}  // namespace abscope
