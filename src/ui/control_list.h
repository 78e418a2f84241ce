#pragma once
// The controls of this frame as they are drawn, for their twins in the page, and what people ask of
// those: a twin is pressed as the widget is, so that every control answers without a word of its
// own.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/draw.h"

namespace abscope {

// What a twin is in the page: a native button, range, check box, radio button or list of choices.
enum class TwinKind : int { button, range, check, radio, select };
// Parts of the screen, in the order in which they are read. Whatever has a window of its own is a
// dialog, but for messages.
enum class Area : int { tools, play, controls, dialog, messages, count };

struct TextSpan {
  std::uint32_t first = 0, length = 0;
};

struct ControlNote {
  ControlId id = ControlId::count;
  int instance = -1;
  TwinKind kind = TwinKind::button;
  Area area = Area::tools;
  bool enabled = true;
  int on = -1;                     // 1: chosen, 0: not; -1: nothing that could be
  int x = 0, y = 0, w = 0, h = 0;  // px, what can be seen of it; at the edge it is hidden by
  double value = 0, low = 0, high = 0, step = 0;
  TextSpan name, valueText, choices;  // choices: "3\x1fText\x1e", one after the other
};

// A step is one of the control's own, as an arrow key makes.
enum class AskKind : int { press, set, setExactly, reveal, endGesture, step, count };
// What somebody did to a twin.
struct ControlAsk {
  AskKind kind;
  ControlId id;
  int instance;
  double value;
  int framesLeft = 4;  // then the control is not there any more
};

class ControlList {
 public:
  // Nothing is noted before somebody listens.
  void listen() { listening_ = true; }
  bool listening() const { return listening_; }
  void beginFrame();
  void setArea(Area area) { area_ = area; }
  // Choices of an open list are not controls of their own: the list is.
  void rest(bool resting) { resting_ = resting; }

  void note(const Ui& ui, ControlId id, int instance, const Rect& rect, bool enabled);
  // A number to type that has no range of its own beside it.
  void noteField(const Ui& ui, ControlId id, int instance, int item, const Rect& rect);
  // These add to the note just made, if it is of this control.
  void name(ControlId id, int instance, std::string_view text);
  void kind(ControlId id, TwinKind kind, bool on);
  void range(const Ui& ui, ControlId id, double value, double low, double high);
  void select(ControlId id, int chosen);
  void addChoice(ControlId id, int choice, std::string_view text);

  void ask(const ControlAsk& ask) { asks_.push_back(ask); }
  bool take(AskKind kind, ControlId id, int instance);
  // What a range or list that is at `value` was set to.
  std::optional<double> takeValue(ControlId id, int instance, double value);

  const std::vector<ControlNote>& notes() const { return notes_; }
  std::string_view text(TextSpan span) const {
    return std::string_view(text_).substr(span.first, span.length);
  }
  // Of all that is noted; another one after every ask, since a twin may show what was refused.
  std::uint64_t digest() const;

 private:
  ControlNote& add(const Ui& ui, ControlId id, int instance, const Rect& rect, bool enabled);
  ControlNote* last(ControlId id);
  TextSpan keep(std::string_view text);

  bool listening_ = false, resting_ = false;
  Area area_ = Area::tools;
  std::vector<ControlNote> notes_;
  std::string text_;  // of all notes
  std::vector<ControlAsk> asks_;
  std::uint64_t answered_ = 0;
};

// One, as there is one screen.
ControlList& controlList();

}  // namespace abscope
