// What helps the killing more than in the untreated course runs to the left, what hinders it more
// to the right, as the two sides of the map do. Lengths are logarithms: what multiplies adds up.
#include <algorithm>
#include <cmath>

#include "app/balance.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/map_parts.h"

namespace abscope {
namespace {

constexpr double kLongest = 6.9;  // ln 1000: fills one side

void pieces(const Ui& ui, const BalanceAgainst& balance, const Rect& bar) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float middle = bar.middle().x;
  float left = middle, right = middle;
  int shade = 0;
  for (const BalanceAgainst::Term& term : balance.terms) {
    const float size =
        bar.w / 2 * static_cast<float>(std::min(1.0, std::fabs(term.log) / kLongest));
    if (size < 0.4f) continue;
    const bool helps = term.log > 0;
    const ImU32 tone = mix(helps ? ui.colours.activating : ui.colours.suppressing, ui.colours.panel,
                           ++shade % 2 ? 0.0f : 0.32f);
    float& edge = helps ? left : right;
    const float to = helps ? std::max(bar.x, edge - size) : std::min(bar.right(), edge + size);
    list.AddRectFilled({std::min(edge, to), bar.y}, {std::max(edge, to), bar.bottom()}, tone);
    edge = to;
  }
  const float net = bar.w / 2 * static_cast<float>(std::clamp(balance.log / kLongest, -1.0, 1.0));
  const float x = middle - net, d = ui.px(5);
  list.AddLine({middle, bar.y - ui.px(3)}, {middle, bar.bottom() + ui.px(3)}, ui.colours.text,
               ui.px(1.5f));
  list.AddTriangleFilled({x - d, bar.y - ui.px(6)}, {x + d, bar.y - ui.px(6)},
                         {x, bar.y + ui.px(1)}, ui.colours.text);
}

void terms(const Ui& ui, const BalanceAgainst& balance, const Rect& above) {
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const float line = ui.px(17), pad = ui.px(10), width = ui.px(270);
  const float height = line * static_cast<float>(balance.terms.size() + 2) + 2 * pad;
  const Rect rect{above.middle().x - width / 2, std::max(ui.px(4), above.y - height - ui.px(6)),
                  width, height};
  list.AddRectFilled(rect.min(), rect.max(), withAlpha(ui.colours.panel, 0.97f), ui.px(8));
  list.AddRect(rect.min(), rect.max(), ui.colours.border, ui.px(8));
  Rect rows = rect.inset(pad);
  const auto row = [&](Face face, std::string_view name, double log) {
    const Rect own = rows.cutTop(line);
    TextBuffer<16> value;
    value.add("\u00d7\u00a0").addNumber(std::exp(log), 2);
    const ImU32 tone = log > 0.005    ? ui.colours.activating
                       : log < -0.005 ? ui.colours.suppressing
                                      : ui.colours.dim;
    drawText(list, face, {own.x, own.middle().y}, ui.colours.text, name);
    drawText(list, face, {own.right(), own.middle().y}, tone, value, Align::right);
  };
  const Rect head = rows.cutTop(line);
  drawText(list, Face::small, {head.x, head.middle().y}, ui.colours.dim, tr("map.gauge.head"));
  for (const BalanceAgainst::Term& term : balance.terms) {
    row(Face::small, tr(term.key), term.log);
  }
  row(Face::strong, tr("map.gauge.all"), balance.log);
}

}  // namespace

void mapGauge(const Ui& ui, const Rect& rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const BalanceAgainst balance = balanceAgainst(ui.app.derived.course, ui.app.derived.map.untreated,
                                                ui.app.view.day, ui.app.view.plotSite);
  const float width = std::min(ui.px(380), rect.w * 0.44f), height = ui.px(8);
  const Rect bar{rect.middle().x - width / 2, rect.middle().y - height / 2, width, height};
  list.AddRectFilled(bar.min(), bar.max(), ui.colours.raised, height / 2);
  pieces(ui, balance, bar);
  TextBuffer<16> factor;
  TextBuffer<96> text;
  factor.addNumber(std::exp(balance.log), 2);
  text.addFilled(tr("map.gauge"), {{"factor", factor}});
  const float gap = ui.px(10);
  const float y = rect.middle().y;
  drawText(list, Face::small, {bar.x - gap, y}, ui.colours.activating, tr("map.helps"),
           Align::right);
  drawText(list, Face::small, {bar.right() + gap, y}, ui.colours.suppressing, tr("map.hinders"));
  const float room = bar.x - 2 * gap - textWidth(Face::small, tr("map.helps")) - rect.x - ui.px(6);
  drawFittedText(list, Face::small, {rect.x + ui.px(6), y}, room, ui.colours.text, text);
  const bool free = ui.app.view.overlay == Overlay::none && ImGui::IsWindowHovered();
  if (free && rect.contains(ImGui::GetIO().MousePos)) terms(ui, balance, bar);
}

}  // namespace abscope
