// No flash above three a second at any speed (WCAG 2.3.1), and less motion where it is not wanted.
#include <algorithm>
#include <vector>

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "app/apply.h"
#include "ui/beam.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

// The times at which the light has brightened by more than a tenth of its full range since it last
// fell so far: stricter than WCAG, for which a tenth of the brightness of white counts.
std::vector<double> brightenings(const std::vector<double>& light, double step) {
  constexpr double kTold = 0.1;
  std::vector<double> times;
  double low = light.front();
  double high = light.front();
  bool rising = false;
  for (std::size_t i = 0; i < light.size(); ++i) {
    low = std::min(low, light[i]);
    high = std::max(high, light[i]);
    if (!rising && light[i] > low + kTold) {
      times.push_back(static_cast<double>(i) * step);
      rising = true;
      high = light[i];
    } else if (rising && light[i] < high - kTold) {
      rising = false;
      low = light[i];
    }
  }
  return times;
}

int mostInOneSecond(const std::vector<double>& times) {
  int most = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    int count = 0;
    for (std::size_t k = i; k < times.size() && times[k] < times[i] + 1; ++k) ++count;
    most = std::max(most, count);
  }
  return most;
}

Scenario fractionsEvery(double days) {
  Scenario scenario;
  scenario.plan.days = 60;
  RadiationItem item;
  item.id = "rt";
  item.start.days = 1;
  item.irradiatedGy = 2;
  item.fractions = 30;
  item.intervalDays = days;
  scenario.plan.radiation = {item};
  return scenario;
}

std::vector<double> lightOf(AppState& app, double daysPerSecond) {
  apply(app, SetControl{ControlId::speed, daysPerSecond});
  apply(app, SetControl{ControlId::day, 0});
  apply(app, Play{});
  std::vector<double> light;
  for (int i = 0; i < 60 * 40 && app.view.playing; ++i) {
    apply(app, Tick{1.0 / 60});
    light.push_back(beamLight(app.view, app.derived.course, Site::irradiated).share);
  }
  return light;
}

}  // namespace

TEST_CASE("the counter of flashes counts them") {
  std::vector<double> light;
  light.reserve(120);
  for (int i = 0; i < 120; ++i) light.push_back(i % 12 < 6 ? 1 : 0);  // five a second
  CHECK(mostInOneSecond(brightenings(light, 1.0 / 60)) == 5);
}

TEST_CASE("the beam never flashes more than three times a second, at any speed") {
  AppState app;
  start(app);
  for (const double interval : {0.125, 0.25, 0.5, 1.0, 2.0, 7.0}) {
    apply(app, LoadScenario{fractionsEvery(interval)});
    for (const double speed : {0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 20.0, 30.0}) {
      CAPTURE(interval);
      CAPTURE(speed);
      const std::vector<double> light = lightOf(app, speed);
      REQUIRE(*std::max_element(light.begin(), light.end()) > 0.5);  // it is seen at all
      CHECK(mostInOneSecond(brightenings(light, 1.0 / 60)) <= 3);
    }
  }
}

TEST_CASE("the beam's light stays under a tenth of white on the dark grounds") {
  for (const Theme theme : {Theme::lecture, Theme::contrast}) {
    const Palette& c = palette(theme);
    const ImU32 lit = mix(c.panel, c.beam, static_cast<float>(beamOpacity({1, 60})));
    // From the contrast with black: (L + 0.05) / 0.05.
    const double dark = 0.05 * contrastRatio(c.panel, rgb(0)) - 0.05;
    const double bright = 0.05 * contrastRatio(lit, rgb(0)) - 0.05;
    CHECK(bright - dark < 0.1);
    CHECK(bright > dark);
  }
}

TEST_CASE("with less motion no light sweeps, and edges tell where the field is") {
  UiDriver ui;
  apply(ui.app, OpenCase{"dewan-2009", "20x1"});
  apply(ui.app, SetControl{ControlId::day, 1});
  const auto vertices = [&] {
    ui.frames(2);
    return ImGui::FindWindowByName("###window.lab")->DrawList->VtxBuffer.Size;
  };
  const int sweeping = vertices();
  apply(ui.app, SetControl{ControlId::reducedMotion, 1});
  const int still = vertices();
  CHECK(still < sweeping);
  apply(ui.app, SetControl{ControlId::day, 0.5});  // before the fraction
  CHECK(vertices() != still);
}

}  // namespace abscope
