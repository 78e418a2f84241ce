// Two curves as tones.
#include <cmath>

#include <doctest/doctest.h>

#include "app/address.h"
#include "app/sound.h"
#include "app/state.h"
#include "app/text_buffer.h"

namespace abscope {
namespace {

Series line(std::initializer_list<float> values) {
  Series series;
  float day = 0;
  for (const float value : values) {
    series.days.push_back(day++);
    series.volumeMm3[0].push_back(value);
    series.volumeMm3[1].push_back(7);
  }
  return series;
}

}  // namespace

TEST_CASE("a tone follows its curve over two octaves, doubling by doubling") {
  const Series series = line({1, 2, 4, 2});
  const int volume = soundCurve(0, kSoundVolume);
  CHECK(soundHz(series, volume, 0) == doctest::Approx(220));
  CHECK(soundHz(series, volume, 1) == doctest::Approx(440));
  CHECK(soundHz(series, volume, 2) == doctest::Approx(880));
  CHECK(soundHz(series, volume, 3) == doctest::Approx(440));
  CHECK(soundHz(series, volume, 99) == doctest::Approx(440));
  // One that stays is in the middle; one that is not there does no harm.
  CHECK(soundHz(series, soundCurve(1, kSoundVolume), 1) == doctest::Approx(440));
  CHECK(soundHz(series, soundCurve(0, 0), 1) == doctest::Approx(440));
}

TEST_CASE("what falls to nothing stays within the octaves") {
  const Series series = line({100, 1e-9f, 50});
  CHECK(soundHz(series, soundCurve(0, kSoundVolume), 1) == doctest::Approx(220));
  // 50 of 0.1 to 100: 220 Hz times 4 to the log(500) / log(1000).
  CHECK(soundHz(series, soundCurve(0, kSoundVolume), 2) == doctest::Approx(765.7).epsilon(1e-3));
}

TEST_CASE("the sound is off by default, set by an address, and says what it plays") {
  AppState app;
  start(app, "", "");
  CHECK_FALSE(app.view.sound);
  start(app, "?sound=1&soundLeft=0&soundRight=19&narration=days", "");
  CHECK(app.toasts.empty());
  CHECK(app.view.sound);
  CHECK(app.view.narration == Narration::days);
  TextBuffer<256> words;
  addSoundWords(app, words);
  const std::string text(words.view());
  CHECK(text.find("irradiated tumour, CD8 effector") != std::string::npos);
  CHECK(text.find("distant tumour, Volume") != std::string::npos);
  start(app, "?soundLeft=20", "");
  CHECK(app.toasts.size() == 1);
}

}  // namespace abscope
