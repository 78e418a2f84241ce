#pragma once
// What a realised tissue keeps: cells, their stays in compartments, and the ways they take.
#include <array>
#include <cstdint>
#include <vector>

#include "tissue/network.h"
#include "tissue/scene.h"
#include "tissue/story.h"

namespace abscope {

inline constexpr std::uint16_t kNoArc = 0xffff;
inline constexpr std::uint32_t kNone = 0xffffffffU;
inline constexpr float kAlways = 1e9F;      // the end of what outlives the course
inline constexpr float kFromStart = -1.0F;  // the start of what was there on day 0

// One cell in one compartment, from `start` up to, not including, `end`.
struct Stay {
  CellId cell;
  std::uint32_t journey;
  std::uint32_t next;         // stay of the same cell, or kNone
  std::uint16_t came, ended;  // arcs
  std::uint8_t compartment;
};

// A tumour cell moves to a neighbouring site.
struct SiteMove {
  float day;
  std::int32_t site;
};

// Where an immune cell is at a moment. `radius` is the tumour's radius at which this place was
// noted: the place moves in and out with the tumour. 0: it belongs to the panel, as seen at zoom 1.
struct Waypoint {
  float day;
  Point at;
  float radius;
};

enum class JourneyKind : std::uint8_t { sites, tissue, node, blood };

// The way of a cell through one panel, across changes of its kind.
struct Journey {
  CellId cell;
  float start, end;
  std::uint32_t first = 0, count = 0;  // in siteMoves or waypoints
  float bloodPhase = 0;                // blood: place along the loop on day 0, in strips
  std::uint32_t seed;
  JourneyKind kind;
  Panel panel;
  mutable std::uint32_t found = 0;  // where the last search ended, for the next one to begin
};

struct CellRecord {
  std::uint32_t firstStay = kNone;
  CellId killer = kNoCell;
  CellId mother = kNoCell;
  std::uint32_t kills = 0;
};

struct Tissue::Data {
  double days = 0;
  TissueScales scales;
  std::array<TumourScene, 2> tumours;
  NodeScene node;

  std::vector<float> moments;
  std::array<std::vector<TumourMoment>, 2> tumourMoments;  // one for each of the moments

  std::vector<CellRecord> cells;
  std::vector<float> stayStarts, stayEnds;  // in the order of starts
  std::vector<float> latestEnds;            // of each block of stays
  std::vector<Stay> stays;
  std::vector<Journey> journeys;
  std::vector<SiteMove> siteMoves;
  std::vector<Waypoint> waypoints;
  std::array<int, static_cast<std::size_t>(kArcCount)> arcEvents{};

  std::array<bool, kCellKindCount> shown{};  // by kind: any stay

  static constexpr std::size_t kBlock = 64;  // stays
};

// The ground of a tumour on a day.
TumourMoment tumourMoment(const Tissue::Data& data, int site, float day);

}  // namespace abscope
