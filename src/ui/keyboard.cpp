// Shortcuts of the whole lab. A control with the keyboard's focus comes first.
#include <imgui_internal.h>

#include "ui/panels.h"

namespace abscope {
namespace {

constexpr ImGuiKey kOwnKeys[] = {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_Home,
                                 ImGuiKey_End};

constexpr ImGuiKey kStepKeys[] = {ImGuiKey_Space, ImGuiKey_PageUp, ImGuiKey_PageDown};

bool pressed(ImGuiKey key, bool repeat = false) { return ImGui::IsKeyPressed(key, repeat); }

// Keys that work with and without a script.
void lectureKeys(const Ui& ui) {
  const View& view = ui.app.view;
  const auto flip = [&](ControlId id) {
    ui.out.push_back(SetControl{id, controlValue(ui.app, id) != 0 ? 0.0 : 1.0});
  };
  if (pressed(ImGuiKey_B) || pressed(ImGuiKey_Period)) flip(ControlId::blackout);
  if (pressed(ImGuiKey_O)) flip(ControlId::spotlight);
  if (pressed(ImGuiKey_P)) flip(ControlId::presenter);
  if (pressed(ImGuiKey_F)) ui.out.push_back(AskPage{PageDeed::fullScreen});
  if (pressed(ImGuiKey_Q)) ui.out.push_back(ShowOverlay{Overlay::qr});
  if (pressed(ImGuiKey_N)) ui.out.push_back(ShowOverlay{Overlay::menu});
  if (pressed(ImGuiKey_M)) {
    const int next = static_cast<int>(view.stage) + 1;
    ui.out.push_back(SetControl{ControlId::stage,
                                static_cast<double>(next % choiceCount(ui.app, ControlId::stage))});
  }
  if (pressed(ImGuiKey_W) && view.presenter) {
    const int next = (static_cast<int>(view.room) + 1) % static_cast<int>(Room::count);
    ui.out.push_back(SetControl{ControlId::room, static_cast<double>(next)});
  }
}

// Nearer and further, the whole, the next haze. Plus and minus are the picked item's, if one is.
void tissueKeys(const Ui& ui) {
  const View& view = ui.app.view;
  if (view.stage != Stage::tissue) return;
  const ControlInfo& info = controlInfo(ControlId::zoom);
  const auto zoomBy = [&](int direction) {
    ui.out.push_back(SetControl{ControlId::zoom, stepped(info, view.zoomPercent, direction)});
  };
  if (view.timelineItem == 0) {
    if (pressed(ImGuiKey_Equal, true) || pressed(ImGuiKey_KeypadAdd, true)) zoomBy(1);
    if (pressed(ImGuiKey_Minus, true) || pressed(ImGuiKey_KeypadSubtract, true)) zoomBy(-1);
  }
  if (pressed(ImGuiKey_0) || pressed(ImGuiKey_Keypad0)) ui.out.push_back(ResetZoom{});
  if (pressed(ImGuiKey_H)) {
    const int by = ImGui::GetIO().KeyShift ? kSignalCount - 1 : 1;
    const int next = (static_cast<int>(view.haze) + by) % kSignalCount;
    ui.out.push_back(SetControl{ControlId::haze, static_cast<double>(next)});
  }
}

// A script is stepped by what clickers send; digits count hands.
void stepKeys(const Ui& ui) {
  const bool space = pressed(ImGuiKey_Space);
  const bool right = pressed(ImGuiKey_RightArrow) && !ui.arrowsTaken;
  const bool left = pressed(ImGuiKey_LeftArrow) && !ui.arrowsTaken;
  if (space || right || pressed(ImGuiKey_PageDown)) ui.out.push_back(StepBeat{1});
  if (left || pressed(ImGuiKey_PageUp)) ui.out.push_back(StepBeat{-1});
  const int by = ImGui::GetIO().KeyShift ? -1 : 1;
  for (int i = 0; i < kMostChoices; ++i) {
    if (pressed(static_cast<ImGuiKey>(ImGuiKey_1 + i), true) ||
        pressed(static_cast<ImGuiKey>(ImGuiKey_Keypad1 + i), true)) {
      ui.out.push_back(CountHands{i, by});
    }
  }
}

// Digits choose, Page Up and Page Down go through a lesson; all else is as without it. True where a
// key was the lesson's.
bool lessonKeys(const Ui& ui) {
  if (!ui.app.lesson.open()) return false;
  const auto say = [&ui](LessonAct act, int index = -1) {
    ui.out.push_back(LessonDeed{act, index});
    return true;
  };
  for (int i = 0; i < kMostChoices; ++i) {
    if (!pressed(static_cast<ImGuiKey>(ImGuiKey_1 + i)) &&
        !pressed(static_cast<ImGuiKey>(ImGuiKey_Keypad1 + i))) {
      continue;
    }
    const bool reasons = lessonPhase(ui.app) == LessonPhase::reason;
    return say(reasons ? LessonAct::reason : LessonAct::choose, i);
  }
  if (pressed(ImGuiKey_PageDown)) return say(LessonAct::next);
  if (pressed(ImGuiKey_PageUp)) return say(LessonAct::back);
  return false;
}

}  // namespace

void keyboard(const Ui& ui) {
  // ImGui's navigation leaves these to us: Tab and up/down move between controls.
  const ImGuiID owner = ImGui::GetID("keyboard");
  // A clicker must never press the button that was clicked last; Enter still does.
  const bool lecture = ui.app.presenter.script && !ui.app.lesson.open();
  if (lecture && ui.app.view.overlay == Overlay::none) {
    for (const ImGuiKey key : kStepKeys) ImGui::SetKeyOwner(key, owner);
  }
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
  const View& view = ui.app.view;
  if (pressed(ImGuiKey_Escape)) {
    if (view.blackout) {
      say(SetControl{ControlId::blackout, 0});
    } else if (view.overlay != Overlay::none) {
      say(ShowOverlay{Overlay::none});
    } else if (view.spotlight) {
      say(SetControl{ControlId::spotlight, 0});
    }
  }
  const bool mapChosen = ui.app.view.mapArrow >= 0 || ui.app.view.mapNode >= 0;
  if (pressed(ImGuiKey_Escape) && ui.app.view.overlay == Overlay::none && mapChosen) {
    say(SetControl{ControlId::mapArrow, 0});
  }
  if (ui.app.view.overlay != Overlay::none || g.OpenPopupStack.Size > 0) return;
  const bool onControl = g.NavId != 0 && !g.NavDisableHighlight;
  lectureKeys(ui);
  tissueKeys(ui);
  if (lecture) return stepKeys(ui);
  if (lessonKeys(ui)) return;
  if (pressed(ImGuiKey_Space) && !onControl)
    say(ui.app.view.playing ? Command(Pause{}) : Command(Play{}));
  if (!ui.arrowsTaken) {
    const double step = io.KeyShift ? 0.25 : 1;
    if (pressed(ImGuiKey_LeftArrow, true)) say(StepDays{-step});
    if (pressed(ImGuiKey_RightArrow, true)) say(StepDays{step});
  }
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
  if (pressed(ImGuiKey_T)) say(ShowOverlay{Overlay::lessons});
  if (pressed(ImGuiKey_I) && controlEnabled(ui.app, ControlId::study)) {
    say(ShowOverlay{Overlay::study});
  }
  if (pressed(ImGuiKey_S)) say(Share{});
  if (pressed(ImGuiKey_L)) {
    say(SetControl{ControlId::theme, static_cast<double>(nextTheme(view.theme))});
  }
}

}  // namespace abscope
