#include "ui/ui_driver.h"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "library/embedded_assets.h"
#include "ui/theme.h"
#include "ui/ui.h"

namespace {
abscope::UiDriver* driver = nullptr;  // of the one context that is alive
}

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* ctx, ImGuiID id, const ImRect& bb,
                                 const ImGuiLastItemData* data) {
  if (!driver || id == 0) return;
  const bool clipped = ctx->CurrentWindow && !bb.Overlaps(ctx->CurrentWindow->ClipRect);
  const bool disabled = data && (data->InFlags & ImGuiItemFlags_Disabled);
  driver->itemAdd(id, bb.Min, bb.Max, disabled, clipped);
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags) {
  if (driver) driver->itemInfo(id, label);
}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

namespace abscope {

UiDriver::UiDriver(ImVec2 size) {
  context_ = ImGui::CreateContext();
  context_->TestEngineHookItems = true;
  driver = this;
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = size;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  // The faces of the page, or ImGui's own where the build has none.
  for (const FaceInfo& face : kFaces) {
    const EmbeddedAsset* font = findAsset(face.asset);
    if (!font) continue;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    static const ImWchar kRanges[] = {0x20,   0x17f,  0x391,  0x3c9,  0x2009, 0x2030, 0x2070,
                                      0x209c, 0x2190, 0x2193, 0x2212, 0x2265, 0};
    config.GlyphRanges = kRanges;
    io.Fonts->AddFontFromMemoryTTF(const_cast<char*>(font->bytes.data()),
                                   static_cast<int>(font->bytes.size()), face.sizePx, &config);
  }
  int width = 0, height = 0;
  io.Fonts->GetTexDataAsRGBA32(&pixels_, &width, &height);
  static int fontTexture;  // any address: nothing is drawn
  io.Fonts->SetTexID(&fontTexture);
  start(app);
  frames(2);
}

UiDriver::~UiDriver() {
  driver = nullptr;
  ImGui::DestroyContext(context_);
}

void UiDriver::frame(double seconds) {
  widgets_.clear();
  added_.clear();
  context_->TestEngineHookItems = true;
  step(seconds > 0 ? seconds : 1.0 / 60);
}

void UiDriver::bareFrame(double seconds) {
  context_->TestEngineHookItems = false;
  step(seconds);
}

// The same table of contents as main's frame().
void UiDriver::step(double seconds) {
  ImGui::GetIO().DeltaTime = static_cast<float>(seconds);
  queue.push_back(Tick{seconds});
  applyAll(app, queue);
  ImGui::NewFrame();
  drawControls(app, queue);
  applyAll(app, queue);
  drawPictures(app, queue, tissue);
  applyAll(app, queue);
  ImGui::Render();
}

void UiDriver::frames(int count) {
  for (int i = 0; i < count; ++i) frame();
}

const Widget& UiDriver::widget(const std::string& name) const {
  const auto found = widgets_.find(name);
  REQUIRE_MESSAGE(found != widgets_.end(), "no widget ", name);
  return found->second;
}

void UiDriver::clickAt(ImVec2 point) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(point.x, point.y);
  frame();
  io.AddMouseButtonEvent(0, true);
  frame();
  io.AddMouseButtonEvent(0, false);
  frame();
  frame();
}

void UiDriver::click(const std::string& name) { clickAt(widget(name).middle()); }

void UiDriver::dragTo(const std::string& name, float share) {
  ImGuiIO& io = ImGui::GetIO();
  if (!down_) {
    const ImVec2 at = widget(name).middle();
    io.AddMousePosEvent(at.x, at.y);
    frame();
    io.AddMouseButtonEvent(0, true);
    down_ = true;
    frame();
  }
  const Widget now = widget(name);
  const float edge = 7.5f * io.FontGlobalScale;
  io.AddMousePosEvent(now.min.x + edge + (now.max.x - now.min.x - 2 * edge) * share,
                      now.middle().y);
  frame();
}

void UiDriver::release() {
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  down_ = false;
  frame();
}

void UiDriver::key(ImGuiKey key, bool ctrl, bool shift) {
  ImGuiIO& io = ImGui::GetIO();
  if (ctrl) io.AddKeyEvent(ImGuiMod_Ctrl, true);
  if (shift) io.AddKeyEvent(ImGuiMod_Shift, true);
  frame();
  io.AddKeyEvent(key, true);
  frame();
  io.AddKeyEvent(key, false);
  frame();
  if (ctrl) io.AddKeyEvent(ImGuiMod_Ctrl, false);
  if (shift) io.AddKeyEvent(ImGuiMod_Shift, false);
  frame();
}

void UiDriver::wheel(const std::string& name, float steps) {
  wheelAt(widget(name).middle(), steps);
}

void UiDriver::wheelAt(ImVec2 at, float steps) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(at.x, at.y);
  frame();
  io.AddMouseWheelEvent(0, steps);
  frame();
  frame();
}

void UiDriver::resize(ImVec2 size) {
  ImGui::GetIO().DisplaySize = size;
  frames(3);
}

void UiDriver::itemAdd(ImGuiID id, const ImVec2& min, const ImVec2& max, bool disabled,
                       bool clipped) {
  if (!clipped) added_[id] = {min, max, disabled, id};
}

void UiDriver::itemInfo(ImGuiID id, const char* label) {
  const std::string_view text = label ? label : "";
  // Windows are no widgets; ours say so in their names.
  if (text.find("window.") != text.npos || text == "Debug##Default") return;
  const std::string name(text.substr(0, 3) == "###" ? text.substr(3) : text);
  ++seen_[name];
  const auto found = added_.find(id);
  if (found != added_.end()) widgets_[name] = found->second;
}

}  // namespace abscope
