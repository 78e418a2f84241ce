// What lies behind the cells: stroma, the haze of a signal, vessels, and the node.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/rng.h"
#include "ui/soft_glow.h"
#include "ui/tissue_view.h"

namespace abscope {
namespace {

constexpr float kTau = 6.2831853f;

// Fibres about the tumour: where each lies is fixed, how many are seen says the stroma.
constexpr int kFibres = 84, kFibrePoints = 5;
struct Fibre {
  float angle, across, down;  // on the rim
  float depth, half, lean;    // beyond it and along it, in radii of the tumour; turn in radians
  std::array<float, kFibrePoints> bend;
};

std::array<Fibre, kFibres> madeFibres() {
  std::array<Fibre, kFibres> fibres{};
  for (std::size_t i = 0; i < fibres.size(); ++i) {
    const auto random = [&](unsigned salt) {
      return unitFloat(mix32(static_cast<std::uint32_t>(i) * 977U + salt));
    };
    // Well apart in direction, whichever are seen.
    const float golden = static_cast<float>(i) * 0.61803399f;
    Fibre& f = fibres[i];
    f.angle = kTau * (golden - std::floor(golden));
    f.across = std::cos(f.angle), f.down = std::sin(f.angle);
    f.depth = 1.03f + 0.17f * random(1) * random(2);
    f.half = 0.1f + 0.1f * random(3);
    f.lean = 0.5f - random(4);
    for (std::size_t k = 0; k < f.bend.size(); ++k) {
      f.bend[k] = (0.3f - 0.6f * random(5)) * std::sin(1.5f * static_cast<float>(k));
    }
  }
  return fibres;
}

}  // namespace

void TissueView::drawBehind(ImDrawList& list, const AppState& app, const Palette& colours) const {
  const bool dark = isDark(app.view.theme);
  drawHalf(list, halfOf(app, false), app, colours, dark);
  if (showsPinned_) drawHalf(list, halfOf(app, true), app, colours, dark);
}

void TissueView::drawHalf(ImDrawList& list, const Half& half, const AppState& app,
                          const Palette& colours, bool dark) const {
  for (const Panel which : {Panel::irradiated, Panel::distant}) {
    const PanelView& view = panelOf(half, which);
    const Rect shown = (view.zoom > 1 ? view.picture : view.rect).inset(1);
    list.PushClipRect(shown.min(), shown.max(), true);
    if (app.view.haze != Signal::none) {
      hazes_.draw(hazeSlot(half.first, which), list, view, hazeColour(colours, app.view.haze),
                  dark ? 0.6f : 0.7f);
    }
    drawStroma(list, half, which, dark);
    drawVessels(list, half, which, colours, dark);
    list.PopClipRect();
  }
  const PanelView& node = panelOf(half, Panel::node);
  if (node.rect.w <= 0) return;
  list.PushClipRect(node.rect.inset(1).min(), node.rect.inset(1).max(), true);
  drawNode(list, half, colours, dark);
  list.PopClipRect();
}

// Stroma lies about the tumour as a capsule of fibres: the more, the more T cells it holds off.
// Low doses open it: its fibres part and turn outwards.
void TissueView::drawStroma(ImDrawList& list, const Half& half, Panel which, bool dark) const {
  constexpr float kUsual = 2.6f;  // stroma in units of TGF-beta with which all fibres are there
  static const std::array<Fibre, kFibres> fibres = madeFibres();
  const PanelView& view = panelOf(half, which);
  const int lane = which == Panel::irradiated ? 0 : 1;
  const State state = half.course.at(half.day);
  const Pair amount =
      half.course.model().stroma(state, occupancy(half.course.drugLevelsAt(half.day)));
  const float stroma = static_cast<float>(amount[lane]) / kUsual;
  const auto opened = static_cast<float>(saturation(state[TumourState::lowDoseSignal], 1)[lane]);
  const float reach = view.rim - 2;  // of the tumour alone
  if (reach < 2.5f) return;
  const ImU32 colour = dark ? rgb(0xa58d76) : rgb(0x9c7f66);
  const float thick = std::clamp(0.34f * view.scale, 1.0f, 5.0f);
  points_.resize(kFibrePoints);
  for (std::size_t i = 0; i < fibres.size(); ++i) {
    // Each comes and goes gently, in its turn.
    const float order = static_cast<float>(i) / kFibres;
    const float seen = std::clamp((stroma - order) * 8, 0.0f, 1.0f);
    if (seen <= 0) break;
    const Fibre& f = fibres[i];
    const float turn = 0.7f * f.lean + (f.lean > 0 ? 1.1f : -1.1f) * opened;
    const float c = std::cos(turn), s = std::sin(turn);
    const float rim = half.tissue.outlineRadius(which, f.angle, half.day);
    for (std::size_t k = 0; k < points_.size(); ++k) {
      const float along = 2 * static_cast<float>(k) / (kFibrePoints - 1) - 1;
      // In a frame on the rim: `t` along it, `r` outwards, following its curve.
      const float length = along * f.half * reach;
      const float t = c * length, sag = t * t / (2 * std::max(rim, 1.0f));
      const float r = rim * f.depth + 0.6f + s * length - sag + f.bend[k];
      points_[k] = view.toScreen(view.middle.x + f.across * r - f.down * t,
                                 view.middle.y + f.down * r + f.across * t);
    }
    list.AddPolyline(points_.data(), kFibrePoints, withAlpha(colour, 0.5f * seen), 0, thick);
  }
}

void TissueView::drawVessels(ImDrawList& list, const Half& half, Panel which,
                             const Palette& colours, bool dark) const {
  const Tissue& tissue = half.tissue;
  const PanelView& view = panelOf(half, which);
  const int site = which == Panel::irradiated ? 0 : 1;
  const auto works = static_cast<float>(
      std::clamp(half.course.at(half.day)[TumourState::vessels][site], 0.0, 1.4));
  const ImU32 wall = dark ? rgb(0x7e2838) : rgb(0xd98a94),
              lumen = dark ? rgb(0x57192a) : rgb(0xf0c3c8);
  const ImU32 pale = dark ? rgb(0x3a2c3c) : rgb(0xdcd6dc);
  for (int v = tissue.vesselCount(which) - 1; v >= 0; --v) {
    const float width = tissue.vesselLine(which, v, half.day, line_) * view.scale;
    points_.clear();
    for (const auto& p : line_) points_.push_back(view.toScreen(p[0], p[1]));
    const int count = static_cast<int>(points_.size());
    if (v == 0) {
      softTube(list, points_.data(), count, width * 1.12f, wall, lumen, 1);
      continue;
    }
    // Outside the tumour, where the world is drawn out, the bends are evened.
    for (int round = 0; round < 10; ++round) {
      for (int i = 1; i + 1 < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const float dx = line_[at][0] - view.middle.x, dy = line_[at][1] - view.middle.y;
        if (dx * dx + dy * dy < view.rim * view.rim * 0.8f) break;
        points_[at] = {(points_[at - 1].x + 2 * points_[at].x + points_[at + 1].x) / 4,
                       (points_[at - 1].y + 2 * points_[at].y + points_[at + 1].y) / 4};
      }
    }
    // Small vessels lose colour and width with their function.
    const float share = std::min(1.0f, works);
    softTube(list, points_.data(), count, std::max(1.5f, 1.6f * width * (0.5f + 0.5f * works)),
             mix(pale, wall, share), mix(pale, lumen, share), 0.55f);
    // Lost vessels are gaps: of twelve places in each the share that does not work.
    constexpr int kPlaces = 12;
    const float thick = std::max(1.5f, 1.6f * width * (0.5f + 0.5f * works)) + 1.5f;
    for (int place = 0; place < kPlaces; ++place) {
      const int order = (5 * place + 3 * v) % kPlaces;
      if (static_cast<float>(order) + 0.5f > kPlaces * (1 - share)) continue;
      const int at = count * (2 * place + 3) / (2 * kPlaces + 4);
      if (at + 1 >= count) continue;
      list.AddLine(points_[static_cast<std::size_t>(at)], points_[static_cast<std::size_t>(at + 1)],
                   colours.panel, thick);
    }
  }
}

void TissueView::drawNode(ImDrawList& list, const Half& half, const Palette& colours,
                          bool dark) const {
  const PanelView& view = panelOf(half, Panel::node);
  const PanelExtent outline = half.tissue.nodeOutline();
  const PanelExtent extent = half.tissue.extent(Panel::node, half.day);
  const auto at = [&](float x, float y) { return view.toScreen(x, y); };
  const ImU32 lymph = withAlpha(colours.cell[static_cast<std::size_t>(CellKind::dendritic)], 0.45f);
  const ImU32 blood = withAlpha(colours.activating, 0.55f);
  const float thick = std::max(1.5f, 0.9f * view.scale);
  // Lymph comes in from both sides, blood goes out below and to both vessels.
  for (const float side : {-1.0f, 1.0f}) {
    const float edge = side * extent.halfWidth * 3;
    list.AddBezierCubic(at(edge, -0.55f * outline.halfHeight),
                        at(side * extent.halfWidth, -0.55f * outline.halfHeight),
                        at(side * 0.9f * outline.halfWidth, -0.5f * outline.halfHeight),
                        at(side * 0.72f * outline.halfWidth, -0.36f * outline.halfHeight), lymph,
                        thick, 24);
    list.AddBezierCubic(at(side * 0.1f * outline.halfWidth, 0.94f * outline.halfHeight),
                        at(side * 0.15f * outline.halfWidth, outline.halfHeight + 3),
                        at(side * 0.5f * extent.halfWidth, outline.halfHeight + 3),
                        at(edge, outline.halfHeight + 4), blood, thick, 24);
  }
  points_.clear();
  for (int i = 0; i < 64; ++i) {
    const float a = kTau * static_cast<float>(i) / 64;
    // A bean: dented a little where the vessels leave.
    const float dent = 1 - 0.07f * std::max(0.0f, std::sin(a)) * std::max(0.0f, std::sin(a));
    points_.push_back(at(1.1f * outline.halfWidth * std::cos(a),
                         1.08f * dent * outline.halfHeight * std::sin(a)));
  }
  list.AddConvexPolyFilled(points_.data(), static_cast<int>(points_.size()),
                           dark ? rgb(0x18213a) : rgb(0xedf1fa));
  softGlow(list, at(0, 0), 1.1f * outline.halfWidth * view.scale, colours.accent,
           dark ? 0.16f : 0.08f);
  list.AddPolyline(points_.data(), static_cast<int>(points_.size()),
                   dark ? rgb(0x35466f) : rgb(0xa9b8d8), ImDrawFlags_Closed,
                   std::max(1.2f, thick * 0.6f));
}

}  // namespace abscope
