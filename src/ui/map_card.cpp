// The card of an arrow or a node: what it is, how much it moves now, how well it is known, by whom.
#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/control_words.h"
#include "app/map_text.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/map_parts.h"
#include "ui/number_field.h"
#include "ui/twins.h"

namespace abscope {
namespace {

using Words = TextBuffer<512>;

float widthOf(const Ui& ui) { return ui.px(300); }
float padOf(const Ui& ui) { return ui.px(12); }

// The parts of a card, one below the other.
struct Parts {
  Words head, about, now, state, drugs, sources;
  bool slider = false;
};

void gather(const Ui& ui, int index, Parts& parts) {
  const MapArrow& arrow = mapArrows()[static_cast<std::size_t>(index)];
  const int lane = static_cast<int>(ui.app.view.plotSite);
  const Mechanism* row =
      arrow.mechanism == MechanismId::count ? nullptr : findMechanism(arrow.name);
  if (row) {
    parts.head.add(row->id).add("  ").add(translated(row->title));
    parts.about.add(translated(row->sentence));
    addEvidence(*row, parts.state);
    addSources(*row, parts.sources);
  } else {
    TextBuffer<48> key;
    parts.head.add(tr(key.add("map.way.").add(arrow.name)));
    key.clear();
    parts.about.add(tr(key.add("map.wayAbout.").add(arrow.name)));
  }
  addFlow(arrow, ui.app.mapFlows[static_cast<std::size_t>(index)], lane, parts.now);
  addDrugs(ui.app.document.scenario.plan, ui.app.derived.course, ui.app.view.day, index,
           parts.drugs);
  parts.slider = row != nullptr && ui.app.view.mapArrow == index;
  if (row && !parts.slider) {
    TextBuffer<16> percent;
    percent.addFixed(100 * ui.app.document.scenario.patient.strengths[arrow.mechanism], 0);
    parts.state.add(" ").addFilled(tr("map.strengthHint"), {{"percent", percent}});
  }
}

float paragraph(ImDrawList* list, const Ui& ui, Face face, Rect& rest, ImU32 colour,
                std::string_view text, float gap) {
  if (text.empty()) return 0;
  const float height =
      drawParagraph(list, face, rest.min(), rest.w, colour, ui.colours.accentText, text) +
      ui.px(gap);
  rest.cutTop(height);
  return height;
}

// Draws (or only measures) a card's parts; gives the rectangle of the slider.
Rect flow(ImDrawList* list, const Ui& ui, const Parts& parts, Rect& rest) {
  const Palette& c = ui.colours;
  Rect head = rest;
  if (parts.slider) head.cutRight(ui.px(26));
  const float used = paragraph(list, ui, Face::strong, head, c.text, parts.head, 3);
  rest.cutTop(used);
  paragraph(list, ui, Face::small, rest, c.text, parts.about, 5);
  paragraph(list, ui, Face::small, rest, c.text, parts.now, 5);
  paragraph(list, ui, Face::small, rest, c.accentText, parts.drugs, 5);
  Rect slider{};
  if (parts.slider) {
    slider = rest.cutTop(sliderHeight(ui));
    rest.cutTop(ui.px(4));
  }
  paragraph(list, ui, Face::small, rest, c.dim, parts.state, 3);
  paragraph(list, ui, Face::small, rest, c.dim, parts.sources, 0);
  return slider;
}

void ground(ImDrawList& list, const Ui& ui, const Rect& card) {
  list.AddRectFilled(card.min(), card.max(), withAlpha(ui.colours.panel, 0.97f), ui.px(8));
  list.AddRect(card.min(), card.max(), ui.colours.border, ui.px(8));
}

// To the right or the left of a point, within the screen.
Rect beside(const Ui& ui, ImVec2 at, float away, bool right, float height) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float width = widthOf(ui);
  float x = right ? at.x + away : at.x - away - width;
  x = std::clamp(x, ui.px(4), std::max(ui.px(4), screen.x - width - ui.px(4)));
  const float y = std::clamp(at.y - height * 0.4f, ui.px(50),
                             std::max(ui.px(50), screen.y - height - ui.px(6)));
  return {std::floor(x), std::floor(y), std::ceil(width), std::ceil(height)};
}

// The slider without the mechanism's name, which the card has above.
void strength(const Ui& ui, ControlId id, const Rect& rect) {
  Rect track = rect;
  const Rect words = track.cutTop(ui.px(ui.narrow ? 22.0f : 18.0f));
  const double value = sliderTrack(ui, id, track);
  drawText(*ImGui::GetWindowDrawList(), Face::small, {words.x, words.middle().y}, ui.colours.text,
           tr("map.strength"));
  numberField(ui, id, words, value, kPartValue);
}

bool beginCard(const Rect& card) {
  ImGui::SetCursorScreenPos(card.min());
  return ImGui::BeginChild("###window.mapCard", {card.w, card.h}, 0,
                           ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_NoScrollbar |
                               ImGuiWindowFlags_NoScrollWithMouse);
}

}  // namespace

Rect mapCardPlace(const Ui& ui, const MapSheet& sheet, const ArrowPlace& place, int arrow) {
  Parts parts;
  gather(ui, arrow, parts);
  Rect rest{0, 0, widthOf(ui) - 2 * padOf(ui), 4000};
  flow(nullptr, ui, parts, rest);
  const float height = rest.y + 2 * padOf(ui), width = widthOf(ui), away = ui.px(30);
  // Beside the whole arrow, where the sheet has room; else beside its label.
  const float left = std::min(place.points.front().x, place.points.back().x);
  const float right = std::max(place.points.front().x, place.points.back().x);
  if (right + away + width < sheet.area.right()) {
    return beside(ui, {right, place.label.y}, away, true, height);
  }
  if (left - away - width > sheet.area.x) {
    return beside(ui, {left, place.label.y}, away, false, height);
  }
  return beside(ui, place.label, away, place.label.x < sheet.area.middle().x, height);
}

void mapCardControls(const Ui& ui, const Rect& card, int arrow) {
  Parts parts;
  gather(ui, arrow, parts);
  if (beginCard(card)) {
    ground(*ImGui::GetWindowDrawList(), ui, card);
    Rect rest = card.inset(padOf(ui));
    const Rect place = flow(nullptr, ui, parts, rest);
    const float side = ui.px(ui.narrow ? 44.0f : 24.0f);
    ButtonLook look;
    look.icon = Icon::close;
    look.plain = true;
    const Rect cross{card.right() - side - ui.px(4), card.y + ui.px(4), side, side};
    if (button(ui, ControlId::mapArrow, 0, cross, look)) {
      ui.out.push_back(SetControl{ControlId::mapArrow, 0});
    }
    controlList().name(ControlId::mapArrow, 0, labelOf(ControlId::closeOverlay));
    if (parts.slider) {
      strength(ui, controlOf(mapArrows()[static_cast<std::size_t>(arrow)].mechanism), place);
    }
  }
  ImGui::EndChild();
}

void mapCard(const Ui& ui, const Rect& card, int arrow) {
  Parts parts;
  gather(ui, arrow, parts);
  Rect rest = card.inset(padOf(ui));
  if (ui.app.view.mapArrow != arrow) {
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    ground(list, ui, card);
    flow(&list, ui, parts, rest);
    return;
  }
  if (beginCard(card)) flow(ImGui::GetWindowDrawList(), ui, parts, rest);
  ImGui::EndChild();
}

void nodeCard(const Ui& ui, const MapSheet& sheet, const NodePlace& place, MapNode node) {
  Words about, now;
  TextBuffer<48> key;
  about.add(tr(key.add("map.about.").add(kMapNodes[static_cast<std::size_t>(node)].name)));
  addNodeAmount(node, ui.app.derived.course, ui.app.view.day, ui.app.view.plotSite, now);
  const auto parts = [&](ImDrawList* list, Rect& rest) {
    paragraph(list, ui, Face::strong, rest, ui.colours.text, nodeName(node), 3);
    paragraph(list, ui, Face::small, rest, ui.colours.text, about, 5);
    paragraph(list, ui, Face::small, rest, ui.colours.dim, now, 0);
  };
  Rect rest{0, 0, widthOf(ui) - 2 * padOf(ui), 4000};
  parts(nullptr, rest);
  const float away = std::max(place.radius, place.capsule.w / 2) + ui.px(14);
  const bool right = place.middle.x < sheet.area.middle().x;
  const Rect card = beside(ui, place.middle, away, right, rest.y + 2 * padOf(ui));
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  ground(list, ui, card);
  rest = card.inset(padOf(ui));
  parts(&list, rest);
}

}  // namespace abscope
