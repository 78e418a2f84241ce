// The link to exactly this state as a QR code, for the phones of the class.
#include <algorithm>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/overlay_window.h"
#include "ui/panels.h"

namespace abscope {

void qrView(const Ui& ui) {
  if (ui.app.view.overlay != Overlay::qr) return;
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float most = std::min(screen.x, screen.y - ui.px(90));
  const OverlayWindow window(ui, "###window.qr", {most, most + ui.px(60)}, tr("qr.title"));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  Rect inner = window.inner();
  const Rect words = inner.cutBottom(ui.px(24));
  const QrCode& code = ui.app.qr;
  if (code.side == 0) {
    drawParagraph(&list, Face::body, inner.min(), inner.w, ui.colours.text, ui.colours.text,
                  tr("qr.tooLong"));
    return;
  }
  drawText(list, Face::small, words.middle(), ui.colours.dim, tr("qr.local"), Align::middle);
  // Whole pixels, and the quiet border of four modules that readers need.
  constexpr int kQuiet = 4;
  const auto modules = static_cast<float>(code.side + 2 * kQuiet);
  const float unit =
      std::max(1.0f, static_cast<float>(static_cast<int>(std::min(inner.w, inner.h) / modules)));
  const float side = unit * modules;
  const ImVec2 corner{static_cast<float>(static_cast<int>(inner.middle().x - side / 2)),
                      static_cast<float>(static_cast<int>(inner.y))};
  list.AddRectFilled(corner, {corner.x + side, corner.y + side}, IM_COL32_WHITE);
  for (int y = 0; y < code.side; ++y) {
    for (int x = 0; x < code.side;) {
      int run = 0;
      while (x + run < code.side && code.at(x + run, y)) ++run;
      if (run > 0) {
        const ImVec2 a{corner.x + unit * static_cast<float>(x + kQuiet),
                       corner.y + unit * static_cast<float>(y + kQuiet)};
        list.AddRectFilled(a, {a.x + unit * static_cast<float>(run), a.y + unit}, IM_COL32_BLACK);
      }
      x += std::max(1, run);
    }
  }
}

}  // namespace abscope
