#pragma once
// What any untreated host must look like, and a patient's tumour after common regimens: growth, the
// make-up of the micro-environment, local control. These are our own expectations, not published
// directions: they keep the calibration from meeting the directions with an impossible tissue.
#include <span>
#include <string_view>
#include <vector>

#include "model/patient.h"

namespace abscope {

struct Expectation {
  std::string_view id;
  std::string_view what;  // the readout and why this range
  double low = 0;
  double high = 0;
};

// The expectations for one preset.
std::span<const Expectation> expectations(Preset preset);

// The readouts in the same order, for this host.
std::vector<double> readExpectations(const Patient& host);

}  // namespace abscope
