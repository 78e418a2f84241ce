// Beside each tumour: inflamed, excluded or desert by shape and word, and the scale of its haze.
#include <algorithm>
#include <cmath>

#include "app/text_buffer.h"
#include "app/tissue_words.h"
#include "library/text.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

// A tumour as a disc with the T cells where they are: among its cells, about it, or nowhere.
void immuneIcon(ImDrawList& list, const Ui& ui, ImmuneState state, ImVec2 middle, float radius) {
  const Palette& c = ui.colours;
  const ImU32 tumour = c.ink[static_cast<std::size_t>(CellKind::tumour)];
  const ImU32 cell = c.ink[static_cast<std::size_t>(CellKind::cd8Effector)];
  if (state == ImmuneState::noTumour) {
    list.AddCircle(middle, radius * 0.72f, withAlpha(tumour, 0.6f), 0, ui.px(1));
    return;
  }
  list.AddCircleFilled(middle, radius * 0.72f, withAlpha(tumour, 0.45f));
  const int count = state == ImmuneState::desert ? 0 : 7;
  for (int i = 0; i < count; ++i) {
    const float angle = 6.2831853f * static_cast<float>(i) / 6;
    const float out = state == ImmuneState::excluded ? radius : i == 6 ? 0 : radius * 0.45f;
    if (i == 6 && state == ImmuneState::excluded) break;
    list.AddCircleFilled({middle.x + out * std::cos(angle), middle.y + out * std::sin(angle)},
                         radius * 0.2f, cell);
  }
}

void aboutCard(const Ui& ui, const ImmuneReading& reading, const Rect& below) {
  TextBuffer<256> text;
  addImmuneAbout(reading, text);
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const float pad = ui.px(10), width = ui.px(230);
  const float height = drawParagraph(nullptr, Face::small, {}, width - 2 * pad, 0, 0, text);
  const float x =
      std::clamp(below.right() - width, ui.px(4), ImGui::GetIO().DisplaySize.x - width - ui.px(4));
  const Rect rect{x, below.bottom() + ui.px(4), width, height + 2 * pad};
  list.AddRectFilled(rect.min(), rect.max(), withAlpha(ui.colours.panel, 0.96f), ui.px(8));
  list.AddRect(rect.min(), rect.max(), ui.colours.border, ui.px(8));
  drawParagraph(&list, Face::small, {rect.x + pad, rect.y + pad}, width - 2 * pad, ui.colours.text,
                ui.colours.accentText, text);
}

}  // namespace

void immuneTag(const Ui& ui, ImVec2 rightMiddle, const Course& course, Site site,
               bool leftAligned) {
  const ImmuneReading reading =
      immuneReading(course, std::min(ui.app.view.day, course.days()), site);
  TextBuffer<32> key;
  key.add("immune.").add(kImmuneStateIds[static_cast<std::size_t>(reading.state)]);
  const std::string_view word = tr(key.view());
  const float height = ui.px(18), radius = ui.px(6.5f);
  const float width = textWidth(Face::small, word) + 2 * radius + ui.px(18);
  const Rect rect{leftAligned ? rightMiddle.x : rightMiddle.x - width, rightMiddle.y - height / 2,
                  width, height};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(rect.min(), rect.max(), withAlpha(ui.colours.raised, 0.85f), height / 2);
  immuneIcon(list, ui, reading.state, {rect.x + radius + ui.px(4), rect.middle().y}, radius);
  drawText(list, Face::small, {rect.x + 2 * radius + ui.px(10), rect.middle().y}, ui.colours.text,
           word);
  const bool free = ui.app.view.overlay == Overlay::none && ImGui::IsWindowHovered();
  if (free && rect.contains(ImGui::GetIO().MousePos)) aboutCard(ui, reading, rect);
}

void hazeScale(const Ui& ui, const Rect& panel, const Course& course, Site site, float above) {
  const Signal signal = ui.app.view.haze;
  if (signal == Signal::none || panel.w <= 0) return;
  const SignalInfo& info = signalInfo(signal);
  const double amount =
      signalAmount(course, signal, site, std::min(ui.app.view.day, course.days()));
  TextBuffer<64> now, full;
  addSignalAmount(signal, amount, now);
  addSignalAmount(signal, info.full, full);
  const float pad = ui.px(6), line = ui.px(14), bar = ui.px(6);
  const float width = std::min(panel.w - ui.px(12), ui.px(ui.narrow ? 130.0f : 158.0f));
  const float height = 2 * line + bar + 2 * pad;
  Rect rect{panel.x + ui.px(8), panel.bottom() - above - height, width, height};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(rect.min(), rect.max(), withAlpha(ui.colours.panel, 0.82f), ui.px(6));
  rect = rect.inset(pad);
  const Rect head = rect.cutTop(line), scale = rect.cutTop(bar);
  drawFittedText(list, Face::small, {head.x, head.middle().y}, head.w * 0.5f, ui.colours.text,
                 choiceText(ControlId::haze, static_cast<int>(signal)));
  drawText(list, Face::small, {head.right(), head.middle().y}, ui.colours.text, now, Align::right);
  const ImU32 colour = ui.app.view.haze == Signal::none ? 0 : hazeColour(ui.colours, signal);
  const ImU32 clear = mix(ui.colours.panel, colour, 0.06f);
  list.AddRectFilledMultiColor(scale.min(), scale.max(), clear, colour, colour, clear);
  list.AddRect(scale.min(), scale.max(), ui.colours.axis);
  const auto share = static_cast<float>(std::clamp(amount / info.full, 0.0, 1.0));
  const float x = scale.x + share * scale.w;
  list.AddLine({x, scale.y - ui.px(2)}, {x, scale.bottom() + ui.px(2)}, ui.colours.text, ui.px(2));
  drawText(list, Face::small, {rect.x, rect.middle().y}, ui.colours.dim, tr("tissue.none"));
  drawText(list, Face::small, {rect.right(), rect.middle().y}, ui.colours.dim, full, Align::right);
}

}  // namespace abscope
