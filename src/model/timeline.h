#pragma once
// The order of events of a plan while it is being solved: items on fixed days are known from the
// start, items that wait for a finding or for another item join when that comes.
#include <string_view>
#include <vector>

#include "model/plan.h"

namespace abscope {

class Timeline {
 public:
  struct Entry {
    double day;
    bool isFraction;  // a fraction of radiation[item], else a dose of drugs[item]
    int item;
  };

  explicit Timeline(const Plan& plan);

  // The day of the next entry, or infinity.
  double nextDay() const;
  // Takes all entries of that day: drugs first, so that they are there when the fraction comes.
  std::vector<Entry> take(double day);

  // Tells of a finding on `day`; items that waited for it are placed. True if any was.
  bool found(Anchor finding, double day);
  bool waitsFor(Anchor finding) const;

 private:
  void place(bool isFraction, int item, double startDay);
  void placeFollowers(std::string_view id, double lastDay);

  const Plan& plan_;
  std::vector<Entry> entries_;  // sorted, those ahead from next_
  std::size_t next_ = 0;
  std::vector<bool> radiationPlaced_, drugPlaced_;
};

}  // namespace abscope
