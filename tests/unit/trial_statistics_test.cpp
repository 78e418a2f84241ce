// The statistics of trials, held to R's survival (tests/science/statistics.R prints these numbers)
// and to numbers that can be checked by hand.
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "core/normal.h"
#include "trial/statistics.h"

namespace abscope {
namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-9); }

// Remission of leukaemia, weeks (Freireich 1963, Blood 21:699).
const std::vector<Timed> kMercaptopurine = {
    {6, true},   {6, true},   {6, true},   {6, false},  {7, true},   {9, false},  {10, true},
    {10, false}, {11, false}, {13, true},  {16, true},  {17, false}, {19, false}, {20, false},
    {22, true},  {23, true},  {25, false}, {32, false}, {32, false}, {34, false}, {35, false}};

std::vector<Timed> allEvents(std::initializer_list<double> days) {
  std::vector<Timed> group;
  for (double day : days) group.push_back({day, true});
  return group;
}

const std::vector<Timed> kPlacebo =
    allEvents({1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23});

TEST_CASE("survival of Freireich's children is that of R") {
  struct Expected {
    double day;
    int atRisk, events;
    double survival, low, high;
  };
  const Expected expected[] = {
      {6, 21, 3, 0.8571428571428571, 0.61971795526598394, 0.951551747646997},
      {7, 17, 1, 0.8067226890756302, 0.56314656462223334, 0.922809019202880},
      {10, 15, 1, 0.7529411764705881, 0.50319951079995651, 0.889361835169265},
      {13, 12, 1, 0.6901960784313724, 0.43161022248618408, 0.849065963349451},
      {16, 11, 1, 0.6274509803921567, 0.36751085598750205, 0.804912189471841},
      {22, 7, 1, 0.5378151260504200, 0.26777893676713499, 0.746790717635394},
      {23, 6, 1, 0.4481792717086834, 0.18805200595923241, 0.680142628495241}};
  const std::vector<SurvivalStep> curve = kaplanMeier(kMercaptopurine);
  REQUIRE(curve.size() == std::size(expected));
  for (std::size_t i = 0; i < curve.size(); ++i) {
    CAPTURE(expected[i].day);
    CHECK(curve[i].day == expected[i].day);
    CHECK(curve[i].atRisk == expected[i].atRisk);
    CHECK(curve[i].events == expected[i].events);
    CHECK(curve[i].survival == near(expected[i].survival));
    CHECK(curve[i].low == near(expected[i].low));
    CHECK(curve[i].high == near(expected[i].high));
  }
  CHECK(survivalOn(curve, 5.9).survival == 1);
  CHECK(survivalOn(curve, 12).survival == curve[2].survival);
  CHECK(survivalOn(curve, 13).survival == curve[3].survival);
  const MedianTime median = medianOf(curve);
  CHECK(median.day == 23);
  CHECK(median.low == 13);
  CHECK(std::isnan(median.high));

  const std::vector<SurvivalStep> placebo = kaplanMeier(kPlacebo);
  REQUIRE(placebo.size() == 12);
  CHECK(placebo[5].survival == near(0.3809523809523809));
  CHECK(placebo[5].low == near(0.18306654882039439));
  CHECK(placebo.back().survival == 0);
  CHECK(std::isnan(placebo.back().low));
  const MedianTime short8 = medianOf(placebo);
  CHECK(short8.day == 8);
  CHECK(short8.low == 4);
  CHECK(short8.high == 11);
}

TEST_CASE("a curve that is flat at one half has its median in the middle") {
  const MedianTime median = medianOf(kaplanMeier(allEvents({1, 2, 3, 4})));
  CHECK(median.day == 2.5);
  CHECK(median.low == 1);
  CHECK(std::isnan(median.high));
  CHECK(kaplanMeier({}).empty());
  CHECK(std::isnan(medianOf({}).day));
}

TEST_CASE("log-rank test and hazard ratios of Freireich's children are those of R") {
  const LogRank test = logRank(kMercaptopurine, kPlacebo);
  CHECK(test.observed[0] == 9);
  CHECK(test.observed[1] == 21);
  CHECK(test.expected[0] == near(19.2505009480311));
  CHECK(test.expected[1] == near(10.7494990519689));
  CHECK(test.variance == near(6.25696057367550));
  CHECK(test.chiSquare == near(16.7929409892165));
  CHECK(test.p == near(4.16880910933453e-05));

  const HazardRatio cox = coxHazardRatio(kMercaptopurine, kPlacebo);
  CHECK(cox.logRatio == near(1.572125148829066));
  CHECK(cox.standardError == near(0.412396717709455));
  CHECK(cox.low == near(2.146508212725460));
  CHECK(cox.high == near(10.809310681585970));
  // The other way round it is the inverse.
  CHECK(coxHazardRatio(kPlacebo, kMercaptopurine).ratio == near(1 / cox.ratio));

  const HazardRatio peto = petoHazardRatio(test);
  CHECK(peto.ratio == near(std::exp((21 - 10.7494990519689) / 6.25696057367550)));
  CHECK(peto.standardError == near(1 / std::sqrt(6.25696057367550)));
}

TEST_CASE("groups without events give no hazard ratio out of thin air") {
  const std::vector<Timed> none = {{10, false}, {10, false}, {10, false}};
  const std::vector<Timed> some = {{2, true}, {4, true}, {10, false}};
  CHECK(coxHazardRatio(none, some).ratio == INFINITY);
  CHECK(coxHazardRatio(some, none).ratio == 0);
  CHECK(std::isnan(coxHazardRatio(some, none).high));
  CHECK(std::isnan(coxHazardRatio(none, none).ratio));
  CHECK(logRank(none, none).p == 1);
  CHECK(std::isnan(petoHazardRatio(logRank(none, none)).ratio));
  CHECK(kaplanMeier(none).empty());
  // The same patients in both groups: no difference.
  CHECK(coxHazardRatio(some, some).ratio == near(1));
  CHECK(logRank(some, some).p == near(1));
  // All of one group fail before anyone of the other: the likelihood has no peak.
  const std::vector<Timed> early = {{1, true}, {2, true}}, late = {{5, true}, {6, true}};
  CHECK(coxHazardRatio(late, early).ratio == INFINITY);
}

TEST_CASE("intervals of shares are Wilson's") {
  struct Expected {
    int count, of;
    double low, high;
  };
  for (const Expected& e :
       {Expected{30, 72, 0.309852174747399, 0.531923020685344},
        Expected{15, 76, 0.123419872797543, 0.300438349741882},
        Expected{0, 20, 0, 0.161125158052819}, Expected{20, 20, 0.838874841947181, 1},
        Expected{1, 3, 0.0614919447203963, 0.7923403991979523}}) {
    CAPTURE(e.count);
    const Proportion share = wilson(e.count, e.of);
    CHECK(share.share == near(static_cast<double>(e.count) / e.of));
    CHECK(share.low == near(e.low));
    CHECK(share.high == near(e.high));
  }
  CHECK(std::isnan(wilson(0, 0).share));
}

TEST_CASE("odds ratios, with Fisher's p") {
  // Fisher's lady tastes eight cups of tea: 34 of 70 ways are as good or bad as hers.
  CHECK(oddsRatio(3, 4, 1, 4).p == near(34.0 / 70));
  CHECK(oddsRatio(3, 4, 1, 4).ratio == near(9));
  // Responses out of the field of Theelen 2021: 30 of 72 against 15 of 76.
  const OddsRatio theelen = oddsRatio(30, 72, 15, 76);
  CHECK(theelen.ratio == near(30.0 * 61 / (42.0 * 15)));
  CHECK(theelen.p == near(0.00435789402795017));
  const double spread = 1.959963984540054 * std::sqrt(1.0 / 30 + 1.0 / 42 + 1.0 / 15 + 1.0 / 61);
  CHECK(theelen.low == near(theelen.ratio * std::exp(-spread)));
  CHECK(theelen.high == near(theelen.ratio * std::exp(spread)));
  const OddsRatio all = oddsRatio(7, 7, 2, 11);
  CHECK(all.ratio == INFINITY);
  CHECK(all.p == near(0.00226244343891403));
  CHECK(std::isfinite(all.low));
  CHECK(oddsRatio(0, 10, 0, 10).p == 1);
  CHECK(std::isnan(oddsRatio(0, 10, 0, 10).ratio));
}

TEST_CASE("normal quantiles") {
  CHECK(normalQuantile(1e-12) == near(-7.034483825301132));
  CHECK(normalQuantile(0.001) == near(-3.090232306167813));
  CHECK(normalQuantile(0.25) == near(-0.674489750196082));
  CHECK(std::fabs(normalQuantile(0.5)) < 1e-15);
  CHECK(normalQuantile(0.975) == near(kNormal95));
  CHECK(normalQuantile(1 - 1e-9) == near(5.997807019601638));
  for (double z = -7; z <= 7; z += 0.25) {
    CAPTURE(z);
    // On the right side the share itself is known to 1e-16 only.
    CHECK(normalQuantile(normalCdf(z)) ==
          doctest::Approx(z).epsilon(z > 3 ? 1e-4 : 1e-13).scale(1));
  }
}

}  // namespace
}  // namespace abscope
