#pragma once
// Drives the screen without a window: ImGui's test hooks tell where every widget is, and input
// comes as from a hand. One kind of event a frame.
#include <map>
#include <string>
#include <vector>

#include <imgui.h>

#include "app/apply.h"
#include "ui/tissue_view.h"

namespace abscope {

struct Widget {
  ImVec2 min, max;
  bool disabled = false;
  ImGuiID id = 0;
  ImVec2 middle() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
};

class UiDriver {
 public:
  explicit UiDriver(ImVec2 size = {1280, 720});
  ~UiDriver();
  UiDriver(const UiDriver&) = delete;
  UiDriver& operator=(const UiDriver&) = delete;

  void frame(double seconds = 0);
  // As frame(), without the hooks, which allocate.
  void bareFrame(double seconds);
  void frames(int count);

  // Widgets by control name, with "/instance" where there are several.
  bool shows(const std::string& name) const { return widgets_.count(name) != 0; }
  const Widget& widget(const std::string& name) const;
  const std::map<std::string, Widget>& widgets() const { return widgets_; }
  ImGuiID idOf(const std::string& name) const { return widget(name).id; }
  // Names of all widgets drawn since the driver was made.
  const std::map<std::string, int>& seen() const { return seen_; }

  void click(const std::string& name);
  void clickAt(ImVec2 point);
  // Presses at the slider's knob end and drags to this share of its width; stays down.
  void dragTo(const std::string& name, float share);
  void release();
  void key(ImGuiKey key, bool ctrl = false, bool shift = false);
  void wheel(const std::string& name, float steps);
  void wheelAt(ImVec2 point, float steps);
  void resize(ImVec2 size);

  AppState app;
  TissueView tissue;
  std::vector<Command> queue;

  // Called by the hooks.
  void itemAdd(ImGuiID id, const ImVec2& min, const ImVec2& max, bool disabled, bool clipped);
  void itemInfo(ImGuiID id, const char* label);

 private:
  void step(double seconds);

  ImGuiContext* context_;
  bool down_ = false;
  std::map<std::string, Widget> widgets_;
  std::map<std::string, int> seen_;
  std::map<ImGuiID, Widget> added_;
  unsigned char* pixels_ = nullptr;
};

}  // namespace abscope
