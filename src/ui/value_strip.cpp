#include "ui/value_strip.h"

#include <algorithm>
#include <cmath>

#include "library/text.h"

namespace abscope {
namespace {

struct StripAxis {
  double low = 0, high = 1;
  bool log = false;

  double place(double value) const { return log ? std::log(std::max(value, 1e-12)) : value; }
  float share(double value) const {
    const double at = (place(value) - place(low)) / (place(high) - place(low));
    return static_cast<float>(std::clamp(at, 0.0, 1.0));
  }
};

// Wide enough for all that is shown, with room beside it for an allowed part without an end.
StripAxis axisOf(const ValueStrip& strip) {
  StripAxis axis;
  const double shown[] = {strip.value,     strip.allowedLow, strip.allowedHigh, strip.farSide,
                          strip.spreadLow, strip.spreadHigh, strip.published,   strip.other};
  double low = 1e300, high = -1e300;
  bool positive = true;
  for (const double value : shown) {
    if (!std::isfinite(value)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
    positive = positive && value > 0;
  }
  if (low > high) return axis;
  axis.log = strip.log && positive;
  const double a = axis.place(low), b = axis.place(high);
  const double room = std::max((b - a) * 0.22, axis.log ? 0.12 : 0.02 * std::fabs(b) + 1e-9);
  axis.low = axis.log ? std::exp(a - room) : a - room;
  axis.high = axis.log ? std::exp(b + room) : b + room;
  if (std::isfinite(strip.low)) axis.low = strip.low;
  if (std::isfinite(strip.high)) axis.high = strip.high;
  return axis;
}

void diamond(ImDrawList& list, ImVec2 m, float r, ImU32 colour, float line) {
  const ImVec2 corners[] = {{m.x, m.y - r}, {m.x + r, m.y}, {m.x, m.y + r}, {m.x - r, m.y}};
  list.AddPolyline(corners, 4, colour, ImDrawFlags_Closed, line);
}

void whisker(ImDrawList& list, float from, float to, float y, float cap, ImU32 colour, float line) {
  list.AddLine({from, y}, {to, y}, colour, line);
  list.AddLine({from, y - cap}, {from, y + cap}, colour, line);
  list.AddLine({to, y - cap}, {to, y + cap}, colour, line);
}

}  // namespace

void drawValueStrip(const Ui& ui, const Rect& rect, const ValueStrip& strip, ImU32 colour) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& c = ui.colours;
  const StripAxis axis = axisOf(strip);
  const float y = rect.middle().y, half = ui.px(5);
  const auto x = [&](double value) { return rect.x + rect.w * axis.share(value); };
  list.AddRectFilled({rect.x, y - half}, {rect.right(), y + half}, c.raised, half);
  const bool bounded = std::isfinite(strip.allowedLow) || std::isfinite(strip.allowedHigh);
  if (bounded) {
    const float from = std::isfinite(strip.allowedLow) ? x(strip.allowedLow) : rect.x;
    const float to = std::isfinite(strip.allowedHigh) ? x(strip.allowedHigh) : rect.right();
    const ImU32 allowed = withAlpha(c.activating, 0.38f);
    list.AddRectFilled({from, y - half}, {std::max(to, from + ui.px(2)), y + half}, allowed,
                       ui.px(3));
    if (std::isfinite(strip.farSide)) {  // the part beyond it is fainter
      const float far = x(strip.farSide);
      const bool above = !std::isfinite(strip.allowedHigh);
      list.AddRectFilled({above ? far : from, y - half}, {above ? to : far, y + half},
                         withAlpha(c.raised, 0.6f), ui.px(3));
    }
  }
  if (std::isfinite(strip.spreadLow) && std::isfinite(strip.spreadHigh)) {
    whisker(list, x(strip.spreadLow), x(strip.spreadHigh), y, ui.px(4), withAlpha(c.text, 0.7f),
            ui.px(1.4f));
  }
  if (std::isfinite(strip.other)) {
    list.AddCircle({x(strip.other), y}, ui.px(4.2f), c.dim, 0, ui.px(1.6f));
  }
  if (std::isfinite(strip.value)) {
    list.AddCircleFilled({x(strip.value), y}, ui.px(5), colour);
    list.AddCircle({x(strip.value), y}, ui.px(5), c.panel, 0, ui.px(1.2f));
  }
  if (std::isfinite(strip.published)) {
    diamond(list, {x(strip.published), y}, ui.px(6.5f), c.radiationText, ui.px(1.7f));
  }
}

float drawStripKey(const Ui& ui, const Rect& rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& c = ui.colours;
  const float y = rect.middle().y;
  float left = rect.x;
  const auto word = [&](std::string_view key, float sign) {
    left += sign + ui.px(5);
    drawText(list, Face::small, {left, y}, c.dim, tr(key));
    left += textWidth(Face::small, tr(key)) + ui.px(14);
  };
  list.AddCircleFilled({left + ui.px(5), y}, ui.px(5), c.activating);
  word("evidence.key.ours", ui.px(10));
  list.AddRectFilled({left, y - ui.px(5)}, {left + ui.px(18), y + ui.px(5)},
                     withAlpha(c.activating, 0.38f), ui.px(3));
  word("evidence.key.allowed", ui.px(18));
  whisker(list, left, left + ui.px(18), y, ui.px(4), withAlpha(c.text, 0.7f), ui.px(1.4f));
  word("evidence.key.spread", ui.px(18));
  diamond(list, {left + ui.px(6), y}, ui.px(6), c.radiationText, ui.px(1.7f));
  word("evidence.key.published", ui.px(12));
  list.AddCircle({left + ui.px(5), y}, ui.px(4.2f), c.dim, 0, ui.px(1.6f));
  word("evidence.key.other", ui.px(10));
  return left - rect.x;
}

}  // namespace abscope
