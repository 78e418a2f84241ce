#pragma once
// What can be read off a course for a comparison of arms: the readouts of cases, cohorts and
// trials. How each is read is in trial/quantity_value.cpp.
#include <array>
#include <cstddef>
#include <string_view>

namespace abscope {

// Q(name, unit, meaning). "Change" is against day 0; a day that never comes is the last day of the
// course. Densities are millions of cells over 0.05 x volume + 0.5 (volume in mm3).
#define ABSCOPE_QUANTITIES(Q)                                                            \
  Q(irradiatedVolume, "mm3", "volume of the irradiated tumour")                          \
  Q(distantVolume, "mm3", "volume of the distant tumour")                                \
  Q(irradiatedViable, "mm3", "clonogenic tumour cells")                                  \
  Q(distantViable, "mm3", "clonogenic tumour cells")                                     \
  Q(irradiatedVolumeChange, "%", "change of its volume")                                 \
  Q(distantVolumeChange, "%", "change of its volume")                                    \
  Q(irradiatedDiameterChange, "%", "change of its diameter")                             \
  Q(distantDiameterChange, "%", "change of its diameter")                                \
  Q(totalDiameterChange, "%", "change of the sum of diameters, as in RECIST")            \
  Q(irradiatedBestDiameterChange, "%", "lowest change of its diameter up to the day")    \
  Q(distantBestDiameterChange, "%", "lowest change of its diameter up to the day")       \
  Q(totalBestDiameterChange, "%", "lowest change of the sum of diameters up to the day") \
  Q(irradiatedControlProbability, "share", "exp(-fewest clonogens up to the day)")       \
  Q(distantControlProbability, "share", "exp(-fewest clonogens up to the day)")          \
  Q(dayIrradiatedReaches400, "d", "first day above 400 mm3")                             \
  Q(dayIrradiatedReaches1500, "d", "first day above 1500 mm3")                           \
  Q(dayDistantReaches400, "d", "first day above 400 mm3")                                \
  Q(dayDistantReaches1500, "d", "first day above 1500 mm3")                              \
  Q(dayTotalReaches1500, "d", "first day of both tumours together above 1500 mm3")       \
  Q(dayIrradiatedProgresses, "d", "first day with 20 % over its smallest diameter")      \
  Q(dayDistantProgresses, "d", "first day with 20 % over its smallest diameter")         \
  Q(dayProgression, "d", "first day with 20 % over the smallest sum of diameters")       \
  Q(irradiatedCd8Density, "density", "CD8 effector cells")                               \
  Q(irradiatedExhaustedDensity, "density", "exhausted CD8 cells")                        \
  Q(irradiatedTregDensity, "density", "regulatory T cells")                              \
  Q(irradiatedMdscDensity, "density", "myeloid-derived suppressor cells")                \
  Q(irradiatedNkDensity, "density", "natural killer cells")                              \
  Q(irradiatedDendriticDensity, "density", "mature, antigen-loaded dendritic cells")     \
  Q(distantCd8Density, "density", "CD8 effector cells")                                  \
  Q(distantTregDensity, "density", "regulatory T cells")                                 \
  Q(distantMdscDensity, "density", "myeloid-derived suppressor cells")                   \
  Q(distantNkDensity, "density", "natural killer cells")                                 \
  Q(irradiatedM1ToM2, "ratio", "M1 over M2 macrophages")                                 \
  Q(distantM1ToM2, "ratio", "M1 over M2 macrophages")                                    \
  Q(irradiatedCd8ToTreg, "ratio", "CD8 effector over regulatory T cells")                \
  Q(distantCd8ToTreg, "ratio", "CD8 effector over regulatory T cells")                   \
  Q(irradiatedTregShare, "share", "regulatory among regulatory and CD8 cells")           \
  Q(distantTregShare, "share", "regulatory among regulatory and CD8 cells")              \
  Q(irradiatedExhaustedShare, "share", "exhausted among CD8 cells")                      \
  Q(distantExhaustedShare, "share", "exhausted among CD8 cells")                         \
  Q(irradiatedMhc1, "relative", "MHC-I at the surface")                                  \
  Q(irradiatedPdl1, "relative", "PD-L1")                                                 \
  Q(irradiatedHoming, "relative", "CXCL16, ICAM-1 and E-selectin")                       \
  Q(irradiatedInterferon, "relative", "type-I interferon on the day")                    \
  Q(irradiatedPeakInterferon, "relative", "largest type-I interferon up to the day")     \
  Q(irradiatedTgfBeta, "relative", "TGF-beta")                                           \
  Q(irradiatedCcl2, "relative", "CCL2")                                                  \
  Q(irradiatedAntigen, "relative", "antigen with its danger signals")                    \
  Q(irradiatedVessels, "relative", "functional vessels, 1 = untreated")                  \
  Q(irradiatedHypoxia, "share", "hypoxic among viable tumour cells")                     \
  Q(distantMhc1, "relative", "MHC-I at the surface")                                     \
  Q(distantPdl1, "relative", "PD-L1")                                                    \
  Q(distantHoming, "relative", "CXCL16, ICAM-1 and E-selectin")                          \
  Q(distantTgfBeta, "relative", "TGF-beta")                                              \
  Q(nodeDendritic, "10^6 cells", "antigen-loaded dendritic cells of the draining node")  \
  Q(bloodEffectors, "10^6 cells", "effector T cells in the blood")                       \
  Q(memory, "10^6 cells", "memory T cells")                                              \
  Q(lymphocytes, "of normal", "naive lymphocytes on the day")                            \
  Q(lowestLymphocytes, "of normal", "fewest naive lymphocytes up to the day")

enum class Quantity : int {
#define Q(name, unit, meaning) name,
  ABSCOPE_QUANTITIES(Q)
#undef Q
      count
};
inline constexpr int kQuantityCount = static_cast<int>(Quantity::count);

struct QuantityInfo {
  std::string_view name;
  std::string_view unit;
  std::string_view meaning;
};
inline constexpr std::array<QuantityInfo, kQuantityCount> kQuantityInfo = {{
#define Q(name, unit, meaning) {#name, unit, meaning},
    ABSCOPE_QUANTITIES(Q)
#undef Q
}};

inline constexpr const QuantityInfo& quantityInfo(Quantity quantity) {
  return kQuantityInfo[static_cast<std::size_t>(quantity)];
}

// A change in per cent may be zero or negative: two of them are subtracted, all others divided.
inline constexpr bool isChange(Quantity quantity) { return quantityInfo(quantity).unit == "%"; }

// Which way one arm lies from another.
enum class Direction : int { unstated, higher, lower, similar, count };
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Direction::count)>
    kDirectionIds = {"unstated", "higher", "lower", "similar"};

}  // namespace abscope
