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

  // Places the cells of the app's day in the panels. Allocates only while their number grows.
  void update(const AppState& app, const std::array<Rect, kPanelCount>& rects, float titleHeight);
  // Hazes of signals, vessels, the node; then (after a beam) the cells.
  void drawBehind(ImDrawList& list, const AppState& app, const Palette& colours) const;
  void drawCells(ImDrawList& list) const;

  const PanelView& panel(Panel panel) const { return panels_[static_cast<std::size_t>(panel)]; }
  std::optional<CellId> cellUnder(ImVec2 point) const;
  // Where a cell is drawn; radius in pixels.
  struct Spot {
    ImVec2 at;
    float radius;
  };
  std::optional<Spot> spotOf(CellId id) const;

  // For the renderer.
  std::span<const CellVertex> cells() const { return vertices_; }
  const std::array<ClipRect, kPanelCount>& clips() const { return clips_; }

 private:
  void drawVessels(ImDrawList& list, const AppState& app, Panel panel, bool dark) const;
  void drawNode(ImDrawList& list, const AppState& app, const Palette& colours) const;

  CellPainter painter_;
  std::array<PanelView, kPanelCount> panels_{};
  std::array<ClipRect, kPanelCount> clips_{};
  std::vector<CellInstance> instances_;
  std::vector<CellVertex> vertices_;  // of the instances that are not hidden
  std::vector<CellId> ids_;           // of the vertices
  mutable std::vector<std::array<float, 2>> line_;
  mutable std::vector<ImVec2> points_;
};

// The colours of a theme for the drawings of cells.
CellLook cellLook(const Palette& colours, Theme theme);

}  // namespace abscope
