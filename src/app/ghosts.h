#pragma once
// The volumes of the last runs, for pale curves behind the present ones.
#include <array>
#include <cstddef>

#include "app/series.h"

namespace abscope {

struct Ghost {
  std::vector<float> days;
  std::array<std::vector<float>, 2> volumeMm3;  // by site
};

// A ring: the oldest makes way. Keeps its memory.
class Ghosts {
 public:
  static constexpr std::size_t kMost = 5;

  void keep(const Series& series) {
    Ghost& ghost = ring_[next_];
    ghost.days = series.days;
    ghost.volumeMm3 = series.volumeMm3;
    next_ = (next_ + 1) % kMost;
    if (count_ < kMost) ++count_;
  }
  void clear() { count_ = next_ = 0; }

  std::size_t count() const { return count_; }
  // 0: the latest.
  const Ghost& operator[](std::size_t back) const {
    return ring_[(next_ + 2 * kMost - 1 - back) % kMost];
  }

 private:
  std::array<Ghost, kMost> ring_;
  std::size_t count_ = 0, next_ = 0;
};

}  // namespace abscope
