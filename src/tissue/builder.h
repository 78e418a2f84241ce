#pragma once
// Turns the event numbers of every step into cells: who comes, changes, divides, kills and goes.
#include <vector>

#include "core/rng.h"
#include "tissue/event_plan.h"
#include "tissue/records.h"
#include "tissue/ways.h"

namespace abscope {

class Builder {
 public:
  Builder(Tissue::Data& data, std::uint64_t seed);

  // The cells that are there before anything happens.
  void populate(const CompartmentCounts& counts);
  // Ground of the tumours from the last moment to this one.
  void setGround(int site, float day, TumourMoment from, float toDay, TumourMoment to);
  // The events of a step, spread over its time; all at `toDay` if that is `fromDay`. Gives back the
  // events that could not happen.
  void step(EventPlan& plan, float fromDay, float toDay);
  // Brings the ways of each journey together. Nothing can be added after.
  void finish();

 private:
  struct LoggedMove {
    SiteMove move;
    std::uint32_t journey, previous;
  };
  struct LoggedWaypoint {
    Waypoint waypoint;
    std::uint32_t journey, previous;
  };
  struct Ground {
    float fromDay = 0, toDay = 0;
    TumourMoment from, to;
  };

  // --- events (builder.cpp) ---
  bool happen(int arc, float day);
  CellId choose(int arc, float day, Rng& rng);
  void arrive(int arc, float day, Rng& rng);
  void change(int arc, CellId cell, float day, Rng& rng);
  void leave(int arc, CellId cell, float day, Rng& rng);

  // --- books (builder.cpp) ---
  CellId newCell();
  std::uint32_t newJourney(CellId cell, JourneyKind kind, Panel panel, float day);
  void startStay(CellId cell, int compartment, std::uint32_t journey, int arc, float day);
  void endStay(CellId cell, int arc, float day);
  const std::vector<CellId>& pool(int compartment) const {
    return pools_[static_cast<std::size_t>(compartment)];
  }
  Stay& stayOf(CellId cell) { return data_.stays[currentStay_[cell]]; }
  float stayStart(CellId cell) const { return data_.stayStarts[currentStay_[cell]]; }
  CellId anyOf(int compartment, Rng& rng) const;
  CellId oldestOf(int compartment, int tries, Rng& rng) const;
  void addWaypoint(std::uint32_t journey, Waypoint waypoint);
  void goInstead(std::uint32_t journey, const Waypoint& waypoint);
  PlaceScale scaleAt(int site, float day) const;

  // --- tumour cells (builder_tumour.cpp) ---
  void settle(int site, CellId cell, int compartment, int place);
  void divide(int site, int arc, float day, Rng& rng);
  void clearSite(int site, CellId cell, float day, Rng& rng);
  void moveTo(int site, CellId cell, std::int32_t place, float day);
  void smoothRim(int site, float day, Rng& rng);
  void sinkIn(int site, CellId cell, float day);
  // A way for a daughter, from her mother's site to a free one, into path_.
  std::int32_t freeSite(int site, Rng& rng);
  bool wayFromMother(int mothers, std::int32_t free, Rng& rng);
  bool wayFromAny(int mothers, Rng& rng);
  CellId chooseVictim(int compartment, TumourFlux flux, Rng& rng) const;
  // Who can kill by this flux: one or two compartments.
  struct Killers {
    int first = kOutside, second = kOutside;
  };
  static Killers killersOf(TumourFlux flux, int site);
  // One of them, each cell as likely; kNoCell if there is none.
  CellId anyKiller(Killers killers, Rng& rng) const;
  CellId chooseKiller(Killers killers, float day, Rng& rng) const;
  // The killer goes to a cell of this compartment near it and touches it on this day. Gives that
  // cell.
  CellId killInContact(int victims, CellId killer, float day, Rng& rng);
  CellId victimNear(int victims, Point at, Rng& rng) const;
  Point tumourCellAt(int site, CellId cell, float day) const;
  int occupied(int site) const;

  // --- immune cells (builder_immune.cpp) ---
  Point homeFor(int site, CellKind kind, Rng& rng) const;
  Point immuneCellAt(CellId cell, float day) const;  // without its wandering
  void settleImmune(CellId cell, int compartment, Rng& rng);
  void comeFrom(Point start, int site, int compartment, int arc, float day, Rng& rng);
  Point placeInStrip(int site, float day, Rng& rng) const;
  void divideImmune(int compartment, int arc, float day, Rng& rng);
  void matureInPlace(int compartment, int arc, float day, Rng& rng);
  void enterNode(CellId cell, int compartment, int arc, float day, Rng& rng);
  void enterBlood(CellId cell, int compartment, int arc, float day, Rng& rng);
  void sendOut(CellId cell, Waypoint exit);
  void stepOutwards(CellId cell, float day);
  Point homeInNode(Rng& rng) const;
  CellId inStrip(int site, int tries, float day, Rng& rng) const;

  Tissue::Data& data_;
  std::uint64_t seed_;
  std::array<std::uint32_t, static_cast<std::size_t>(kArcCount)> ordinals_{};
  std::array<Ground, 2> ground_;

  std::array<std::vector<CellId>, kCompartmentCount> pools_;
  // By cell:
  std::vector<std::uint32_t> currentStay_, poolPlace_;
  // By journey: its last entry in the log below, and the site it is on.
  std::vector<std::uint32_t> lastEntry_;
  std::vector<std::int32_t> siteOf_;
  std::vector<LoggedMove> moves_;
  std::vector<LoggedWaypoint> waypoints_;
  std::array<std::vector<CellId>, 2> occupants_;  // by site of the lattice
  std::array<std::int32_t, 2> outermost_{};       // no site above it is occupied
  std::array<std::int32_t, 2> innermostFree_{};   // no site below it is free

  std::vector<std::uint32_t> keys_;  // of a step's events, in the order of time
  std::vector<int> deferred_;
  std::vector<std::int32_t> path_;
};

}  // namespace abscope
