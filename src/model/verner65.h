#pragma once
// The tableau of Verner's "most efficient" pair of orders 6 and 5: eight stages, and the slope at
// the end of the step is the next step's first. J. H. Verner, Numerically optimal Runge-Kutta pairs
// with interpolants, Numerical Algorithms 53 (2010) 383, and https://www.sfu.ca/~jverner/ (the
// numbers).
#include <array>
#include <cstddef>

namespace abscope::verner65 {

// clang-format off
inline constexpr std::size_t kStages = 8;
inline constexpr std::size_t kAllStages = kStages + 1;  // with the slope at the end of the step
inline constexpr std::size_t kStepRow = 8;   // of kWeights: the step itself, order 6
inline constexpr std::size_t kErrorRow = 9;  // its error: order 5 less order 6
inline constexpr std::array<double, kAllStages> kDays = {0, 0.06, 0.0959333333333333333333, 0.1439, 0.4973, 0.9725, 0.9995, 1, 1};  // of the step
inline constexpr double kWeights[kAllStages + 1][kAllStages] = {
    {0, 0, 0, 0, 0, 0, 0, 0, 0},
    {0.06, 0, 0, 0, 0, 0, 0, 0, 0},
    {0.01923996296296296296, 0.07669337037037037037, 0, 0, 0, 0, 0, 0, 0},
    {0.035975, 0, 0.107925, 0, 0, 0, 0, 0, 0},
    {1.31868341523314826092, 0, -5.04205806362856222543, 4.22067464839541396451, 0, 0, 0, 0, 0},
    {-41.872591664327514618, 0, 159.43256216313749177, -122.11921356501003092, 5.53174306620005376825, 0, 0, 0, 0},
    {-54.4301569353165043325, 0, 207.067251365018464427, -158.610813784589999183, 6.99181658595024232199, -0.0185972310622032339777, 0, 0, 0},
    {-54.6637417872819768024, 0, 207.952806255389373452, -159.288957474499507151, 7.0187437407969444347, -0.0183387859050457230647, -0.000511948499788209907788, 0, 0},
    {0.0343895786835703600928, 0, 0, 0.258262455563350340466, 0.420937118967353715064, 4.40539646966931017015, -176.483119024298657615, 172.364133401415073029, 0},
    {0.0147100978002545372163, 0, 0, -0.0331512326116979251258, 0.0485311063356024888789, -3.59881724467042339939, 176.483119024298657615, -172.971252890592869009, 0.0568611394404756924115}};
// clang-format on

}  // namespace abscope::verner65
