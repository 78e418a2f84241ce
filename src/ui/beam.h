#pragma once
// The light of a fraction over the tumour that it reaches.
#include "app/state.h"

namespace abscope {

struct BeamLight {
  double share = 0;   // of its full brightness
  double doseGy = 0;  // of the fraction that it is of
};
// Never brightens more than three times a second, however fast the course runs (WCAG 2.3.1).
BeamLight beamLight(const View& view, const Course& course, Site site);

// How opaque the beam is then: stronger for larger doses.
double beamOpacity(const BeamLight& light);

}  // namespace abscope
