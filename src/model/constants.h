#pragma once
// What the laws know of one patient: parameters, resistance and the two clones. Of doubles, or of
// symbols where the laws are written out (library/sbml.h).
#include <algorithm>
#include <array>
#include <cstddef>

#include "model/parameters.h"
#include "model/patient.h"

namespace abscope {

// What a tumour's genotype, and the strengths of the mechanisms that read it, come to in the laws.
template <class Number>
struct GenotypeOf {
  Number mhc1 = 1;             // factor on MHC-I at the surface (N01)
  Number interferonGamma = 1;  // factor on what the tumour hears of it (N03, N04)
  Number interferon1 = 1;      // the same of type-I interferon
  Number pten = 0;             // share of full PTEN loss
  Number cholesterol = 0;      // share of full cholesterol load of T cells
  Number wnt = 0;
  Number alternativeCheckpoints = 0;  // part of PD-1 blockade that they undo
  Number gpx4 = 0;                    // protection from ferroptosis
  Number hif = 0;                     // hypoxia signalled where there is oxygen
  Number adenosine = 0;               // of enzymes, in units of a wholly hypoxic tumour
};
using Genotype = GenotypeOf<double>;

template <class Number>
using ResistanceOf = std::array<Number, static_cast<std::size_t>(kResistanceCount)>;

template <class Number>
struct ConstantsOf {
  ParametersOf<Number> p;
  GenotypeOf<Number> genotype, subclone;
  Number mutationsPerDivision = 0;
  ResistanceOf<Number> resistances{};

  const Number& resistance(Resistance r) const { return resistances[static_cast<std::size_t>(r)]; }
};

inline double greaterOf(double a, double b) { return std::max(a, b); }
inline double smallerOf(double a, double b) { return std::min(a, b); }

// ptpn2Strength: of mechanism N04, which no parameter carries.
template <class Number>
GenotypeOf<Number> genotypeLaw(const ResistanceOf<Number>& resistance,
                               const ParametersOf<Number>& p, const Number& ptpn2Strength) {
  const auto level = [&](Resistance kind) { return resistance[static_cast<std::size_t>(kind)]; };
  GenotypeOf<Number> genotype;
  genotype.mhc1 = 1 - p.b2mLossShare * level(Resistance::b2mLoss);
  const Number hearing = 1 - p.jakDeafness * level(Resistance::jakLoss);
  // PTPN2 holds the signal down in every tumour that has it: without the brake (strength 0) all
  // hear as those that lost it.
  const Number brake = p.ptpn2Brake * ptpn2Strength * (1 - level(Resistance::ptpn2Loss));
  genotype.interferonGamma = hearing * (1 + p.ptpn2Brake) / (1 + brake);
  genotype.interferon1 = hearing;
  genotype.pten = level(Resistance::ptenLoss);
  genotype.cholesterol = level(Resistance::cholesterolLoad);
  genotype.wnt = level(Resistance::wntActive);
  genotype.alternativeCheckpoints = p.alternativeShare * level(Resistance::alternativeCheckpoints);
  const Number gpx4Up = greaterOf(level(Resistance::wntActive), level(Resistance::gpx4High));
  genotype.gpx4 = smallerOf(1.0, p.gpx4Base + p.gpx4ByWnt * gpx4Up);
  genotype.hif = p.pseudoHypoxia * level(Resistance::hifActive);
  genotype.adenosine = p.adenosineByEnzymes * level(Resistance::adenosineHigh);
  return genotype;
}

}  // namespace abscope
