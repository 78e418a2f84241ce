// One model, two readings: a cell says what it is, which flux brought it, and what stood behind
// that. Under the pointer in brief; chosen by a click, the whole of it, and the cell keeps its
// ring.
#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/cell_words.h"
#include "app/text_buffer.h"
#include "app/told.h"
#include "library/text.h"
#include "ui/kind_icon.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

using Words = TextBuffer<512>;

struct Parts {
  CellKind kind = CellKind::tumour;
  Words about, story, behind, sources;
};

void addKills(const Ui& ui, const CellStory& story, TextSink& out) {
  if (story.kills == 0 || endIsHidden(ui.app)) return;
  TextBuffer<16> kills;
  kills.addInteger(story.kills);
  out.add(" ").addFilled(tr("cell.kills"), {{"kills", kills}});
}

void brief(const Ui& ui, const CellStory& story, const CellChange& now, Parts& parts) {
  parts.kind = now.kind;
  addCellChange(now, parts.story);
  addKills(ui, story, parts.story);
}

// The last stations of its life, then what stood behind the last.
void full(const Ui& ui, const CellStory& story, const CellChange& now, Parts& parts) {
  parts.kind = now.kind;
  TextBuffer<48> key;
  parts.about.add(tr(key.add("cell.about.").add(kCellKindIds[static_cast<std::size_t>(now.kind)])));
  constexpr std::ptrdiff_t kMost = 3;
  const std::ptrdiff_t last = &now - story.changes.data();
  for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, last - kMost + 1); i <= last; ++i) {
    const CellChange& change = story.changes[static_cast<std::size_t>(i)];
    if (!parts.story.empty()) parts.story.add(" ");
    if (i != last) parts.story.add(kindName(change.kind)).add(": ");
    addCellChange(change, parts.story);
  }
  addKills(ui, story, parts.story);
  const Course& course = ui.app.derived.course;
  addFractionBehind(now, course, parts.behind);
  Words drugs;
  addDrugsBehind(now, ui.app.document.scenario.plan, course, drugs);
  if (!drugs.empty()) parts.behind.add(parts.behind.empty() ? "" : " ").add(drugs);
  addSourcesOf(now, parts.sources);
}

float flow(ImDrawList* list, const Ui& ui, const Parts& parts, Rect rest) {
  const Palette& c = ui.colours;
  const float top = rest.y;
  const auto paragraph = [&](ImU32 colour, std::string_view text) {
    if (text.empty()) return;
    rest.cutTop(ui.px(3));
    rest.cutTop(drawParagraph(list, Face::small, rest.min(), rest.w, colour, c.accentText, text));
  };
  const Rect head = rest.cutTop(ui.px(18));
  if (list) {
    drawKindIcon(*list, c, parts.kind, {head.x + ui.px(7), head.y + ui.px(8)}, ui.px(7));
    drawText(*list, Face::strong, {head.x + ui.px(20), head.y + ui.px(8)}, c.text,
             kindName(parts.kind));
  }
  paragraph(c.text, parts.about);
  paragraph(c.text, parts.story);
  paragraph(c.accentText, parts.behind);
  paragraph(c.dim, parts.sources);
  return rest.y - top;
}

Rect cardRect(const Ui& ui, ImVec2 at, float width, float height) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  return {std::floor(std::clamp(at.x + ui.px(16), ui.px(4), screen.x - width - ui.px(4))),
          std::floor(std::clamp(at.y + ui.px(14), ui.px(4),
                                std::max(ui.px(4), screen.y - height - ui.px(4)))),
          std::ceil(width), std::ceil(height)};
}

void ground(ImDrawList& list, const Ui& ui, const Rect& rect) {
  list.AddRectFilled(rect.min(), rect.max(), withAlpha(ui.colours.panel, 0.96f), ui.px(8));
  list.AddRect(rect.min(), rect.max(), ui.colours.border, ui.px(8));
}

// Its button to follow it, and the one that closes the card.
void cardButtons(const Ui& ui, Rect rect) {
  const float side = ui.px(ui.narrow ? 44.0f : 24.0f);
  ButtonLook look;
  look.icon = Icon::close;
  look.plain = true;
  if (button(ui, ControlId::selectCell, kNoInstance,
             {rect.right() - side - ui.px(4), rect.y + ui.px(4), side, side}, look)) {
    ui.out.push_back(SelectCell{kNoCell});
  }
  const float pad = ui.px(10), row = ui.px(ui.narrow ? 44.0f : 24.0f);
  toggle(ui, ControlId::followCell,
         {rect.x + pad, rect.bottom() - row - ui.px(6), rect.w - 2 * pad, row});
}

// Beside the cell while it is there; where it went once it is not.
bool chosenCard(const Ui& ui, const TissueView& tissue, CellId id) {
  const double day = ui.app.view.day;
  const std::optional<TissueView::Spot> last = tissue.lastSpotOf(ui.app, id);
  const CellStory& story = tissue.storyOf(ui.app.derived.tissue, id);
  if (!last || story.changes.empty()) return false;
  Parts parts;
  addCellAbsence(story, day, parts.behind);
  const bool absent = !parts.behind.empty();
  const CellChange* now = changeAt(story, day);
  if (absent && !now && endIsHidden(ui.app)) return false;  // when it comes is of the future
  if (absent) {
    parts.kind = now ? story.changes.back().kind : story.changes.front().kind;
    if (now) addCellChange(story.changes.back(), parts.story);
    addKills(ui, story, parts.story);
  } else if (now) {
    full(ui, story, *now, parts);
  } else {
    return false;
  }
  if (!absent && tissue.spotOf(id)) {
    ImGui::GetWindowDrawList()->AddCircle(last->at, last->radius + ui.px(4), ui.colours.focus, 0,
                                          ui.px(2));
  }
  const float pad = ui.px(10), width = ui.px(270);
  const float row = ui.px(ui.narrow ? 44.0f : 24.0f) + ui.px(4);
  const float height = flow(nullptr, ui, parts, {0, 0, width - 2 * pad, 0}) + 2 * pad + row;
  const Rect rect = cardRect(ui, last->at, width, height);
  ImGui::SetCursorScreenPos(rect.min());
  if (ImGui::BeginChild("###window.cell", {rect.w, rect.h}, 0,
                        ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_NoScrollbar)) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ground(list, ui, rect);
    flow(&list, ui, parts, rect.inset(pad));
    cardButtons(ui, rect);
  }
  ImGui::EndChild();
  return true;
}

}  // namespace

void cellCard(const Ui& ui, const Layout& layout, const TissueView& tissue) {
  const CellId chosen = ui.app.view.cell;
  if (ui.app.view.overlay != Overlay::none) return;
  const bool shown = chosen != kNoCell && chosenCard(ui, tissue, chosen);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!ImGui::IsWindowHovered()) return;
  const bool inside = std::any_of(layout.panels.begin(), layout.panels.end(),
                                  [&](const Rect& panel) { return panel.contains(mouse); });
  const std::optional<CellId> id = inside ? tissue.cellUnder(mouse) : std::nullopt;
  // A press that moves is a drag of the picture.
  const ImGuiIO& io = ImGui::GetIO();
  const bool clicked =
      ImGui::IsMouseReleased(0) &&
      io.MouseDragMaxDistanceSqr[0] < io.MouseDragThreshold * io.MouseDragThreshold;
  if (inside && clicked && ImGui::GetCurrentContext()->HoveredId == 0) {
    if (id || shown) ui.out.push_back(SelectCell{id ? *id : kNoCell});
  }
  if (!id || *id == chosen) return;
  const CellStory& story = tissue.storyOf(ui.app.derived.tissue, *id);
  const CellChange* now = changeAt(story, ui.app.view.day);
  const std::optional<TissueView::Spot> spot = tissue.spotOf(*id);
  if (!now || !spot) return;
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddCircle(spot->at, spot->radius + ui.px(3), ui.colours.text, 0, ui.px(1.5f));
  if (shown) return;  // one card at a time
  Parts parts;
  brief(ui, story, *now, parts);
  const float pad = ui.px(10), width = ui.px(230);
  const float height = flow(nullptr, ui, parts, {0, 0, width - 2 * pad, 0}) + 2 * pad;
  const Rect rect = cardRect(ui, spot->at, width, height);
  ground(list, ui, rect);
  flow(&list, ui, parts, rect.inset(pad));
}

}  // namespace abscope
