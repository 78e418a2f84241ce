// The plan: radiotherapy, drugs, patient, one tab each. What does not fit scrolls.
#include "library/text.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {

void sidePanel(const Ui& ui, const Rect& rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawPanel(list, ui, rect);
  Rect inner = rect.inset(ui.px(ui.narrow ? 10.0f : 14.0f));
  segmented(ui, ControlId::sideTab, inner.cutTop(ui.px(ui.narrow ? 44.0f : 28.0f)));
  inner.cutTop(ui.px(8));
  // The scroll bar stands in the margin, so that controls keep their width.
  const float bar = ui.px(11);
  ImGui::SetCursorScreenPos(inner.min());
  ImGui::BeginChild("###window.plan", {inner.w + bar, rect.bottom() - inner.y - ui.px(2)}, 0,
                    ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_NoBackground);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const Rect content{start.x, start.y + ui.px(4), inner.w, 10000};
  float used = 0;
  switch (ui.app.view.sideTab) {
    case SideTab::drugs:
      used = drugsPanel(ui, content);
      break;
    case SideTab::patient:
      used = patientPanel(ui, content);
      break;
    case SideTab::mechanisms:
      used = mechanismsPanel(ui, content);
      break;
    default:
      used = radiationPanel(ui, content);
      break;
  }
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy({inner.w, used + ui.px(12)});
  ImGui::EndChild();
}

}  // namespace abscope
