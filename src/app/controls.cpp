#include "app/controls.h"

#include <algorithm>
#include <cmath>

#include "app/mechanism_map.h"
#include "app/presenter.h"
#include "app/sound.h"
#include "library/languages.h"
#include "tissue/cell_kind.h"
#include "tissue/haze.h"

namespace abscope {
namespace {

constexpr std::array<ControlInfo, kControlCount> kControls = {{
#define C(id, group, kind, low, high, step, decimals, unit, curve, snap, keeps, shortcut) \
  {ControlId::id,                                                                         \
   #id,                                                                                   \
   "control." #id,                                                                        \
   "help." #id,                                                                           \
   "choice." #id ".",                                                                     \
   ControlGroup::group,                                                                   \
   ControlKind::kind,                                                                     \
   static_cast<double>(low),                                                              \
   static_cast<double>(high),                                                             \
   static_cast<double>(step),                                                             \
   decimals,                                                                              \
   ControlUnit::unit,                                                                     \
   ControlCurve::curve,                                                                   \
   ControlSnap::snap,                                                                     \
   ControlKeeps::keeps,                                                                   \
   shortcut},
#include "app/controls.def"
#undef C
}};

constexpr std::array<std::string_view, static_cast<int>(ControlUnit::count)> kUnitKeys = {
    "",
    "unit.gray",
    "unit.days",
    "unit.mm3",
    "unit.percent",
    "unit.millionCells",
    "unit.usualDose",
    "unit.daysPerSecond",
    "unit.discs"};

constexpr double kPower = 2.4;  // small values get most of the slider

double roundTo(double value, double step) { return std::round(value / step) * step; }

double snapStep(const ControlInfo& info, double value) {
  switch (info.snap) {
    case ControlSnap::dose:  // tenths where low doses differ, then halves, as regimens are written
      return value < 3 ? 0.1 : value < 20 ? 0.5 : 1;
    case ControlSnap::interval:  // 3 h, half days, days
      return value < 1 ? 0.125 : value < 4 ? 0.5 : 1;
    case ControlSnap::twoDigits:
      return value > 0 ? std::pow(10.0, std::floor(std::log10(value)) - 1) : info.step;
    case ControlSnap::step:
      break;
  }
  return info.step;
}

}  // namespace

const ControlInfo& controlInfo(ControlId id) { return kControls[static_cast<std::size_t>(id)]; }

ControlId controlByName(std::string_view name) {
  for (const ControlInfo& info : kControls) {
    if (info.name == name) return info.id;
  }
  return ControlId::count;
}

std::string_view unitKey(ControlUnit unit) { return kUnitKeys[static_cast<std::size_t>(unit)]; }

double snapped(const ControlInfo& info, double value) {
  const double rounded = roundTo(value, snapStep(info, value));
  return std::clamp(rounded, info.low, info.high);
}

double stepped(const ControlInfo& info, double value, int direction) {
  // Going down, the step is that of the values below.
  const double step = snapStep(info, direction < 0 ? value * (1 - 1e-9) - 1e-12 : value);
  const double grid = value / step;
  const double next = direction < 0 ? std::ceil(grid - 1e-6) - 1 : std::floor(grid + 1e-6) + 1;
  return std::clamp(next * step, info.low, info.high);
}

double sliderFraction(const ControlInfo& info, double low, double high, double value) {
  if (high <= low) return 0;
  const double v = std::clamp(value, low, high);
  switch (info.curve) {
    case ControlCurve::power:
      return std::pow((v - low) / (high - low), 1 / kPower);
    case ControlCurve::log:
      return std::log(v / low) / std::log(high / low);
    case ControlCurve::linear:
      break;
  }
  return (v - low) / (high - low);
}

double sliderValue(const ControlInfo& info, double low, double high, double fraction) {
  const double t = std::clamp(fraction, 0.0, 1.0);
  switch (info.curve) {
    case ControlCurve::power:
      return low + (high - low) * std::pow(t, kPower);
    case ControlCurve::log:
      return low * std::pow(high / low, t);
    case ControlCurve::linear:
      break;
  }
  return low + (high - low) * t;
}

}  // namespace abscope
