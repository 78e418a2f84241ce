// The chosen cell: where it is drawn on a day, and its way over the last days.
#include <algorithm>
#include <cmath>

#include "ui/tissue_view.h"

namespace abscope {
namespace {

constexpr int kSteps = 48;

}  // namespace

std::optional<TissueView::Spot> TissueView::lastSpotOf(const AppState& app, CellId id) const {
  const Tissue& tissue = app.derived.tissue;
  const double day = app.view.day;
  if (const auto now = tissue.instanceOf(id, day)) return spotAt(*now);
  const CellStory& story = storyOf(tissue, id);
  if (story.changes.empty()) return std::nullopt;
  constexpr double kJustInside = 1e-3;  // days
  const bool gone = story.ends && day >= story.endDay;
  const double then = gone ? story.endDay - kJustInside : story.changes.front().day + kJustInside;
  const auto cell = tissue.instanceOf(id, then);
  if (!cell) return std::nullopt;
  return spotAt(*cell);
}

void TissueView::drawTrail(ImDrawList& list, const AppState& app, ImU32 colour) const {
  const CellId id = app.view.cell;
  const Tissue& tissue = app.derived.tissue;
  if (id == kNoCell || id >= tissue.cellCount()) return;
  double end = app.view.day;
  const CellStory& story = storyOf(tissue, id);
  const bool gone = story.ends && end >= story.endDay;
  if (gone) end = story.endDay - 1e-3;
  const double start = std::max(0.0, app.view.day - kTrailDays);
  if (end <= start || story.changes.empty()) return;
  std::optional<CellInstance> before;
  ImVec2 from{};
  for (int i = 0; i <= kSteps; ++i) {
    const double share = static_cast<double>(i) / kSteps;
    const auto cell = tissue.instanceOf(id, start + share * (end - start));
    if (!cell) {
      before.reset();
      continue;
    }
    const ImVec2 at = spotAt(*cell).at;
    if (before && before->panel == cell->panel && panel(cell->panel).rect.w > 0) {
      const ClipRect& clip = clips_[static_cast<std::size_t>(cell->panel)];
      const auto fresh = static_cast<float>(share);
      list.PushClipRect({clip.left, clip.top}, {clip.right, clip.bottom}, true);
      list.AddLine(from, at, withAlpha(colour, 0.12f + 0.78f * fresh), 1.2f + 1.2f * fresh);
      // A dot where it became something else.
      if (before->kind != cell->kind) list.AddCircleFilled(at, 3.5f, colour);
      list.PopClipRect();
    }
    before = cell;
    from = at;
  }
  if (!gone || !before || panel(before->panel).rect.w <= 0) return;
  const float r = 4;
  list.AddLine({from.x - r, from.y - r}, {from.x + r, from.y + r}, colour, 2);
  list.AddLine({from.x - r, from.y + r}, {from.x + r, from.y - r}, colour, 2);
}

}  // namespace abscope
