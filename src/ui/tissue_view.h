#pragma once
// The tissue on screen: what lies behind the cells, and the cells as data for the renderer, which
// draws all of them in one call.
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "core/cell_vertex.h"
#include "ui/draw.h"

namespace abscope {

// How the renderer gets into a draw list; main wires it. Nothing is drawn where it is missing
// (tests).
struct CellPainter {
  void (*add)(ImDrawList& list, void* user) = nullptr;
  void* user = nullptr;
};

// From a panel's world (radii of a tumour cell) to the screen. Round things stay round; where the
// panel is longer than the world, what lies between the tumour and the edge is drawn out.
struct PanelView {
  Rect rect;
  ImVec2 origin{};          // of the world
  float scale = 1;          // pixels per radius of a tumour cell
  ImVec2 middle{};          // of the tumour, in the world
  float rim = 0, edge = 1;  // distances from it between which the world is drawn out
  ImVec2 stretch{};         // by this share at the edge

  ImVec2 toScreen(float x, float y) const;
};

class TissueView {
 public:
  void setPainter(CellPainter painter) { painter_ = painter; }

  using Rects = std::array<Rect, kPanelCount>;

  // Places the cells of the app's day in the panels, and those of the pinned course in panels of
  // its own where it is shown. Allocates only while their number grows.
  void update(const AppState& app, const Rects& rects, const Rects* pinned, float titleHeight);
  // Hazes of signals, vessels, the node; then (after a beam) the cells.
  void drawBehind(ImDrawList& list, const AppState& app, const Palette& colours) const;
  void drawCells(ImDrawList& list) const;
  // Rings around the cells that the answer is about.
  void drawLit(ImDrawList& list, const AppState& app, ImU32 colour) const;

  const PanelView& panel(Panel panel) const { return panels_[static_cast<std::size_t>(panel)]; }
  // Of the present course.
  std::optional<CellId> cellUnder(ImVec2 point) const;
  // Where a cell is drawn; radius in pixels.
  struct Spot {
    ImVec2 at;
    float radius;
  };
  std::optional<Spot> spotOf(CellId id) const;
  // Its life, in memory that the view keeps: until the next call.
  const CellStory& storyOf(const Tissue& tissue, CellId id) const;

  // For the renderer.
  std::span<const CellVertex> cells() const { return vertices_; }
  const std::array<ClipRect, 2 * kPanelCount>& clips() const { return clips_; }

 private:
  // One of the two courses on its panels.
  struct Half {
    const Course& course;
    const Tissue& tissue;
    double day;         // of the clock, or the last of a course that ends before
    std::size_t first;  // of its panels
  };
  Half halfOf(const AppState& app, bool pinned) const;
  const PanelView& panelOf(const Half& half, Panel panel) const {
    return panels_[half.first + static_cast<std::size_t>(panel)];
  }
  void place(const AppState& app, const Half& half, const Rects& rects, float titleHeight,
             std::vector<CellInstance>& instances);
  void shareScales(const Half& a, const Half& b, const Rects& rects, float titleHeight);
  void addVertices(const AppState& app, const Half& half,
                   const std::vector<CellInstance>& instances);
  void drawHalf(ImDrawList& list, const Half& half, const Palette& colours, bool dark) const;
  void drawVessels(ImDrawList& list, const Half& half, Panel panel, bool dark) const;
  void drawNode(ImDrawList& list, const Half& half, const Palette& colours, bool dark) const;

  CellPainter painter_;
  bool showsPinned_ = false;
  std::array<float, kPanelCount> sharedScale_{};     // 0: what fits
  std::array<PanelView, 2 * kPanelCount> panels_{};  // the pinned course's after the present one's
  std::array<ClipRect, 2 * kPanelCount> clips_{};
  std::vector<CellInstance> instances_, pinnedInstances_;
  std::vector<CellVertex> vertices_;  // of the instances that are not hidden
  std::vector<CellId> ids_;           // of the vertices
  mutable std::vector<std::array<float, 2>> line_;
  mutable std::vector<ImVec2> points_;
  mutable CellStory story_;
};

// The colours of a theme for the drawings of cells.
CellLook cellLook(const Palette& colours, Theme theme);

}  // namespace abscope
