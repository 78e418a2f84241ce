// A soft sweep of light over the tumour that a fraction reaches.
#include <algorithm>
#include <cmath>

#include "ui/panels.h"
#include "ui/soft_glow.h"

namespace abscope {
namespace {

// A fraction lasts minutes, too short to be seen: its light stays for a third of a day, and at high
// speed for at least this wall time, so that daily fractions merge into a steady glow and never
// flash more than three times a second (WCAG 2.3.1).
constexpr double kShortestSeconds = 0.7;
constexpr double kShownDays = 0.34;

// Rises fast, falls slowly: 0 .. 1 over the time shown.
double light(double share) {
  if (share < 0 || share > 1) return 0;
  return share < 0.12 ? share / 0.12 : std::pow((1 - share) / 0.88, 1.6);
}

double lightAt(const View& view, const Course& course, int lane, double& doseGy) {
  const double shown =
      std::max(kShownDays, view.playing ? kShortestSeconds * view.daysPerSecond : kShownDays);
  double most = 0;
  for (const Event& e : course.events()) {
    if (e.kind != EventKind::fraction || e.doseGy[lane] <= 0 || e.day > view.day) continue;
    const double now = light((view.day - e.day) / shown * 0.88 + 0.12);
    if (now > most) most = now, doseGy = e.doseGy[lane];
  }
  return most;
}

}  // namespace

void beam(const Ui& ui, const Rect& panel, const Course& course, Site site) {
  double dose = 0;
  const double shine = lightAt(ui.app.view, course, static_cast<int>(site), dose);
  if (shine < 0.01) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // Stronger for larger doses, yet a fraction of 1 Gy is still seen.
  const double strength = shine * (0.35 + 0.65 * std::min(1.0, dose / 12));
  const float x = panel.middle().x;
  list.PushClipRect(panel.min(), panel.max(), true);
  softBeam(list, {x, panel.y}, {x, panel.bottom()}, panel.w * 0.24f, panel.w * 0.46f,
           ui.colours.beam, static_cast<float>(strength) * 0.3f);
  list.PopClipRect();
}

}  // namespace abscope
