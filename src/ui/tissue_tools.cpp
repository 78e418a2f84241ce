// What is chosen of the tissue: the signal whose haze is shown, and how near it is looked at.
#include <algorithm>
#include <cmath>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/number_field.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

void addHazeName(const Ui& /*ui*/, int choice, TextSink& out) {
  const std::string_view name = choiceText(ControlId::haze, choice);
  if (choice == 0) {
    out.add(name);
  } else {
    out.addFilled(tr("tissue.haze"), {{"signal", name}});
  }
}

float hazeWidth(const Ui& ui) {
  float width = 0;
  for (int i = 0; i < kSignalCount; ++i) {
    TextBuffer<64> text;
    addHazeName(ui, i, text);
    width = std::max(width, textWidth(Face::body, text));
  }
  return width + ui.px(40);
}

float percentWidth(const Ui& ui) {
  TextBuffer<32> text;
  addControlValue(ui, ControlId::zoom, 250, text);
  return textWidth(Face::body, text) + ui.px(14);
}

float sideOf(const Ui& ui) { return ui.px(ui.narrow ? 38.0f : 26.0f); }

float zoomWidth(const Ui& ui) { return 2 * sideOf(ui) + percentWidth(ui); }

// Less, the percentage (which leads back to the whole), more.
void zoomSteps(const Ui& ui, Rect row) {
  const float side = sideOf(ui);
  stepButton(ui, ControlId::zoom, row.cutLeft(side), -1, kPartLess);
  const Rect whole = row.cutLeft(percentWidth(ui));
  TextBuffer<32> text;
  addControlValue(ui, ControlId::zoom, std::round(ui.app.view.zoomPercent), text);
  ButtonLook look;
  look.text = text;
  look.plain = true;
  if (button(ui, ControlId::zoomReset, kNoInstance, whole, look)) ui.out.push_back(ResetZoom{});
  stepButton(ui, ControlId::zoom, row.cutLeft(side), 1, kPartMore);
}

}  // namespace

float tissueToolsWidth(const Ui& ui) { return hazeWidth(ui) + ui.px(8) + zoomWidth(ui); }

void tissueTools(const Ui& ui, Rect row) {
  combo(ui, ControlId::haze, row.cutLeft(hazeWidth(ui)), addHazeName);
  row.cutLeft(ui.px(8));
  zoomSteps(ui, row);
}

float panelToolsHeight(const Ui& ui) { return sideOf(ui) + ui.px(14); }

void panelTools(const Ui& ui, const Rect& panel) {
  const float tall = sideOf(ui), edge = ui.px(8);
  const float y = panel.bottom() - edge - tall;
  combo(ui, ControlId::haze, {panel.x + edge, y, hazeWidth(ui), tall}, addHazeName);
  // Clear of the scroll bar.
  const float width = zoomWidth(ui);
  const Rect zoom{panel.right() - edge - ui.px(8) - width, y - ui.px(2), width, tall};
  ImGui::GetWindowDrawList()->AddRectFilled(zoom.min(), zoom.max(),
                                            withAlpha(ui.colours.raised, 0.8f), ui.px(6));
  zoomSteps(ui, zoom);
}

}  // namespace abscope
