#pragma once
// Whom the plan is for: preset, tumours, resistance, and any parameter changed from its preset.
#include <array>
#include <string_view>
#include <vector>

#include "model/mechanisms.h"
#include "model/parameters.h"

namespace abscope {

enum class Preset : int { mouse, human, count };

// Resistance and experimental genotypes, each from 0 (none) to 1 (complete).
enum class Resistance : int {
  b2mLoss,                 // no MHC-I at the surface
  jakLoss,                 // deaf to interferon-gamma
  ptpn2Loss,               // more sensitive to interferon-gamma
  ptenLoss,                // PI3K/AKT/mTOR on
  wntActive,               // beta-catenin excludes T cells
  cholesterolLoad,         // T cells loaded with cholesterol
  alternativeCheckpoints,  // LAG3, TIM3, VISTA up
  gpx4High,                // protected from ferroptosis
  hifActive,               // signals hypoxia with oxygen there
  adenosineHigh,           // CD39 and CD73 up
  trex1Loss,               // experimental knock-out
  trex1Excess,             // experimental over-expression
  ifnarLoss,               // host deaf to type-I interferon
  count
};
inline constexpr int kResistanceCount = static_cast<int>(Resistance::count);
inline constexpr std::array<std::string_view, kResistanceCount> kResistanceIds = {
    "b2mLoss",
    "jakLoss",
    "ptpn2Loss",
    "ptenLoss",
    "wntActive",
    "cholesterolLoad",
    "alternativeCheckpoints",
    "gpx4High",
    "hifActive",
    "adenosineHigh",
    "trex1Loss",
    "trex1Excess",
    "ifnarLoss"};

// A second clone in both tumours, with resistance of its own. It can be there from the start, or
// arise during the course.
struct Subclone {
  double share = 0;                 // of the clonogenic cells at the start
  double mutationsPerDivision = 0;  // of the first clone's daughters that join it
  std::array<double, kResistanceCount> resistance{};
  bool operator==(const Subclone&) const = default;
};
inline constexpr double kMaxMutationsPerDivision = 0.01;

struct ParameterChange {
  ParameterId id;
  double value;
};

struct Patient {
  Preset preset = Preset::mouse;
  double irradiatedMm3 = 60;
  double distantMm3 = 25;
  double bloodEffectors = 0;  // effector T cells in the blood at the start, 10^6
  std::array<double, kResistanceCount> resistance{};
  Subclone subclone;
  MechanismStrengths strengths;
  std::vector<ParameterChange> changes;
};

inline constexpr double kMinVolumeMm3 = 0.01, kMaxVolumeMm3 = 1e6;
inline constexpr double kMaxBloodEffectors = 20;

// The preset's parameters with the patient's changes, then with the strengths of the mechanisms.
Parameters parametersOf(const Patient& patient);

}  // namespace abscope
