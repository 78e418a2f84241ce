#pragma once
// One control swept over its range, everything else as it is: what becomes of the tumours. Solved
// in slices, coarse points first, so that the page answers while the curve fills.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "app/controls.h"
#include "app/document.h"
#include "model/course.h"

namespace abscope {

enum class SweepControl : int { dose, fractions, interval, radiationStart, drugStart, count };
ControlId controlOf(SweepControl control);

enum class SweepOutcome : int {
  volume,      // on the day of the sweep, of the untreated course's
  cd8,         // most CD8 effectors, 10^6
  interferon,  // highest type-I interferon, relative units
  trex1,       // highest TREX1, relative units
  count
};
inline constexpr int kSweepOutcomes = static_cast<int>(SweepOutcome::count);

struct SweepPoint {
  double value = 0;  // of the control
  bool solved = false;
  std::array<std::array<float, 2>, kSweepOutcomes> outcomes{};  // by outcome and site

  float outcome(SweepOutcome which, Site site) const {
    return outcomes[static_cast<std::size_t>(which)][static_cast<std::size_t>(site)];
  }
};

// The outcomes of one solved course.
void readOutcomes(const Course& course, double day, const std::array<double, 2>& untreatedMm3,
                  SweepPoint& point);

// Of the rates, in one frame. 20,000 took 21 to 30 ms in wasm: this leaves half of a frame's 16 ms
// to what is drawn.
inline constexpr int kSweepEvaluationsAFrame = 6000;

class Sweep {
 public:
  static constexpr int kPoints = 240;

  // What a curve answers; `version` counts the changes of the document.
  struct Question {
    std::uint64_t version = 0;
    SweepControl control = SweepControl::dose;
    int item = 0;  // series or drug
    double day = 0;
    bool operator==(const Question&) const = default;
  };

  // Begins anew where the answer would differ. False: there is nothing to sweep.
  bool prepare(const Document& document, const Question& question);
  bool answers(const Question& question) const { return question == asked_; }
  // Solves as many courses, one at least, as so many evaluations of the rates should suffice for,
  // each taken to need what the most costly of the slice did; true while points are left.
  bool advance(int evaluations);
  void stop() { points_.clear(), order_.clear(), next_ = 0; }
  bool empty() const { return points_.empty(); }

  std::span<const SweepPoint> points() const { return points_; }
  std::size_t solvedCount() const { return next_; }
  bool pending() const { return next_ < order_.size(); }
  double low() const { return points_.empty() ? 0 : points_.front().value; }
  double high() const { return points_.empty() ? 1 : points_.back().value; }
  double day() const { return day_; }
  SweepControl control() const { return control_; }
  int item() const { return item_; }
  // The present scenario with the control at this value.
  Scenario scenarioAt(double value) const;

 private:
  Document document_;  // with the swept control at the low end: what the curve depends on
  SweepControl control_ = SweepControl::dose;
  int item_ = 0;
  double day_ = -1;
  Question asked_{~std::uint64_t{0}};
  std::array<double, 2> untreatedMm3_{};
  std::vector<SweepPoint> points_;
  std::vector<int> order_;  // of solving: halves, quarters, eighths...
  std::size_t next_ = 0;
};

// What the review claims of a dose per fraction, to be held against the curve.
struct SweepClaim {
  std::string_view key;  // language key
  double low, high;      // Gy; no high end: high == low
  bool debated;
  std::string_view mechanism;                  // of the catalogue
  std::array<std::string_view, 2> references;  // ids of the catalogue; empty: none
};
std::span<const SweepClaim> sweepClaims();

}  // namespace abscope
