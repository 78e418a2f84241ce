// The mechanisms as a living diagram: what acts on what, how strongly now.
#include "library/text.h"
#include "ui/panels.h"

namespace abscope {

void mechanismMap(const Ui& ui, const Rect& rect) {
  drawPanel(*ImGui::GetWindowDrawList(), ui, rect);
}

}  // namespace abscope
