// Wiring only: who talks to whom, and the frame as a table of contents.
#include <array>

#include <emscripten.h>
#include <imgui.h>

#include "library/embedded_assets.h"
#include "platform/web_page.h"
#include "platform/window.h"

namespace {

struct Lab {
  abscope::Window window;
  bool ready = false;
};

Lab& lab() {
  static Lab instance;
  return instance;
}

void frame() {
  Lab& it = lab();
  if (!it.window.beginFrame()) return;
  ImGui::SetNextWindowPos(ImVec2(40, 40));
  ImGui::Begin("Abscope");
  ImGui::TextUnformatted("TGF-\u03b2  \u03b1/\u03b2 \u2264 10 Gy  10\u207b\u00b3  8\u00d73 \u2192");
  static float dose = 2.0f;
  ImGui::SliderFloat("Dose per fraction", &dose, 0.1f, 20.0f, "%.1f Gy");
  ImGui::End();
  it.window.endFrame();
  if (!it.ready) {
    abscope::markPageReady();
    it.ready = true;
  }
}

}  // namespace

int main() {
  std::array<abscope::FontFace, 2> faces;
  std::size_t count = 0;
  for (const char* path : {"assets/fonts/Inter-Regular.ttf", "assets/fonts/Inter-SemiBold.ttf"}) {
    if (const abscope::EmbeddedAsset* font = abscope::findAsset(path)) {
      faces[count++] = {font->bytes, 15.0f};
    }
  }
  if (!lab().window.open(std::span(faces.data(), count))) return 1;
  emscripten_set_main_loop(frame, 0, false);
  return 0;
}
