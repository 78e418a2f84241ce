#pragma once
// What a visit at the start of each day finds: progression, response, nadir, cure.
#include "core/pair.h"
#include "model/course.h"

namespace abscope {

// Limits of RECIST 1.1 (Eisenhauer 2009, doi 10.1016/j.ejca.2008.10.026), by diameter.
inline constexpr double kProgressionRatio = 1.2;
inline constexpr double kResponseRatio = 0.7;

// Sum of the diameters in mm of two balls of these volumes in mm3.
double sumOfDiametersMm(Pair volumesMm3);

// Keeps what visits need to remember. Each finding is made once in a course.
class Visits {
 public:
  explicit Visits(Pair startMm3);

  struct Findings {
    bool progression = false;
    bool response = false;
    bool nadir = false;
  };
  Findings visit(Pair volumesMm3);

 private:
  double startDiameter_;
  double smallestDiameter_;
  double lastVolume_;
  bool fell_ = false;
  bool progressed_ = false, responded_ = false, rose_ = false;
};

}  // namespace abscope
