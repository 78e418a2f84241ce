#pragma once
// The tissue on screen: what lies behind the cells, and the cells as data for the renderer, which
// draws all of them in one call.
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "core/cell_vertex.h"
#include "ui/draw.h"
#include "ui/haze_layer.h"
#include "ui/panel_view.h"

namespace abscope {

// How the renderer gets into a draw list; main wires it. Nothing is drawn where it is missing
// (tests).
struct CellPainter {
  void (*add)(ImDrawList& list, void* user) = nullptr;
  void* user = nullptr;
};

inline constexpr double kTrailDays = 4;  // of the chosen cell's way

class TissueView {
 public:
  void setPainter(CellPainter painter) { painter_ = painter; }

  using Rects = std::array<Rect, kPanelCount>;

  // Places the cells of the app's day in the panels, and those of the pinned course in panels of
  // its own where it is shown. Allocates only while their number grows.
  void update(const AppState& app, const Rects& rects, const Rects* pinned, float titleHeight);
  // Stroma, the haze of the chosen signal, vessels, the node; then (after a beam) the cells.
  void drawBehind(ImDrawList& list, const AppState& app, const Palette& colours) const;
  void drawCells(ImDrawList& list) const;
  // Rings around the cells that the answer is about.
  void drawLit(ImDrawList& list, const AppState& app, ImU32 colour) const;

  // The way of the chosen cell over its last days, and where it went.
  void drawTrail(ImDrawList& list, const AppState& app, ImU32 colour) const;

  const PanelView& panel(Panel panel) const { return panels_[static_cast<std::size_t>(panel)]; }
  // The tumour panel of the present course under this point, where the tissue is shown.
  std::optional<Site> tumourUnder(ImVec2 point) const;
  // Of the present course.
  std::optional<CellId> cellUnder(ImVec2 point) const;
  // Where a cell is drawn; radius in pixels.
  struct Spot {
    ImVec2 at;
    float radius;
  };
  std::optional<Spot> spotOf(CellId id) const;
  // Where it is, or was last or will be first; nothing for one that is in no panel.
  std::optional<Spot> lastSpotOf(const AppState& app, CellId id) const;
  // Its life, in memory that the view keeps: until the next call.
  const CellStory& storyOf(const Tissue& tissue, CellId id) const;

  // For the renderer.
  std::span<const CellVertex> cells() const { return vertices_; }
  const std::array<ClipRect, 2 * kPanelCount>& clips() const { return clips_; }
  bool isZoomed() const { return panels_[0].zoom > 2; }  // so near that drawings need more pixels
  const HazeLayer& hazes() const { return hazes_; }

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
  void frameTumour(const AppState& app, const Half& half, Panel panel, PanelView& view) const;
  void updateHazes(const AppState& app, const Half& half,
                   const std::vector<CellInstance>& instances);
  void drawHalf(ImDrawList& list, const Half& half, const AppState& app, const Palette& colours,
                bool dark) const;
  void drawStroma(ImDrawList& list, const Half& half, Panel panel, bool dark) const;
  Spot spotAt(const CellInstance& cell) const;
  void drawVessels(ImDrawList& list, const Half& half, Panel panel, const Palette& colours,
                   bool dark) const;
  void drawNode(ImDrawList& list, const Half& half, const Palette& colours, bool dark) const;

  CellPainter painter_;
  bool showsPinned_ = false;
  std::array<float, kPanelCount> sharedScale_{};     // 0: what fits
  std::array<PanelView, 2 * kPanelCount> panels_{};  // the pinned course's after the present one's
  std::array<ClipRect, 2 * kPanelCount> clips_{};
  std::vector<CellInstance> instances_, pinnedInstances_;
  HazeLayer hazes_;
  std::vector<CellVertex> vertices_;  // of the instances that are not hidden
  std::vector<CellId> ids_;           // of the vertices
  mutable std::vector<std::array<float, 2>> line_;
  mutable std::vector<ImVec2> points_;
  mutable CellStory story_;
};

// The colours of a theme for the drawings of cells.
CellLook cellLook(const Palette& colours, Theme theme);

}  // namespace abscope
