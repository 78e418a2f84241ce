// One model, two readings: the cell under the pointer says what it is and which flux brought it.
#include <algorithm>

#include "app/text_buffer.h"
#include "app/why_text.h"
#include "library/text.h"
#include "ui/kind_icon.h"
#include "ui/panels.h"

namespace abscope {
namespace {

// What the cell was last turned into by this day.
const CellChange* changeAt(const CellStory& story, double day) {
  const CellChange* last = nullptr;
  for (const CellChange& change : story.changes) {
    if (change.day <= day + 1e-6) last = &change;
  }
  return last;
}

void addStory(const CellChange& change, TextSink& out) {
  const FluxInfo* flux = fluxInfo(change.flux);
  if (!flux) {
    out.add(tr("cell.fromStart"));
    return;
  }
  TextBuffer<16> day;
  TextBuffer<160> phrase;
  day.addFixed(change.day, 1);
  addFluxPhrase(*flux, phrase);
  out.addFilled(tr("cell.since"), {{"day", day}, {"flux", phrase}});
}

}  // namespace

void cellCard(const Ui& ui, const Layout& layout, const TissueView& tissue) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (ui.app.view.overlay != Overlay::none || !ImGui::IsWindowHovered()) return;
  const bool inside = std::any_of(layout.panels.begin(), layout.panels.end(),
                                  [&](const Rect& panel) { return panel.contains(mouse); });
  const std::optional<CellId> id = inside ? tissue.cellUnder(mouse) : std::nullopt;
  if (!id) return;
  const CellStory story = ui.app.derived.tissue.storyOf(*id);
  const CellChange* change = changeAt(story, ui.app.view.day);
  const std::optional<TissueView::Spot> spot = tissue.spotOf(*id);
  if (!change || !spot) return;
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddCircle(spot->at, spot->radius + ui.px(3), ui.colours.text, 0, ui.px(1.5f));
  TextBuffer<320> text;
  addStory(*change, text);
  if (story.kills > 0) {
    TextBuffer<16> kills;
    kills.addInteger(story.kills);
    text.add(" ").addFilled(tr("cell.kills"), {{"kills", kills}});
  }
  const float pad = ui.px(10), width = ui.px(230);
  const float words = drawParagraph(nullptr, Face::small, {}, width - 2 * pad, 0, 0, text);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float height = words + ui.px(20) + 2 * pad;
  const Rect rect{std::clamp(spot->at.x + ui.px(16), ui.px(4), screen.x - width - ui.px(4)),
                  std::clamp(spot->at.y + ui.px(14), ui.px(4), screen.y - height - ui.px(4)), width,
                  height};
  list.AddRectFilled(rect.min(), rect.max(), withAlpha(ui.colours.panel, 0.96f), ui.px(8));
  list.AddRect(rect.min(), rect.max(), ui.colours.border, ui.px(8));
  drawKindIcon(list, ui.colours, change->kind, {rect.x + pad + ui.px(7), rect.y + pad + ui.px(8)},
               ui.px(7));
  drawText(list, Face::strong, {rect.x + pad + ui.px(20), rect.y + pad + ui.px(8)}, ui.colours.text,
           kindName(change->kind));
  drawParagraph(&list, Face::small, {rect.x + pad, rect.y + pad + ui.px(20)}, width - 2 * pad,
                ui.colours.text, ui.colours.accentText, text);
}

}  // namespace abscope
