// The least that SDL2 and Dear ImGui can show: what the lab's start is measured against.
#include <emscripten.h>
#include <imgui.h>

#include "platform/web_page.h"
#include "platform/window.h"

namespace {

abscope::Window& window() {
  static abscope::Window instance;
  return instance;
}

void frame() {
  static bool ready = false;
  if (!window().beginFrame()) return;
  ImGui::Begin("Bare");
  ImGui::TextUnformatted("Hello");
  ImGui::End();
  window().endFrame();
  if (!ready) abscope::markPageReady();
  ready = true;
}

}  // namespace

int main() {
  if (!window().open({})) return 1;
  emscripten_set_main_loop(frame, 0, false);
  return 0;
}
