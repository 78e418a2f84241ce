// A soft sweep of light over the tumour that a fraction reaches.
#include "ui/beam.h"

#include <algorithm>
#include <cmath>

#include "ui/panels.h"
#include "ui/soft_glow.h"

namespace abscope {
namespace {

// A fraction lasts minutes, too short to be seen: its light stays for a third of a day, and while
// the course runs for at least this wall time.
constexpr double kShortestSeconds = 0.7;
constexpr double kShownDays = 0.34;
// Before it fades it stays this long: a light that brightens again has been fading, so that two
// brightenings are at least so far apart, and daily fractions of a fast course merge into a glow.
constexpr double kHoldSeconds = 0.36;

// Where motion is not wanted: the field's edges, still, as long as the light would be there.
void fieldEdges(const Ui& ui, ImDrawList& list, const Rect& panel) {
  const float x = panel.middle().x, top = panel.w * 0.12f, bottom = panel.w * 0.23f;
  for (const float side : {-1.0f, 1.0f}) {
    list.AddLine({x + side * top, panel.y}, {x + side * bottom, panel.bottom()},
                 ui.colours.radiation, ui.px(1.5f));
  }
}

}  // namespace

BeamLight beamLight(const View& view, const Course& course, Site site) {
  const int lane = static_cast<int>(site);
  const double speed = view.playing ? view.daysPerSecond : 0;
  const double holdDays = kHoldSeconds * speed;
  const double fadeDays = std::max(kShownDays, kShortestSeconds * speed - holdDays);
  BeamLight light;
  for (const Event& e : course.events()) {
    if (e.kind != EventKind::fraction || e.doseGy[lane] <= 0 || e.day > view.day) continue;
    const double fading = std::max(0.0, view.day - e.day - holdDays) / fadeDays;
    const double share = fading < 1 ? std::pow(1 - fading, 1.6) : 0;
    if (share >= light.share && share > 0) light = {share, e.doseGy[lane]};
  }
  return light;
}

double beamOpacity(const BeamLight& light) {
  // A fraction of 1 Gy is still seen.
  return 0.3 * light.share * (0.35 + 0.65 * std::min(1.0, light.doseGy / 12));
}

void beam(const Ui& ui, const Rect& panel, const Course& course, Site site) {
  const BeamLight light = beamLight(ui.app.view, course, site);
  if (light.share < 0.01) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = panel.middle().x;
  list.PushClipRect(panel.min(), panel.max(), true);
  if (ui.app.view.reducedMotion) {
    fieldEdges(ui, list, panel);
  } else {
    softBeam(list, {x, panel.y}, {x, panel.bottom()}, panel.w * 0.24f, panel.w * 0.46f,
             ui.colours.beam, static_cast<float>(beamOpacity(light)));
  }
  list.PopClipRect();
}

}  // namespace abscope
