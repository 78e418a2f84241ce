#include "ui/layout.h"

#include <algorithm>

namespace abscope {
namespace {

constexpr float kTwoLegendRows = 880;  // px: a narrower legend takes three
constexpr float kOneRow = 860;         // px: a narrower transport takes two rows
constexpr float kWidest = 1000;        // px: below, the narrow layout
constexpr float kCompareRow = 1090;    // px: narrower buttons of comparison take two rows
constexpr float kStageChoice = 42;     // px, narrow

void placeTissue(Layout& l, Rect row, float gap) {
  const float node = std::clamp(row.w * 0.125f, 56 * l.scale, 150 * l.scale);
  const float tumour = (row.w - node - 2 * gap) / 2;
  l.panels[static_cast<int>(Panel::irradiated)] = row.cutLeft(tumour);
  row.cutLeft(gap);
  l.panels[static_cast<int>(Panel::node)] = row.cutLeft(node);
  row.cutLeft(gap);
  l.panels[static_cast<int>(Panel::distant)] = row;
}

// Each tumour beside its like: present left, pinned right. The node makes room.
void placeBeside(Layout& l, Rect row, float gap, float between) {
  const float tumour = (row.w - gap - 2 * between) / 4;
  for (const Panel panel : {Panel::irradiated, Panel::distant}) {
    const auto p = static_cast<std::size_t>(panel);
    l.panels[p] = row.cutLeft(tumour);
    row.cutLeft(between);
    l.pinnedPanels[p] = row.cutLeft(tumour);
    row.cutLeft(gap);
  }
}

// A phone: the present course above the pinned one.
void placeStacked(Layout& l, Rect area, float gap) {
  Rect above = area.cutTop((area.h - gap) / 2);
  area.cutTop(gap);
  const float half = (area.w - gap) / 2;
  for (const Panel panel : {Panel::irradiated, Panel::distant}) {
    const auto p = static_cast<std::size_t>(panel);
    l.panels[p] = above.cutLeft(half);
    l.pinnedPanels[p] = area.cutLeft(half);
    above.cutLeft(gap);
    area.cutLeft(gap);
  }
}

void placeStage(Layout& l, const Rect& stage, float gap) {
  l.stage = stage;
  if (!l.compares) {
    placeTissue(l, stage, gap);
  } else if (l.narrow) {
    placeStacked(l, stage, gap);
  } else {
    placeBeside(l, stage, gap, gap / 2);
  }
}

Layout wide(float width, float height, bool compares, float zoom) {
  Layout l;
  l.compares = compares;
  const float s = l.scale = zoom * uiScaleFor(width, height);
  const float margin = 10 * s, gap = 8 * s;
  Rect all{0, 0, width, height};
  l.topBar = all.cutTop(44 * s);
  all = {all.x + margin, all.y + margin, all.w - 2 * margin, all.h - 2 * margin};
  Rect side = all.cutRight(352 * s);
  all.cutRight(gap);
  // The tissue is the hero, but a plot below this height cannot be read.
  const float plot = std::clamp(all.h * 0.43f, std::min(276 * s, all.h * 0.5f), 560 * s);
  Rect below = all.cutBottom(plot);
  all.cutBottom(gap);
  l.legend = all.cutBottom((below.w < kTwoLegendRows * s ? 68 : 48) * s);
  all.cutBottom(gap);
  // The tissue has all the room until something is pinned: the first buttons stand in the plot.
  if (compares) {
    const float barRows = all.w < kCompareRow * s ? 2 : 1;
    l.compare = all.cutTop((26 * barRows + 4 * (barRows - 1)) * s);
    l.compareLine = all.cutTop(38 * s);
    all.cutTop(6 * s);
  }
  placeStage(l, all, gap);
  l.plot = below;
  l.transport = l.plot.cutTop((below.w < kOneRow * s ? 78 : 42) * s);
  l.disclaimer = side.cutBottom(24 * s);
  l.why = side.cutBottom(std::clamp(side.h * 0.27f, 158 * s, 230 * s));
  side.cutBottom(gap);
  l.side = side;
  return l;
}

Layout narrow(float width, float height, NarrowTab tab, bool compares, float zoom) {
  Layout l;
  l.compares = compares;
  l.narrow = true;
  const float s = l.scale = zoom;
  Rect all{0, 0, width, height};
  l.topBar = all.cutTop(80 * s);
  l.disclaimer = all.cutBottom(22 * s);
  Rect content = all;
  if (width > height * 1.25f) {  // a phone on its side
    Rect left = content.cutLeft(width * 0.5f);
    l.transport = left.cutBottom(52 * s);
    l.stageChoice = left.cutTop(kStageChoice * s);
    placeStage(l, left, 3);
    l.tabs = content.cutTop(44 * s);
  } else {
    l.stageChoice = content.cutTop(kStageChoice * s);
    Rect tissue = content.cutTop(std::clamp(height * 0.34f, 180.0f, 420.0f));
    placeStage(l, tissue, 3);
    l.transport = content.cutTop(52 * s);
    l.tabs = content.cutTop(44 * s);
  }
  switch (tab) {
    case NarrowTab::course:
      l.plot = content;
      break;
    case NarrowTab::plan:
      l.side = content;
      break;
    case NarrowTab::compare:
      l.compare = content;
      break;
    case NarrowTab::legend:
      l.legend = content;
      break;
    default:
      l.why = content;
      break;
  }
  return l;
}

constexpr float kChoices = 84;  // px

}  // namespace

Rect plotChoicesRect(const Layout& layout) {
  Rect plot = layout.plot;
  return plot.cutTop(kChoices * layout.scale);
}

Rect plotRect(const Layout& layout) {
  Rect plot = layout.plot;
  if (layout.narrow && !layout.lecture && !layout.plotAlone && plot.h > 0)
    plot.cutTop(kChoices * layout.scale);
  return plot;
}

Rect mapRect(const Layout& layout) {
  Rect rect = layout.stage;
  if (layout.narrow || layout.lecture) return rect;
  rect.h = layout.legend.bottom() - rect.y;
  return rect;
}

Rect sweepRect(const Layout& layout) {
  Rect rect = layout.stage;
  if (!layout.narrow && !layout.lecture) rect.h = layout.legend.bottom() - rect.y;
  return rect;
}

Layout layoutFor(float width, float height, NarrowTab tab, bool compares, float zoom) {
  return width >= kWidest * zoom ? wide(width, height, compares, zoom)
                                 : narrow(width, height, tab, compares, zoom);
}

}  // namespace abscope
