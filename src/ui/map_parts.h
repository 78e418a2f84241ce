#pragma once
// The parts of the mechanism map, one file each.
#include "ui/map_sheet.h"

namespace abscope {

// What a reader looks at: under the pointer, else with the keyboard's focus, else what was pressed.
struct MapFocus {
  int arrow = -1, node = -1;
  bool chosen = false;  // it was pressed: its card holds the slider

  bool any() const { return arrow >= 0 || node >= 0; }
  bool isLit(MapNode which) const;
  bool isLit(int which) const;
};

void drawNodes(const Ui& ui, const NodePlaces& places, const MapFocus& focus);
float lightOf(const Ui& ui, MapNode node);

// Where the drugs of the plan act now: 0 where none does.
void drugLevels(const Ui& ui, std::array<float, kMapArrowCount>& levels);

// The card of an arrow: name, sentence, amounts, strength, references. Controls first (the slider
// and the cross), then the picture in the same place.
void mapCardControls(const Ui& ui, const Rect& card, int arrow);
void mapCard(const Ui& ui, const Rect& card, int arrow);
Rect mapCardPlace(const Ui& ui, const MapSheet& sheet, const ArrowPlace& place, int arrow);
void nodeCard(const Ui& ui, const MapSheet& sheet, const NodePlace& place, MapNode node);

// The balance of what kills, against the untreated course.
void mapGauge(const Ui& ui, const Rect& rect);

}  // namespace abscope
