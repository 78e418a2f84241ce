#include "app/series.h"

#include <algorithm>
#include <cmath>

namespace abscope {
namespace {

constexpr int kSamples = 480;  // uniform ones; more than curves have pixels in most layouts

constexpr std::array<TumourState, kImmuneCount> kStates = {
    TumourState::cd8Effector, TumourState::cd8Exhausted, TumourState::cd8Resident,
    TumourState::nk,          TumourState::dendritic,    TumourState::m1Macrophage,
    TumourState::treg,        TumourState::mdsc,         TumourState::m2Macrophage};

void push(Series& s, const State& y, const HookLevels& levels, double day) {
  s.days.push_back(static_cast<float>(day));
  const Pair volume = volumeMm3(y);
  for (std::size_t site = 0; site < 2; ++site) {
    s.volumeMm3[site].push_back(static_cast<float>(volume[site]));
    s.resistantMm3[site].push_back(static_cast<float>(y[TumourState::resistant][site]));
    for (std::size_t kind = 0; kind < kImmuneCount; ++kind) {
      s.cells[site][kind].push_back(static_cast<float>(y[kStates[kind]][site]));
    }
  }
  for (std::size_t hook = 0; hook < kHookCount; ++hook) {
    s.occupancy[hook].push_back(static_cast<float>(levels[hook] / (levels[hook] + kHalfOccupancy)));
  }
}

void clear(Series& s) {
  s.days.clear();
  for (std::size_t site = 0; site < 2; ++site) {
    s.volumeMm3[site].clear();
    s.resistantMm3[site].clear();
    for (auto& values : s.cells[site]) values.clear();
  }
  for (auto& values : s.occupancy) values.clear();
}

}  // namespace

TumourState stateOf(Immune kind) { return kStates[static_cast<std::size_t>(kind)]; }

void sample(const Course& course, Series& series) {
  clear(series);
  const double end = course.days();
  const std::vector<Event>& events = course.events();
  std::size_t event = 0;
  std::array<bool, kHookCount> given{};
  for (int i = 0; i <= kSamples; ++i) {
    const double day = end * i / kSamples;
    while (event < events.size() && events[event].day <= day) {
      const Event& e = events[event++];
      if (e.kind == EventKind::drugDose) {
        given[static_cast<std::size_t>(drugInfo(e.drug).hook)] = true;
      }
      if (e.kind != EventKind::fraction && e.kind != EventKind::drugDose) continue;
      if (!series.days.empty() && series.days.back() >= static_cast<float>(e.day)) continue;
      if (e.day > 0) {
        // The levels just before: those a moment earlier.
        push(series, course.before(e.day), course.drugLevelsAt(e.day - 1e-6), e.day);
      }
      push(series, course.at(e.day), course.drugLevelsAt(e.day), e.day);
    }
    if (!series.days.empty() && series.days.back() >= static_cast<float>(day)) continue;
    push(series, course.at(day), course.drugLevelsAt(day), day);
  }
  for (std::size_t hook = 0; hook < kHookCount; ++hook) {
    if (!given[hook]) series.occupancy[hook].clear();
  }
}

float valueAt(const Series& series, const std::vector<float>& values, double day) {
  if (values.empty()) return 0;
  const auto t = static_cast<float>(day);
  // The last sample at or before the day, so that at an event the state after it counts.
  const auto next = std::upper_bound(series.days.begin(), series.days.end(), t);
  if (next == series.days.begin()) return values.front();
  const auto i = static_cast<std::size_t>(next - series.days.begin()) - 1;
  if (next == series.days.end()) return values.back();
  const float span = series.days[i + 1] - series.days[i];
  const float share = span > 0 ? (t - series.days[i]) / span : 0;
  return values[i] + share * (values[i + 1] - values[i]);
}

double densityPerMm3(double millionCells, double volume) {
  // The model's own density volume is 5 % of the tumour and its rim.
  return 1000 * millionCells * 0.05 / densityVolume(both(volume))[0];
}

}  // namespace abscope
