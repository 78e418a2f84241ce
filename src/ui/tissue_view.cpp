#include "ui/tissue_view.h"

#include <algorithm>
#include <cmath>

#include "ui/soft_glow.h"

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

float share(double x, double half) { return static_cast<float>(saturation(x, half)); }

// Pixels per radius of a tumour cell with which the panel's world fits below its title.
float fittingScale(const PanelExtent& extent, const Rect& rect, float titleHeight) {
  const float height = rect.h - titleHeight;
  return std::max(0.01f,
                  std::min(rect.w / (2 * extent.halfWidth), height / (2 * extent.halfHeight)));
}

// How far a tumour reaches from its middle, with the cells about it.
float rimOf(const Tissue& tissue, Panel panel, double day) {
  float rim = 0;
  for (int i = 0; i < 8; ++i) {
    rim = std::max(rim, tissue.outlineRadius(panel, kTau * static_cast<float>(i) / 8, day));
  }
  return rim + 2;
}

// Scale 0: the one that fits.
PanelView viewOf(const Tissue& tissue, Panel panel, Rect rect, double day, float titleHeight,
                 float scale) {
  PanelView view;
  view.rect = rect;
  const PanelExtent extent = tissue.extent(panel, day);
  view.scale = scale > 0 ? scale : fittingScale(extent, rect, titleHeight);
  rect.cutTop(titleHeight);
  view.origin = rect.middle();
  if (panel == Panel::node) return view;
  const auto middle = tissue.tumourMiddle(panel, day);
  view.middle = {middle[0], middle[1]};
  view.rim = rimOf(tissue, panel, day);
  view.edge = std::max(view.rim + 1, extent.halfWidth);
  view.stretch = {rect.w / (2 * view.scale * extent.halfWidth) - 1,
                  rect.h / (2 * view.scale * extent.halfHeight) - 1};
  return view;
}

}  // namespace

ImVec2 PanelView::toScreen(float x, float y) const {
  const float dx = x - middle.x, dy = y - middle.y;
  const float distance = std::sqrt(dx * dx + dy * dy);
  float share = 0;
  if (distance > rim) {
    share = std::min(1.0f, (distance - rim) / (edge - rim));
    share = share * share * (3 - 2 * share);
  }
  return {origin.x + scale * x * (1 + stretch.x * share),
          origin.y + scale * y * (1 + stretch.y * share)};
}

TissueView::Half TissueView::halfOf(const AppState& app, bool pinned) const {
  const Derived& derived = app.derived;
  if (!pinned) return {derived.course, derived.tissue, app.view.day, 0};
  const PinnedCourse& other = *derived.pinned;
  return {other.course, other.tissue, std::min(app.view.day, other.course.days()), kPanelCount};
}

void TissueView::place(const AppState& app, const Half& half, const Rects& rects, float titleHeight,
                       std::vector<CellInstance>& instances) {
  for (std::size_t p = 0; p < kPanelCount; ++p) {
    panels_[half.first + p] = viewOf(half.tissue, static_cast<Panel>(p), rects[p], half.day,
                                     titleHeight, sharedScale_[p]);
    const Rect inner = rects[p].inset(1);
    clips_[half.first + p] = {inner.x, inner.y, inner.right(), inner.bottom()};
  }
  half.tissue.place(half.day, instances);
  addVertices(app, half, instances);
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
    vertex.drawing = static_cast<std::uint8_t>(drawingOf(cell));
    vertex.turn = static_cast<std::uint8_t>(static_cast<int>(cell.rotation * (256 / kTau)) & 255);
    vertex.light = byteOf(0.66f + 0.34f * cell.oxygen);
    vertex.presence = byteOf(cell.presence);
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

void TissueView::drawBehind(ImDrawList& list, const AppState& app, const Palette& colours) const {
  const bool dark = isDark(app.view.theme);
  drawHalf(list, halfOf(app, false), colours, dark);
  if (showsPinned_) drawHalf(list, halfOf(app, true), colours, dark);
}

void TissueView::drawHalf(ImDrawList& list, const Half& half, const Palette& colours,
                          bool dark) const {
  const State state = half.course.at(half.day);
  for (const Panel which : {Panel::irradiated, Panel::distant}) {
    const PanelView& view = panelOf(half, which);
    const int site = which == Panel::irradiated ? 0 : 1;
    list.PushClipRect(view.rect.inset(1).min(), view.rect.inset(1).max(), true);
    // Faint hazes: type-I interferon wide and cool, TGF-beta about the rim and warm.
    const ImVec2 middle = view.toScreen(view.middle.x, view.middle.y);
    const float reach = view.rim * view.scale;
    const float strength = dark ? 1.0f : 0.8f;
    const float interferon = 0.34f * strength * share(state[TumourState::interferon1][site], 0.6);
    const float tgfBeta = 0.3f * strength * share(state[TumourState::tgfBeta][site], 1.2);
    softGlow(list, middle, 2.1f * reach, colours.activating, interferon);
    softGlow(list, middle, 1.7f * reach, colours.suppressing, tgfBeta);
    drawVessels(list, half, which, dark);
    list.PopClipRect();
  }
  const PanelView& node = panelOf(half, Panel::node);
  if (node.rect.w <= 0) return;
  list.PushClipRect(node.rect.inset(1).min(), node.rect.inset(1).max(), true);
  drawNode(list, half, colours, dark);
  list.PopClipRect();
}

void TissueView::drawVessels(ImDrawList& list, const Half& half, Panel which, bool dark) const {
  const Tissue& tissue = half.tissue;
  const PanelView& view = panelOf(half, which);
  const int site = which == Panel::irradiated ? 0 : 1;
  const auto works = static_cast<float>(
      std::clamp(half.course.at(half.day)[TumourState::vessels][site], 0.0, 1.4));
  const ImU32 wall = dark ? rgb(0x7e2838) : rgb(0xd98a94),
              lumen = dark ? rgb(0x57192a) : rgb(0xf0c3c8);
  const ImU32 pale = dark ? rgb(0x3a2c3c) : rgb(0xdcd6dc);
  for (int v = tissue.vesselCount(which) - 1; v >= 0; --v) {
    const float width = tissue.vesselLine(which, v, half.day, line_) * view.scale;
    points_.clear();
    for (const auto& p : line_) points_.push_back(view.toScreen(p[0], p[1]));
    const int count = static_cast<int>(points_.size());
    if (v == 0) {
      softTube(list, points_.data(), count, width * 1.12f, wall, lumen, 1);
      continue;
    }
    // Outside the tumour, where the world is drawn out, the bends are evened.
    for (int round = 0; round < 10; ++round) {
      for (int i = 1; i + 1 < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const float dx = line_[at][0] - view.middle.x, dy = line_[at][1] - view.middle.y;
        if (dx * dx + dy * dy < view.rim * view.rim * 0.8f) break;
        points_[at] = {(points_[at - 1].x + 2 * points_[at].x + points_[at + 1].x) / 4,
                       (points_[at - 1].y + 2 * points_[at].y + points_[at + 1].y) / 4};
      }
    }
    // Small vessels lose colour and width with their function.
    const float share = std::min(1.0f, works);
    softTube(list, points_.data(), count, std::max(1.5f, 1.6f * width * (0.5f + 0.5f * works)),
             mix(pale, wall, share), mix(pale, lumen, share), 0.55f);
  }
}

void TissueView::drawNode(ImDrawList& list, const Half& half, const Palette& colours,
                          bool dark) const {
  const PanelView& view = panelOf(half, Panel::node);
  const PanelExtent outline = half.tissue.nodeOutline();
  const PanelExtent extent = half.tissue.extent(Panel::node, half.day);
  const auto at = [&](float x, float y) { return view.toScreen(x, y); };
  const ImU32 lymph = withAlpha(colours.cell[static_cast<std::size_t>(CellKind::dendritic)], 0.45f);
  const ImU32 blood = withAlpha(colours.activating, 0.55f);
  const float thick = std::max(1.5f, 0.9f * view.scale);
  // Lymph comes in from both sides, blood goes out below and to both vessels.
  for (const float side : {-1.0f, 1.0f}) {
    const float edge = side * extent.halfWidth * 3;
    list.AddBezierCubic(at(edge, -0.55f * outline.halfHeight),
                        at(side * extent.halfWidth, -0.55f * outline.halfHeight),
                        at(side * 0.9f * outline.halfWidth, -0.5f * outline.halfHeight),
                        at(side * 0.72f * outline.halfWidth, -0.36f * outline.halfHeight), lymph,
                        thick, 24);
    list.AddBezierCubic(at(side * 0.1f * outline.halfWidth, 0.94f * outline.halfHeight),
                        at(side * 0.15f * outline.halfWidth, outline.halfHeight + 3),
                        at(side * 0.5f * extent.halfWidth, outline.halfHeight + 3),
                        at(edge, outline.halfHeight + 4), blood, thick, 24);
  }
  points_.clear();
  for (int i = 0; i < 64; ++i) {
    const float a = kTau * static_cast<float>(i) / 64;
    // A bean: dented a little where the vessels leave.
    const float dent = 1 - 0.07f * std::max(0.0f, std::sin(a)) * std::max(0.0f, std::sin(a));
    points_.push_back(at(1.1f * outline.halfWidth * std::cos(a),
                         1.08f * dent * outline.halfHeight * std::sin(a)));
  }
  list.AddConvexPolyFilled(points_.data(), static_cast<int>(points_.size()),
                           dark ? rgb(0x18213a) : rgb(0xedf1fa));
  softGlow(list, at(0, 0), 1.1f * outline.halfWidth * view.scale, colours.accent,
           dark ? 0.16f : 0.08f);
  list.AddPolyline(points_.data(), static_cast<int>(points_.size()),
                   dark ? rgb(0x35466f) : rgb(0xa9b8d8), ImDrawFlags_Closed,
                   std::max(1.2f, thick * 0.6f));
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

CellLook cellLook(const Palette& colours, Theme theme) {
  CellLook look;
  for (std::size_t k = 0; k < look.kinds.size(); ++k) look.kinds[k] = hexOf(colours.cell[k]);
  look.ground = hexOf(colours.panel);
  look.dark = isDark(theme);
  return look;
}

}  // namespace abscope
