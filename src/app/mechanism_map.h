#pragma once
// The mechanism map: which mechanism acts from where to where, and how strongly now. An arrow's
// width is measured, not drawn: the flux of this moment with the mechanism, less the same flux
// without it.
#include <array>
#include <string_view>
#include <vector>

#include "library/mechanisms.h"
#include "model/course.h"

namespace abscope {

enum class MapNode : int {
#define N(node, ...) node,
#define A(...)
#define W(...)
#include "app/mechanism_map.def"
#undef N
#undef A
#undef W
  count
};
inline constexpr int kMapNodeCount = static_cast<int>(MapNode::count);

// The sheet that the map is laid out on.
inline constexpr float kMapWidth = 900, kMapHeight = 300;

struct MapNodeInfo {
  std::string_view name;  // language keys "map.node.<name>" and "map.about.<name>"
  float x, y;
  Pool pool;  // whose amount it shows; outside: none
};
inline constexpr std::array<MapNodeInfo, kMapNodeCount> kMapNodes = {{
#define N(node, x, y, pool) {#node, x, y, Pool::pool},
#define A(...)
#define W(...)
#include "app/mechanism_map.def"
#undef N
#undef A
#undef W
}};

// How the amount of an arrow is read.
enum class MapReading : int {
  difference,    // of a mechanism: the flux with it less the flux without it
  flux,          // the flux itself
  systemFlux,    // of cells released by the node
  checkpoint,    // the kill that PD-L1 holds back
  presentation,  // the kill that MHC-I brings, or its lack takes
  death          // all that kills tumour cells
};

struct MapArrow {
  std::string_view name;  // "S01", or a word for what is no mechanism
  MechanismId mechanism;  // count: none
  MapNode from, to;
  MapReading reading;
  TumourFlux flux;
  Sign sign;  // of an arrow that is no mechanism; else the catalogue says it
  float bend, label;
};

inline constexpr int kMapArrowCount = static_cast<int>(std::initializer_list<int>{
#define N(...)
#define A(...) 1,
#define W(...) 1,
#include "app/mechanism_map.def"
#undef N
#undef A
#undef W
}
                                                           .size());
const std::array<MapArrow, kMapArrowCount>& mapArrows();
// The first arrow of that name; -1: none.
int mapArrowByName(std::string_view name);
// For tumour control.
Sign signOf(const MapArrow& arrow);

// The arrow that a drug's hook acts on; -1: none.
int mapArrowOf(Hook hook);

// Which arrows a reader wants to see.
enum class MapFilter : int { all, radiotherapy, lowDose, resistance, drug, count };
bool passes(const MapArrow& arrow, MapFilter filter);

struct MapFlow {
  Pair perDay{};  // signed: negative where the mechanism takes from the flux
  // The same as a share of what it acts on: of the pool as it is now and was at the start, so that
  // a pool that is nearly empty does not count for all.
  Pair sharePerDay{};
};

// What the map shows of one course; made when the map is open.
struct MapModels {
  std::vector<Model> without;  // by mechanism: the same patient without it
  State start;                 // of the course
  Course untreated{Patient{}};
};
void makeMapModels(const Patient& patient, const Plan& plan, const Course& course,
                   MapModels& models);

// Of the day: rates for what flows all the time; for what a fraction or a dose does at once, the
// amounts of the last 24 hours. Impulses of chemotherapy are not taken apart by mechanism.
void readMapFlows(const Course& course, const MapModels& models, double day,
                  std::array<MapFlow, kMapArrowCount>& flows);

// The pool that an arrow brings to or takes from, and what it is counted in: "mm3", "10^6 cells",
// "relative" or "fraction", as the states are.
Pool poolOf(const MapArrow& arrow);
std::string_view unitOf(const MapArrow& arrow);

}  // namespace abscope
