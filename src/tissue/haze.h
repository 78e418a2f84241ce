#pragma once
// The haze of a signal behind the cells of a tumour. How much there is says the course: averaged
// over the tumour's cells the haze is the course's value. Where it lies is illustrative: about the
// cells and vessels that the course's fluxes name as its sources.
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "tissue/tissue.h"

namespace abscope {

enum class Signal : int {
  none,
  tgfBeta,
  interferon1,
  interferonGamma,
  ccl2,
  cxcl16,  // with ICAM-1 and E-selectin: the state `homing`
  hypoxia,
  pdl1,
  count
};
inline constexpr int kSignalCount = static_cast<int>(Signal::count);

struct SignalInfo {
  std::string_view id;  // in addresses
  double full;          // amount at the upper end of the scale
  bool isShare;         // shown in per cent; else relative to a reference of 1
  bool helps;           // an activating signal: a cool colour
};

// Upper ends: what few courses of the library pass (of all moments of all arms 1 in 100, of
// interferon 1 in 500); a haze above it is drawn as at it.
inline constexpr std::array<SignalInfo, kSignalCount> kSignalInfo = {{
    {"none", 1, false, false},
    {"tgfBeta", 3, false, false},
    {"ifn1", 1, false, true},
    {"ifnGamma", 1, true, true},
    {"ccl2", 2, false, false},
    {"cxcl16", 1.5, false, true},
    {"hypoxia", 1, true, false},
    {"pdl1", 2, false, false},
}};
constexpr const SignalInfo& signalInfo(Signal signal) {
  return kSignalInfo[static_cast<std::size_t>(signal)];
}

// What the course says: shares from 0 to 1, all others relative to a reference of 1.
double signalAmount(const Course& course, Signal signal, Site site, double day);

// A grid over one tumour's panel, in the units of the tissue.
class HazeField {
 public:
  static constexpr int kSide = 41;  // nodes a side

  // `cells`: those of the day, as Tissue::place gives them. Allocates only at first.
  void make(const Course& course, const Tissue& tissue, std::span<const CellInstance> cells,
            Signal signal, Panel panel, double day);

  double amount() const { return amount_; }  // of the course
  bool empty() const { return empty_; }      // no signal, or no tumour that could hold it
  float at(int column, int row) const {
    return value_[static_cast<std::size_t>(row * kSide + column)];
  }
  float placeOf(int node) const { return half_ * (2 * static_cast<float>(node) / (kSide - 1) - 1); }
  float at(float x, float y) const;  // between the nodes

 private:
  using Grid = std::array<float, kSide * kSide>;
  struct Sources;
  static Sources sourcesOf(const Course& course, Signal signal, Site site, double day);
  static float weightOf(const Sources& sources, const CellInstance& cell);

  void splat(Grid& grid, float x, float y, float weight) const;
  void blur(Grid& grid);
  float between(const Grid& grid, float x, float y) const;
  void addCells(std::span<const CellInstance> cells, const Sources& sources, Panel panel);
  void addLines(const Tissue& tissue, const Sources& sources, Panel panel, double day);
  void addNear(std::span<const CellInstance> cells, double share, Panel panel);
  void scaleToCells(std::span<const CellInstance> cells, Panel panel);

  Grid value_{}, scratch_{};
  std::vector<std::array<float, 2>> line_;
  float half_ = 1;
  double amount_ = 0;
  bool empty_ = true;
};

}  // namespace abscope
