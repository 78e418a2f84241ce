#include "app/sound.h"

#include <algorithm>
#include <cmath>

#include "app/state.h"
#include "app/text_buffer.h"
#include "library/text.h"

namespace abscope {
namespace {

const std::vector<float>& valuesOf(const Series& series, int curve) {
  const auto site = static_cast<std::size_t>(curve / kSoundCurvesPerSite);
  const int what = curve % kSoundCurvesPerSite;
  return what == kSoundVolume ? series.volumeMm3[site]
                              : series.cells[site][static_cast<std::size_t>(what)];
}

}  // namespace

double soundHz(const Series& series, int curve, double day) {
  const double middle = std::sqrt(kSoundLowestHz * kSoundHighestHz);
  const std::vector<float>& values = valuesOf(series, curve);
  if (values.empty()) return middle;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  // What falls to nothing would push the rest of the curve together at the top.
  constexpr double kFloorShare = 1e-3;
  const double most = static_cast<double>(*high);
  if (most <= 0) return middle;
  const double least = std::max(static_cast<double>(*low), kFloorShare * most);
  if (most < 1.02 * least) return middle;
  const double value = std::clamp(static_cast<double>(valueAt(series, values, day)), least, most);
  const double share = std::log(value / least) / std::log(most / least);
  return kSoundLowestHz * std::pow(kSoundHighestHz / kSoundLowestHz, share);
}

void addSoundCurve(int curve, TextSink& out) {
  const int what = curve % kSoundCurvesPerSite;
  TextBuffer<32> key;
  key.add("choice.compareKind.").addInteger(what);
  const std::string_view name = tr(what == kSoundVolume ? "mirror.volume" : key.view());
  const bool first = curve < kSoundCurvesPerSite;
  out.addFilled(tr(first ? "sound.irradiated" : "sound.distant"), {{"what", name}});
}

void addSoundWords(const AppState& app, TextSink& out) {
  TextBuffer<96> left, right;
  addSoundCurve(app.view.soundLeft, left);
  addSoundCurve(app.view.soundRight, right);
  out.addFilled(tr("sound.plays"), {{"left", left}, {"right", right}});
}

}  // namespace abscope
