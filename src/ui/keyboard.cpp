// Shortcuts of the whole lab. A control with the keyboard's focus comes first.
#include <imgui_internal.h>

#include "ui/panels.h"

namespace abscope {
namespace {

constexpr ImGuiKey kOwnKeys[] = {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_Home,
                                 ImGuiKey_End};

bool pressed(ImGuiKey key, bool repeat = false) { return ImGui::IsKeyPressed(key, repeat); }

}  // namespace

void keyboard(const Ui& ui) {
  // ImGui's navigation leaves these to us: Tab and up/down move between controls.
  const ImGuiID owner = ImGui::GetID("keyboard");
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput) return;  // they move within the text
  for (const ImGuiKey key : kOwnKeys) ImGui::SetKeyOwner(key, owner);
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const auto say = [&](const Command& command) { ui.out.push_back(command); };
  const bool command = io.KeyCtrl || io.KeySuper;
  if (command) {
    if (pressed(ImGuiKey_Z, true)) say(io.KeyShift ? Command(Redo{}) : Command(Undo{}));
    if (pressed(ImGuiKey_Y, true)) say(Redo{});
    return;
  }
  if (io.KeyAlt) return;
  if (pressed(ImGuiKey_Escape) && ui.app.view.overlay != Overlay::none) {
    say(ShowOverlay{Overlay::none});
  }
  const bool mapChosen = ui.app.view.mapArrow >= 0 || ui.app.view.mapNode >= 0;
  if (pressed(ImGuiKey_Escape) && ui.app.view.overlay == Overlay::none && mapChosen) {
    say(SetControl{ControlId::mapArrow, 0});
  }
  if (ui.app.view.overlay != Overlay::none || g.OpenPopupStack.Size > 0) return;
  const bool onControl = g.NavId != 0 && !g.NavDisableHighlight;
  if (pressed(ImGuiKey_Space) && !onControl)
    say(ui.app.view.playing ? Command(Pause{}) : Command(Play{}));
  if (!ui.arrowsTaken) {
    const double step = io.KeyShift ? 0.25 : 1;
    if (pressed(ImGuiKey_LeftArrow, true)) say(StepDays{-step});
    if (pressed(ImGuiKey_RightArrow, true)) say(StepDays{step});
  }
  // Presenter's clickers send these.
  if (pressed(ImGuiKey_PageUp, true)) say(StepDays{-1});
  if (pressed(ImGuiKey_PageDown, true)) say(StepDays{1});
  if (pressed(ImGuiKey_Home)) say(SetControl{ControlId::day, 0});
  if (pressed(ImGuiKey_End)) say(GoToEnd{});
  if (pressed(ImGuiKey_C)) say(ShowOverlay{Overlay::cases});
  const bool pinned = ui.app.document.pinned.has_value();
  if (pressed(ImGuiKey_K)) say(!io.KeyShift ? Command(Pin{}) : Command(Unpin{}));
  if (pressed(ImGuiKey_X) && pinned) say(SwapPinned{});
  if (pressed(ImGuiKey_R)) say(Branch{});
  if (pressed(ImGuiKey_E) && pinned) say(MatchBed{});
  if (pressed(ImGuiKey_G)) say(SetControl{ControlId::ghosts, ui.app.view.ghosts ? 0.0 : 1.0});
  if (pressed(ImGuiKey_V)) say(ShowOverlay{Overlay::evidence});
  if (pressed(ImGuiKey_I) && controlEnabled(ui.app, ControlId::study)) {
    say(ShowOverlay{Overlay::study});
  }
  if (pressed(ImGuiKey_S)) say(Share{});
  if (pressed(ImGuiKey_M)) {
    const int next = static_cast<int>(ui.app.view.stage) + 1;
    say(SetControl{ControlId::stage,
                   static_cast<double>(next % choiceCount(ui.app, ControlId::stage))});
  }
  if (pressed(ImGuiKey_L)) {
    say(SetControl{ControlId::theme, ui.app.view.theme == Theme::lecture ? 1.0 : 0.0});
  }
}

}  // namespace abscope
