// The nodes of the map: cells by their signs, signals as capsules. What there is more of than at
// the start glows.
#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "ui/kind_icon.h"
#include "ui/map_parts.h"
#include "ui/map_sheet.h"
#include "ui/soft_glow.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

CellKind kindOf(MapNode node) {
  switch (node) {
    case MapNode::blood:
      return CellKind::bloodEffector;
    case MapNode::lymphNode:
      return CellKind::primed;
    case MapNode::dendritic:
      return CellKind::dendritic;
    case MapNode::cd8:
      return CellKind::cd8Effector;
    case MapNode::nk:
      return CellKind::nk;
    case MapNode::dying:
      return CellKind::dying;
    case MapNode::m1:
      return CellKind::m1Macrophage;
    case MapNode::tumour:
      return CellKind::tumour;
    case MapNode::treg:
      return CellKind::treg;
    case MapNode::exhausted:
      return CellKind::cd8Exhausted;
    case MapNode::mdsc:
      return CellKind::mdsc;
    case MapNode::m2:
      return CellKind::m2Macrophage;
    default:
      return CellKind::count;
  }
}

bool suppresses(MapNode node) {
  return kMapNodes[static_cast<std::size_t>(node)].x > 540 || node == MapNode::genes;
}

// A flash of lightning; a small dose has a hollow one.
void bolt(ImDrawList& list, ImVec2 m, float r, ImU32 colour, bool hollow, float line) {
  const ImVec2 points[6] = {{m.x + r * 0.25f, m.y - r},         {m.x - r * 0.62f, m.y + r * 0.16f},
                            {m.x - r * 0.04f, m.y + r * 0.16f}, {m.x - r * 0.25f, m.y + r},
                            {m.x + r * 0.62f, m.y - r * 0.2f},  {m.x + r * 0.04f, m.y - r * 0.2f}};
  if (hollow) {
    list.AddPolyline(points, 6, colour, ImDrawFlags_Closed, line);
  } else {
    list.AddTriangleFilled(points[0], points[1], points[5], colour);
    list.AddTriangleFilled(points[1], points[2], points[5], colour);
    list.AddTriangleFilled(points[2], points[3], points[4], colour);
    list.AddTriangleFilled(points[2], points[4], points[5], colour);
  }
}

// Where a T cell touches a tumour cell: two arcs and what passes between them.
void synapse(ImDrawList& list, const Palette& c, ImVec2 m, float r, float alpha, float line) {
  const ImU32 cell = withAlpha(c.cell[static_cast<std::size_t>(CellKind::cd8Effector)], alpha);
  const ImU32 tumour = withAlpha(c.cell[static_cast<std::size_t>(CellKind::tumour)], alpha);
  list.PathArcTo({m.x, m.y - r * 0.95f}, r * 0.8f, IM_PI * 0.15f, IM_PI * 0.85f, 16);
  list.PathStroke(cell, 0, line * 1.6f);
  list.PathArcTo({m.x, m.y + r * 0.95f}, r * 0.8f, IM_PI * 1.15f, IM_PI * 1.85f, 16);
  list.PathStroke(tumour, 0, line * 1.6f);
  for (int i = -1; i <= 1; ++i) {
    const float x = m.x + r * 0.4f * static_cast<float>(i);
    list.AddCircleFilled({x, m.y}, line, cell);
  }
}

void drugSign(ImDrawList& list, const Palette& c, ImVec2 m, float r, float alpha) {
  const Rect pill{m.x - r, m.y - r * 0.5f, 2 * r, r};
  list.AddRectFilled(pill.min(), pill.max(), withAlpha(c.raised, alpha), r * 0.5f);
  list.AddRectFilled(pill.min(), {m.x, pill.bottom()}, withAlpha(c.accentText, alpha), r * 0.5f,
                     ImDrawFlags_RoundCornersLeft);
  list.AddRect(pill.min(), pill.max(), withAlpha(c.accentText, alpha), r * 0.5f);
}

void capsule(const Ui& ui, const NodePlace& place, MapNode node, float light, float alpha) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& c = ui.colours;
  const bool neutral = node == MapNode::genes || node == MapNode::hypoxia;
  const ImU32 tone = neutral ? c.dim : suppresses(node) ? c.suppressing : c.activating;
  const Rect& r = place.capsule;
  list.AddRectFilled(r.min(), r.max(), mix(c.panel, tone, 0.12f + 0.34f * light), r.h / 2);
  list.AddRect(r.min(), r.max(), withAlpha(tone, alpha * (0.55f + 0.45f * light)), r.h / 2, 0,
               ui.px(1.2f));
  drawText(list, Face::small, r.middle(), withAlpha(c.text, alpha), nodeName(node), Align::middle);
}

}  // namespace

// 0: nothing there, 0.5: as much as at the start, to 1.
float lightOf(const Ui& ui, MapNode node) {
  const Pool pool = kMapNodes[static_cast<std::size_t>(node)].pool;
  if (pool == Pool::outside) return 0.35f;
  const int lane = static_cast<int>(ui.app.view.plotSite);
  const Course& course = ui.app.derived.course;
  const auto value = [&](const State& state) {
    if (isSystem(pool)) return state[systemState(pool)];
    return state[tumourState(pool)][lane];
  };
  const double now = value(course.at(ui.app.view.day)), start = value(ui.app.derived.map.start);
  return static_cast<float>(now / (now + std::max(1e-3, start)));
}

void drawNodes(const Ui& ui, const NodePlaces& places, const MapFocus& focus) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& c = ui.colours;
  for (int i = 0; i < kMapNodeCount; ++i) {
    const auto node = static_cast<MapNode>(i);
    const NodePlace& place = places[static_cast<std::size_t>(i)];
    const float alpha = focus.isLit(node) ? 1.0f : 0.4f;
    const float light = lightOf(ui, node);
    if (isCapsule(node)) {
      capsule(ui, place, node, light, alpha);
    } else {
      const CellKind kind = kindOf(node);
      const ImVec2 m = place.middle;
      const float r = place.radius;
      const ImU32 tone = kind != CellKind::count ? c.cell[static_cast<std::size_t>(kind)]
                         : node == MapNode::kill ? c.activating
                                                 : c.radiation;
      softGlow(list, m, 2.2f * r, tone, alpha * 0.4f * light);
      if (kind != CellKind::count) {
        drawKindIcon(list, c, kind, m, r, alpha);
      } else if (node == MapNode::kill) {
        synapse(list, c, m, r, alpha, ui.px(1.6f));
      } else if (node == MapNode::drug) {
        drugSign(list, c, m, r, alpha);
      } else {
        bolt(list, m, r, withAlpha(c.radiation, alpha), node == MapNode::lowDose, ui.px(1.6f));
      }
      // A ground of its own keeps the name apart from what passes under it.
      const Rect ground = place.name.inset(-ui.px(2));
      list.AddRectFilled(ground.min(), ground.max(), withAlpha(c.panel, 0.72f), ui.px(4));
      drawText(list, Face::small, place.name.middle(), withAlpha(c.text, alpha), nodeName(node),
               Align::middle);
    }
    if (focus.node == i) {
      const Rect ring = isCapsule(node)
                            ? place.capsule.inset(-ui.px(3))
                            : Rect{place.middle.x - place.radius, place.middle.y - place.radius,
                                   2 * place.radius, 2 * place.radius}
                                  .inset(-ui.px(4));
      list.AddRect(ring.min(), ring.max(), c.focus, ring.h / 2, 0, ui.px(1.6f));
    }
  }
}

}  // namespace abscope
