#include "ui/kind_icon.h"

#include <cmath>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "library/text.h"

namespace abscope {
namespace {

// A closed outline r(angle), filled.
template <class Radius>
void shape(ImDrawList& list, ImVec2 m, ImU32 colour, int points, Radius radius) {
  for (int i = 0; i < points; ++i) {
    const float a = 2 * IM_PI * static_cast<float>(i) / static_cast<float>(points) - IM_PI / 2;
    const float r = radius(i, a);
    list.PathLineTo({m.x + r * std::cos(a), m.y + r * std::sin(a)});
  }
  list.PathFillConvex(colour);
}

// Not convex: a fan of triangles around the middle.
template <class Radius>
void fan(ImDrawList& list, ImVec2 m, ImU32 colour, int points, Radius radius) {
  ImVec2 first{}, last{};
  for (int i = 0; i <= points; ++i) {
    const int k = i % points;
    const float a = 2 * IM_PI * static_cast<float>(k) / static_cast<float>(points) - IM_PI / 2;
    const float r = radius(k, a);
    const ImVec2 p{m.x + r * std::cos(a), m.y + r * std::sin(a)};
    if (i > 0) list.AddTriangleFilled(m, last, p, colour);
    if (i == 0) first = p;
    last = p;
  }
}

void dashedCircle(ImDrawList& list, ImVec2 m, float r, ImU32 colour) {
  constexpr int kDashes = 8;
  for (int i = 0; i < kDashes; ++i) {
    const float a = 2 * IM_PI * static_cast<float>(i) / kDashes;
    list.PathArcTo(m, r, a, a + IM_PI / kDashes, 4);
    list.PathStroke(colour, 0, r * 0.22f);
  }
}

void ruffled(ImDrawList& list, ImVec2 m, float r, ImU32 colour) {
  fan(list, m, colour, 36, [&](int, float a) { return r * (0.9f + 0.14f * std::sin(6 * a)); });
}

}  // namespace

void drawKindIcon(ImDrawList& list, const Palette& colours, CellKind kind, ImVec2 m, float r,
                  float alpha) {
  const auto tone = [&](float a) {
    return withAlpha(colours.cell[static_cast<std::size_t>(kind)], a * alpha);
  };
  const ImU32 colour = tone(1);
  const ImU32 dark = mix(colour, IM_COL32_BLACK, 0.45f);
  const ImU32 nucleus = withAlpha(dark, alpha);
  switch (kind) {
    case CellKind::tumour:
      shape(list, m, colour, 9, [&](int i, float) { return r * (i % 2 ? 1.08f : 0.93f); });
      list.AddCircleFilled(m, r * 0.42f, nucleus);
      break;
    case CellKind::dying:
      list.AddCircleFilled(m, r * 0.8f, tone(0.3f));
      dashedCircle(list, m, r * 0.92f, colour);
      list.AddCircleFilled({m.x - r * 0.3f, m.y - r * 0.15f}, r * 0.16f,
                           IM_COL32(255, 190, 110, static_cast<int>(255 * alpha)));
      list.AddCircleFilled({m.x + r * 0.28f, m.y + r * 0.25f}, r * 0.13f,
                           IM_COL32(255, 160, 90, static_cast<int>(255 * alpha)));
      break;
    case CellKind::cd8Effector:
      list.AddCircleFilled(m, r * 0.8f, colour);
      list.AddCircleFilled(m, r * 0.36f, nucleus);
      break;
    case CellKind::cd8Resident:
      list.AddCircleFilled(m, r * 0.58f, colour);
      list.AddCircleFilled(m, r * 0.26f, nucleus);
      list.AddCircle(m, r * 0.9f, colour, 0, r * 0.2f);
      break;
    case CellKind::resistantTumour:
      fan(list, m, colour, 24, [&](int i, float) { return r * (i % 4 ? 1.06f : 0.74f); });
      list.AddCircleFilled(m, r * 0.62f, nucleus);
      list.AddCircleFilled(m, r * 0.3f, colour);
      break;
    case CellKind::primed:
      list.AddCircleFilled(m, r * 0.55f, colour);
      break;
    case CellKind::bloodEffector:
      list.AddCircleFilled(m, r * 0.62f, colour);
      list.AddCircle(m, r * 0.95f, tone(0.5f), 0, r * 0.14f);
      break;
    case CellKind::cd8Exhausted:
      list.AddCircle(m, r * 0.7f, colour, 0, r * 0.3f);
      break;
    case CellKind::nk:
      list.AddTriangleFilled({m.x, m.y - r * 0.9f}, {m.x + r * 0.9f, m.y + r * 0.7f},
                             {m.x - r * 0.9f, m.y + r * 0.7f}, colour);
      break;
    case CellKind::treg:
      list.AddRectFilled({m.x - r * 0.7f, m.y - r * 0.7f}, {m.x + r * 0.7f, m.y + r * 0.7f}, colour,
                         r * 0.2f);
      break;
    case CellKind::mdsc:
      shape(list, m, colour, 6, [&](int, float) { return r * 0.95f; });
      break;
    case CellKind::dendritic:
      fan(list, m, colour, 16, [&](int i, float) { return r * (i % 2 ? 0.5f : 1.1f); });
      list.AddCircleFilled(m, r * 0.25f, nucleus);
      break;
    case CellKind::m1Macrophage:
    case CellKind::m2Macrophage:
      ruffled(list, m, r, colour);
      list.AddCircleFilled(m, r * 0.34f, nucleus);
      break;
    default:
      break;
  }
}

namespace {

std::string_view nameFrom(std::string_view table, CellKind kind) {
  TextBuffer<48> key;
  key.add(table).add(kCellKindIds[static_cast<std::size_t>(kind)]);
  return tr(key.view());
}

}  // namespace

std::string_view kindName(CellKind kind) { return nameFrom("kind.", kind); }

std::string_view shortKindName(CellKind kind) { return nameFrom("kindShort.", kind); }

}  // namespace abscope
