#include "ui/tissue_view.h"

#include <algorithm>
#include <cmath>

namespace abscope {
namespace {

constexpr float kTau = 6.2831853f;

std::uint32_t hexOf(ImU32 colour) {
  return ((colour >> IM_COL32_R_SHIFT) & 255U) << 16 | ((colour >> IM_COL32_G_SHIFT) & 255U) << 8 |
         ((colour >> IM_COL32_B_SHIFT) & 255U);
}

std::uint8_t byteOf(float share) {
  return static_cast<std::uint8_t>(std::clamp(share, 0.0f, 1.0f) * 255.0f + 0.5f);
}

int drawingOf(const CellInstance& cell) {
  const int kind = static_cast<int>(cell.kind);
  if (cell.kind == CellKind::dying) {
    const int stage = std::min(kDyingStages - 1, static_cast<int>(cell.phase * kDyingStages));
    return firstCellDrawing(kind) + (cell.variant % kDyingVariants) * kDyingStages + stage;
  }
  return firstCellDrawing(kind) + cell.variant % kCellDrawings[static_cast<std::size_t>(kind)];
}

constexpr float kGlass = 0.5f;

bool outside(const Rect& rect, ImVec2 at, float size) {
  return at.x < rect.x - size || at.x > rect.right() + size || at.y < rect.y - size ||
         at.y > rect.bottom() + size;
}

}  // namespace

TissueView::Half TissueView::halfOf(const AppState& app, bool pinned) const {
  const Derived& derived = app.derived;
  if (!pinned) return {derived.course, derived.tissue, app.view.day, 0};
  const PinnedCourse& other = *derived.pinned;
  return {other.course, other.tissue, std::min(app.view.day, other.course.days()), kPanelCount};
}

void TissueView::place(const AppState& app, const Half& half, const Rects& rects, float titleHeight,
                       std::vector<CellInstance>& instances) {
  for (std::size_t p = 0; p < kPanelCount; ++p) {
    const auto panel = static_cast<Panel>(p);
    PanelView& view = panels_[half.first + p];
    view = wholeView(half.tissue, panel, rects[p], half.day, titleHeight, sharedScale_[p]);
    if (panel != Panel::node) frameTumour(app, half, panel, view);
    const Rect inner = (view.zoom > 1 ? view.picture : rects[p]).inset(1);
    clips_[half.first + p] = {inner.x, inner.y, inner.right(), inner.bottom()};
  }
  half.tissue.place(half.day, instances);
  updateHazes(app, half, instances);
  addVertices(app, half, instances);
}

// From as near as is asked for; about the chosen cell where the picture follows it.
void TissueView::frameTumour(const AppState& app, const Half& half, Panel panel,
                             PanelView& view) const {
  const std::size_t site = panel == Panel::distant ? 1 : 0;
  zoomIn(view, app.view.zoomPercent, app.view.panPercent[site]);
  if (!app.view.followCell || half.first != 0) return;
  const std::optional<CellInstance> cell = half.tissue.instanceOf(app.view.cell, half.day);
  if (cell && cell->panel == panel) view.focus = view.clamped(view.onWhole(cell->x, cell->y));
}

void TissueView::updateHazes(const AppState& app, const Half& half,
                             const std::vector<CellInstance>& instances) {
  if (app.view.haze == Signal::none) return;
  for (const Panel panel : {Panel::irradiated, Panel::distant}) {
    hazes_.update(hazeSlot(half.first, panel), half.course, half.tissue, instances, app.view.haze,
                  panel, half.day);
  }
}

// Two courses are seen from equally near, so that sizes can be compared across: as near as the
// closer of the two, if the larger tumour still has its place.
void TissueView::shareScales(const Half& a, const Half& b, const Rects& rects, float titleHeight) {
  constexpr float kMostOfPanel = 0.38f;  // from the tumour's middle to its rim
  for (const Panel panel : {Panel::irradiated, Panel::distant}) {
    const auto p = static_cast<std::size_t>(panel);
    const Rect& rect = rects[p];
    const float near = std::max(fittingScale(a.tissue.extent(panel, a.day), rect, titleHeight),
                                fittingScale(b.tissue.extent(panel, b.day), rect, titleHeight));
    const float rim = std::max(rimOf(a.tissue, panel, a.day), rimOf(b.tissue, panel, b.day));
    sharedScale_[p] = std::min(near, kMostOfPanel * std::min(rect.w, rect.h - titleHeight) / rim);
  }
}

void TissueView::update(const AppState& app, const Rects& rects, const Rects* pinned,
                        float titleHeight) {
  showsPinned_ = pinned != nullptr && app.derived.pinned;
  sharedScale_.fill(0);
  if (showsPinned_) shareScales(halfOf(app, false), halfOf(app, true), rects, titleHeight);
  vertices_.clear();
  ids_.clear();
  place(app, halfOf(app, false), rects, titleHeight, instances_);
  if (showsPinned_) place(app, halfOf(app, true), *pinned, titleHeight, pinnedInstances_);
}

void TissueView::addVertices(const AppState& app, const Half& half,
                             const std::vector<CellInstance>& instances) {
  // Grown together with the instances, so that only they decide on allocation.
  vertices_.reserve(instances_.capacity() + pinnedInstances_.capacity());
  ids_.reserve(instances_.capacity() + pinnedInstances_.capacity());
  // Behind tumour cells of glass a haze is seen.
  const float solid = app.view.haze == Signal::none ? 1.0f : kGlass;
  for (const CellInstance& cell : instances) {
    const auto kind = static_cast<std::size_t>(cell.kind);
    const PanelView& view = panelOf(half, cell.panel);
    if (app.view.hidden[kind] || view.rect.w <= 0) continue;
    const ImVec2 at = view.toScreen(cell.x, cell.y);
    const float grown = 0.55f + 0.45f * cell.presence;
    CellVertex vertex{};
    vertex.x = at.x;
    vertex.y = at.y;
    vertex.size = 2 * kDrawingReach[kind] * cell.radius * view.scale * grown;
    if (view.zoom > 1 && outside(view.picture, at, vertex.size)) continue;
    vertex.drawing = static_cast<std::uint8_t>(drawingOf(cell));
    vertex.turn = static_cast<std::uint8_t>(static_cast<int>(cell.rotation * (256 / kTau)) & 255);
    vertex.light = byteOf(0.66f + 0.34f * cell.oxygen);
    vertex.presence = byteOf(isTumourCell(cell.kind) ? solid * cell.presence : cell.presence);
    vertex.panel = static_cast<std::uint32_t>(half.first) + static_cast<std::uint32_t>(cell.panel);
    // The pinned half has cells of its own.
    const bool lit = cell.id < app.lit.size() && app.lit[cell.id] != 0;
    if (!app.lit.empty() && half.first == 0 && !lit) {
      vertex.light = static_cast<std::uint8_t>(vertex.light * 2 / 5);
    }
    vertices_.push_back(vertex);
    ids_.push_back(cell.id);
  }
}

void TissueView::drawCells(ImDrawList& list) const {
  if (painter_.add != nullptr && !vertices_.empty()) painter_.add(list, painter_.user);
}

void TissueView::drawLit(ImDrawList& list, const AppState& app, ImU32 colour) const {
  if (app.lit.empty()) return;
  constexpr int kMost = 600;  // rings; more would hide what they mark
  int drawn = 0;
  for (std::size_t i = 0; i < ids_.size() && drawn < kMost; ++i) {
    if (ids_[i] >= app.lit.size() || app.lit[ids_[i]] == 0) continue;
    const CellVertex& cell = vertices_[i];
    if (cell.panel >= kPanelCount) break;  // the pinned half has cells of its own
    const ClipRect& clip = clips_[cell.panel];
    if (cell.x < clip.left || cell.x > clip.right || cell.y < clip.top || cell.y > clip.bottom) {
      continue;
    }
    list.AddCircle({cell.x, cell.y}, std::max(3.0f, cell.size * 0.42f), colour, 0, 1.4f);
    ++drawn;
  }
}

std::optional<CellId> TissueView::cellUnder(ImVec2 point) const {
  std::optional<CellId> found;
  float best = 1;
  // The last drawn lies on top.
  for (std::size_t i = vertices_.size(); i-- > 0;) {
    const CellVertex& cell = vertices_[i];
    if (cell.panel >= kPanelCount) continue;  // ids of the pinned course are other cells
    const ClipRect& clip = clips_[cell.panel];
    if (point.x < clip.left || point.x > clip.right || point.y < clip.top ||
        point.y > clip.bottom) {
      continue;
    }
    const float dx = cell.x - point.x, dy = cell.y - point.y;
    const float reach = std::max(6.0f, cell.size * 0.36f);  // small cells are still to be hit
    const float distance = (dx * dx + dy * dy) / (reach * reach);
    if (distance >= best) continue;
    best = distance;
    found = ids_[i];
  }
  return found;
}

const CellStory& TissueView::storyOf(const Tissue& tissue, CellId id) const {
  tissue.storyOf(id, story_);
  return story_;
}

std::optional<TissueView::Spot> TissueView::spotOf(CellId id) const {
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    if (vertices_[i].panel >= kPanelCount) break;
    if (ids_[i] == id) return Spot{{vertices_[i].x, vertices_[i].y}, vertices_[i].size * 0.36f};
  }
  return std::nullopt;
}

std::optional<Site> TissueView::tumourUnder(ImVec2 point) const {
  for (const Panel which : {Panel::irradiated, Panel::distant}) {
    if (panel(which).rect.contains(point)) {
      return which == Panel::distant ? Site::distant : Site::irradiated;
    }
  }
  return std::nullopt;
}

TissueView::Spot TissueView::spotAt(const CellInstance& cell) const {
  const PanelView& view = panel(cell.panel);
  return {view.toScreen(cell.x, cell.y),
          kDrawingReach[static_cast<std::size_t>(cell.kind)] * cell.radius * view.scale * 0.72f};
}

CellLook cellLook(const Palette& colours, Theme theme) {
  CellLook look;
  for (std::size_t k = 0; k < look.kinds.size(); ++k) look.kinds[k] = hexOf(colours.cell[k]);
  look.ground = hexOf(colours.panel);
  look.dark = isDark(theme);
  return look;
}

}  // namespace abscope
