#pragma once
// The drawings of all cells as pixels, made once for a look and a density. On the processor: 0.2
// million pixels take less than compiling a shader that would draw them, and tests see the same.
#include <cstdint>
#include <vector>

#include "core/cell_vertex.h"

namespace abscope {

// kCellDrawingCount squares of side * side pixels one after another, 4 bytes each: red, green, blue
// already multiplied by alpha (colour above alpha adds light).
std::vector<std::uint8_t> drawCellSprites(const CellLook& look, int side);

}  // namespace abscope
