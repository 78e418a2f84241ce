#pragma once
// The lecture: a script that is stepped through beat by beat, and the votes of the class. While a
// beat waits for a vote nothing on the screen may tell the future: ask knownUntil().
#include <array>
#include <string>
#include <vector>

#include "library/scripts.h"

namespace abscope {

struct AppState;

// The hands that went up for each choice of a beat's question.
struct Ballot {
  std::array<int, kMostChoices> hands{};
  bool seen = false;  // the class has voted, and may see what comes
  bool told = false;  // and has seen all of it

  int total() const;
};
inline constexpr int kMostHands = 9999;

struct Presenter {
  const Script* script = nullptr;  // of the program; null: none is open
  int beat = 0;
  std::vector<Ballot> ballots;  // a beat each
  std::string sources;          // the beat's references, written out
  bool skipAsked = false;       // one step was refused because nobody has voted yet

  const Beat* now() const {
    return script ? &script->beats[static_cast<std::size_t>(beat)] : nullptr;
  }
  const Ballot* ballot() const {
    return script ? &ballots[static_cast<std::size_t>(beat)] : nullptr;
  }
};

// True while the class has yet to vote on the beat's question.
bool futureHidden(const AppState& app);

// The last day of which anything may be shown: the end of the course, or, while the future is
// hidden, the day of the beat.
double knownUntil(const AppState& app);

// The last day of which a picture may show anything: as knownUntil(), but after the vote the future
// appears with the clock.
double shownUntil(const AppState& app);

// Where playing from one day to another stops by itself: an event that the beat pauses at, its last
// day, or the end of what is known.
double stopBetween(const AppState& app, double fromDay, double toDay);

// True when the beat has shown all it wants to show: its outcome takes the place of its caption.
bool beatIsDone(const AppState& app);

}  // namespace abscope
