#pragma once
// What a course gives at a moment, as named columns: the same for JSON and CSV.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "model/course.h"

namespace abscope {

struct Moment {
  double day = 0;
  State state;
  HookLevels drugs{};  // at the hooks
  Fluxes rates;        // only where fluxes are asked for
  Fluxes totals;       // since day 0
};

struct Column {
  std::string part;   // "states", "rates" or "totals"
  std::string place;  // "irradiated", "distant", "body" or "drugs"
  std::string name;
  std::string unit;
  std::function<double(const Moment&)> value;
};

struct SeriesOptions {
  double everyDays = 1;
  bool fluxes = false;
  std::vector<std::string> states;  // empty: all
};

inline constexpr double kMinEveryDays = 0.01;

// Columns in their stable order. Names that are none give a message.
std::vector<Column> columnsOf(const SeriesOptions& options, std::vector<Message>& errors);

// Day 0, every so many days, and the last day.
std::vector<Moment> momentsOf(const Course& course, const SeriesOptions& options);

}  // namespace abscope
