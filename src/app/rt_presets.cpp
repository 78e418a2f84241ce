#include "app/rt_presets.h"

#include <algorithm>

#include "app/document.h"
#include "app/items.h"

namespace abscope {
namespace {

double everyDays(const RtPreset& preset, Preset species) {
  return species == Preset::human ? preset.everyDaysInHumans : preset.everyDaysInMice;
}

bool matches(const RadiationItem& item, const RtPreset& preset, Preset species) {
  const bool rhythm = preset.fractions == 1 || (item.intervalDays == everyDays(preset, species) &&
                                                item.skipWeekends == preset.skipWeekends);
  return mainDoseGy(item) == preset.doseGy && item.fractions == preset.fractions && rhythm;
}

// The other tumour gets a low dose by a series of its own.
bool hasLowDose(const Plan& plan, const RadiationItem& high, const RtPreset& preset) {
  const bool toIrradiated = targetOf(high) == RtTarget::irradiated;
  return std::any_of(plan.radiation.begin(), plan.radiation.end(), [&](const RadiationItem& low) {
    const double dose = toIrradiated ? low.distantGy : low.irradiatedGy;
    const double elsewhere = toIrradiated ? low.irradiatedGy : low.distantGy;
    return dose == preset.lowDoseGy && elsewhere == 0 && low.fractions == preset.lowFractions;
  });
}

void takeRhythm(RadiationItem& item, const RtPreset& preset, Preset species) {
  item.fractions = preset.fractions;
  item.intervalDays = everyDays(preset, species);
  item.skipWeekends = preset.skipWeekends;
}

}  // namespace

int rtPresetOf(const Plan& plan, int item, Preset species) {
  if (item < 0 || static_cast<std::size_t>(item) >= plan.radiation.size()) return 0;
  const RadiationItem& series = plan.radiation[static_cast<std::size_t>(item)];
  for (int i = 0; i < kRtPresetCount; ++i) {
    const RtPreset& preset = kRtPresets[i];
    if (!matches(series, preset, species)) continue;
    if (preset.lowDoseGy == 0 || hasLowDose(plan, series, preset)) return i + 1;
  }
  return 0;
}

void takeRtPreset(Plan& plan, int item, int preset, Preset species,
                  const std::vector<Event>& events, double today) {
  if (preset < 1 || preset > kRtPresetCount) return;
  const RtPreset& chosen = kRtPresets[preset - 1];
  if (plan.radiation.empty()) {
    addRadiation(plan, today);
    item = 0;
  }
  item = std::clamp(item, 0, static_cast<int>(plan.radiation.size()) - 1);
  if (chosen.lowDoseGy > 0) {
    for (int i = static_cast<int>(plan.radiation.size()) - 1; i >= 0; --i) {
      if (i != item) removeItem(plan, ItemKind::radiation, i, events);
    }
    item = 0;
  }
  RadiationItem& series = plan.radiation[static_cast<std::size_t>(item)];
  const RtTarget target = targetOf(series);
  takeRhythm(series, chosen, species);
  if (chosen.lowDoseGy == 0) {
    setDoses(series, target, chosen.doseGy, otherDoseGy(series));
    return;
  }
  setDoses(series, target == RtTarget::distant ? target : RtTarget::irradiated, chosen.doseGy, 0);
  RadiationItem low;
  low.id = freshId(plan, "rt");
  low.start = {Anchor::afterItem, kLowDoseAfterDays, series.id};
  takeRhythm(low, chosen, species);
  low.fractions = chosen.lowFractions;
  (target == RtTarget::distant ? low.irradiatedGy : low.distantGy) = chosen.lowDoseGy;
  plan.radiation.push_back(std::move(low));
}

}  // namespace abscope
