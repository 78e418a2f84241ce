#pragma once
// Draws all cells in one call: a point each, with a drawing of its kind turned in the fragment
// shader. Points because software GL draws them fastest (19 ms for 10,000 against 31 to 113 ms for
// quads).
#include <cstdint>
#include <span>
#include <vector>

#include "core/cell_vertex.h"
#include "platform/gl_pass.h"

namespace abscope {

class CellRenderer : public GlPass {
 public:
  // What to draw when the frame ends. The cells must stay where they are until then.
  void show(std::span<const CellVertex> cells, std::span<const ClipRect> panels);
  void setLook(const CellLook& look);
  void setNear(bool isNear) { near_ = isNear; }  // cells are large: their drawings need pixels

  void prepare(float pixelRatio) override;
  void createDeviceObjects() override;
  void destroyDeviceObjects() override;
  void draw(const GlViewport& viewport) override;

  // Side in pixels of the drawings for a density of the screen.
  static int spriteSide(float pixelRatio);

 private:
  void drawSprites(int side);
  void uploadSprites();

  std::span<const CellVertex> cells_;
  std::array<ClipRect, kMostClips> panels_{};
  CellLook look_;
  std::vector<std::uint8_t> sprites_;  // drawn and not yet uploaded
  int spriteSide_ = 0;                 // of what was drawn last; 0: to be drawn
  bool firstDraw_ = false, near_ = false;
  unsigned program_ = 0, vertexArray_ = 0, buffer_ = 0, texture_ = 0;
  int view_ = -1, clips_ = -1;
};

}  // namespace abscope
