// The kinds of cell by shape and colour. A click hides a kind in the tissue and in the plot.
#include <array>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/kind_icon.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

// Helpers left, hinderers right, as the double-edged sword.
constexpr std::array<CellKind, kCellKindCount> kOrder = {
    CellKind::tumour,       CellKind::dying,        CellKind::cd8Effector, CellKind::cd8Exhausted,
    CellKind::bloodEffector, CellKind::treg,         CellKind::nk,          CellKind::mdsc,
    CellKind::m1Macrophage, CellKind::m2Macrophage, CellKind::dendritic,   CellKind::primed};

// "20 k", "1.5 M": cells that one disc stands for.
void addScale(double cells, TextSink& out) {
  if (cells >= 1e6) {
    out.addNumber(cells / 1e6, 3).add("\u00a0M");
  } else if (cells >= 1e3) {
    out.addNumber(cells / 1e3, 3).add("\u00a0k");
  } else {
    out.addNumber(cells, 3);
  }
}

}  // namespace

void legend(const Ui& ui, const Rect& rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawPanel(list, ui, rect);
  Rect inner = rect.inset(ui.px(10));
  const Rect head = inner.cutTop(ui.px(18));
  drawFittedText(list, Face::small, {head.x + ui.px(4), head.middle().y}, head.w, ui.colours.dim,
                 tr("legend.title"));
  const float row = inner.h / 6;
  const float column = inner.w / 2;
  for (std::size_t i = 0; i < kOrder.size(); ++i) {
    const CellKind kind = kOrder[i];
    const Rect box{inner.x + column * static_cast<float>(i % 2),
                   inner.y + row * static_cast<float>(i / 2), column - ui.px(4), row};
    const int instance = static_cast<int>(kind);
    const bool shown = controlValue(ui.app, ControlId::showKind, instance) != 0;
    const ItemState item = controlItem(ui, ControlId::showKind, instance, box);
    if (!item.visible) continue;
    if (item.pressed) {
      ui.out.push_back(SetControl{ControlId::showKind, shown ? 0.0 : 1.0, instance});
    }
    if (item.hovered) list.AddRectFilled(box.min(), box.max(), withAlpha(ui.colours.raised, 0.7f), ui.px(4));
    const float y = box.middle().y;
    drawKindIcon(list, ui.colours, kind, {box.x + ui.px(12), y}, ui.px(7.5f), shown ? 1 : 0.3f);
    TextBuffer<24> scale;
    addScale(ui.app.derived.scales.cellsPerDisc(kind), scale);
    const float width = textWidth(Face::small, scale);
    drawFittedText(list, Face::small, {box.x + ui.px(26), y}, box.w - width - ui.px(34),
                   shown ? ui.colours.text : ui.colours.dim, kindName(kind));
    drawText(list, Face::small, {box.right() - ui.px(4), y}, ui.colours.dim, scale, Align::right);
    if (!shown) {
      list.AddLine({box.x + ui.px(26), y}, {box.right() - width - ui.px(12), y}, ui.colours.dim);
    }
    ImGui::RenderNavHighlight(ImRect(box.min(), box.max()), item.id);
  }
}

}  // namespace abscope
