#pragma once
// Widgets made from the control registry. Each has the control's name as its ImGui label ("###name"
// or "###name/instance"), so that tests, and later the page's twin of the canvas, find it.
#include <span>
#include <string_view>

#include "ui/draw.h"

namespace abscope {

class TextSink;

inline constexpr int kNoInstance = -1;
// Parts of one control: "rtDose/less". Those on the timeline have names of their own.
enum Part : int {  // from 0 on: one of several, by its number
  kPartLess = -2,
  kPartMore = -3,
  kPartValue = -4,
  kPartTimeline = -5,
  kPartTimelineLess = -6,
  kPartTimelineMore = -7,
  kPartTimelineValue = -8
};

enum class Icon {
  none,
  play,
  pause,
  stepBack,
  stepForward,
  toStart,
  toEnd,
  undo,
  redo,
  add,
  remove,
  copy,
  close
};

// "###rtDose", "###rtDose/less", "###selectDrug/2".
void addWidgetName(ControlId id, int instance, TextSink& out);

struct ItemState {
  bool visible = false;
  bool pressed = false;
  bool hovered = false;
  bool held = false;
  unsigned int id = 0;
};

// The bare item: input, focus, tooltip. What it looks like is the caller's business.
ItemState controlItem(const Ui& ui, ControlId id, int instance, const Rect& rect);

// Left and right on the item that has the keyboard's focus, as on a slider; Shift: ten at once.
double keySteps(const Ui& ui, unsigned int id);
void focusRing(const Rect& rect, const ItemState& item);

struct ButtonLook {
  std::string_view text = {};  // empty: the control's label
  Icon icon = Icon::none;
  bool primary = false;  // filled with the accent
  bool plain = false;    // no ground until hovered
  bool alignLeft = false;
};
// True when pressed; emitting the command is up to the caller.
bool button(const Ui& ui, ControlId id, int instance, const Rect& rect,
            const ButtonLook& look = {});
float buttonWidth(const Ui& ui, ControlId id);

// These emit SetControl themselves.
void slider(const Ui& ui, ControlId id, const Rect& rect);  // label and value above the track
// With a step down and up at its ends; the value is a field to type into.
double sliderTrack(const Ui& ui, ControlId id, const Rect& rect);  // alone; returns the new value
float sliderHeight(const Ui& ui);
// The day, by pointing at a time axis that runs over `width` from `left`.
void dayControl(const Ui& ui, const Rect& rect, float left, float width);
void segmented(const Ui& ui, ControlId id, const Rect& rect, int firstChoice = 0);
void toggle(const Ui& ui, ControlId id, const Rect& rect);
// A list that drops down. The text of a choice may come from elsewhere (items of the plan).
using ChoiceText = void (*)(const Ui& ui, int choice, TextSink& out);
void combo(const Ui& ui, ControlId id, const Rect& rect, ChoiceText text = nullptr);
// The same with some of the choices only, under headings, and a card beside the choice that the
// pointer is on.
struct ChoiceLine {
  int choice = -1;                // -1: a heading
  std::string_view heading = {};  // its text
};
using ChoiceCard = void (*)(const Ui& ui, int choice, const Rect& line);
void combo(const Ui& ui, ControlId id, const Rect& rect, ChoiceText text,
           std::span<const ChoiceLine> lines, ChoiceCard card);

bool focusedByKeys(unsigned int id);  // the ring is drawn around it

// "12.0 Gy", "day 5", "40 %".
void addControlValue(const Ui& ui, ControlId id, double value, TextSink& out);
std::string_view choiceText(ControlId id, int choice);

void drawIcon(ImDrawList& list, Icon icon, ImVec2 middle, float size, ImU32 colour);

}  // namespace abscope
