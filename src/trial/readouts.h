#pragma once
// What the experiments of the literature measured, read from a course.
#include <functional>

#include "model/course.h"

namespace abscope {

double irradiatedMm3(const Course& course, double day);
double distantMm3(const Course& course, double day);

// A population per density volume (see states.h), in millions per 0.05 mm3-equivalents.
double density(const Course& course, TumourState kind, double day, Site site = Site::irradiated);

// A signal of the irradiated tumour.
double signal(const Course& course, TumourState kind, double day);

// Treg / (Treg + CD8 effector + CD8 exhausted) in the irradiated tumour.
double tregShare(const Course& course, double day);

// M1 / M2 in the irradiated tumour.
double m1OverM2(const Course& course, double day);

// Largest value of `f` over a grid of days from `first` to `last`, both included.
double largest(const std::function<double(double day)>& f, double first, double last, double step);

// First day on which the irradiated, the distant, or the total volume passes `mm3`; the course's
// last day if never.
double dayIrradiatedPasses(const Course& course, double mm3);
double dayDistantPasses(const Course& course, double mm3);
double dayTotalPasses(const Course& course, double mm3);

}  // namespace abscope
