#include "ui/pin_controls.h"

#include <array>

#include "app/control_words.h"
#include "library/text.h"
#include "ui/band.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

constexpr std::array kWords = {ControlId::pin, ControlId::branch, ControlId::ghosts};

bool standsHere(const Ui& ui) {
  return !ui.narrow && !ui.app.view.presenter && !ui.app.document.pinned;
}

float titleLeft(const Ui& ui, const Rect& plot) {
  return plot.right() - textWidth(Face::small, tr("plot.unit.volume")) - ui.px(18);
}

float widthOf(const Ui& ui, ControlId id) {
  return id == ControlId::ghosts ? textWidth(Face::body, labelOf(id)) + ui.px(26)
                                 : buttonWidth(ui, id);
}

// Null: it does not fit.
std::array<Rect, 3> places(const Ui& ui, const PlotFrame& frame, const Rect& plot, float left) {
  const float tall = ui.px(24), gap = ui.px(6);
  float room = titleLeft(ui, plot) - ui.px(8) - left;
  std::size_t count = 0;
  float width = 0;
  for (; count < kWords.size(); ++count) {
    const float next = widthOf(ui, kWords[count]) + gap;
    if (next > room) break;
    room -= next, width += next;
  }
  Rect row{titleLeft(ui, plot) - ui.px(8) - width, axisTitleY(ui, frame) - tall / 2, width, tall};
  std::array<Rect, 3> out{};
  for (std::size_t i = 0; i < count; ++i) {
    out[i] = row.cutLeft(widthOf(ui, kWords[i]));
    row.cutLeft(gap);
  }
  return out;
}

}  // namespace

float pinControlsLeft(const Ui& ui, const PlotFrame& frame, const Rect& plot) {
  if (!standsHere(ui)) return titleLeft(ui, plot);
  const Rect first = places(ui, frame, plot, plot.x).front();
  return first.w > 0 ? first.x : titleLeft(ui, plot);
}

void pinControls(const Ui& ui, const PlotFrame& frame, const Rect& plot, float left) {
  if (!standsHere(ui)) return;
  const std::array<Rect, 3> rects = places(ui, frame, plot, left);
  for (std::size_t i = 0; i < rects.size(); ++i) {
    if (rects[i].w <= 0) continue;
    if (kWords[i] == ControlId::ghosts) {
      toggle(ui, kWords[i], rects[i]);
    } else if (button(ui, kWords[i], kNoInstance, rects[i])) {
      ui.out.push_back(kWords[i] == ControlId::pin ? Command(Pin{}) : Command(Branch{}));
    }
  }
}

}  // namespace abscope
