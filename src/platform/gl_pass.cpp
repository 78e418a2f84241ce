#include "platform/gl_pass.h"

#include <algorithm>

#include <GLES3/gl3.h>

namespace abscope {
namespace {

void runPass(const ImDrawList* /*list*/, const ImDrawCmd* command) {
  const ImGuiIO& io = ImGui::GetIO();
  GlViewport viewport;
  viewport.pixelRatio = io.DisplayFramebufferScale.x;
  viewport.framebufferWidth = static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x);
  viewport.framebufferHeight = static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y);
  const auto pixel = [&](float css, int limit) {
    return std::clamp(static_cast<int>(css * viewport.pixelRatio), 0, limit);
  };
  viewport.clipLeft = pixel(command->ClipRect.x, viewport.framebufferWidth);
  viewport.clipTop = pixel(command->ClipRect.y, viewport.framebufferHeight);
  viewport.clipRight = pixel(command->ClipRect.z, viewport.framebufferWidth);
  viewport.clipBottom = pixel(command->ClipRect.w, viewport.framebufferHeight);
  const int width = viewport.clipRight - viewport.clipLeft;
  const int height = viewport.clipBottom - viewport.clipTop;
  if (width <= 0 || height <= 0) return;
  glScissor(viewport.clipLeft, viewport.framebufferHeight - viewport.clipBottom, width, height);
  static_cast<GlPass*>(command->UserCallbackData)->draw(viewport);
}

}  // namespace

void addGlPass(ImDrawList& drawList, GlPass& pass) {
  drawList.AddCallback(runPass, &pass);
  drawList.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

}  // namespace abscope
