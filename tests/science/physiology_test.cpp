// Both presets must look like hosts: see src/trial/physiology.h.
#include "trial/physiology.h"

#include <doctest/doctest.h>

namespace abscope {

TEST_CASE(
    "an untreated host grows and is made up as tissue is, and common regimens act as they do") {
  for (const Preset preset : {Preset::mouse, Preset::human}) {
    CAPTURE(static_cast<int>(preset));
    Patient host;
    host.preset = preset;
    const std::vector<double> values = readExpectations(host);
    const std::span<const Expectation> expected = expectations(preset);
    REQUIRE(values.size() == expected.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      CAPTURE(expected[i].id);
      CHECK(values[i] >= expected[i].low);
      CHECK(values[i] <= expected[i].high);
    }
  }
}

}  // namespace abscope
