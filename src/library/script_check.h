#pragma once
// What no single field of a script can tell: cases, arms, kinds and beats that must exist, days
// that must lie in the course, and set-ups that must be sound.
#include "library/scenario_check.h"
#include "library/scripts.h"

namespace abscope {

// The kinds of cell that a beat may name, in the order of the legend's enumeration.
inline constexpr std::array<std::string_view, 14> kShownKindIds = {
    "tumour",       "dying",          "cd8Effector", "cd8Exhausted", "treg",   "mdsc",
    "m1Macrophage", "m2Macrophage",   "nk",          "dendritic",    "primed", "bloodEffector",
    "cd8Resident",  "resistantTumour"};

Problems checkScript(const Script& script);

}  // namespace abscope
