#pragma once
// Two chosen curves as tones: the higher the value, the higher the pitch.
#include "app/series.h"

namespace abscope {

class TextSink;
struct AppState;

// A curve by number: the immune cells of a tumour in the legend's order, then its volume.
inline constexpr int kSoundVolume = kImmuneCount;
inline constexpr int kSoundCurvesPerSite = kImmuneCount + 1;
inline constexpr int kSoundCurveCount = 2 * kSoundCurvesPerSite;
constexpr int soundCurve(int site, int what) { return site * kSoundCurvesPerSite + what; }

// Two octaves around the A of a tuning fork, from the lowest value of the curve in this course to
// its highest, by the logarithm of the value: what doubles rises as far wherever it starts. A curve
// that stays as it is has the pitch of the middle.
inline constexpr double kSoundLowestHz = 220, kSoundHighestHz = 880;
double soundHz(const Series& series, int curve, double day);

// "irradiated tumour, volume".
void addSoundCurve(int curve, TextSink& out);
// What is heard on which side.
void addSoundWords(const AppState& app, TextSink& out);

}  // namespace abscope
