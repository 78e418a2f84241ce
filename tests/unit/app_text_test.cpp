#include <cmath>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "app/base64.h"
#include "app/text_buffer.h"
#include "app/ticks.h"

namespace abscope {

TEST_CASE("a text buffer writes numbers as people read them") {
  TextBuffer<64> text;
  CHECK(text.addFixed(12, 1).view() == "12.0");
  text.clear();
  CHECK(text.addFixed(-0.01, 1).view() == "0.0");
  text.clear();
  CHECK(text.addFixed(-42, 0).view() == "−42");
  text.clear();
  CHECK(text.addNumber(0.0123).view() == "0.0123");
  text.clear();
  CHECK(text.addNumber(4.20).view() == "4.2");
  text.clear();
  CHECK(text.addNumber(1500).view() == "1500");
  text.clear();
  CHECK(text.addNumber(std::nan("")).view() == "–");
  text.clear();
  CHECK(text.addFilled("{a} and {b}, {c}", {{"a", "1"}, {"b", "2"}}).view() == "1 and 2, {c}");
}

TEST_CASE("a full text buffer is cut between characters") {
  TextBuffer<6> text;
  text.add("ab").add("α").add("βγ");
  CHECK(text.view() == "abα");
  CHECK(std::string(text.c_str()) == "abα");
}

TEST_CASE("base64 keeps every byte and refuses what is not base64") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    bytes += static_cast<char>(i);
    const std::string text = base64Url(bytes);
    CHECK(text.find_first_of("+/=") == text.npos);
    CHECK(fromBase64Url(text) == bytes);
  }
  CHECK(base64Url("foob") == "Zm9vYg");
  CHECK_FALSE(fromBase64Url("a b"));
  CHECK_FALSE(fromBase64Url("abcde"));
}

TEST_CASE("ticks are round and reach above the highest value") {
  for (double highest = 1e-4; highest < 1e6; highest *= 1.7) {
    const Ticks ticks = ticksFor(highest, 4);
    CAPTURE(highest);
    CHECK(ticks.top >= highest * (1 - 1e-9));
    CHECK(ticks.top < highest + ticks.step * 1.0001);
    const double lead = ticks.step / std::pow(10, std::floor(std::log10(ticks.step) + 1e-9));
    const bool round =
        std::fabs(lead - 1) < 1e-6 || std::fabs(lead - 2) < 1e-6 || std::fabs(lead - 5) < 1e-6;
    CHECK(round);
    CHECK(ticks.top / ticks.step <= 5.001);
  }
  CHECK(ticksFor(0, 4).top == 1);
  CHECK(dayStep(60, 12) == 5);
  CHECK(dayStep(1095, 12) == 180);
}

TEST_CASE("axes map foot and top to 0 and 1") {
  const Axis linear = linearAxis(37, 4);
  CHECK(linear.fraction(0) == 0);
  CHECK(linear.fraction(linear.high) == doctest::Approx(1));
  const Axis log = logAxis(60, 1e-9, 5);
  CHECK(log.high == doctest::Approx(100));
  CHECK(log.low == doctest::Approx(1e-3));
  CHECK(log.fraction(100) == doctest::Approx(1));
  CHECK(log.fraction(1e-3) == doctest::Approx(0));
  CHECK(log.fraction(1e-4) == doctest::Approx(-0.2));
  CHECK(log.fraction(0) == -1);
  CHECK(log.fraction(1) == doctest::Approx(0.6));
}

}  // namespace abscope
