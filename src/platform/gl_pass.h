// Own GL drawing inside a frame of ImGui. The window calls a pass when the draw list reaches it,
// and tells it when the WebGL context was lost or is back.
#pragma once

#include <imgui.h>

namespace abscope {

// All in device pixels, y downwards from the top of the canvas.
struct GlViewport {
  int framebufferWidth = 0;
  int framebufferHeight = 0;
  float pixelRatio = 1.0f;  // device pixels per CSS pixel; ImGui lays out in CSS pixels
  int clipLeft = 0, clipTop = 0, clipRight = 0, clipBottom = 0;
};

class GlPass {
 public:
  virtual ~GlPass() = default;

  // What the processor can do before the graphics process has started: nothing of GL here. Called
  // once, in the first frame, before createDeviceObjects().
  virtual void prepare(float /*pixelRatio*/) {}

  // Shaders, buffers, textures. Called when a context exists, and again when it was restored.
  virtual void createDeviceObjects() = 0;

  // Forget (or delete) them. After a loss the old names mean nothing, but deleting is harmless.
  virtual void destroyDeviceObjects() = 0;

  // The scissor is set to the clip rectangle and blending is on; ImGui's state comes back after.
  virtual void draw(const GlViewport& viewport) = 0;
};

// Puts a pass into a draw list at the current clip rectangle. The pass must outlive the frame.
void addGlPass(ImDrawList& drawList, GlPass& pass);

}  // namespace abscope
