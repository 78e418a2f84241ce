#pragma once
// The states of a course: what the differential equations carry from one moment to the next.
#include <array>
#include <cstddef>
#include <string_view>

#include "core/pair.h"

namespace abscope {

// S(name, unit): per tumour. Cells in millions; 1 mm3 of tumour holds about a million cells.
#define ABSCOPE_TUMOUR_STATES(S)                                              \
  S(viable, "mm3")       /* clonogenic tumour cells */                        \
  S(resistant, "mm3")    /* clonogenic cells of the resistant subclone */     \
  S(dying, "mm3")        /* doomed cells, still part of the volume */         \
  S(icdMass, "mm3")      /* dying mass that shows HMGB1 and calreticulin */   \
  S(vessels, "relative") /* functional vessels, 1 = untreated */              \
  S(hypoxia, "fraction") /* hypoxic share of the viable cells */              \
  S(cytosolicDna, "relative")                                                 \
  S(trex1, "relative")                                                        \
  S(interferon1, "relative") /* type-I interferon */                          \
  S(antigen, "relative")                                                      \
  S(dendritic, "10^6 cells") /* mature, antigen-loaded dendritic cells */     \
  S(cd8Effector, "10^6 cells")                                                \
  S(cd8Exhausted, "10^6 cells")                                               \
  S(cd8Resident, "10^6 cells") /* resident memory */                          \
  S(reinvigorated, "fraction") /* T cells lately released by PD-1 blockade */ \
  S(treg, "10^6 cells")                                                       \
  S(mdsc, "10^6 cells")                                                       \
  S(m1Macrophage, "10^6 cells")                                               \
  S(m2Macrophage, "10^6 cells")                                               \
  S(nk, "10^6 cells")                                                         \
  S(tgfBeta, "relative")                                                      \
  S(ccl2, "relative")                                                         \
  S(homing, "relative") /* CXCL16, ICAM-1, E-selectin */                      \
  S(pdl1, "relative")                                                         \
  S(mhc1, "relative")                                                         \
  S(lowDoseSignal, "relative") /* reprogramming by doses near 1 Gy */         \
  S(rtStress, "relative")      /* stress and fibrosis after high doses */

// S(name, unit): shared by both tumours, in the draining node and the blood.
#define ABSCOPE_SYSTEM_STATES(S)                                           \
  S(nodeDendritic, "10^6 cells")                                           \
  S(helper, "relative") /* CD4 helper cells of the node */                 \
  S(priming1, "10^6 cells")                                                \
  S(priming2, "10^6 cells")                                                \
  S(priming3, "10^6 cells")                                                \
  S(bloodEffector, "10^6 cells")                                           \
  S(memory, "10^6 cells")                                                  \
  S(lymphocytes, "relative")    /* naive pool, 1 = normal */               \
  S(nodeCompetence, "relative") /* homing and priming power of the node */ \
  S(tregSupply, "relative")     /* Treg of the blood, 1 = normal */

enum class TumourState : int {
#define S(name, unit) name,
  ABSCOPE_TUMOUR_STATES(S)
#undef S
      count
};
enum class SystemState : int {
#define S(name, unit) name,
  ABSCOPE_SYSTEM_STATES(S)
#undef S
      count
};

inline constexpr int kTumourStateCount = static_cast<int>(TumourState::count);
inline constexpr int kSystemStateCount = static_cast<int>(SystemState::count);
// Padded to whole pairs, so that the solver sees one array of pairs.
inline constexpr int kSystemPairs = (kSystemStateCount + 1) / 2;
inline constexpr int kStatePairs = kTumourStateCount + kSystemPairs;
inline constexpr int kStateSize = 2 * kStatePairs;

struct StateInfo {
  std::string_view name;
  std::string_view unit;
};
inline constexpr std::array<StateInfo, kTumourStateCount> kTumourStateInfo = {{
#define S(name, unit) {#name, unit},
    ABSCOPE_TUMOUR_STATES(S)
#undef S
}};
inline constexpr std::array<StateInfo, kSystemStateCount> kSystemStateInfo = {{
#define S(name, unit) {#name, unit},
    ABSCOPE_SYSTEM_STATES(S)
#undef S
}};

// All states at one moment.
struct State {
  struct Uncleared {};

  std::array<Pair, kStatePairs> pairs;

  State() : pairs{} {}
  explicit State(Uncleared) {}  // for who sets every state anyway

  Pair& operator[](TumourState s) { return pairs[static_cast<std::size_t>(s)]; }
  Pair operator[](TumourState s) const { return pairs[static_cast<std::size_t>(s)]; }
  double operator[](SystemState s) const {
    const auto i = static_cast<std::size_t>(s);
    return pairs[kTumourStateCount + i / 2][i % 2];
  }
  void set(SystemState s, double value) {
    const auto i = static_cast<std::size_t>(s);
    pairs[kTumourStateCount + i / 2][i % 2] = value;
  }
  void add(SystemState s, double value) { set(s, (*this)[s] + value); }
};

enum class Site : int { irradiated = 0, distant = 1 };
// As files and messages call them.
inline constexpr std::array<std::string_view, 2> kSiteNames = {"irradiated", "distant"};

// Clonogenic cells of both clones, in mm3.
template <class States>
inline auto clonogenicMm3(const States& y) {
  return y[TumourState::viable] + y[TumourState::resistant];
}

// Volume in mm3: clonogenic and dying cells.
template <class States>
inline auto volumeMm3(const States& y) {
  return clonogenicMm3(y) + y[TumourState::dying];
}

// What immune cell counts are divided by to give a density: the tumour and a thin rim, in mm3 x
// 0.05.
inline Pair densityVolume(Pair volume) { return 0.05 * volume + 0.5; }

}  // namespace abscope
