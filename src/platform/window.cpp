#include "platform/window.h"

#include <algorithm>
#include <cfloat>

#include <GLES3/gl3.h>
#include <SDL.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include "platform/gl_context.h"
#include "platform/web_canvas.h"
#include "platform/web_page.h"

namespace abscope {
namespace {

constexpr float kMaxFrameSeconds = 0.1f;         // after a stall or a hidden page
constexpr float kFirstFrameSeconds = 1.0f / 60;  // after a rest, in which nothing was moving
constexpr int kFramesAfterChange = 3;  // hover, layout and popups of ImGui settle in that many

const char* clipboardText(void*) {
  static std::string text;
  text = lastPaste();
  return text.c_str();
}

void setClipboardText(void*, const char* text) { writeClipboard(text); }

}  // namespace

bool Window::open(std::span<const FontFace> faces) {
  faces_.assign(faces.begin(), faces.end());
  installCanvasBehaviour();
  // Else SDL listens on the window and no field of the page can be typed into (emscripten#22280).
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) {
    showPageError(SDL_GetError());
    return false;
  }
  double width = 0.0, height = 0.0;
  canvasCssSize(width, height);
  window_ = SDL_CreateWindow("Abscope", 0, 0, std::max(1, static_cast<int>(width)),
                             std::max(1, static_cast<int>(height)),
                             SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
  if (window_ == nullptr) {
    showPageError(SDL_GetError());
    return false;
  }
  if (!createGlContext()) {
    showPageError("");  // the page's own words on a missing WebGL 2
    return false;
  }
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.ConfigMacOSXBehaviors = isApplePlatform();
  ImGui_ImplSDL2_InitForOther(window_);
  io.GetClipboardTextFn = clipboardText;
  io.SetClipboardTextFn = setClipboardText;
  followDensity();
  return true;
}

// The first question to a new context waits until the graphics process has started; put off to the
// end of the first frame, the program prepares its own things meanwhile.
void Window::createDeviceObjects() {
  const ImGuiIO& io = ImGui::GetIO();
  for (GlPass* pass : passes_) pass->prepare(io.DisplayFramebufferScale.x);
  deviceReady_ = true;
  ImGui_ImplOpenGL3_Init("#version 300 es");
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  for (GlPass* pass : passes_) pass->createDeviceObjects();
  // This frame was laid out before the texture of the fonts had a name.
  for (ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    for (ImDrawCmd& command : list->CmdBuffer) {
      if (command.TextureId == nullptr) command.TextureId = io.Fonts->TexID;
    }
  }
}

void Window::setLetters(std::string_view trueType, bool now) {
  const bool same = trueType.data() == extra_.trueType.data();
  if (same && (!now || glyphs_ == Glyphs::all)) return;
  extra_.trueType = trueType;
  if (now) glyphs_ = Glyphs::all;
  fontsStale_ = glyphs_ == Glyphs::all;  // else they will be made anew when all are
}

void Window::addPass(GlPass& pass) {
  passes_.push_back(&pass);
  if (deviceReady_) pass.createDeviceObjects();
}

void Window::requestFrames(int count) { framesWanted_ = std::max(framesWanted_, count); }

bool Window::takeMotionChanged() {
  const bool changed = motionChanged_;
  motionChanged_ = false;
  return changed;
}

bool Window::takeHashChanged() {
  const bool changed = hashChanged_;
  hashChanged_ = false;
  return changed;
}

// True when anything happened that may change the picture.
bool Window::takeEvents() {
  ImGuiIO& io = ImGui::GetIO();
  bool changed = false;
  if (touchEnded_) {
    // One frame after the finger left, nothing is hovered any more (imgui#2074).
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    touchEnded_ = false;
    changed = true;
  }
  for (SDL_Event event; SDL_PollEvent(&event) != 0;) {
    changed = true;
    ImGui_ImplSDL2_ProcessEvent(&event);
    if (event.type == SDL_FINGERUP) touchEnded_ = true;
    const float turned = pinch_.wheelOf(event, io.DisplaySize.x, io.DisplaySize.y);
    if (turned != 0) io.AddMouseWheelEvent(0, turned);
  }
  return changed;
}

// Fonts follow the density of the screen: browser zoom, or a move to another monitor.
void Window::followDensity() {
  int width = 0, height = 0, pixelWidth = 0, pixelHeight = 0;
  SDL_GetWindowSize(window_, &width, &height);
  SDL_GetWindowSizeInPixels(window_, &pixelWidth, &pixelHeight);
  if (width <= 0) return;
  // The screen may grow all text by a factor (FontGlobalScale): rasterise for what is seen.
  const float density =
      std::max(0.5f, ImGui::GetIO().FontGlobalScale * static_cast<float>(pixelWidth) /
                         static_cast<float>(width));
  if (std::abs(density - fontDensity_) < 0.01f) return;
  fontDensity_ = density;
  buildFonts();
}

void Window::buildFonts() {
  buildFontAtlas(faces_, fontDensity_, glyphs_, extra_);
  fontsStale_ = false;
  if (!deviceReady_) return;
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

void Window::restoreDeviceObjects() {
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  for (GlPass* pass : passes_) pass->destroyDeviceObjects();
  // To delete names of the lost context is harmless, but browsers note it as an error.
  while (glGetError() != GL_NO_ERROR) {
  }
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  for (GlPass* pass : passes_) pass->createDeviceObjects();
}

bool Window::beginFrame() {
  const CanvasChanges changes = takeCanvasChanges();
  const bool events = takeEvents();
  if (changes.pasted) ImGui::GetIO().AddInputCharactersUTF8(lastPaste().c_str());
  hashChanged_ = hashChanged_ || changes.hashChanged;
  motionChanged_ = motionChanged_ || changes.motionChanged;
  if (events || changes.redraw || changes.pasted || changes.hashChanged) {
    requestFrames(kFramesAfterChange);
  }
  if (glContextLost()) return false;
  if (takeGlContextRestored()) {
    if (deviceReady_) restoreDeviceObjects();
    requestFrames(kFramesAfterChange);
  }
  if (!changes.inView || framesWanted_ <= 0) {
    rested_ = true;
    return false;
  }
  --framesWanted_;
  followDensity();
  if (deviceReady_ && glyphs_ == Glyphs::first) {
    glyphs_ = Glyphs::all;
    fontsStale_ = true;
  }
  if (fontsStale_) buildFonts();
  if (deviceReady_) ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = std::min(io.DeltaTime, rested_ ? kFirstFrameSeconds : kMaxFrameSeconds);
  rested_ = false;
  frameSeconds_ = static_cast<double>(io.DeltaTime);
  ImGui::NewFrame();
  return true;
}

void Window::endFrame() {
  ImGui::Render();
  if (!deviceReady_) createDeviceObjects();
  const ImGuiIO& io = ImGui::GetIO();
  glViewport(0, 0, static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x),
             static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y));
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0x0e / 255.0f, 0x13 / 255.0f, 0x20 / 255.0f, 1.0f);  // the page's ground, #0e1320
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace abscope
