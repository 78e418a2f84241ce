#pragma once
// The control registry: what a student can touch, declared once. The ImGui widget, the URL
// parameter, the share link, the shortcut and the accessible twin of a control all come from its
// entry.
#include <array>
#include <string_view>

#include "app/rt_presets.h"
#include "model/drugs.h"
#include "model/patient.h"
#include "model/plan.h"

namespace abscope {

enum class ControlId : int {
#define C(id, group, kind, low, high, step, decimals, unit, curve, snap, keeps, shortcut) id,
#include "app/controls.def"
#undef C
  count
};
inline constexpr int kControlCount = static_cast<int>(ControlId::count);

enum class ControlGroup : int {
  radiation,
  drug,
  plan,
  patient,
  resistance,
  mechanism,
  transport,
  view,
  action
};
enum class ControlKind : int { slider, choice, toggle, action };
enum class ControlUnit : int {
  none,
  gray,
  days,
  mm3,
  percent,
  millionCells,
  usualDose,
  daysPerSecond,
  discs,
  count
};
enum class ControlCurve : int { linear, power, log };
enum class ControlSnap : int { step, dose, interval, twoDigits };
enum class ControlKeeps : int { document, view, none };

struct ControlInfo {
  ControlId id;
  std::string_view name;      // URL parameter, message property, test label
  std::string_view labelKey;  // language keys
  std::string_view helpKey;
  std::string_view choiceKey;  // "choice.<id>."; the number of the choice follows
  ControlGroup group;
  ControlKind kind;
  double low, high;  // what is allowed
  double step;
  int decimals;
  ControlUnit unit;
  ControlCurve curve;
  ControlSnap snap;
  ControlKeeps keeps;
  std::string_view shortcut;
};

const ControlInfo& controlInfo(ControlId id);
// The strength of a mechanism, and back.
inline constexpr int kFirstMechanism = static_cast<int>(ControlId::X01);
constexpr ControlId controlOf(MechanismId mechanism) {
  return static_cast<ControlId>(kFirstMechanism + static_cast<int>(mechanism));
}
constexpr MechanismId mechanismOf(ControlId id) {
  return static_cast<MechanismId>(static_cast<int>(id) - kFirstMechanism);
}
ControlId controlByName(std::string_view name);  // ControlId::count: none

// The language key of a unit's symbol; empty for no unit.
std::string_view unitKey(ControlUnit unit);

// What one click on plus (+1) or minus (-1) sets: the next value that a hand would write.
double stepped(const ControlInfo& info, double value, int direction);

// What a drag may set: rounded as a hand would round it, within [low, high].
double snapped(const ControlInfo& info, double value);

// Position of a value on a slider that runs from low to high, 0 .. 1, and back.
double sliderFraction(const ControlInfo& info, double low, double high, double value);
double sliderValue(const ControlInfo& info, double low, double high, double fraction);

}  // namespace abscope
