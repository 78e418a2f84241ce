#pragma once
// What a student edits: when which dose falls on what, and which drug is given when.
#include <optional>
#include <string>
#include <vector>

#include "model/drugs.h"

namespace abscope {

// When an item starts: on a day of the course, or a number of days after something happens.
// Events are looked for once a day, at the start of the day, as at a visit.
enum class Anchor : int {
  day,          // on `days`
  progression,  // total diameter 20 % above its smallest so far (RECIST 1.1)
  response,     // total diameter 30 % below the start
  nadir,        // first day on which the total volume rises again after a fall
  afterItem,    // last fraction or dose of the item named `item`
  count
};

struct Start {
  Anchor anchor = Anchor::day;
  double days = 1;   // the day itself, or days after the event, 0 or more
  std::string item;  // id of another item, for afterItem
};

// A series of fractions. Doses in Gy a fraction at the four places that matter.
struct RadiationItem {
  std::string id;
  Start start;
  int fractions = 1;
  double intervalDays = 1;
  bool skipWeekends = false;  // day 0 is a Monday
  double irradiatedGy = 0;
  double distantGy = 0;
  std::optional<double> nodeGy;   // none: the share that the preset scatters into the node
  std::optional<double> bloodGy;  // to all blood; none: the blood that passes the beam, at its dose
};

struct DrugItem {
  std::string id;
  Drug drug = Drug::antiPd1;
  Start start;
  int doses = 1;
  double intervalDays = 3;
  double amount = 1;  // of a usual dose
};

struct Plan {
  std::vector<RadiationItem> radiation;
  std::vector<DrugItem> drugs;
  double days = 60;
};

// Limits that a scenario must keep; the reader of scenarios names them in its messages.
inline constexpr double kMinDoseGy = 0.02, kMaxDoseGy = 60;
inline constexpr double kMinCourseDays = 1, kMaxCourseDays = 1095;
inline constexpr int kMaxFractions = 60, kMaxDoses = 400, kMaxItems = 40;
inline constexpr double kMinIntervalDays = 0.125, kMaxIntervalDays = 120;
inline constexpr double kMaxAmount = 10;

}  // namespace abscope
