// What hinders CD8 cells runs left from the middle in warm colours, what helps them right in cool
// ones; lengths are logarithms, so that factors that multiply are pieces that add up.
#include <algorithm>
#include <cmath>

#include "app/balance.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/panels.h"

namespace abscope {
namespace {

constexpr double kLongest = 40;  // the factor that fills one side

float length(double factor, float half) {
  return half * static_cast<float>(std::min(1.0, std::fabs(std::log(factor)) / std::log(kLongest)));
}

void pieces(const Ui& ui, const Balance& balance, const Rect& bar) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float middle = bar.middle().x, half = bar.w / 2;
  float left = middle, right = middle;
  int shade = 0;
  for (const Balance::Factor& factor : balance.factors) {
    const float size = length(factor.value, half);
    if (size < 0.3f) continue;
    const bool hinders = factor.value < 1;
    const ImU32 tone = mix(hinders ? ui.colours.suppressing : ui.colours.activating,
                           ui.colours.panel, ++shade % 2 ? 0.0f : 0.3f);
    if (hinders) {
      list.AddRectFilled({std::max(bar.x, left - size), bar.y}, {left, bar.bottom()}, tone);
      left = std::max(bar.x, left - size);
    } else {
      list.AddRectFilled({right, bar.y}, {std::min(bar.right(), right + size), bar.bottom()}, tone);
      right = std::min(bar.right(), right + size);
    }
  }
  const float over = ui.px(2);
  list.AddLine({middle, bar.y - over}, {middle, bar.bottom() + over}, ui.colours.text, ui.px(1.5f));
}

void table(const Ui& ui, ImDrawList& list, const Balance& balance, Rect rows) {
  const float line = ui.px(17);
  for (const Balance::Factor& factor : balance.factors) {
    const Rect row = rows.cutTop(line);
    TextBuffer<16> value;
    value.add("\u00d7\u00a0").addNumber(factor.value, 2);
    const ImU32 tone = factor.value < 0.995   ? ui.colours.suppressing
                       : factor.value > 1.005 ? ui.colours.activating
                                              : ui.colours.dim;
    drawText(list, Face::small, {row.x, row.middle().y}, ui.colours.text, tr(factor.key));
    drawText(list, Face::small, {row.right(), row.middle().y}, tone, value, Align::right);
  }
}

void card(const Ui& ui, const Balance& balance, const Rect& below) {
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const float line = ui.px(17), pad = ui.px(10), width = ui.px(230);
  const Rect rect{below.x, below.bottom() + ui.px(4), width,
                  line * (kBalanceFactors + 1) + 2 * pad};
  list.AddRectFilled(rect.min(), rect.max(), withAlpha(ui.colours.panel, 0.96f), ui.px(8));
  list.AddRect(rect.min(), rect.max(), ui.colours.border, ui.px(8));
  Rect rows = rect.inset(pad);
  const Rect head = rows.cutTop(line);
  drawText(list, Face::strong, {head.x, head.middle().y}, ui.colours.text, tr("balance.head"));
  table(ui, list, balance, rows);
}

}  // namespace

void balanceBar(const Ui& ui, const Rect& rect, const Course& course, Site site) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Balance balance = balanceOf(course, std::min(ui.app.view.day, course.days()), site);
  Rect row = rect;
  const Rect bar = row.cutLeft(std::min(ui.px(120), rect.w * 0.45f));
  const Rect thin{bar.x, bar.middle().y - ui.px(3), bar.w, ui.px(6)};
  list.AddRectFilled(thin.min(), thin.max(), ui.colours.raised, ui.px(3));
  pieces(ui, balance, thin);
  row.cutLeft(ui.px(10));
  TextBuffer<16> factor;
  TextBuffer<64> text;
  factor.addNumber(balance.product, 2);
  text.addFilled(tr(ui.narrow ? "balance.powerShort" : "balance.power"), {{"factor", factor}});
  drawFittedText(list, Face::small, {row.x, row.middle().y}, row.w, ui.colours.dim, text);
  const bool free = ui.app.view.overlay == Overlay::none && ImGui::IsWindowHovered();
  if (free && rect.contains(ImGui::GetIO().MousePos)) card(ui, balance, rect);
}

float balanceTables(const Ui& ui, Rect rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect head = rect.cutTop(ui.px(24));
  drawText(list, Face::strong, {head.x, head.middle().y}, ui.colours.text, tr("balance.head"));
  const float gap = ui.px(24), half = (rect.w - gap) / 2;
  for (const Site site : {Site::irradiated, Site::distant}) {
    Rect column{site == Site::irradiated ? rect.x : rect.x + half + gap, rect.y, half, rect.h};
    const Rect name = column.cutTop(ui.px(20));
    drawText(list, Face::small, {name.x, name.middle().y}, ui.colours.dim,
             tr(site == Site::irradiated ? "outcome.irradiated" : "outcome.distant"));
    table(ui, list, balanceOf(ui.app.derived.course, ui.app.view.day, site), column);
  }
  return ui.px(24 + 20 + 17 * kBalanceFactors);
}

}  // namespace abscope
