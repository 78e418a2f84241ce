#include "ui/map_sheet.h"

#include <algorithm>
#include <cmath>

#include "app/text_buffer.h"
#include "library/text.h"

namespace abscope {
namespace {

float distanceTo(ImVec2 p, ImVec2 a, ImVec2 b) {
  const ImVec2 along{b.x - a.x, b.y - a.y}, from{p.x - a.x, p.y - a.y};
  const float length2 = along.x * along.x + along.y * along.y;
  const float t =
      length2 > 0 ? std::clamp((from.x * along.x + from.y * along.y) / length2, 0.0f, 1.0f) : 0;
  return std::hypot(from.x - t * along.x, from.y - t * along.y);
}

float radiusOf(MapNode node) {
  if (node == MapNode::tumour) return 24;
  return node == MapNode::rt || node == MapNode::kill ? 15.0f : 11.0f;
}

struct Arc {
  ImVec2 from, control, to;

  ImVec2 at(float t) const {
    const float a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
    return {a * from.x + b * control.x + c * to.x, a * from.y + b * control.y + c * to.y};
  }
};

}  // namespace

MapSheet mapSheetFor(const Ui& ui, const Rect& rect) {
  MapSheet sheet;
  Rect rest = rect.inset(ui.px(8));
  sheet.head = rest.cutTop(ui.px(26));
  sheet.gauge = rest.cutBottom(ui.px(28));
  sheet.area = rest;
  sheet.scale = ui.scale;
  return sheet;
}

bool isCapsule(MapNode node) {
  switch (node) {
    case MapNode::homing:
    case MapNode::vessels:
    case MapNode::interferon1:
    case MapNode::interferonGamma:
    case MapNode::mhc1:
    case MapNode::genes:
    case MapNode::tgfBeta:
    case MapNode::pdl1:
    case MapNode::adenosine:
    case MapNode::ccl2:
    case MapNode::hypoxia:
      return true;
    default:
      return false;
  }
}

std::string_view nodeName(MapNode node) {
  TextBuffer<48> key;
  key.add("map.node.").add(kMapNodes[static_cast<std::size_t>(node)].name);
  return tr(key.view());
}

bool NodePlace::holds(ImVec2 point, float margin) const {
  if (radius <= 0) return capsule.inset(-margin).contains(point);
  const float x = point.x - middle.x, y = point.y - middle.y, reach = radius + margin;
  return x * x + y * y < reach * reach;
}

NodePlace placeOf(const Ui& ui, const MapSheet& sheet, MapNode node) {
  const MapNodeInfo& info = kMapNodes[static_cast<std::size_t>(node)];
  NodePlace place;
  place.middle = sheet.at(info.x, info.y);
  const float words = textWidth(Face::small, nodeName(node));
  if (isCapsule(node)) {
    const float w = words + ui.px(16), h = ui.px(20);
    place.capsule = {place.middle.x - w / 2, place.middle.y - h / 2, w, h};
    place.name = place.capsule;
  } else {
    place.radius = ui.px(radiusOf(node));
    place.name = {place.middle.x - words / 2, place.middle.y + place.radius + ui.px(1), words,
                  ui.px(14)};
  }
  return place;
}

void placeNodes(const Ui& ui, const MapSheet& sheet, NodePlaces& places) {
  for (int i = 0; i < kMapNodeCount; ++i) {
    places[static_cast<std::size_t>(i)] = placeOf(ui, sheet, static_cast<MapNode>(i));
  }
}

ArrowPlace placeOf(const Ui& ui, const MapSheet& sheet, const NodePlaces& nodes,
                   const MapArrow& arrow) {
  const MapNodeInfo& a = kMapNodes[static_cast<std::size_t>(arrow.from)];
  const MapNodeInfo& b = kMapNodes[static_cast<std::size_t>(arrow.to)];
  const float dx = b.x - a.x, dy = b.y - a.y;
  const Arc arc{sheet.at(a.x, a.y),
                sheet.at((a.x + b.x) / 2 - dy * arrow.bend, (a.y + b.y) / 2 + dx * arrow.bend),
                sheet.at(b.x, b.y)};
  constexpr float kStep = 0.01f;
  float start = 0, end = 1;
  const NodePlace& first = nodes[static_cast<std::size_t>(arrow.from)];
  const NodePlace& last = nodes[static_cast<std::size_t>(arrow.to)];
  while (start < 0.45f && first.holds(arc.at(start), ui.px(2))) start += kStep;
  while (end > 0.55f && last.holds(arc.at(end), ui.px(3))) end -= kStep;
  ArrowPlace place;
  for (int i = 0; i < kArcPoints; ++i) {
    const float share = static_cast<float>(i) / (kArcPoints - 1);
    place.points[static_cast<std::size_t>(i)] = arc.at(start + (end - start) * share);
  }
  place.label = arc.at(start + (end - start) * arrow.label);
  const float w = ui.px(arrow.mechanism == MechanismId::count ? 14.0f : 27.0f), h = ui.px(14);
  place.handle = {place.label.x - w / 2, place.label.y - h / 2, w, h};
  return place;
}

int nodeUnder(const Ui& ui, const NodePlaces& nodes, ImVec2 point) {
  for (int i = 0; i < kMapNodeCount; ++i) {
    const NodePlace& node = nodes[static_cast<std::size_t>(i)];
    if (node.holds(point, ui.px(2)) || node.name.contains(point)) return i;
  }
  return -1;
}

int arrowUnder(const Ui& ui, const MapSheet& sheet, const NodePlaces& nodes, ImVec2 point) {
  int found = -1;
  float best = ui.px(ui.narrow ? 16.0f : 6.0f);
  for (int i = 0; i < kMapArrowCount; ++i) {
    const ArrowPlace place = placeOf(ui, sheet, nodes, mapArrows()[static_cast<std::size_t>(i)]);
    if (place.handle.contains(point)) return i;
    for (std::size_t k = 1; k < place.points.size(); ++k) {
      const float distance = distanceTo(point, place.points[k - 1], place.points[k]);
      if (distance >= best) continue;
      best = distance;
      found = i;
    }
  }
  return found;
}

float arrowWidth(double sharePerDay) {
  constexpr double kFull = 0.5;
  const double share = std::min(1.0, std::fabs(sharePerDay) / kFull);
  return 1.0f + 7.0f * static_cast<float>(std::sqrt(share));
}

}  // namespace abscope
