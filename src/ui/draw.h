#pragma once
// What every panel draws with: the frame's context, rectangles and text.
#include <string_view>
#include <vector>

#include <imgui.h>

#include "app/state.h"
#include "ui/theme.h"

namespace abscope {

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  ImVec2 min() const { return {x, y}; }
  ImVec2 max() const { return {x + w, y + h}; }
  ImVec2 middle() const { return {x + w / 2, y + h / 2}; }
  bool contains(ImVec2 p) const { return p.x >= x && p.y >= y && p.x < x + w && p.y < y + h; }
  Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
  Rect cutTop(float height);  // takes a strip off this rectangle and returns it
  Rect cutBottom(float height);
  Rect cutLeft(float width);
  Rect cutRight(float width);
};

// One frame's context.
struct Ui {
  const AppState& app;
  std::vector<Command>& out;
  const Palette& colours;
  float scale;
  bool narrow;
  mutable bool arrowsTaken = false;  // a focused slider has used the arrow keys

  float px(float value) const { return value * scale; }
  // Touch needs larger targets.
  float rowHeight() const { return px(narrow ? 44.0f : 28.0f); }
};

enum class Align { left, middle, right };

ImFont* fontOf(Face face);
float fontSize(Face face);  // on screen, with the frame's scale
float textWidth(Face face, std::string_view text);

// On one line; `at` is the left, middle or right end of the line's middle height.
void drawText(ImDrawList& list, Face face, ImVec2 at, ImU32 colour, std::string_view text,
              Align align = Align::left);
// The same, with an ellipsis where it would be wider than `width`.
void drawFittedText(ImDrawList& list, Face face, ImVec2 at, float width, ImU32 colour,
                    std::string_view text);

// Wrapped words; ids of mechanisms ("P03", "S08") in `idColour`. Returns the height.
float drawParagraph(ImDrawList* list, Face face, ImVec2 at, float width, ImU32 colour,
                    ImU32 idColour, std::string_view text);

// For tests: told of each text that is drawn and where, and whether it had less room than it needs.
using TextWatch = void (*)(const ImDrawList& list, const Rect& rect, std::string_view text,
                           bool cut);
void watchTexts(TextWatch watch);  // null: nobody

// Cuts a row from the top of `rest` for the title of a group in a panel.
void headingRow(const Ui& ui, Rect& rest, std::string_view text);

void drawPanel(ImDrawList& list, const Ui& ui, const Rect& rect);

}  // namespace abscope
