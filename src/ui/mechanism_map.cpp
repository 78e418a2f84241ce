// The mechanisms as a living diagram: what helps on the left, what hinders on the right, the tumour
// between them. An arrow is as wide as what it moves now.
#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/control_words.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/map_parts.h"
#include "ui/panels.h"
#include "ui/twins.h"

namespace abscope {
namespace {

const MapArrow& arrowAt(int index) { return mapArrows()[static_cast<std::size_t>(index)]; }

// "S01  Title", or the words for what is no mechanism.
std::string_view arrowName(const MapArrow& arrow) {
  if (arrow.mechanism != MechanismId::count) return labelOf(controlOf(arrow.mechanism));
  TextBuffer<48> key;
  return tr(key.add("map.way.").add(arrow.name));
}

// The map is wider than a phone: it then scrolls, in a child that both passes open.
struct Canvas {
  explicit Canvas(const Ui& ui, const Rect& rect) : area(rect), own(ui.narrow) {
    if (!own) return;
    ImGui::SetCursorScreenPos(rect.min());
    ImGui::BeginChild("###window.map", {rect.w, rect.h}, 0,
                      ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_HorizontalScrollbar);
    // Both passes begin at the same place, scrolled or not.
    const ImVec2 start = ImGui::GetCurrentWindow()->DC.CursorStartPos;
    ImGui::SetCursorScreenPos(start);
    area = {start.x, start.y, std::max(rect.w, kNarrowest), rect.h - 14};
    ImGui::Dummy({area.w, area.h});
  }
  ~Canvas() {
    if (own) ImGui::EndChild();
  }
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  static constexpr float kNarrowest = 860;  // px
  Rect area;
  bool own;
};

bool hasKeys(const Ui&, ControlId id, int instance) {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (g.NavDisableHighlight || g.NavId == 0) return false;
  TextBuffer<48> label;
  label.add("###").add(controlInfo(id).name).add("/").addInteger(instance);
  return g.NavId == ImGui::GetCurrentWindow()->GetID(label.begin(), label.end());
}

MapFocus focusOf(const Ui& ui, const MapSheet& sheet, const NodePlaces& nodes) {
  MapFocus focus;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool free = ui.app.view.overlay == Overlay::none && ImGui::IsWindowHovered();
  if (free && sheet.area.contains(mouse)) {
    focus.node = nodeUnder(ui, nodes, mouse);
    if (focus.node < 0) focus.arrow = arrowUnder(ui, sheet, nodes, mouse);
  }
  for (int i = 0; i < kMapArrowCount && !focus.any(); ++i) {
    if (hasKeys(ui, ControlId::mapArrow, i + 1)) focus.arrow = i;
  }
  for (int i = 0; i < kMapNodeCount && !focus.any(); ++i) {
    if (hasKeys(ui, ControlId::mapNode, i + 1)) focus.node = i;
  }
  if (!focus.any()) {
    focus.arrow = ui.app.view.mapArrow;
    focus.node = ui.app.view.mapNode;
  }
  focus.chosen = focus.arrow >= 0 && focus.arrow == ui.app.view.mapArrow;
  return focus;
}

bool isShown(const Ui& ui, const MapArrow& arrow) { return passes(arrow, ui.app.view.mapFilter); }

// The two sides, and the blade between them with an edge to each.
void ground(const Ui& ui, const MapSheet& sheet) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& c = ui.colours;
  const Rect& a = sheet.area;
  const float middle = sheet.at(450, 0).x;
  const auto tint = [&](ImU32 colour, float alpha) { return withAlpha(colour, alpha); };
  const float strong = ui.app.view.theme == Theme::lecture ? 0.10f : 0.12f;
  const ImU32 cool = tint(c.activating, strong), noCool = tint(c.activating, 0);
  const ImU32 warm = tint(c.suppressing, strong), noWarm = tint(c.suppressing, 0);
  list.AddRectFilledMultiColor({a.x, a.y}, {middle, a.bottom()}, cool, noCool, noCool, cool);
  list.AddRectFilledMultiColor({middle, a.y}, {a.right(), a.bottom()}, noWarm, warm, warm, noWarm);
  const float half = ui.px(30);
  const ImVec2 top{middle, sheet.at(0, 4).y}, tip{middle, a.bottom()};
  const float shoulder = sheet.at(0, 46).y, taper = sheet.at(0, 240).y;
  const ImVec2 left[5] = {top, {middle - half, shoulder}, {middle - half, taper}, tip, top};
  const ImVec2 right[5] = {top, {middle + half, shoulder}, {middle + half, taper}, tip, top};
  const ImVec2 blade[6] = {top, {middle + half, shoulder}, {middle + half, taper},
                           tip, {middle - half, taper},    {middle - half, shoulder}};
  list.AddConvexPolyFilled(blade, 6, tint(c.text, 0.05f));
  list.AddPolyline(left, 4, tint(c.activating, 0.55f), 0, ui.px(1.4f));
  list.AddPolyline(right, 4, tint(c.suppressing, 0.55f), 0, ui.px(1.4f));
}

void polyline(ImDrawList& list, const ImVec2* points, int count, ImU32 colour, float width,
              bool dashed) {
  if (!dashed) {
    list.AddPolyline(points, count, colour, 0, width);
    return;
  }
  for (int i = 0; i + 1 < count; i += 2) {
    const ImVec2 a = points[i], b = points[i + 1];
    list.AddLine(a, {b.x + 0.35f * (b.x - a.x), b.y + 0.35f * (b.y - a.y)}, colour, width);
  }
}

// The line stops where the head begins.
void arrow(const Ui& ui, const ArrowPlace& place, ImU32 colour, float width, bool dashed) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 tip = place.points.back();
  const float head = ui.px(3.5f) + 1.05f * width;
  int count = kArcPoints;
  ImVec2 base = tip;
  for (int i = kArcPoints - 1; i > 0; --i) {
    base = place.points[static_cast<std::size_t>(i)];
    count = i + 1;
    if (std::hypot(tip.x - base.x, tip.y - base.y) >= head) break;
  }
  polyline(list, place.points.data(), count, colour, width, dashed);
  const float length = std::max(1e-3f, std::hypot(tip.x - base.x, tip.y - base.y));
  const ImVec2 along{(tip.x - base.x) / length, (tip.y - base.y) / length};
  const float half = 0.5f * head;
  const ImVec2 back{tip.x - head * along.x, tip.y - head * along.y};
  list.AddTriangleFilled(tip, {back.x - half * along.y, back.y + half * along.x},
                         {back.x + half * along.y, back.y - half * along.x}, colour);
}

ImU32 toneOf(const Ui& ui, const MapArrow& which) {
  const Sign sign = signOf(which);
  const ImU32 tone = sign == Sign::helps     ? ui.colours.activating
                     : sign == Sign::hinders ? ui.colours.suppressing
                                             : ui.colours.dim;
  // The ways of the course itself step back behind the mechanisms.
  return which.mechanism == MechanismId::count ? mix(tone, ui.colours.dim, 0.45f) : tone;
}

bool isDebated(const MapArrow& which) {
  const Mechanism* row =
      which.mechanism == MechanismId::count ? nullptr : findMechanism(which.name);
  return row && row->settled == Settled::debated;
}

// A small capsule, as full as the drug's target is bound.
void drugMark(const Ui& ui, const ArrowPlace& place, float level) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float w = ui.px(24), h = ui.px(9);
  const Rect pill{place.label.x - w / 2, place.label.y - ui.px(9) - h, w, h};
  list.AddRectFilled(pill.min(), pill.max(), ui.colours.panel, h / 2);
  list.AddRectFilled(pill.min(), {pill.x + std::max(h, w * level), pill.bottom()},
                     ui.colours.accentText, h / 2);
  list.AddRect(pill.min(), pill.max(), ui.colours.text, h / 2, 0, ui.px(1.2f));
}

void label(const Ui& ui, const ArrowPlace& place, const MapArrow& which, ImU32 tone, bool bright) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (which.mechanism == MechanismId::count) return;
  const Rect& box = place.handle;
  list.AddRectFilled(box.min(), box.max(), bright ? tone : mix(ui.colours.panel, tone, 0.16f),
                     box.h / 2);
  drawText(list, Face::small, box.middle(), bright ? ui.colours.panel : ui.colours.text, which.name,
           Align::middle);
}

void arrows(const Ui& ui, const MapSheet& sheet, const NodePlaces& nodes, const MapFocus& focus) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const int lane = static_cast<int>(ui.app.view.plotSite);
  std::array<float, kMapArrowCount> levels{};
  drugLevels(ui, levels);
  // What is looked at comes last, on top.
  for (const bool lit : {false, true}) {
    for (int i = 0; i < kMapArrowCount; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const MapArrow& which = arrowAt(i);
      if ((focus.any() && focus.isLit(i)) != lit) continue;
      const double share = ui.app.mapFlows[at].sharePerDay[lane];
      const float width = ui.px(arrowWidth(share));
      const bool moves = std::fabs(share) > 5e-4;
      const bool shown = isShown(ui, which) || lit;
      const bool back = !shown || (focus.any() && !lit);
      const float alpha = back ? 0.13f : moves ? 0.86f : 0.24f;
      const ArrowPlace place = placeOf(ui, sheet, nodes, which);
      const ImU32 tone = toneOf(ui, which);
      if (focus.arrow == i) {
        list.AddPolyline(place.points.data(), kArcPoints, withAlpha(tone, 0.25f), 0,
                         width + ui.px(8));
      }
      arrow(ui, place, withAlpha(tone, alpha), width, isDebated(which));
      const bool chosenGroup = ui.app.view.mapFilter != MapFilter::all && shown;
      if (!back && (moves || lit || chosenGroup)) label(ui, place, which, tone, focus.arrow == i);
      if (!back && levels[at] > 0) drugMark(ui, place, levels[at]);
    }
  }
}

void title(const Ui& ui, const MapSheet& sheet, float room) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  TextBuffer<16> day;
  TextBuffer<96> text;
  day.addFixed(ui.app.view.day, 1);
  const bool irradiated = ui.app.view.plotSite == Site::irradiated;
  text.addFilled(tr("map.title"),
                 {{"site", tr(irradiated ? "site.irradiated" : "site.distant")}, {"day", day}});
  drawFittedText(list, Face::strong, {sheet.head.x + ui.px(6), sheet.head.middle().y},
                 room - ui.px(12), ui.colours.text, text);
}

float filterWidth(const Ui& ui) {
  float width = 0;
  for (int i = 0; i < choiceCount(ui.app, ControlId::mapFilter); ++i) {
    width += textWidth(Face::small, choiceText(ControlId::mapFilter, i)) + ui.px(18);
  }
  return width;
}

Rect filterRect(const Ui& ui, const MapSheet& sheet) {
  Rect head = sheet.head;
  return head.cutRight(std::min(head.w, filterWidth(ui)));
}

}  // namespace

bool MapFocus::isLit(MapNode which) const {
  if (!any()) return true;
  if (node >= 0) {
    if (static_cast<int>(which) == node) return true;
    return std::any_of(mapArrows().begin(), mapArrows().end(), [&](const MapArrow& a) {
      const bool from = static_cast<int>(a.from) == node, to = static_cast<int>(a.to) == node;
      return (from && a.to == which) || (to && a.from == which);
    });
  }
  return arrowAt(arrow).from == which || arrowAt(arrow).to == which;
}

bool MapFocus::isLit(int which) const {
  if (!any()) return true;
  if (arrow >= 0) return which == arrow;
  const MapArrow& a = arrowAt(which);
  return static_cast<int>(a.from) == node || static_cast<int>(a.to) == node;
}

void drugLevels(const Ui& ui, std::array<float, kMapArrowCount>& levels) {
  levels.fill(0);
  const HookLevels bound = occupancy(ui.app.derived.course.drugLevelsAt(ui.app.view.day));
  for (const DrugItem& item : ui.app.document.scenario.plan.drugs) {
    const Hook hook = drugInfo(item.drug).hook;
    const int at = mapArrowOf(hook);
    if (at < 0) continue;
    // A dose that acts at once leaves no level; its mark only says where it acts.
    const float level = std::max(0.02f, static_cast<float>(bound[static_cast<std::size_t>(hook)]));
    float& most = levels[static_cast<std::size_t>(at)];
    most = std::max(most, level);
  }
}

namespace {

// What is pressed on the sheet; gives the place of the chosen arrow's card.
void pressOnMap(const Ui& ui, const Rect& rect, Rect& card) {
  const Canvas canvas(ui, rect);
  const MapSheet sheet = mapSheetFor(ui, canvas.area);
  NodePlaces nodes;
  placeNodes(ui, sheet, nodes);
  segmented(ui, ControlId::mapFilter, filterRect(ui, sheet));
  const int chosen = ui.app.view.mapArrow;
  bool pressed = false;
  const auto say = [&](ControlId id, int value) {
    ui.out.push_back(SetControl{id, static_cast<double>(value)});
    pressed = true;
  };
  if (chosen >= 0) {
    card = mapCardPlace(ui, sheet, placeOf(ui, sheet, nodes, arrowAt(chosen)), chosen);
  }
  for (int i = 0; i < kMapNodeCount; ++i) {
    const NodePlace& node = nodes[static_cast<std::size_t>(i)];
    const float r = node.radius;
    const Rect box =
        r > 0 ? Rect{node.middle.x - r, node.middle.y - r, 2 * r, 2 * r} : node.capsule;
    const bool nodePressed = controlItem(ui, ControlId::mapNode, i + 1, box).pressed;
    nameTwin(ui, ControlId::mapNode, i + 1, nodeName(static_cast<MapNode>(i)));
    if (!nodePressed) continue;
    say(ControlId::mapNode, ui.app.view.mapNode == i ? 0 : i + 1);
  }
  for (int i = 0; i < kMapArrowCount; ++i) {
    if (!isShown(ui, arrowAt(i))) continue;
    const ArrowPlace place = placeOf(ui, sheet, nodes, arrowAt(i));
    const bool arrowPressed = controlItem(ui, ControlId::mapArrow, i + 1, place.handle).pressed;
    nameTwin(ui, ControlId::mapArrow, i + 1, arrowName(arrowAt(i)));
    if (!arrowPressed) continue;
    say(ControlId::mapArrow, chosen == i ? 0 : i + 1);
  }
  // Anywhere on an arrow, not only on its label; on the empty sheet: nothing any more.
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool click = ui.app.view.overlay == Overlay::none && ImGui::IsWindowHovered() &&
                     ImGui::IsMouseClicked(0) && sheet.area.contains(mouse);
  if (click && !pressed && ImGui::GetCurrentContext()->HoveredId == 0) {
    const int meant = arrowUnder(ui, sheet, nodes, mouse);
    if (meant >= 0 || chosen >= 0 || ui.app.view.mapNode >= 0) {
      say(ControlId::mapArrow, meant + 1);
    }
  }
}

void drawMap(const Ui& ui, const Rect& rect, Rect& card) {
  const Canvas canvas(ui, rect);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const MapSheet sheet = mapSheetFor(ui, canvas.area);
  NodePlaces nodes;
  placeNodes(ui, sheet, nodes);
  const MapFocus focus = focusOf(ui, sheet, nodes);
  list.PushClipRect(canvas.area.min(), canvas.area.max(), true);
  ground(ui, sheet);
  title(ui, sheet, sheet.head.w - filterWidth(ui));
  arrows(ui, sheet, nodes, focus);
  drawNodes(ui, nodes, focus);
  mapGauge(ui, sheet.gauge);
  list.PopClipRect();
  const int chosen = ui.app.view.mapArrow;
  if (chosen >= 0) {
    card = mapCardPlace(ui, sheet, placeOf(ui, sheet, nodes, arrowAt(chosen)), chosen);
  }
  if (focus.arrow >= 0 && focus.arrow != chosen) {
    const ArrowPlace place = placeOf(ui, sheet, nodes, arrowAt(focus.arrow));
    mapCard(ui, mapCardPlace(ui, sheet, place, focus.arrow), focus.arrow);
  }
  if (focus.node >= 0) {
    nodeCard(ui, sheet, nodes[static_cast<std::size_t>(focus.node)],
             static_cast<MapNode>(focus.node));
  }
}

}  // namespace

void mapControls(const Ui& ui, const Rect& rect) {
  drawPanel(*ImGui::GetWindowDrawList(), ui, rect);  // under the controls
  Rect card{};
  const int chosen = ui.app.view.mapArrow;
  pressOnMap(ui, rect, card);
  // The card lies over the map, and on a phone beyond it.
  if (chosen >= 0) mapCardControls(ui, card, chosen);
}

void mechanismMap(const Ui& ui, const Rect& rect) {
  Rect card{};
  const int chosen = ui.app.view.mapArrow;
  drawMap(ui, rect, card);
  if (chosen >= 0) mapCard(ui, card, chosen);
}

}  // namespace abscope
