#include "ui/ui.h"

#include <algorithm>

#include <imgui_internal.h>

#include "ui/control_list.h"
#include "ui/layout.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

constexpr ImGuiWindowFlags kRootFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;

Layout currentLayout(const AppState& app) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  return layoutOf(app, size.x, size.y);
}

// Cells large enough to tell their shapes; on a larger screen both more and larger ones.
void fitCells(const AppState& app, const Layout& layout, std::vector<Command>& out) {
  if (app.cellsChosen && !app.tissueWaits) return;
  float area = 0;
  for (const Rect& panel : layout.panels) area += panel.w * panel.h;
  if (area <= 0 && !app.tissueWaits) return;  // the curves have all the room
  // What a pinned course lets grow must not leave the present one a handful of discs.
  if (layout.compares) area *= 4;
  constexpr float kAreaOfDisc = 210;  // px2, the empty space around the tumours included
  int discs = static_cast<int>(area / (kAreaOfDisc * layout.scale)) / 100 * 100;
  discs = std::clamp(discs, 500, 8000);
  if (app.tissueWaits || std::min(discs, app.cellLimit) != app.maxCells) {
    out.push_back(FitCells{discs});
  }
}

void beginRoot() {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("###window.lab", nullptr, kRootFlags);
}

// Over everything else, and the keys.
void overlays(const Ui& ui, const Layout& layout) {
  casePicker(ui);
  studyPanel(ui);
  evidencePanel(ui);
  labMenu(ui);
  qrView(ui);
  lessonList(ui);
  toasts(ui, layout);
  lectureLights(ui);
  keyboard(ui);
}

}  // namespace

void drawControls(const AppState& app, std::vector<Command>& out) {
  const Layout layout = currentLayout(app);
  const Ui ui{app, out, palette(app.view.theme), layout.scale, layout.narrow};
  ImGuiIO& io = ImGui::GetIO();
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.FontGlobalScale = layout.scale;  // the platform builds sharp fonts for it
  styleImGui(ui.colours, layout.scale);
  fitCells(app, layout, out);
  beginRoot();
  ControlList& twins = controlList();
  twins.beginFrame();
  if (twins.take(AskKind::endGesture, ControlId::count, kNoInstance)) out.push_back(EndGesture{});
  if (layout.lecture) {
    lectureControls(ui, layout);
    overlays(ui, layout);
    return ImGui::End();
  }
  topBar(ui, layout);
  twins.setArea(Area::play);
  if (!layout.narrow) {
    Rect plot = layout.plot;
    plot.y = layout.transport.y, plot.h = layout.plot.bottom() - plot.y;
    drawPanel(*ImGui::GetWindowDrawList(), ui, plot);
  } else if (layout.plot.h > 0) {
    drawPanel(*ImGui::GetWindowDrawList(), ui, layout.plot);
  }
  transport(ui, layout.transport);
  if (layout.narrow) narrowStages(ui, layout.stageChoice);
  if (layout.narrow) narrowTabs(ui, layout.tabs);
  if (layout.narrow && layout.plot.h > 0 && !layout.plotAlone)
    narrowPlotChoices(ui, plotChoicesRect(layout));
  if (layout.plot.h > 0) plotControls(ui, plotRect(layout));
  twins.setArea(Area::controls);
  if (layout.lessonTabs.h > 0) segmented(ui, ControlId::lessonSide, layout.lessonTabs);
  if (layout.lesson.h > 0) lessonPanel(ui, layout.lesson);
  if (layout.side.h > 0) sidePanel(ui, layout.side);
  twins.setArea(Area::play);
  const bool legendIsTaken = app.view.stage != Stage::tissue && !layout.narrow;
  if (layout.legend.h > 0 && !legendIsTaken) legend(ui, layout.legend);
  if (layout.compare.h > 0) compareBar(ui, layout);
  if (app.view.stage == Stage::sweep) sweepControls(ui, layout);
  if (layout.plot.h > 0) timelineBarOf(ui, plotRect(layout));
  whyControls(ui, layout.why);
  if (app.view.stage == Stage::map) mapControls(ui, mapRect(layout));
  overlays(ui, layout);
  ImGui::End();
}

void drawPictures(const AppState& app, std::vector<Command>& out, TissueView& tissue) {
  const Layout layout = currentLayout(app);
  const Ui ui{app, out, palette(app.view.theme), layout.scale, layout.narrow};
  beginRoot();
  if (layout.stage.h > 0) tissueArea(ui, layout, tissue);
  compareLine(ui, layout);
  timePlot(ui, plotRect(layout));
  drawSketch(ui, plotRect(layout));
  whyPanel(ui, layout.why);
  if (layout.disclaimer.h > 0) disclaimer(ui, layout.disclaimer);
  ImGui::End();
}

bool uiNeedsFrame() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const bool helpComes =
      g.HoverItemDelayId != 0 && g.HoverItemDelayTimer < g.Style.HoverDelayNormal;
  // Keys typed fast come one a frame.
  const bool inputWaits = g.InputEventsQueue.Size > 0;
  return inputWaits || helpComes;
}

}  // namespace abscope
