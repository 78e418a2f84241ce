#pragma once
// The linear-quadratic(-linear) arithmetic of fractions. Doses in Gy, alpha in 1/Gy, beta in 1/Gy2.

namespace abscope {

// -ln(surviving fraction) of one fraction: alpha d + beta d^2, straight above `transitionGy` with
// the slope it has there (linear-quadratic-linear; Astrahan 2008, doi 10.1118/1.2969065).
double lqlEffect(double doseGy, double alphaPerGy, double betaPerGy2, double transitionGy);

// Biologically effective dose n d (1 + d / (alpha/beta)) of n fractions of d Gy.
double bedGy(double doseGy, double fractions, double alphaBetaGy);

// The dose in 2 Gy fractions with the same BED.
double eqd2Gy(double doseGy, double fractions, double alphaBetaGy);

}  // namespace abscope
