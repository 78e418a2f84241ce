#include "cli/series.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/nearest_name.h"

namespace abscope {
namespace {

// The unit of what a flux moves.
std::string unitOfFlux(const FluxInfo& info) {
  const Pool moved = info.from == Pool::outside ? info.to : info.from;
  if (isTumour(moved)) {
    return std::string(kTumourStateInfo[static_cast<std::size_t>(tumourState(moved))].unit);
  }
  return std::string(kSystemStateInfo[static_cast<std::size_t>(systemState(moved))].unit);
}

void addStates(std::vector<Column>& columns) {
  for (int lane = 0; lane < 2; ++lane) {
    const std::string place(kSiteNames[static_cast<std::size_t>(lane)]);
    columns.push_back({"states", place, "volume", "mm3",
                       [lane](const Moment& m) { return volumeMm3(m.state)[lane]; }});
    for (int i = 0; i < kTumourStateCount; ++i) {
      const StateInfo& info = kTumourStateInfo[static_cast<std::size_t>(i)];
      columns.push_back(
          {"states", place, std::string(info.name), std::string(info.unit),
           [lane, i](const Moment& m) { return m.state[static_cast<TumourState>(i)][lane]; }});
    }
  }
  for (int i = 0; i < kSystemStateCount; ++i) {
    const StateInfo& info = kSystemStateInfo[static_cast<std::size_t>(i)];
    columns.push_back({"states", "body", std::string(info.name), std::string(info.unit),
                       [i](const Moment& m) { return m.state[static_cast<SystemState>(i)]; }});
  }
  for (std::size_t i = 0; i < kHookIds.size(); ++i) {
    columns.push_back({"states", "drugs", std::string(kHookIds[i]), "usual doses",
                       [i](const Moment& m) { return m.drugs[i]; }});
  }
}

void addFluxes(std::vector<Column>& columns, const std::string& part, const std::string& perTime,
               Fluxes Moment::*fluxes) {
  for (int lane = 0; lane < 2; ++lane) {
    for (int i = 0; i < kTumourFluxCount; ++i) {
      const FluxInfo& info = kTumourFluxInfo[static_cast<std::size_t>(i)];
      columns.push_back({part, std::string(kSiteNames[static_cast<std::size_t>(lane)]),
                         std::string(info.name), unitOfFlux(info) + perTime,
                         [lane, i, fluxes](const Moment& m) {
                           return (m.*fluxes)[static_cast<TumourFlux>(i)][lane];
                         }});
    }
  }
  for (int i = 0; i < kSystemFluxCount; ++i) {
    const FluxInfo& info = kSystemFluxInfo[static_cast<std::size_t>(i)];
    columns.push_back(
        {part, "body", std::string(info.name), unitOfFlux(info) + perTime,
         [i, fluxes](const Moment& m) { return (m.*fluxes)[static_cast<SystemFlux>(i)]; }});
  }
}

// Keeps the columns that are asked for; says which names are none.
void select(std::vector<Column>& columns, const std::vector<std::string>& wanted,
            std::vector<Message>& errors) {
  std::vector<std::string_view> known;
  known.reserve(columns.size());
  for (const Column& column : columns) known.push_back(column.name);
  for (const std::string& name : wanted) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string_view nearest = nearestName(name, known);
    std::string text = "\"" + name + "\" is no state; ";
    text += nearest.empty() ? "names are those of the CSV header, without the place"
                            : "did you mean " + std::string(nearest) + "?";
    errors.push_back({"--states", text});
  }
  const auto unwanted = [&wanted](const Column& column) {
    return std::find(wanted.begin(), wanted.end(), column.name) == wanted.end();
  };
  columns.erase(std::remove_if(columns.begin(), columns.end(), unwanted), columns.end());
}

}  // namespace

std::vector<Column> columnsOf(const SeriesOptions& options, std::vector<Message>& errors) {
  std::vector<Column> columns;
  addStates(columns);
  if (!options.states.empty()) select(columns, options.states, errors);
  if (options.fluxes) {
    addFluxes(columns, "rates", " per day", &Moment::rates);
    addFluxes(columns, "totals", "", &Moment::totals);
  }
  return columns;
}

std::vector<Moment> momentsOf(const Course& course, const SeriesOptions& options) {
  std::vector<double> days;
  // Multiples rather than a running sum, so that no rounding piles up.
  for (int i = 0; i * options.everyDays < course.days(); ++i) {
    days.push_back(i * options.everyDays);
  }
  days.push_back(course.days());
  std::vector<Moment> moments;
  moments.reserve(days.size());
  for (double day : days) {
    Moment moment;
    moment.day = day;
    moment.state = course.at(day);
    moment.drugs = course.drugLevelsAt(day);
    if (options.fluxes) {
      moment.rates = course.ratesAt(day);
      moment.totals = course.integralsAt(day);
    }
    moments.push_back(moment);
  }
  return moments;
}

}  // namespace abscope
