// The kinds of cell by shape and colour. A click hides a kind in the tissue and in the plot.
#include <algorithm>
#include <array>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/kind_icon.h"
#include "ui/panels.h"
#include "ui/twins.h"

namespace abscope {
namespace {

// Helpers left, hinderers right, as the double-edged sword.
constexpr std::array<CellKind, kCellKindCount> kOrder = {
    CellKind::tumour,       CellKind::dying,          CellKind::cd8Effector,
    CellKind::cd8Exhausted, CellKind::bloodEffector,  CellKind::treg,
    CellKind::nk,           CellKind::mdsc,           CellKind::m1Macrophage,
    CellKind::m2Macrophage, CellKind::dendritic,      CellKind::primed,
    CellKind::cd8Resident,  CellKind::resistantTumour};

struct Kinds {
  std::array<CellKind, kCellKindCount> kinds{};
  std::size_t count = 0;
  bool shortNames = false;  // where the full ones would be cut off

  std::string_view name(CellKind kind) const {
    return shortNames ? shortKindName(kind) : kindName(kind);
  }
};

// The kinds that every course can have stay in their places. Those that a course may do without,
// residents and a resistant subclone, are told only where they are seen.
Kinds kindsOf(const Ui& ui) {
  Kinds result;
  for (const CellKind kind : kOrder) {
    const bool optional = kind == CellKind::cd8Resident || kind == CellKind::resistantTumour;
    if (optional && !ui.app.derived.tissue.shows(kind)) continue;
    result.kinds[result.count++] = kind;
  }
  return result;
}

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

float naturalWidth(const Ui& ui, const Kinds& kinds, CellKind kind) {
  TextBuffer<24> scale;
  addScale(ui.app.derived.scales.cellsPerDisc(kind), scale);
  return textWidth(Face::small, kinds.name(kind)) + textWidth(Face::small, scale) + ui.px(35);
}

// Pairs of helper and hinderer stand one above the other in the strip, side by side in the list.
std::size_t indexAt(const Ui& ui, std::size_t rows, std::size_t column, std::size_t row) {
  return ui.narrow ? 2 * row + column : rows * column + row;
}

// Columns as wide as their words, with what is left shared out.
struct Columns {
  std::array<float, kCellKindCount> widths{};
  std::size_t count = 0;
  float sum = 0;
};

Columns columnsFor(const Ui& ui, const Kinds& kinds, std::size_t rows) {
  Columns columns;
  columns.count = (kinds.count + rows - 1) / std::max<std::size_t>(rows, 1);
  for (std::size_t c = 0; c < columns.count; ++c) {
    for (std::size_t r = 0; r < rows; ++r) {
      const std::size_t i = indexAt(ui, rows, c, r);
      if (i >= kinds.count) continue;
      columns.widths[c] = std::max(columns.widths[c], naturalWidth(ui, kinds, kinds.kinds[i]));
    }
    columns.sum += columns.widths[c];
  }
  return columns;
}

// Fewer discs than would fit, because drawing is slow here.
bool slow(const Ui& ui) {
  return !ui.app.cellsChosen && ui.app.cellLimit < controlInfo(ControlId::cells).high;
}

void entry(const Ui& ui, const Kinds& kinds, CellKind kind, const Rect& box) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const int instance = static_cast<int>(kind);
  const bool shown = controlValue(ui.app, ControlId::showKind, instance) != 0;
  const ItemState item = controlItem(ui, ControlId::showKind, instance, box);
  nameTwin(ui, ControlId::showKind, instance, kindName(kind));
  if (!item.visible) return;
  if (item.pressed) {
    ui.out.push_back(SetControl{ControlId::showKind, shown ? 0.0 : 1.0, instance});
  }
  if (item.hovered) {
    list.AddRectFilled(box.min(), box.max(), withAlpha(ui.colours.raised, 0.7f), ui.px(4));
  }
  const float y = box.middle().y;
  drawKindIcon(list, ui.colours, kind, {box.x + ui.px(11), y}, ui.px(7), shown ? 1 : 0.3f);
  TextBuffer<24> scale;
  addScale(ui.app.derived.scales.cellsPerDisc(kind), scale);
  const float width = textWidth(Face::small, scale);
  drawFittedText(list, Face::small, {box.x + ui.px(23), y}, box.w - width - ui.px(30),
                 shown ? ui.colours.text : ui.colours.dim, kinds.name(kind));
  drawText(list, Face::small, {box.right() - ui.px(3), y}, ui.colours.dim, scale, Align::right);
  if (!shown) {
    list.AddLine({box.x + ui.px(23), y}, {box.right() - width - ui.px(10), y}, ui.colours.dim);
  }
  ImGui::RenderNavHighlight(ImRect(box.min(), box.max()), item.id);
}

}  // namespace

void legend(const Ui& ui, const Rect& rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawPanel(list, ui, rect);
  Rect inner = rect.inset(ui.px(ui.narrow ? 6.0f : 5.0f));
  // A strip under the tissue: what a disc means, then two rows. A list on a phone.
  const Rect head = ui.narrow ? inner.cutTop(14) : inner.cutLeft(ui.px(68));
  const float x = head.x + ui.px(ui.narrow ? 4.0f : 8.0f);
  if (ui.narrow && ui.app.view.stage == Stage::tissue) {
    tissueTools(ui, inner.cutTop(38));
  }
  if (ui.narrow) {
    drawFittedText(list, Face::small, {x, head.middle().y}, head.w, ui.colours.dim,
                   tr(slow(ui) ? "legend.fewer" : "legend.title"));
  } else {
    const float line = head.h / 4;
    drawFittedText(list, Face::small, {x, head.y + line}, head.w, ui.colours.dim,
                   tr(slow(ui) ? "legend.fewer1" : "legend.line1"));
    drawFittedText(list, Face::small, {x, head.y + 3 * line}, head.w, ui.colours.dim,
                   tr(slow(ui) ? "legend.fewer2" : "legend.line2"));
  }
  Kinds kinds = kindsOf(ui);
  std::size_t rows = ui.narrow ? (kinds.count + 1) / 2 : rect.h > ui.px(60) ? 3 : 2;
  Columns columns = columnsFor(ui, kinds, rows);
  // Rather one more row of small words than words cut off.
  while (!ui.narrow && columns.sum > inner.w &&
         inner.h / static_cast<float>(rows + 1) >= ui.px(14)) {
    columns = columnsFor(ui, kinds, ++rows);
  }
  if (columns.sum > inner.w) {
    kinds.shortNames = true;
    columns = columnsFor(ui, kinds, rows);
  }
  const float row = std::min(inner.h / static_cast<float>(rows), ui.px(40));
  const float extra = (inner.w - columns.sum) / static_cast<float>(columns.count);
  float left = inner.x;
  for (std::size_t c = 0; c < columns.count; ++c) {
    const float width = columns.widths[c] + extra;
    for (std::size_t r = 0; r < rows; ++r) {
      const std::size_t i = indexAt(ui, rows, c, r);
      if (i >= kinds.count) continue;
      entry(ui, kinds, kinds.kinds[i],
            {left, inner.y + row * static_cast<float>(r), width - ui.px(3), row});
    }
    left += width;
  }
}

}  // namespace abscope
