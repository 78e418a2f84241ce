#include "platform/gl_context.h"

#include <emscripten/html5.h>

namespace abscope {
namespace {

constexpr const char* kCanvas = "#canvas";
bool contextLost = false;
bool contextRestored = false;

// Returning true is preventDefault(): without it the browser never restores the context.
EM_BOOL onLost(int /*type*/, const void* /*reserved*/, void* /*user*/) {
  contextLost = true;
  return EM_TRUE;
}

EM_BOOL onRestored(int /*type*/, const void* /*reserved*/, void* /*user*/) {
  contextLost = false;
  contextRestored = true;
  return EM_TRUE;
}

}  // namespace

// Not through SDL: its EGL layer costs download and cannot ask for a context without antialiasing,
// which software GL pays for dearly. ImGui and the cells smooth their own edges.
bool createGlContext() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.alpha = false;
  attributes.depth = false;
  attributes.stencil = false;
  attributes.antialias = false;
  attributes.majorVersion = 2;
  attributes.minorVersion = 0;
  // WebGL 2 holds all we use. Asking for extensions would wait for the graphics process.
  attributes.enableExtensionsByDefault = false;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
      emscripten_webgl_create_context(kCanvas, &attributes);
  if (context <= 0) return false;
  if (emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) return false;
  emscripten_set_webglcontextlost_callback(kCanvas, nullptr, false, onLost);
  emscripten_set_webglcontextrestored_callback(kCanvas, nullptr, false, onRestored);
  return true;
}

bool glContextLost() { return contextLost; }

bool takeGlContextRestored() {
  const bool restored = contextRestored;
  contextRestored = false;
  return restored;
}

}  // namespace abscope
