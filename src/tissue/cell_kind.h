#pragma once
// The kinds of cell on screen and the places they are in.
#include <array>
#include <cstdint>
#include <string_view>

namespace abscope {

enum class CellKind : std::uint8_t {
  tumour,
  dying,
  cd8Effector,
  cd8Exhausted,
  treg,
  mdsc,
  m1Macrophage,
  m2Macrophage,
  nk,
  dendritic,        // in a tumour or in the node
  primed,           // T cell that multiplies in the node
  bloodEffector,    // effector T cell in the blood
  cd8Resident,      // resident memory
  resistantTumour,  // tumour cell of the resistant subclone
  count
};
inline constexpr int kCellKindCount = static_cast<int>(CellKind::count);

// Language keys and control ids are made of these.
inline constexpr std::array<std::string_view, kCellKindCount> kCellKindIds = {
    "tumour",       "dying",          "cd8Effector", "cd8Exhausted", "treg",   "mdsc",
    "m1Macrophage", "m2Macrophage",   "nk",          "dendritic",    "primed", "bloodEffector",
    "cd8Resident",  "resistantTumour"};

// Tumour cells that can divide, of either clone.
constexpr bool isClonogenic(CellKind kind) {
  return kind == CellKind::tumour || kind == CellKind::resistantTumour;
}
// Cells that make up the tumour's volume and sit on the sites of its packing.
constexpr bool isTumourCell(CellKind kind) { return isClonogenic(kind) || kind == CellKind::dying; }

// Effectors in the blood have no panel of their own: they pass through the vessel strips of the two
// tumour panels.
enum class Panel : std::uint8_t { irradiated, node, distant, count };
inline constexpr int kPanelCount = static_cast<int>(Panel::count);

}  // namespace abscope
