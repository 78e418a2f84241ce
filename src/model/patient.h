#pragma once
// Whom the plan is for: preset, tumours, resistance, and any parameter changed from its preset.
#include <array>
#include <string_view>
#include <vector>

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
    "trex1Loss",
    "trex1Excess",
    "ifnarLoss"};

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
  std::vector<ParameterChange> changes;
};

inline constexpr double kMinVolumeMm3 = 0.01, kMaxVolumeMm3 = 1e6;
inline constexpr double kMaxBloodEffectors = 20;

// The preset's parameters with the patient's changes.
Parameters parametersOf(const Patient& patient);

}  // namespace abscope
