#pragma once
// The fields of a scenario file, declared once (see fields.h).
#include <array>

#include "library/fields.h"
#include "model/scenario.h"

namespace abscope {

inline constexpr std::string_view kScenarioFormat = "abscope-scenario/1";

// The names of the presets, in the order of Preset.
std::span<const std::string_view> presetNames();

// A file of its own: with its format, and with a name and title if it has them.
void describeScenario(FieldVisitor& visitor, Scenario& scenario);

// Parts of a scenario that other files change: "resistance", "mechanisms", "radiation" and "drugs".
void describeResistance(FieldVisitor& visitor, std::array<double, kResistanceCount>& levels);
void describeStrengths(FieldVisitor& visitor, MechanismStrengths& strengths);
void describeItems(FieldVisitor& visitor, Plan& plan);

// The arm of a case: named and titled.
void describeArm(FieldVisitor& visitor, Scenario& scenario);

}  // namespace abscope
