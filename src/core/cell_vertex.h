#pragma once
// What the screen hands to the renderer of cells: plain data that neither side needs the other for.
#include <array>
#include <cstdint>

namespace abscope {

// The drawings of cells, in the order of CellKind: several of each kind, so that no two neighbours
// look alike. A dying cell goes through stages; its drawings are stage after stage.
inline constexpr int kCellDrawingKinds = 14;
inline constexpr std::array<int, kCellDrawingKinds> kCellDrawings = {8, 18, 2, 2, 2, 3, 4,
                                                                     4, 2,  4, 3, 2, 2, 8};
inline constexpr int kDyingStages = 6;
inline constexpr int kDyingVariants = 3;

constexpr int firstCellDrawing(int kind) {
  int first = 0;
  for (int k = 0; k < kind; ++k) first += kCellDrawings[static_cast<std::size_t>(k)];
  return first;
}
inline constexpr int kCellDrawingCount = firstCellDrawing(kCellDrawingKinds);

// The square of a drawing reaches this many radii of its cell from the middle: room for its shadow
// and glow, and no more, since every pixel costs.
inline constexpr std::array<float, kCellDrawingKinds> kDrawingReach = {
    1.2F, 1.25F, 1.45F, 1.36F, 1.56F, 1.44F, 1.48F, 1.48F, 1.72F, 1.5F, 1.38F, 1.45F, 1.42F, 1.2F};

// One cell as a square around x, y. Positions and sizes in pixels of ImGui, y down.
struct CellVertex {
  float x, y;
  float size;             // side of the square
  std::uint8_t drawing;   // 0 to kCellDrawingCount - 1
  std::uint8_t turn;      // in 256ths of a full turn
  std::uint8_t light;     // brightness, 255: as drawn
  std::uint8_t presence;  // opacity
  std::uint32_t panel;    // which of the clip rectangles
};
static_assert(sizeof(CellVertex) == 20);
static_assert(kCellDrawingCount <= 256);

inline constexpr int kMostClips = 8;  // three panels, twice where two courses are compared

struct ClipRect {
  float left, top, right, bottom;
};

// Colours as 0xRRGGBB. `kinds` in the order of CellKind.
struct CellLook {
  std::array<std::uint32_t, kCellDrawingKinds> kinds{};
  std::uint32_t ground = 0;  // what cells lie on
  bool dark = true;          // a dark ground: rims shine, embers glow

  bool operator==(const CellLook&) const = default;
};

}  // namespace abscope
