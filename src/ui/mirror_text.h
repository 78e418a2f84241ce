#pragma once
// What the page beside the canvas is told, as JSON; platform/mirror.h builds real elements of it.
#include <string>
#include <string_view>

#include "app/state.h"

namespace abscope {

struct MirrorNews {
  std::string controls;  // empty: as they were
  std::string about;     // summary, tables and messages; empty: as they were
  std::string schedule;  // as a table of fields; empty: as it was
};

// Keeps what was told last.
class MirrorWatch {
 public:
  // After the frame's controls are drawn.
  MirrorNews news(const AppState& app);

 private:
  std::uint64_t controls_ = 0, about_ = 0, schedule_ = 0;
};

// Somebody changed a field of the schedule's table: it is told anew, also where that was refused.
void tellScheduleAgain();

// Somebody did this to a twin; it is done in the next frame.
void askControl(int kind, int control, int instance, double value);

}  // namespace abscope
