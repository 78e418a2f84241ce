#pragma once
// The map of mechanisms on the screen: where its nodes and arrows are, and which one is meant.
#include <array>

#include "app/mechanism_map.h"
#include "ui/draw.h"

namespace abscope {

// Where the sheet lies. It is drawn out to fill its area; signs keep their size.
struct MapSheet {
  Rect head;   // title and filter
  Rect area;   // the sheet of kMapWidth x kMapHeight
  Rect gauge;  // the balance
  float scale = 1;

  ImVec2 at(float x, float y) const {
    return {area.x + area.w * x / kMapWidth, area.y + area.h * y / kMapHeight};
  }
};
MapSheet mapSheetFor(const Ui& ui, const Rect& rect);

// A node is a sign with its name below, or a name in a capsule.
struct NodePlace {
  ImVec2 middle;
  float radius = 0;  // of the sign; 0: a capsule
  Rect capsule;
  Rect name;

  bool holds(ImVec2 point, float margin) const;
};
bool isCapsule(MapNode node);
std::string_view nodeName(MapNode node);
NodePlace placeOf(const Ui& ui, const MapSheet& sheet, MapNode node);
using NodePlaces = std::array<NodePlace, kMapNodeCount>;
void placeNodes(const Ui& ui, const MapSheet& sheet, NodePlaces& places);

// An arc from the edge of one node to the edge of the other.
inline constexpr int kArcPoints = 25;
struct ArrowPlace {
  std::array<ImVec2, kArcPoints> points;
  ImVec2 label;
  Rect handle;  // about the label: what is pressed
};
ArrowPlace placeOf(const Ui& ui, const MapSheet& sheet, const NodePlaces& nodes,
                   const MapArrow& arrow);

// The arrow or node that a pointer means; -1: none. Nodes come first.
int nodeUnder(const Ui& ui, const NodePlaces& nodes, ImVec2 point);
int arrowUnder(const Ui& ui, const MapSheet& sheet, const NodePlaces& nodes, ImVec2 point);

// Wider for more: from a hair to 8 px at half of what it acts on a day.
float arrowWidth(double sharePerDay);

}  // namespace abscope
