#pragma once
// The standard normal distribution.

namespace abscope {

// Share of the distribution below z.
double normalCdf(double z);

// The z below which this share lies; the share from 0 to 1, both excluded. Good to 1e-14.
double normalQuantile(double share);

}  // namespace abscope
